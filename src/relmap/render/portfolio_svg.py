"""`relmap portfolio --format svg`: exposure against health as a picture that needs nothing but a viewer.

Bands have shapes as well as colours, which are of the Okabe–Ito palette; no meaning rests on colour alone.
"""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from relmap.measures.result import Score
from relmap.portfolio.values import Placed, Portfolio
from relmap.render import words
from relmap.render.clean import width
from relmap.render.label_places import Frame, Wanted, place_labels
from relmap.render.map_svg import STYLE as MAP_STYLE
from relmap.render.portfolio_plot import points_of, ticks_of, top_of
from relmap.render.portfolio_svg_legend import LEGEND_HEIGHT, MARKS, legend
from relmap.render.svg_shapes import escape, fitted, shape, text_at

WIDTH = 960.0
LEFT, RIGHT, TOP, GROUND = 74.0, 936.0, 96.0, 540.0
NAMED = 40
"""So many accounts are written out, and drawn with what is unknown of them; more would hide each other."""
_SIZE, _SMALL = 7.0, 4.5
"""Half the width of a mark; the smaller one where there are many."""
_STYLE = f"""{MAP_STYLE}.plot{{fill:#fff;stroke:#8a93a3}}.rule{{stroke:#e3e6eb;stroke-width:1}}
.edge{{stroke:#6b7486;stroke-width:1.2;stroke-dasharray:5 4}}.range{{fill:none;stroke:#98a1b0;stroke-width:1.3}}
.open{{fill:none;stroke:#1d2430;stroke-width:1.6;stroke-dasharray:4 3}}.lead{{stroke:#8a93a3;stroke-width:.8}}
.label{{font-size:11.5px;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-opacity:.85}}
"""


class Point(NamedTuple):
    """Where a mark stands in the picture."""

    x: float
    y: float


def portfolio_svg(portfolio: Portfolio) -> str:
    """Return the picture as an SVG document; ends with a newline."""
    settings = portfolio.assessment.settings
    known = [each for each in portfolio.placed if each.account.share.value is not None]
    crowd = len(known) > NAMED
    seen = [each for each in known if each.is_point] if crowd else known
    top = top_of([each.exposure.value or 0.0 if crowd else each.exposure.high for each in seen])
    notes = list(_notes(portfolio))
    height = GROUND + LEGEND_HEIGHT + 18 * len(notes)
    title = f"{settings.company}: exposure and health on {words.day(portfolio.assessment.as_of)}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:g}" width="{WIDTH:g}" '
        f'height="{height:g}" role="img" aria-labelledby="plot-title plot-desc">',
        f'<title id="plot-title">{escape(title)}</title>',
        f'<desc id="plot-desc">{escape(_description(portfolio))}</desc>',
        f'<style>{_STYLE}</style><rect width="{WIDTH:g}" height="{height:g}" fill="#fff"/>',
        text_at(LEFT, 34, fitted(title, 76), "title"),
        text_at(LEFT, 54, "High and to the left: much revenue hangs on a weak relationship.", "sub"),
        *_field(portfolio, top),
        *(_range(each, top) for each in seen if not crowd),
        *_marks(seen, top, _SMALL if crowd else _SIZE),
        *legend(LEFT, GROUND + 62, with_ranges=not crowd),
        *(text_at(LEFT, GROUND + LEGEND_HEIGHT + 18 * place, note, "sub") for place, note in enumerate(notes)),
        "</svg>\n",
    ]
    return "\n".join(lines)


def _description(portfolio: Portfolio) -> str:
    points = points_of(portfolio.placed)
    text = f"{words.count(len(points), 'account')} with a place, the most exposed first"
    names = [f"{p.account.row.name} at {words.share(p.exposure.value or 0.0)}" for p in points]
    return f"{text}: {words.listed(names, 12)}" if names else text


def spot(health: float, exposure: float, top: float) -> Point:
    """Return where a health (0–100) and an exposure (0–1) stand; `top` is the exposure at the upper edge."""
    up = sqrt(max(0.0, exposure) / top)
    return Point(LEFT + health / 100 * (RIGHT - LEFT), GROUND - up * (GROUND - TOP))


