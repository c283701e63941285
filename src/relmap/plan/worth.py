"""The value statement: what was promised and delivered, and who of theirs says so, stakeholder by stakeholder."""

from relmap.measures.facts import Facts
from relmap.model.money import ValueEntry
from relmap.plan.values import StakeholderValue


def find_value(facts: Facts) -> tuple[StakeholderValue, ...]:
    """Return the value entries up to the day, by the person they are for, in the file's order; nobody comes last."""
    held: dict[str | None, list[tuple[int, ValueEntry]]] = {}
    for position, entry in enumerate(facts.account.value):
        if facts.happened(entry.date):
            held.setdefault(entry.to, []).append((position, entry))
    order = sorted(held, key=lambda contact: contact is None)
    return tuple(StakeholderValue(contact, tuple(held[contact])) for contact in order)
