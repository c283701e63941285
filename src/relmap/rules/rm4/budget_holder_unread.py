"""RM407: who holds the budget is known, and what that person wants is not."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa Lenz, roles: budgetCARES}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    for person in case.facts.people:
        if "budget" in person.contact.roles and person.contact.cares_about is None:
            message = f"{person.label} holds the budget, and what they want to see happen is not known"
            yield Hit(("contacts", person.id), person.id, message)


RULE = AccountRule(
    code="RM407",
    name="budget-holder-unread",
    severity=Severity.WARNING,
    profile="standard",
    summary="A budget holder is on the map without what that person cares about.",
    why="Whoever pays weighs our offer against something; if we do not know what, price is what is left.",
    sources=("Beaumont, the six-step Customer Relationship Plan: the decision roles, and what each person values.",),
    hint="ask, and write it under `cares_about`",
    fires=Example(_ACCOUNT.replace("CARES", "")),
    clean=Example(_ACCOUNT.replace("CARES", ", cares_about: fewer stops")),
    find=_find,
)
