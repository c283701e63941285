"""RM409: a goal whose day has passed, and nothing says that it was reached."""

from collections.abc import Iterator
from datetime import timedelta

from relmap.assess.figures import SCALES, attainments, profile_figures
from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.measures.goals import find_targets
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts: {rosa: {name: Rosa Lenz}}
goals:
  hear-out: {what: Rosa knows what a stopped line costs, contact: rosa, due: 2026-DAY}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    for goal_id, goal in case.account.goals.items():
        due = goal.due
        if due is not None and due < case.until and not _may_be_reached(case, goal_id):
            what = shorten(goal.what)
            message = f"the goal “{what}” was to be reached by {due}, and nothing says it was"
            yield Hit(("goals", goal_id, "due"), goal_id, message, on=due + timedelta(days=1))


def _may_be_reached(case: Case, goal_id: str) -> bool:
    """Say whether all that was to be done for a goal is done, or its measure stands, or may stand, at the target."""
    work = [entry for entry in case.account.initiatives.values() if goal_id in entry.goals]
    states = [entry.status for entry in work if entry.status != "dropped"]
    if states and all(state == "done" for state in states):
        return True
    aimed = [target for target in find_targets(case.facts, SCALES) if target.goal == goal_id]
    if not aimed:
        return False
    figures = profile_figures(case.profile, {target.measure for target in aimed})
    if not all(target.measure in figures for target in aimed):
        return True  # it takes the whole book to say
    return any(found.score.high >= 100 for found in attainments(aimed, figures))


RULE = AccountRule(
    code="RM409",
    name="goal-overdue",
    severity=Severity.WARNING,
    profile="standard",
    summary="The day of a goal has passed, its measure is short of the target, and not all its work is done.",
    why="Goals that lapse in silence teach everybody that goals do not matter.",
    hint="set a new day, note what became of it in a review, or take it out",
    fires=Example(_ACCOUNT.replace("DAY", "09-30")),
    clean=Example(_ACCOUNT.replace("DAY", "12-31")),
    find=_find,
)
