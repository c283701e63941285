"""The renewal runway: back from the end of the contract and the tender, with who is for us and what was given."""

from collections.abc import Iterator, Mapping
from datetime import date

from relmap.assess.assessment import Card
from relmap.measures.facts import Facts, Person
from relmap.measures.stakeholders import is_supportive
from relmap.plan.values import Concessions, Deadline, DeadlineName, Runway
from relmap.rules.days import days_before


def find_runway(card: Card) -> Runway | None:
    """Return the runway; None where neither an end of the contract nor a tender lies ahead."""
    facts = card.profile.facts
    deadlines = find_deadlines(facts)
    if facts.account.status == "former" or not any(deadline.days >= 0 for deadline in deadlines):
        return None
    people = sorted(facts.people, key=lambda person: -(person.contact.power or 0))
    return Runway(
        deadlines,
        tuple(person.id for person in people if is_supportive(person)),
        tuple(person.id for person in people if person.contact.support in ("skeptic", "opponent")),
        tuple(person.id for person in people if person.key is not False and _is_undecided(person)),
        tuple(enumerate(facts.account.competitors)),
        find_concessions(facts),
    )


def _is_undecided(person: Person) -> bool:
    return person.contact.support in (None, "neutral")


def find_deadlines(facts: Facts) -> tuple[Deadline, ...]:
    """Return the last day for notice, the tender, and the end of the contract, in the order of their days."""
    return tuple(sorted(_deadlines(facts), key=lambda deadline: (deadline.day, deadline.name)))


def _deadlines(facts: Facts) -> Iterator[Deadline]:
    contract = facts.account.contract
    if contract is None:
        return
    if contract.ends and contract.notice_days:
        yield _deadline(facts, "notice", days_before(contract.ends, contract.notice_days))
    if contract.tender:
        yield _deadline(facts, "tender", contract.tender)
    if contract.ends:
        yield _deadline(facts, "end", contract.ends)


_KEYS: Mapping[DeadlineName, str] = {"notice": "notice_days", "tender": "tender", "end": "ends"}


def _deadline(facts: Facts, name: DeadlineName, day: date) -> Deadline:
    return Deadline(name, day, (day - facts.as_of).days, ("contract", _KEYS[name]))


def find_concessions(facts: Facts) -> Concessions:
    """Return what each side gave within four quarters."""
    recent = [
        (position, entry)
        for position, entry in enumerate(facts.account.exchanges)
        if facts.window_start <= entry.date <= facts.as_of
    ]
    given = tuple(entry for entry in recent if entry[1].gave == "us")
    return Concessions(given, tuple(entry for entry in recent if entry[1].gave == "them"))
