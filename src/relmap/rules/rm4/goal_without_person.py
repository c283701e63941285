"""RM406: a goal about a relationship that is with nobody."""

from collections.abc import Iterator

from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

OF_RELATIONSHIPS = frozenset(("coverage", "threads", "support", "trust.personal", "map", "map.colour", "resilience"))
"""The measures that move only where something changes with a person."""

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts: {rosa: {name: Rosa Lenz}}
goals:
  known: {what: Known where they decide, measure: coverage, from: 20, target: 60WHO}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    for goal_id, goal in case.account.goals.items():
        if goal.contact is None and goal.measure in OF_RELATIONSHIPS:
            message = f"the goal “{shorten(goal.what)}” is to raise {goal.measure}, and names nobody with whom"
            yield Hit(("goals", goal_id), goal_id, message)


RULE = AccountRule(
    code="RM406",
    name="goal-without-person",
    severity=Severity.INFO,
    profile="strict",
    summary="A goal is held against a measure of relationships, and no contact is named.",
    why="Relationships are between people: a goal that names none is met by the easiest, not by those who decide.",
    sources=("Beaumont, the six-step Customer Relationship Plan: goals by person, with a priority.",),
    hint="name the person under `contact`, one goal for each",
    fires=Example(_ACCOUNT.replace("WHO", "")),
    clean=Example(_ACCOUNT.replace("WHO", ", contact: rosa")),
    find=_find,
)
