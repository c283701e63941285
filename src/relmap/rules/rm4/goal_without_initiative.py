"""RM403: a goal that nobody works for."""

from collections.abc import Iterator

from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.measures.goals import find_loose_ends
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts: {rosa: {name: Rosa Lenz}}
goals:
  hear-out: {what: Rosa knows what a stopped line costs, contact: rosa}
initiatives:
  visit: {what: A day at their line, owner: maria, goals: [GOAL]}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    for goal_id in find_loose_ends(case.facts).goals:
        goal = case.account.goals[goal_id]
        yield Hit(("goals", goal_id), goal_id, f"no initiative serves the goal “{shorten(goal.what)}”")


RULE = AccountRule(
    code="RM403",
    name="goal-without-initiative",
    severity=Severity.WARNING,
    profile="standard",
    summary="A goal is served by no initiative that is planned, under way or done.",
    why="A goal that nobody works for is a wish; it is the commonest gap between an account plan and the year.",
    sources=("Beaumont, the six-step Customer Relationship Plan: initiatives are linked to goals.",),
    hint="name the goal in an initiative, or take the goal out",
    fires=Example(_ACCOUNT.replace(", goals: [GOAL]", "")),
    clean=Example(_ACCOUNT.replace("GOAL", "hear-out")),
    find=_find,
)
