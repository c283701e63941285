"""Exposure against health, drawn with characters: every account a letter, readable without colour at 80 columns.

Health runs to the right, 0 to 100; exposure runs upward on a square-root scale, so that one large customer does not
press all others onto the ground.
"""

from collections.abc import Mapping, Sequence
from math import sqrt
from string import ascii_letters
from typing import NamedTuple

from relmap.model.rubric import HealthRubric
from relmap.portfolio.values import Placed
from relmap.render import words

COLUMNS = 60
ROWS = 14
SMALL = "·"
"""The mark of accounts beyond the letters."""
LETTERS = ascii_letters[26:] + ascii_letters[:26]
_TOPS = (0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
_TICKS = (1.0, 0.8, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0.03, 0.02, 0.01, 0.005, 0.003, 0.002, 0.001)
_APART = 0.045
"""The least distance of two figures on the axis, as a part of its height."""
_MARGIN = 7


class Spot(NamedTuple):
    """A place in the plot: columns from the left, rows from the ground."""

    column: int
    row: int


class Plot(NamedTuple):
    """The lines of the drawing, and the mark of each account in it by account id."""

    lines: tuple[str, ...]
    marks: Mapping[str, str]
    hidden: Mapping[str, str]
    """Accounts whose place another one's mark has taken, with that mark."""


def plot(placed: Sequence[Placed], bands: HealthRubric) -> Plot:
    """Draw the accounts whose exposure and health are both known; the most exposed get the first letters."""
    points = points_of(placed)
    top = top_of([point.exposure.value or 0.0 for point in points])
    marks = {
        point.account.row.id: LETTERS[place] if place < len(LETTERS) else SMALL for place, point in enumerate(points)
    }
    taken = dict[Spot, str]()
    hidden = dict[str, str]()
    for point in points:
        mark = marks[point.account.row.id]
        held = taken.setdefault(spot(point, top), mark)
        if held != mark:
            hidden[point.account.row.id] = held
    return Plot((*_field(taken, top, bands), *_axis(bands)), marks, hidden)


def points_of(placed: Sequence[Placed]) -> list[Placed]:
    """Return the accounts that have one place, the most exposed first."""
    known = [each for each in placed if each.is_point]
    return sorted(known, key=lambda each: (-(each.exposure.value or 0.0), each.account.row.id))


def top_of(exposures: Sequence[float]) -> float:
    """Return the exposure at the upper edge, 0–1: the next round figure above the largest."""
    largest = max(exposures, default=0.0)
    return next((top for top in _TOPS if top >= largest), 1.0)


def ticks_of(top: float) -> list[float]:
    """Return the exposures to write on the axis, the largest first, none so close to another that they would touch."""
    found = list[float]()
    for tick in (tick for tick in _TICKS if top / 100 <= tick <= top):
        if not found or sqrt(found[-1] / top) - sqrt(tick / top) >= _APART:
            found.append(tick)
    return found


def spot(point: Placed, top: float) -> Spot:
    """Return where a point stands: the nearest column and row to its health and exposure."""
    return Spot(_column(point.health.value or 0.0), _row(point.exposure.value or 0.0, top))


def _column(health: float) -> int:
    return int(health / 100 * COLUMNS + 0.5)


def _row(exposure: float, top: float) -> int:
    return int(sqrt(exposure / top) * ROWS + 0.5)


def _field(taken: Mapping[Spot, str], top: float, bands: HealthRubric) -> list[str]:
    lines = ["exposure (% of revenue, square-root scale)"]
    edges = {_column(bands.red_to), _column(bands.amber_to)}
    labels = {_row(tick, top): words.share(tick) for tick in reversed(ticks_of(top))} | {0: "0 %"}
    for row in range(ROWS, -1, -1):
        signs = (taken.get(Spot(column, row), ":" if column in edges else " ") for column in range(COLUMNS + 1))
        lines.append(f"{labels.get(row, '').rjust(_MARGIN - 1)} |{''.join(signs)}".rstrip())
    return lines


def _axis(bands: HealthRubric) -> list[str]:
    ruler, numbers, names = ([" "] * (COLUMNS + 4) for _ in range(3))
    ruler[: COLUMNS + 1] = "-" * (COLUMNS + 1)
    lines = (0.0, bands.red_to, bands.amber_to, 100.0)
    for line in (0.0, 100.0, bands.red_to, bands.amber_to):
        column, text = _column(line), words.plain(line)
        ruler[column] = "+" if column else "-"
        at = max(0, column - len(text) // 2)
        if not "".join(numbers[max(0, at - 1) : at + len(text) + 1]).strip():  # two that touch would read as a third
            numbers[at : at + len(text)] = text
    for name, low, high in zip(("red", "amber", "green"), lines, lines[1:], strict=False):
        at = (_column(low) + _column(high) - len(name)) // 2
        if _column(high) - _column(low) > len(name):
            names[at : at + len(name)] = name
    pad = " " * (_MARGIN + 1)
    numbered = f"{pad}{''.join(numbers)}".rstrip()
    return [f"{pad[:-1]}+{''.join(ruler).rstrip()}", numbered, f"{pad}{''.join(names)}".rstrip(), f"{pad}health"]
