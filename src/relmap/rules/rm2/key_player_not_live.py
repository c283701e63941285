"""RM203: a key player whom somebody of ours knows, and nobody is in live touch with."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rm2.touch import find_cold, nearest, why_cold
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa Lenz, power: 4, known_by: {maria: {level: problem_solver, last_contact: 2026-ROSA}}}
  ben: {name: Ben Okoro, power: 2, known_by: {maria: {level: credible_source, last_contact: 2026-10-20}}}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status != "customer":
        return
    for person in case.facts.people:
        if not (person.key and person.known and (cold := find_cold(case.facts, [person], case.until))):
            continue
        link = nearest([person])
        if link:
            message = f"{person.label}, power {person.contact.power}, is in live touch with nobody of ours"
            yield Hit(("contacts", person.id), person.id, f"{message}: {why_cold(case.profile, link)}", on=cold.on)


RULE = AccountRule(
    code="RM203",
    name="key-player-not-live",
    severity=Severity.WARNING,
    profile="standard",
    summary="A key player of a customer, power 4 or 5, is known to us and in live touch with nobody.",
    why="Who decides is decided by whom they listened to last.",
    sources=("Altify, relationship map: key players and their coverage.",),
    hint="let somebody with a reason call, and note the day under `last_contact` or `touchpoints`",
    fires=Example(_ACCOUNT.replace("ROSA", "06-02")),
    clean=Example(_ACCOUNT.replace("ROSA", "10-20")),
    find=_find,
)
