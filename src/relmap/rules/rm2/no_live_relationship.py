"""RM202: a customer with whose people nobody of ours is in live touch."""

from collections.abc import Iterator

from relmap.assess.leads import contact_label
from relmap.findings import Severity
from relmap.rules.rm2.touch import find_cold, nearest, why_cold
from relmap.rules.rule import AccountRule, Case, Example, Hit

NAMED = 2
"""How many of those who are gone a message names."""

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
    cold = find_cold(facts, facts.people, case.until)
    if cold is not None:
        yield Hit(("contacts",), "contacts", _message(case), on=cold.on)


def _message(case: Case) -> str:
    if not case.facts.people:
        gone = [contact.name or key for key, contact in case.facts.left]
        return f"nobody of theirs is left on the map: {' and '.join(gone[:NAMED])} left"
    link = nearest(case.facts.people)
    if link is None:
        return "nobody of ours knows anybody on the map"
    closest = f"{contact_label(case.profile, link.contact)} is nearest: {why_cold(case.profile, link)}"
    return f"nobody of ours is in live touch with anybody; {closest}"


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
