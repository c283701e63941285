"""RM609: it may end, and nothing is being done about it."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.measures.initiatives import is_open
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa Lenz, power: 5, left: 2026-09-30, status: left}
  ben: {name: Ben Okoro, power: 4, known_by: {maria: {level: vendor, last_contact: 2026-10-20}}}
initiatives:
  repair: {what: Talk about what went wrong, owner: maria, status: STATUS}
"""


def _find(case: Case) -> Iterator[Hit]:
    found = case.profile.dissolution
    state = found.verdict.value
    if case.account.status != "customer" or state in (None, "none"):
        return
    if any(is_open(case.facts, entry) for entry in case.account.initiatives.values()):
        return
    shown = [check for check in (found.notice, *found.signs) if check.passed]
    places = [entry.route for check in shown for entry in check.inputs]
    says = "notice is given" if state == "open" else f"it may end ({'; '.join(check.label for check in shown)})"
    yield Hit(places[0] if places else ("status",), "ending", f"{says}, and no initiative is open")


RULE = AccountRule(
    code="RM609",
    name="ending-unanswered",
    severity=Severity.ERROR,
    profile="standard",
    summary="The relationship is at risk of ending, or notice is given, and no initiative is open.",
    why="Relationships end slowly and in the open; what is missing is seldom the sign and mostly the answer.",
    sources=("A note on Dwyer, Schurr & Oh: dissolution can begin in any phase.",),
    hint="decide who talks to whom by when, and write it under `initiatives`",
    fires=Example(_ACCOUNT.replace("STATUS", "dropped")),
    clean=Example(_ACCOUNT.replace("STATUS", "in_progress")),
    find=_find,
)
