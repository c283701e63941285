"""`relmap whatif --lose` as a page: the book without a customer."""

from collections.abc import Iterator

from relmap.assess.figures import Figure
from relmap.render import labels, words
from relmap.render.page import Cell, Column, Grid, Page, Section, Tone, prose
from relmap.render.rubric_line import rubric_section
from relmap.render.whatif_page import figure_cell
from relmap.whatif.book import BookFigure
from relmap.whatif.loss import Loss

_BOOK = (Column("Figure of the book", wrap=True), Column("Before", right=True), Column("After", right=True))
_SHIFTS = (Column("Account"), Column("Measure", wrap=True), Column("Before"), Column("After"))
_SHOWN = frozenset(("share", "dependence", "dependence.suffering", "ladder"))
"""What is listed of those who stay; JSON and CSV have all of it."""


def loss_page(found: Loss) -> Page:
    """Return the page, before it is drawn."""
    title = f"What if we lose {words.listed(found.names)}? On {found.before.as_of.isoformat()}"
    return Page(title, (Cell(loss_summary(found)),), (*_sections(found), rubric_section(found.before.settings)))


def loss_summary(found: Loss) -> str:
    """Return what the loss means as one paragraph."""
    return " ".join(_sentences(found))


def _sentences(found: Loss) -> Iterator[str]:
    book, names = found.before, words.listed(found.names)
    currency = book.settings.currency
    if found.revenue is None:
        yield f"Without {names} the book loses {words.count(len(found.lost), 'account')} of which no revenue is known."
    else:
        share = words.percent(found.revenue / book.revenue.total * 100) if book.revenue.total else words.UNKNOWN
        accounts = f" with its {words.count(len(found.lost), 'account')}" if len(found.lost) > 1 else ""
        lost = f"{words.money(found.revenue, currency)} of {book.revenue.period or book.period}, {share} of its revenue"
        yield f"Without {names}{accounts} the book loses {lost}{_profit(found)}{_missing(found)}."
        yield from _concentration(found)
    if found.freed:
        members = labels.members(book.settings)
        yield f"{words.listed([members.get(who, who) for who in found.freed])} would be free for other customers."
    yield from _suffering(found)


def _suffering(found: Loss) -> Iterator[str]:
    """Name where deep dependence hurts in what is left, those first who are new to it."""
    was, now = (
        {entry.row.id: entry.row.name for entry in book.accounts if entry.dependence.suffering}
        for book in (found.before, found.after)
    )
    new = [name for account, name in now.items() if account not in was]
    still = [name for account, name in now.items() if account in was]
    if new:
        yield f"We would then suffer deep dependence at {words.listed(new, 4)} as well."
    if still:
        yield f"We would still suffer deep dependence at {words.listed(still, 4)}."


def _profit(found: Loss) -> str:
    was, now = (book.gross_profit.total for book in (found.before, found.after))
    if found.before.gross_profit.hhi is None or was == now:
        return ""
    return f", and {words.money(was - now, found.before.settings.currency)} of gross profit"


def _missing(found: Loss) -> str:
    """Say of how many of the lost accounts nothing is known: what is lost is then more than it seems."""
    silent = sum(entry.revenue is None and entry.row.status == "customer" for entry in found.lost)
    return f"; of {words.count(silent, 'more account')} no revenue is known" if silent else ""


def _concentration(found: Loss) -> Iterator[str]:
    left = found.after.revenue
    if not left.total:
        yield "No revenue is left."
        return
    first = left.customers[0]
    name = next((entry.group_name for entry in found.after.accounts if entry.group == first.group), first.group)
    yield f"The largest customer is then {name} with {words.percent(first.share * 100)} of what is left."
    was, now = found.before.revenue.hhi, left.hhi
    if was is not None and now is not None:
        way = "falls" if now < was else "rises"
        yield f"Concentration (HHI) {way} from {words.number(was)} to {words.number(now)}."


def _sections(found: Loss) -> Iterator[Section]:
    rows = tuple(
        (Cell(entry.title), Cell(_figure(found, entry, entry.before)), Cell(_figure(found, entry, entry.after)))
        for entry in found.figures
    )
    yield Section("The book", (Grid(_BOOK, rows),))
    shifts = tuple(
        (
            Cell(shift.account.row.name),
            Cell(shift.measure.title),
            figure_cell(found.before, shift.measure, shift.before),
            figure_cell(found.before, shift.measure, shift.after),
        )
        for shift in found.shifts
        if shift.measure.id in _SHOWN
    )
    body = Grid(_SHIFTS, shifts) if shifts else prose("Nothing moves.", Tone.MUTED)
    yield Section("Those who stay", (body,))


def _figure(found: Loss, entry: BookFigure, figure: Figure) -> str:
    def write(value: float) -> str:
        if entry.unit == "money":
            return words.money(value, found.before.settings.currency)
        return f"{words.number(value, 1)} %" if entry.unit == "percent" else words.number(value)

    return words.ranged(figure, write, None)
