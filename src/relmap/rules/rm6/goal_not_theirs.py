"""RM605: a goal of theirs that only we say is theirs."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
customer_goals:
  uptime: {what: No line stops, source: SOURCE}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    for goal_id, goal in case.account.customer_goals.items():
        if goal.source == "ours":
            message = f"“{goal.what}” is written down as their goal, and only we say so"
            yield Hit(("customer_goals", goal_id), goal_id, message)


RULE = AccountRule(
    code="RM605",
    name="goal-not-theirs",
    severity=Severity.INFO,
    profile="strict",
    summary="A customer goal has no source but us.",
    why="Work for a goal they do not have is work for us; a partner serves goals that the customer named.",
    sources=("Customers as Partners: a partner works on the customer's own goals.",),
    hint="ask whose goal it is, and write `source: theirs`, or `document` where it stands in one",
    fires=Example(_ACCOUNT.replace("SOURCE", "ours")),
    clean=Example(_ACCOUNT.replace("SOURCE", "theirs")),
    find=_find,
)
