"""Exposure and health of a portfolio: the plot, and the table that says which letter is whom."""

from collections.abc import Iterator

from relmap.portfolio.values import Placed, Portfolio
from relmap.render import words
from relmap.render.book_rows import health_cell
from relmap.render.page import Block, Cell, Code, Column, Grid, Section, Tone, prose
from relmap.render.portfolio_plot import Plot, plot, points_of

COLUMNS = (
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
    yield from _outside(portfolio, limit)
    points = points_of(portfolio.placed)
    if points:
        rows = tuple(_marked(each, portfolio, drawn) for each in points[:limit])
        yield Grid((Column("Mark"), *COLUMNS), rows, len(points) - len(rows))


def _marked(each: Placed, portfolio: Portfolio, drawn: Plot) -> tuple[Cell, ...]:
    """Return the row of an account in the plot: its letter, and where another's stands in its place."""
    name = each.account.row.id
    other = drawn.hidden.get(name)
    mark = Cell(drawn.marks[name], Tone.STRONG, f"under {other}" if other else "", below="")
    return mark, *_row(each, portfolio)


def _row(each: Placed, portfolio: Portfolio) -> tuple[Cell, ...]:
    entry = each.account
    share = words.ranged(entry.figures["share"], words.percent)
    return (
        Cell(entry.row.name),
        Cell(words.ranged(entry.figures["exposure"], words.percent)),
        health_cell(entry, portfolio.assessment.settings),
        Cell(share, below=f"share {share}"),
    )


def _outside(portfolio: Portfolio, limit: int | None) -> Iterator[Block]:
    """Show first who has no place, as nobody knows how exposed they are: whoever could be the most exposed first."""
    for text, found in (
        ("what they buy is not known", [each for each in portfolio.placed if each.account.share.value is None]),
        ("health is not scored", [each for each in portfolio.placed if _is_weak(each)]),
    ):
        if found:
            yield prose(f"Not in the plot, as {text}: {words.count(len(found), 'account')}.", Tone.UNKNOWN)
            rows = tuple(_row(each, portfolio) for each in found[:limit])
            yield Grid(COLUMNS, rows, len(found) - len(rows))


def _is_weak(each: Placed) -> bool:
    return each.account.share.value is not None and not each.is_point
