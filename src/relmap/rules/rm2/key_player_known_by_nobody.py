"""RM210: a key player whom nobody of ours knows."""

from collections.abc import Iterator

from relmap.assess.leads import member_label
from relmap.findings import Severity
from relmap.measures.facts import Person
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa Lenz, power: 5ROSA}
  ben: {name: Ben Okoro, power: 2, known_by: maria}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status != "customer":
        return
    for person in case.facts.people:
        if person.key and not person.known:
            message = f"nobody of ours knows {person.label}, power {person.contact.power}{_who_did(case, person)}"
            yield Hit(("contacts", person.id), person.id, message)


def _who_did(case: Case, person: Person) -> str:
    gone = [link.member for link in person.links if link.present is False and link.relationship.level != "none"]
    return f": {' and '.join(member_label(case.profile, member) for member in gone)} left" if gone else ""


RULE = AccountRule(
    code="RM210",
    name="key-player-known-by-nobody",
    severity=Severity.WARNING,
    profile="standard",
    summary="Nobody of ours knows a key player of a customer, power 4 or 5, at all.",
    why="Who decides about us has only heard of us from others.",
    sources=("Altify, relationship map: key players without cover.",),
    hint="ask those who are live for an introduction, and name who of ours is to know this person",
    fires=Example(_ACCOUNT.replace("ROSA", "")),
    clean=Example(_ACCOUNT.replace("ROSA", ", known_by: maria")),
    find=_find,
)
