"""Where to invest and where to move back, and whose effort does not fit: every answer with why, or what to find out."""

from collections.abc import Iterator

from relmap.portfolio.moves import ROOM
from relmap.portfolio.values import Advice, Move, Portfolio
from relmap.render import words
from relmap.render.page import Block, Bullets, Cell, Column, Grid, Section, Tone, bullets, prose
from relmap.render.portfolio_words import closed, effort_text, move_text, possible_text, question, why_text

TONES = {
    Move.INVEST: Tone.GOOD,
    Move.DECIDE: Tone.BAD,
    Move.MOVE_BACK: Tone.WATCH,
    Move.LEAVE: Tone.WATCH,
    Move.HOLD: Tone.PLAIN,
}
COLUMNS = (Column("Answer"), Column("Account", wrap=True, widest=24), Column("Why", wrap=True))
UNKNOWN_COLUMNS = (
    Column("Account", wrap=True, widest=24),
    Column("What is known", wrap=True),
    Column("Find out", wrap=True),
)


def moves_sections(portfolio: Portfolio, limit: int | None = None) -> Iterator[Section]:
    """Yield the sections on where to invest and on effort; none without customers."""
    if not portfolio.advice:
        return
    yield Section("Where to invest, where to move back", tuple(_moves(portfolio, limit)))
    if blocks := tuple(_efforts(portfolio, limit)):
        yield Section("Over-served and under-served", blocks)


def _moves(portfolio: Portfolio, limit: int | None) -> Iterator[Block]:
    yield prose("The answer follows from what we aim at, what is within reach, and what is left after cost to serve.")
    yield _rule()
    settings = portfolio.assessment.settings
    known = sorted((each for each in portfolio.advice if each.move), key=_order)
    if known:
        rows = tuple(
            (Cell(move_text(each), _tone(each)), Cell(each.account.row.name), Cell(why_text(each, settings)))
            for each in known[:limit]
        )
        yield Grid(COLUMNS, rows, len(known) - len(rows))
    open_ = sorted((each for each in portfolio.advice if not each.move), key=_order)
    if open_:
        number = words.count(len(open_), "account")
        yield prose(f"The answer is not known for {number}; what would tell stands beside.", Tone.UNKNOWN)
        found = tuple(_open_row(each, portfolio) for each in open_[:limit])
        yield Grid(UNKNOWN_COLUMNS, found, len(open_) - len(found))


def _rule() -> Bullets:
    """Tell the rule, so that everybody can check an answer."""
    more = f"at least {words.share(ROOM)} more revenue is within reach"
    return bullets(
        [
            f"Invest: we aim above the stage that is earned, {more}, and something is left.",
            f"Advance or move back: nothing is left, and {more}.",
            "Move back: nothing is left, and hardly more is within reach; or we chose it, or aim below what is earned.",
            "Leave: we have chosen it. Hold: all others.",
        ]
    )


def _tone(advice: Advice) -> Tone:
    return TONES[advice.move] if advice.move else Tone.UNKNOWN


def _order(advice: Advice) -> tuple[int, float, str]:
    """By the answer, then by revenue."""
    place = list(Move).index(advice.move) if advice.move else len(Move)
    return place, -(advice.account.revenue or 0.0), advice.account.row.id


def _open_row(advice: Advice, portfolio: Portfolio) -> tuple[Cell, ...]:
    known = f"{why_text(advice, portfolio.assessment.settings)} {words.sentence(possible_text(advice))}"
    asked = " ".join(question(missing) for missing in advice.missing)
    return Cell(advice.account.row.name), Cell(known), Cell(asked)


def _efforts(portfolio: Portfolio, limit: int | None) -> Iterator[Block]:
    settings = portfolio.assessment.settings
    told = {
        "over": "{} over-served: more effort than the stage aimed at is worth. Serve less, or aim higher.",
        "under": "{} under-served: less effort than the stage aimed at needs.",
    }
    for fit, text in told.items():
        found = [each for each in portfolio.advice if each.case.effort.fit == fit]
        if found:
            told_of = [f"{each.account.row.name}: {effort_text(each.case.effort, settings)}" for each in found[:limit]]
            if more := len(found) - len(told_of):
                told_of.append(f"and {words.number(more)} more")
            yield prose(text.format(_are(len(found))))
            yield bullets([closed(each) for each in told_of])
    dark = [each for each in portfolio.advice if each.case.effort.fit is None]
    if dark:
        names = words.listed([each.account.row.name for each in dark], 5)
        why = "touchpoints are not kept, or cost to serve is not known"
        yield prose(f"Not known for {words.count(len(dark), 'account')}, as {why}: {closed(names)}", Tone.UNKNOWN)


def _are(number: int) -> str:
    return f"{words.count(number, 'account')} {'is' if number == 1 else 'are'}"
