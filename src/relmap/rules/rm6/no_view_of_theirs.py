"""RM604: nobody of theirs has said for a year how they see it."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.days import days_after
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts: {rosa: {name: Rosa Lenz}}
views:
  - {date: DAY, side: theirs, by: rosa, stage: basic}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status != "customer":
        return
    days = [
        view.date
        for view in case.account.views
        if view.side == "theirs" and view.source != "inferred" and view.date <= case.as_of
    ]
    if not days:
        yield Hit(("views",), "theirs", "no view of theirs is in the file")
        return
    last = max(days)
    message = f"the last view of theirs is of {last}"
    yield Hit(("views",), "theirs", message, on=days_after(last, case.number("days") + 1))


RULE = AccountRule(
    code="RM604",
    name="no-view-of-theirs",
    severity=Severity.INFO,
    profile="standard",
    summary="No view of theirs is in the file, or the last one is older than a year.",
    why="Without their word every stage is one-sided: we have asked ourselves, and liked the answer.",
    sources=("Bacon's four relationship stages.",),
    hint="ask them: `relmap ask ACCOUNT` makes the form and records the answers",
    options=(Option("days", 366, "Days after which a view is too old."),),
    fires=Example(_ACCOUNT.replace("DAY", "2025-06-01")),
    clean=Example(_ACCOUNT.replace("DAY", "2026-06-01")),
    find=_find,
)
