"""The value statement: promised, delivered, and confirmed by whom, stakeholder by stakeholder."""

from relmap.model.money import ValueEntry
from relmap.plan.values import AccountPlan, StakeholderValue
from relmap.render import words
from relmap.render.page import Block, Cell, Column, Grid, Heading, Prose, Section, Tone
from relmap.render.plan_words import TITLES, contact

_COLUMNS = (
    Column("Benefit", wrap=True),
    Column("Promised", wrap=True),
    Column("Delivered", wrap=True),
    Column("Confirmed by"),
)


def value_section(plan: AccountPlan) -> Section | None:
    """Return the statement; None where no value is on record."""
    if not plan.value:
        return None
    entries = [entry for person in plan.value for _, entry in person.entries]
    confirmed = sum(entry.confirmed_by is not None for entry in entries)
    delivered = sum(entry.delivered is not None for entry in entries)
    told = (
        f"on record: {words.count(len(entries), 'benefit')}, {words.number(delivered)} delivered, "
        f"{words.number(confirmed)} confirmed by somebody of theirs"
    )
    blocks: list[Block] = [Prose(Cell(words.sentence(told)))]
    for person in plan.value:
        name = contact(plan, person.contact) if person.contact else "Nobody in particular"
        blocks += [Heading(f"For {name}" if person.contact else name), _table(plan, person)]
    return Section(TITLES["value"], tuple(blocks))


def _table(plan: AccountPlan, person: StakeholderValue) -> Block:
    return Grid(_COLUMNS, tuple(_row(plan, position, entry) for position, entry in person.entries))


def _row(plan: AccountPlan, position: int, entry: ValueEntry) -> tuple[Cell, ...]:
    by = Cell(contact(plan, entry.confirmed_by), Tone.GOOD) if entry.confirmed_by else Cell("nobody yet", Tone.WATCH)
    day = f"{entry.date}" if entry.date else ""
    return (
        Cell(entry.what, Tone.STRONG, day, routes=(("value", position),)),
        Cell(entry.promised or "not said", Tone.PLAIN if entry.promised else Tone.UNKNOWN),
        Cell(entry.delivered or "not known yet", Tone.PLAIN if entry.delivered else Tone.UNKNOWN),
        by,
    )