def _field(portfolio: Portfolio, top: float) -> Iterator[str]:
    bands = portfolio.assessment.settings.rubric.health
    yield f'<rect class="plot" x="{LEFT:g}" y="{TOP:g}" width="{RIGHT - LEFT:g}" height="{GROUND - TOP:g}"/>'
    for tick in (*ticks_of(top), 0.0):
        y = spot(0, tick, top).y
        yield f'<line class="rule" x1="{LEFT:g}" y1="{y:.1f}" x2="{RIGHT:g}" y2="{y:.1f}"/>'
        yield text_at(LEFT - 8, y + 4, words.share(tick), "small", anchor="end")
    for line in (0.0, bands.red_to, bands.amber_to, 100.0):
        x = spot(line, 0, top).x
        if 0 < line < 100:
            yield f'<line class="edge" x1="{x:.1f}" y1="{TOP:g}" x2="{x:.1f}" y2="{GROUND:g}"/>'
        yield text_at(x, GROUND + 16, words.plain(line), "small", anchor="middle")
    edges = (0.0, bands.red_to, bands.amber_to, 100.0)
    for name, low, high in zip(("red", "amber", "green"), edges, edges[1:], strict=False):
        yield text_at(spot((low + high) / 2, 0, top).x, TOP - 8, name, "head", anchor="middle")
    yield text_at((LEFT + RIGHT) / 2, GROUND + 36, "health of the relationship, 0 to 100", "head", anchor="middle")
    yield (
        f'<text class="head" text-anchor="middle" transform="translate(20 {(TOP + GROUND) / 2:g}) rotate(-90)">'
        "exposure, % of the revenue (square-root scale)</text>"
    )


def _range(each: Placed, top: float) -> str:
    """Draw where an account could stand: the more health, the less exposure, along the curve of its share."""
    health, share = each.health, each.account.share.value or 0.0
    if health.high <= health.low:
        return ""
    steps = [health.low + (health.high - health.low) * step / 24 for step in range(25)]
    places = [spot(step, share * (1 - step / 100), top) for step in steps]
    line = " ".join(f"{place.x:.1f},{place.y:.1f}" for place in places)
    if each.is_point:
        return f'<polyline class="range" points="{line}"/>'
    return f'<g data-account="{escape(each.account.row.id)}">{_told(each)}<polyline class="open" points="{line}"/></g>'


def _told(each: Placed) -> str:
    figures = each.account.figures
    exposure, health = words.ranged(figures["exposure"], words.percent), words.ranged(figures["health"])
    return f"<title>{escape(f'{each.account.row.name}: exposure {exposure}, health {health}')}</title>"


def _middle(score: Score) -> float:
    return (score.low + score.high) / 2 if score.value is None else score.value


def _marks(seen: Sequence[Placed], top: float, size: float) -> Iterator[str]:
    places = []
    for each in seen:
        health, share = _middle(each.health), each.account.share.value or 0.0
        exposure = each.exposure.value if each.is_point else share * (1 - health / 100)
        places.append(spot(health, exposure or 0.0, top))
    ordered = sorted(zip(seen, places, strict=True), key=lambda pair: (pair[1].y, pair[1].x, pair[0].account.row.id))
    names = [fitted(each.account.row.name, 26) for each, _ in ordered]
    wanted = [
        Wanted(place.x, place.y, size + 1 if each.is_point else 1, 6.6 * width(name) + 2, 14)
        for name, (each, place) in zip(names, ordered, strict=True)
    ]
    edge = Frame(LEFT + 2, TOP + 2, RIGHT - 2, GROUND - 2)
    found = place_labels(wanted[:NAMED], edge, [_frame(want) for want in wanted[NAMED:]])
    labels: list[Frame | None] = [*found, *([None] * len(wanted[NAMED:]))]
    for name, (each, place), label in zip(names, ordered, labels, strict=True):
        if each.is_point:
            yield _mark(each, place, size)
        if label is not None:
            yield _label(name, place, label)


def _frame(want: Wanted) -> Frame:
    return Frame(want.x - want.half, want.y - want.half, want.x + want.half, want.y + want.half)


def _mark(each: Placed, place: Point, size: float) -> str:
    mark, paint = MARKS[str(each.account.figures["health.band"].value)]
    drawn = shape(mark, round(place.x, 1), round(place.y, 1), size, paint)
    return f'<g data-account="{escape(each.account.row.id)}">{_told(each)}{drawn}</g>'


def _label(name: str, place: Point, label: Frame) -> str:
    """Write a name; one that stands away from its mark is led to it by a line."""
    middle = (label.top + label.bottom) / 2
    near = label.left if label.left > place.x else label.right if label.right < place.x else place.x
    line = ""
    if abs(middle - place.y) > label.bottom - label.top:
        line = f'<line class="lead" x1="{place.x:.1f}" y1="{place.y:.1f}" x2="{near:.1f}" y2="{middle:.1f}"/>'
    return line + text_at(round(label.left + 1, 1), round(label.bottom - 3.5, 1), name, "label")


def _notes(portfolio: Portfolio) -> Iterator[str]:
    """Say who is not in the picture."""
    dark = [each.account.row.name for each in portfolio.placed if each.account.share.value is None]
    if dark:
        text = words.sentence(f"not in the picture, as what they buy is not known: {words.listed(dark, 5)}")
        yield fitted(text, 140)
    known = [each for each in portfolio.placed if each.account.share.value is not None]
    if len(known) > NAMED:
        yield f"The {NAMED} highest are named, where there is room for the name."
        if weak := sum(not each.is_point for each in known):
            yield f"Not in the picture, as health is not scored: {words.count(weak, 'account')}."
    if not portfolio.placed:
        yield "No customer is at stake here: there is nothing to place."
