"""Exposure and health of a portfolio: the plot, and the table that says which letter is whom."""

from collections.abc import Iterator, Sequence

from relmap.portfolio.values import Placed, Portfolio
from relmap.render import words
from relmap.render.book_rows import health_cell
from relmap.render.page import Block, Cell, Code, Column, Grid, Prose, Section, Tone, prose
from relmap.render.portfolio_plot import Plot, plot

COLUMNS = (
    Column("Mark"),
    Column("Account", wrap=True),
    Column("Exposure", right=True),
    Column("Health"),
    Column("Share", fold=72, right=True),
)


def exposed_section(portfolio: Portfolio, limit: int | None = None) -> Section | None:
    """Return the plot with its key; None where nothing of the shown accounts is at stake."""
    if not portfolio.placed:
        return None
    drawn = plot(portfolio.placed, portfolio.assessment.settings.rubric.health)
    return Section("Exposure and health", tuple(_blocks(portfolio, drawn, limit)))


def _blocks(portfolio: Portfolio, drawn: Plot, limit: int | None) -> Iterator[Block]:
    text = (
        "Exposure is the part of the revenue that hangs on what a relationship lacks in health: share × "
        "(100 − health) / 100. High up and to the left is where a loss would hurt and is likely."
    )
    yield prose(text)
    if drawn.marks:
        yield Code(drawn.lines)
    else:
        yield prose("No account has a place in the plot: of none are revenue and health both known.", Tone.UNKNOWN)
    rows = sorted(portfolio.placed, key=lambda each: _order(each, drawn))
    shown = tuple(_row(each, portfolio, drawn) for each in rows[:limit])
    yield Grid(COLUMNS, shown, len(rows) - len(shown))
    yield from _outside(portfolio.placed)


def _order(each: Placed, drawn: Plot) -> tuple[bool, float, str]:
    """Who has no place comes first, as nobody knows how exposed they are; then by exposure, as the letters."""
    exposure = each.exposure.value if each.is_point else each.exposure.high
    return each.account.row.id in drawn.marks, -(exposure or 0.0), each.account.row.id


def _row(each: Placed, portfolio: Portfolio, drawn: Plot) -> tuple[Cell, ...]:
    entry = each.account
    other = drawn.hidden.get(entry.row.id)
    note = f"in the place of {other}" if other else ""
    mark = drawn.marks.get(entry.row.id, words.UNKNOWN)
    share = entry.figures["share"]
    return (
        Cell(mark, Tone.STRONG if each.is_point else Tone.UNKNOWN, below=""),
        Cell(entry.row.name, note=note),
        Cell(words.ranged(entry.figures["exposure"], words.percent)),
        health_cell(entry, portfolio.assessment.settings),
        Cell(words.ranged(share, words.percent), below=f"share {words.ranged(share, words.percent)}"),
    )


def _outside(placed: Sequence[Placed]) -> Iterator[Prose]:
    """Say of whom there is no place, and why."""
    dark = [each for each in placed if each.account.share.value is None]
    weak = [each for each in placed if not each.is_point and each not in dark]
    for found, why in ((dark, "what they buy is not known"), (weak, "their health is not scored")):
        if found:
            names = words.listed([each.account.row.name for each in found], 5)
            yield prose(words.sentence(f"not in the plot, as {why}: {names}"), Tone.UNKNOWN)
