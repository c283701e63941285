"""The portfolio as a page: what matters first in three sentences, then the sections that have something to say."""

from collections.abc import Iterator

from relmap.portfolio.values import Move, Portfolio
from relmap.render import words
from relmap.render.book_unknown import unknown_section
from relmap.render.page import Cell, Page, Section, Tone
from relmap.render.portfolio_exposed import exposed_section
from relmap.render.portfolio_money import concentration_section, losses_section
from relmap.render.portfolio_moves import moves_sections
from relmap.render.portfolio_people import key_accounts_section, load_section, stages_section
from relmap.render.portfolio_trend import trend_sections
from relmap.render.portfolio_words import MOVES
from relmap.render.rubric_line import rubric_section

SCREEN_ROWS = 26
"""How many rows of a table a screen shows; all of them are in the other formats."""


def portfolio_page(portfolio: Portfolio, limit: int | None = None) -> Page:
    """Return the page of a portfolio, with at most `limit` rows in a table that has one an account."""
    assessment = portfolio.assessment
    number = words.count(len(assessment.accounts), "account")
    title = f"{assessment.settings.company}: portfolio of {number} on {words.day(assessment.as_of)}"
    return Page(title, tuple(_lead(portfolio)), tuple(_sections(portfolio, limit)))


def _sections(portfolio: Portfolio, limit: int | None) -> Iterator[Section]:
    some = (
        exposed_section(portfolio, limit),
        *moves_sections(portfolio, limit),
        concentration_section(portfolio, limit),
        losses_section(portfolio),
        *trend_sections(portfolio),
        stages_section(portfolio),
        key_accounts_section(portfolio),
        load_section(portfolio),
        unknown_section(portfolio.assessment),
        rubric_section(portfolio.assessment.settings),
    )
    yield from (section for section in some if section is not None)


def _lead(portfolio: Portfolio) -> Iterator[Cell]:
    yield from map(_said, _money(portfolio))
    if answers := _answers(portfolio):
        yield _said(answers)
    if not portfolio.shows_all:
        shown = words.count(len(portfolio.accounts), "account")
        verb = "meets" if len(portfolio.accounts) == 1 else "meet"
        text = (
            f"{shown} {verb} the conditions: one by one they stand here alone, and what is said of the book is of all"
        )
        yield Cell(words.sentence(text), Tone.MUTED)


def _said(text: str) -> Cell:
    return Cell(words.sentence(text))


def _money(portfolio: Portfolio) -> Iterator[str]:
    assessment, revenue = portfolio.assessment, portfolio.revenue
    if not portfolio.pareto:
        yield f"no share is known, as {revenue.reason}"
        return
    largest = portfolio.pareto[0]
    total = words.money(revenue.total, assessment.settings.currency)
    known = words.count(len(revenue.customers), "customer")
    first = f"{total} of revenue in {revenue.period} comes from {known}"
    if len(revenue.customers) > 1:
        first += f", and {words.exact_share(largest.share)} of it from {largest.name} alone"
    yield first
    figure = words.ranged(assessment.fragility, words.share, (0, 1))
    if figure != words.UNKNOWN:
        yield f"{figure} of it hangs on what the relationships lack in health{_most(portfolio)}"


def _most(portfolio: Portfolio) -> str:
    """Name who is the most exposed, where that is so whatever the unknown turns out to be."""
    known = [entry for entry in portfolio.assessment.accounts if entry.share.value is not None]
    first = max(known, key=lambda entry: (entry.exposure.low, entry.row.id), default=None)
    if first is None or any(entry.exposure.high >= first.exposure.low for entry in known if entry is not first):
        return ""
    return f", most of all on {first.row.name}" if len(known) > 1 else ""


def _answers(portfolio: Portfolio) -> str:
    moves = [each.move for each in portfolio.advice]
    if not moves:
        return ""
    counted = [(f"{MOVES[move]} for", moves.count(move)) for move in Move if move in moves]
    dark = moves.count(None)
    if not counted:
        whom = "the only customer" if dark == 1 else f"all {words.count(dark, 'customer')}"
        return f"where to invest and where to move back is not known for {whom}"
    told = words.listed([f"{text} {words.number(number)}" for text, number in counted])
    rest = f"; for {words.number(dark)} it is not known" if dark else ""
    return f"of {words.count(len(moves), 'customer')}, the rule of investing says {told}{rest}"
