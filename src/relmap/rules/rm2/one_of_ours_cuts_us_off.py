"""RM209: one of our own people, without whom a key player is out of our reach."""

from collections.abc import Iterator

from relmap.assess.leads import contact_label, member_label
from relmap.findings import Severity
from relmap.measures.facts import Facts
from relmap.measures.resilience import SinglePoint
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa:
    name: Rosa Lenz
    power: 5
    known_by:
      maria: {level: problem_solver, last_contact: 2026-10-20}
      tom: {level: TOM, last_contact: 2026-11-02}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status != "customer":
        return
    for point in case.profile.resilience.single_points:
        if point.side == "ours" and (lost := _surely_lost(case.facts, point)):
            names = [contact_label(case.profile, contact) for contact in lost]
            listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
            who, verb = member_label(case.profile, point.person), "is" if len(names) == 1 else "are"
            yield Hit(
                ("contacts", lost[0], "known_by", point.person),
                point.person,
                f"if {who} leaves, {listed} {verb} out of our reach",
                related=tuple((("contacts", contact), "out of our reach as well") for contact in lost[1:]),
            )


def _surely_lost(facts: Facts, point: SinglePoint) -> list[str]:
    """Leave out who may still be reached through a relationship of another of us that nobody knows to be live."""
    maybe = {link.contact for link in facts.links if link.live is None and link.member != point.person}
    return [contact for contact in point.cut_off if not maybe or maybe.isdisjoint(_around(facts, contact))]


def _around(facts: Facts, contact: str) -> set[str]:
    """Return a contact, and everybody whom lines of influence connect with them."""
    pairs = [(person.id, other) for person in facts.people for other in person.contact.influences]
    found, grown = {contact}, True
    while grown:
        near = {one for pair in pairs if not found.isdisjoint(pair) for one in pair}
        grown = not near <= found
        found |= near
    return found


RULE = AccountRule(
    code="RM209",
    name="one-of-ours-cuts-us-off",
    severity=Severity.WARNING,
    profile="standard",
    summary="All ways to a key player of a customer run through one of our own people.",
    why="People leave, fall ill and go on holiday; what we can do something about is our own side.",
    sources=("Menger, Zur allgemeinen Kurventheorie, 1927.",),
    hint="take a second of us along next time",
    fires=Example(_ACCOUNT.replace("TOM", "vendor")),
    clean=Example(_ACCOUNT.replace("TOM", "credible_source")),
    find=_find,
)
