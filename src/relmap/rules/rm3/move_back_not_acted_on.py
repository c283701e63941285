"""RM305: a review that said to move back, after which nothing was done about it."""

from collections.abc import Iterator
from datetime import date, timedelta

from relmap.findings import Severity
from relmap.rules.rm3.made import reviews_made
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
ambition: {choice: CHOICE}
reviews:
  - {date: 2026-07-20, quarter: 2026-Q3, by: maria, outcome: move_back}
"""


def _find(case: Case) -> Iterator[Hit]:
    made = reviews_made(case.facts)
    if case.account.status != "customer" or not made or made[-1].review.outcome != "move_back":
        return
    position, review = made[-1]
    days = case.number("days")
    if case.account.ambition.choice in ("move_back", "exit") or days >= (date.max - review.date).days:
        return
    if not _begun_since(case, review.date):
        message = f"the review of {review.date} said to move back, and neither ambition nor plan has changed since"
        on = review.date + timedelta(days=int(days) + 1)
        yield Hit(("reviews", position, "outcome"), f"{review.quarter}/{review.date}", message, on=on)


def _begun_since(case: Case, day: date) -> bool:
    """Say whether there is an initiative, or a goal, that may be of that day or later.

    Goals have no day of their own: one is older than the day where work for it began before.
    """
    alive = [entry for entry in case.account.initiatives.values() if entry.status != "dropped"]
    older = {goal for entry in alive if entry.started and entry.started < day for goal in entry.goals}
    goals = [goal for goal_id, goal in case.account.goals.items() if goal_id not in older]
    days = [entry.started or entry.done or entry.due for entry in alive] + [goal.due for goal in goals]
    return any(found is None or found >= day for found in days)


RULE = AccountRule(
    code="RM305",
    name="move-back-not-acted-on",
    severity=Severity.WARNING,
    profile="standard",
    summary="The last review said to move back, and neither the ambition nor a goal or initiative followed.",
    why="What we keep spending on a relationship that we decided to take back is missing where it would pay.",
    sources=("Bacon, four relationship stages: collaborative is transient, advance or move back.",),
    hint="set `ambition.choice`, start the initiative that takes it back, or review again and say otherwise",
    fires=Example(_ACCOUNT.replace("CHOICE", "climb")),
    clean=Example(_ACCOUNT.replace("CHOICE", "move_back")),
    options=(Option("days", 90, "Days after the review within which something should follow."),),
    find=_find,
)
