"""`relmap agenda` as a page: what to do, by account or by whose work it is."""

from collections.abc import Iterator

from relmap.agenda.agenda import Agenda, Group, Item
from relmap.render import labels, words
from relmap.render.agenda_words import KINDS, stake, summary, when_note
from relmap.render.page import Cell, Column, Grid, Page, Section, Tone, prose
from relmap.render.rubric_line import rubric_section

RICH_ITEMS = 100
"""How many items a screen shows; all of them are in the plain text."""
_NO_DAY = "no day"
_WHOSE = 2
"""The place of the column that is left out where all of it is one person's work."""


def agenda_page(agenda: Agenda, limit: int | None = None) -> Page:
    """Return the agenda, at most `limit` items of it."""
    settings, day = agenda.assessment.settings, words.day(agenda.assessment.as_of)
    names = labels.members(settings)
    whose = f" of {words.listed([names.get(owner, owner) for owner in agenda.owners])}" if agenda.owners else ""
    title = f"{settings.company}: agenda{whose} from {day} to {words.day(agenda.until)}"
    sections = (*_sections(agenda, names, limit), rubric_section(settings))
    return Page(title, (Cell(summary(agenda)),), sections)


def _sections(agenda: Agenda, names: dict[str, str], limit: int | None) -> Iterator[Section]:
    left = len(agenda.items) if limit is None else limit
    for group in agenda.groups:
        if left <= 0:
            break
        shown = group.items[:left]
        left -= len(shown)
        yield Section(_heading(agenda, group, names), (_table(agenda, shown, names),))
    if limit is not None and len(agenda.items) > limit:
        rest = words.number(len(agenda.items) - limit)
        yield Section("", (prose(f"… and {rest} more; --format text shows all", Tone.MUTED),))


def _heading(agenda: Agenda, group: Group, names: dict[str, str]) -> str:
    if agenda.by == "owner":
        return f"{names.get(group.key, group.key)}: {words.count(len(group.items), 'thing')} to do"
    account = group.items[0].account
    status = "" if account.row.status == "customer" else f" · {labels.STATUSES[account.row.status]}"
    return f"{account.row.name}{status} · {stake(account)}"


def _table(agenda: Agenda, items: tuple[Item, ...], names: dict[str, str]) -> Grid:
    other = "Whose" if agenda.by == "account" else "Account"
    columns = (
        Column("Day", wrap=True, widest=18),
        Column("What to do", wrap=True),
        Column(other, wrap=True, widest=22),
        Column("Kind", least=110),
        Column("Source", least=150, wide=True),
    )
    kept = [
        place for place in range(len(columns)) if place != _WHOSE or agenda.by == "owner" or len(agenda.owners) != 1
    ]
    rows = (_row(agenda, item, names) for item in items)
    return Grid(tuple(columns[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in rows))


def _row(agenda: Agenda, item: Item, names: dict[str, str]) -> tuple[Cell, ...]:
    todo, row = item.todo, item.account.row
    note = when_note(item)
    day = Cell(words.day(todo.due) if todo.due else _NO_DAY, _tone(item), note)
    owner = names.get(todo.owner, todo.owner)
    return (
        day,
        Cell(todo.what),
        Cell(owner if agenda.by == "account" else row.name),
        Cell(KINDS[todo.kind][0]),
        Cell(f"{row.path}:{todo.line}", Tone.MUTED),
    )


def _tone(item: Item) -> Tone:
    if item.todo.due is None:
        return Tone.MUTED
    return Tone.BAD if item.overdue else Tone.PLAIN
