"""What stands beside the picture of a map: the power/interest grid, the legend, the gaps, on whom it hangs."""

from collections.abc import Iterator
from typing import NamedTuple

from relmap.map.values import AccountMap, Kind, State
from relmap.render.clean import width as columns_of
from relmap.render.map_gaps import gap_lines
from relmap.render.map_layout import LEFT, TOP, Layout
from relmap.render.map_marks import Mark, Marks
from relmap.render.svg_shapes import fitted, shape, text_at

CELL_WIDTH, CELL_HEIGHT = 64, 46
SIDE_WIDTH = 5 * CELL_WIDTH + 40
LEGEND_GAP = 40
ROOM = 700
"""Down to which height the legend stands below the people, in two columns; else it stands beside them."""
_LEGEND_TITLE = "Legend: {}, and lines"
_CORNERS = (("keep satisfied", 0, 0), ("manage closely", 1, 0), ("monitor", 0, 1), ("keep informed", 1, 1))


class Side(NamedTuple):
    """Pieces of SVG, and where they end."""

    parts: list[str]
    bottom: float


def side(drawn: AccountMap, layout: Layout, marks: Marks, x: float) -> Side:
    """Return grid, legend and gaps, one below the other, from `x` on."""
    parts = [*_grid(layout, marks, x + 24)]
    y = TOP + 5 * CELL_HEIGHT + 44
    for lines in (_unplaced(layout), *gap_lines(drawn)):
        for place, line in enumerate(_wrapped(lines)):
            parts.append(text_at(x, y, line, "small" if place else "head"))
            y += 15
        y += 8 if lines else 0
    legend = _legend_rows(drawn, marks)
    below = layout.bottom + LEGEND_GAP
    if below + (len(legend) / 2 + 2) * 18 < max(y, ROOM):  # room below few people
        half = (len(legend) + 1) // 2
        parts += [text_at(LEFT, below, _LEGEND_TITLE.format(marks.color_by), "head")]
        parts += (
            piece
            for column in range(2)
            for piece in _column(legend[column * half :][:half], LEFT + column * 330, below)
        )
        return Side(parts, max(y, below + 18 * (half + 1)))
    parts += [text_at(x, y + 6, _LEGEND_TITLE.format(marks.color_by), "head"), *_column(legend, x, y + 6)]
    return Side(parts, y + 6 + 18 * (len(legend) + 1))


def _wrapped(lines: list[str]) -> Iterator[str]:
    """Yield lines that fit, broken between words; a word that is too long is cut."""
    widest = int(SIDE_WIDTH / 5.7)
    for line in lines:
        held = ""
        for word in line.split():
            if held and columns_of(held) + columns_of(word) + 1 > widest:
                yield fitted(held, widest)
                held = "   "
            held = f"{held} {word}" if held else word
        yield fitted(held, widest)


def _grid(layout: Layout, marks: Marks, x: float) -> Iterator[str]:
    width, height = 5 * CELL_WIDTH, 5 * CELL_HEIGHT
    yield text_at(x, 80, "Power and interest", "head")
    yield f'<rect class="grid" x="{x:g}" y="{TOP}" width="{width}" height="{height}"/>'
    cut_x, cut_y = x + 3 * CELL_WIDTH, TOP + 2 * CELL_HEIGHT
    yield f'<path class="cross" d="M{cut_x:g},{TOP} V{TOP + height} M{x:g},{cut_y:g} H{x + width:g}"/>'
    for place in range(1, 6):
        yield text_at(x - 8, TOP + (5.5 - place) * CELL_HEIGHT + 4, str(place), "num", anchor="end")
        yield text_at(x + (place - 0.5) * CELL_WIDTH, TOP + height + 14, str(place), "num", anchor="middle")
    yield text_at(x, TOP + height + 28, "interest →   (power ↑)", "small")
    for text, right, low in _CORNERS:
        corner_y = cut_y + 12 if low else TOP + 12
        yield text_at((cut_x if right else x) + 5, corner_y, text, "small")
    cells: dict[tuple[int, int], list[tuple[int, Mark]]] = {}
    for number, row in enumerate(layout.rows, 1):
        person = row.person
        if person.state is State.ACTIVE and person.power is not None and person.interest is not None:
            cells.setdefault((person.power, person.interest), []).append((number, marks.of(person)))
    for (power, interest), people in sorted(cells.items()):
        yield from _cell(people, x + (interest - 1) * CELL_WIDTH, TOP + (5 - power) * CELL_HEIGHT)


def _cell(people: list[tuple[int, Mark]], x: float, y: float) -> Iterator[str]:
    """Yield the marks of those who share a cell, with the numbers of their cards; six find room."""
    for place, (number, mark) in enumerate(people[:6]):
        left, top = x + 9 + place % 2 * 31, y + 20 + place // 2 * 11
        yield shape(mark.shape, left, top, 5, mark.fill, mark.letter)
        yield text_at(left + 7, top + 3.5, str(number), "num")
    if len(people) > 6:
        yield text_at(x + CELL_WIDTH - 4, y + 10, f"+{len(people) - 6}", "num", anchor="end")


def _unplaced(layout: Layout) -> list[str]:
    rows = [(number, row.person) for number, row in enumerate(layout.rows, 1) if row.person.state is State.ACTIVE]
    missing = [str(number) for number, person in rows if person.power is None or person.interest is None]
    return ["Not on the grid: power or interest is not known", ", ".join(missing)] if missing else []


_LINES = (
    (Kind.KNOWN_BY, "tie", 5.4, "trusted advisor (the thicker, the closer)"),
    (Kind.KNOWN_BY, "tie", 2.4, "credible source"),
    (Kind.KNOWN_BY, "tie not", 2.4, "not live"),
    (Kind.KNOWN_BY, "tie unknown", 2.4, "live or not is unknown"),
    (Kind.REPORTS_TO, "line", 1.2, "reports to"),
    (Kind.DOTTED, "dotted", 1.3, "dotted line to another"),
    (Kind.INFLUENCES, "influences", 1.6, "influences, in the arrow's direction"),
    (Kind.CONFLICTS, "conflicts", 1.8, "at odds with"),
)


_FRAMES = (
    ("●●●○○", "power, 1 to 5"),
    ("bold", "frame of a key player (power 4 or 5)"),
    ("dashed", "frame of who left, and of empty seats"),
)


def _legend_rows(drawn: AccountMap, marks: Marks) -> list[tuple[str, str]]:
    """Return what the legend explains, drawn around the height 0, each with its meaning."""
    rows = [(shape(mark.shape, 14, -4, 7, mark.fill, mark.letter), mark.text) for mark in marks.legend()]
    kinds = {tie.kind for tie in drawn.ties}
    for kind, style, thick, text in _LINES:
        if kind in kinds:
            tip = ' marker-end="url(#tip)"' if kind is Kind.INFLUENCES else ""
            width = f' stroke-width="{thick}"' if kind is Kind.KNOWN_BY else ""
            rows.append((f'<path class="{style}"{width} d="M0,-4 h28"{tip}/>', text))
    return rows + [(text_at(0, 0, sign, "small"), text) for sign, text in _FRAMES]


def _column(rows: list[tuple[str, str]], x: float, y: float) -> Iterator[str]:
    """Yield rows of the legend below a point."""
    for place, (sign, text) in enumerate(rows, 1):
        words = text_at(50, 0, fitted(text, 48), "small")
        yield f'<g transform="translate({x:g} {y + 18 * place:g})">{sign}{words}</g>'
