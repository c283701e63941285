"""RM202: a customer with whose people nobody of ours is in live touch."""

from collections.abc import Iterator

from relmap.assess.leads import contact_label, member_label
from relmap.findings import Severity
from relmap.measures.facts import has_left
from relmap.rules.rm2.touch import find_cold, last_contact
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa Lenz, power: 4, known_by: {maria: {level: problem_solver, last_contact: 2026-ROSA}}}
  ben: {name: Ben Okoro, power: 2}
"""


def _find(case: Case) -> Iterator[Hit]:
    facts = case.facts
    if case.account.status != "customer" or not (facts.people or facts.left):
        return  # (nobody on the map: nothing is known, and RM204 asks who they are)
    cold = find_cold(facts, facts.people)
    if cold is not None:
        yield Hit(("contacts",), "contacts", _message(case), on=cold.on)


def _message(case: Case) -> str:
    if not case.facts.people:
        gone = [f"{contact.name or key} left{_on(contact.left)}" for key, contact in case.facts.left]
        return f"nobody of ours is in live touch with anybody: {' and '.join(gone[:2])}, and nobody else is on the map"
    link = last_contact(case.facts.people)
    if link is None:
        return "nobody of ours is in live touch with anybody on the map, and no day of a last contact is known"
    ours, theirs = member_label(case.profile, link.member), contact_label(case.profile, link.contact)
    gone_since = case.facts.member(link.member)
    if gone_since and has_left(gone_since.status, gone_since.left, case.as_of):
        ours += ", who left" + _on(gone_since.left)
    return (
        f"nobody of ours is in live touch with anybody: the last contact was on {link.contacted}, {theirs} with {ours}"
    )


def _on(day: object) -> str:
    return f" on {day}" if day else ""


RULE = AccountRule(
    code="RM202",
    name="no-live-relationship",
    severity=Severity.WARNING,
    profile="standard",
    summary="A customer has people on the map, and nobody of ours is in live touch with any of them.",
    why="They buy from us and nobody talks to them: whoever calls them next has the account.",
    hint="call the one who knew you best, and note the day",
    fires=Example(_ACCOUNT.replace("ROSA", "06-02")),
    clean=Example(_ACCOUNT.replace("ROSA", "10-20")),
    find=_find,
)
