"""The stakeholder map: what kind of contact each person is, the map's status and colour, and the quadrants."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from relmap.measures.facts import Facts, Person
from relmap.measures.logic import Truth, all_of, any_of
from relmap.measures.result import Evidence, Input, Known, Verdict

CONTACT_TYPES = ("not_key", "no_cover", "some_cover", "supportive")
COLOURS = ("red", "amber", "green")
DECIDING_ROLES = frozenset(("budget", "approver", "sponsor"))
QUADRANTS = {
    (True, True): "manage_closely",
    (True, False): "keep_satisfied",
    (False, True): "keep_informed",
    (False, False): "monitor",
}


class MappedContact(NamedTuple):
    """One active contact on the map. What power or support leave open is None."""

    person: Person
    type: str | None
    quadrant: str | None


class StakeholderMap(NamedTuple):
    """The map of the active contacts."""

    status: Verdict
    """0 no contacts, 1 no key player, 2 key players but none supportive, 3 at least one supportive."""
    colour: Verdict
    people: tuple[Person, ...]
    suspiciously_positive: bool
    """Five or more contacts of known support and no skeptic or opponent among them."""

    @property
    def contacts(self) -> tuple[MappedContact, ...]:
        """Every active contact with type and quadrant, in the file's order."""
        return tuple(MappedContact(person, contact_type(person), _quadrant(person)) for person in self.people)


def map_stakeholders(facts: Facts) -> StakeholderMap:
    """Return contact types, status, colour and quadrants.

    Sources: contact types, status and colour after Altify's relationship map; power/interest quadrants after Mendelow,
    with 4 and 5 as high (ours). Unknown power or support gives a best and a worst case.
    """
    known = [value is not None for person in facts.people for value in (person.contact.power, person.contact.support)]
    completeness = sum(known) / len(known) if known else 1.0
    return StakeholderMap(
        _verdict(_statuses(facts.people), completeness, lambda: _evidence(facts)),
        _verdict(_colours(facts.people), completeness, lambda: _evidence(facts)),
        facts.people,
        is_suspiciously_positive(facts.people),
    )


def is_suspiciously_positive(people: Sequence[Person]) -> bool:
    """Say whether five or more have a known support, and none of them is a skeptic or an opponent."""
    supports = [person.contact.support for person in people if person.contact.support]
    return len(supports) >= 5 and {"skeptic", "opponent"}.isdisjoint(supports)


def is_supportive(person: Person) -> Truth:
    """Say whether the person is a champion or a supporter."""
    support = person.contact.support
    return None if support is None else support in ("champion", "supporter")


def contact_type(person: Person) -> str | None:
    """Return supportive, some_cover, no_cover or not_key; None where power or support leave it open."""
    if person.key is None:
        return None
    if not person.key:
        return "not_key"
    supportive = is_supportive(person)
    if supportive is None:
        return None
    return "supportive" if supportive else "some_cover" if person.known else "no_cover"


def _quadrant(person: Person) -> str | None:
    interest = person.contact.interest
    if person.key is None or interest is None:
        return None
    return QUADRANTS[person.key, interest >= 4]


def _statuses(people: tuple[Person, ...]) -> list[str]:
    if not people:
        return ["0"]
    key = any_of([person.key for person in people])
    supportive = any_of([all_of((person.key, is_supportive(person))) for person in people])
    possible = []
    if key is not True:
        possible.append("1")
    if supportive is not True and any(person.key is not False and not is_supportive(person) for person in people):
        possible.append("2")
    if supportive is not False:
        possible.append("3")
    return possible


def _colours(people: tuple[Person, ...]) -> list[str]:
    supportive = any_of([all_of((person.key, is_supportive(person))) for person in people])
    deciding = any_of([all_of((person.key, is_supportive(person), _decides(person))) for person in people])
    possible = []
    if supportive is not True:
        possible.append("red")
    if deciding is not True and any(_may_be_supportive(person) and not _decides(person) for person in people):
        possible.append("amber")
    if deciding is not False:
        possible.append("green")
    return possible


def _may_be_supportive(person: Person) -> bool:
    return person.key is not False and is_supportive(person) is not False


def _decides(person: Person) -> bool:
    return not DECIDING_ROLES.isdisjoint(person.contact.roles)


def _verdict(possible: list[str], completeness: float, evidence: Callable[[], Evidence]) -> Verdict:
    if len(possible) == 1:
        return Verdict(possible[0], tuple(possible), completeness, "", evidence)
    return Verdict(None, tuple(possible), completeness, "power or support is unknown", evidence)


def _evidence(facts: Facts) -> Evidence:
    return Evidence(
        tuple(
            Input(
                ("contacts", person.id, field),
                Known.UNKNOWN if getattr(person.contact, field) is None else Known.UNDATED,
            )
            for person in facts.people
            for field in ("power", "support")
        )
    )
