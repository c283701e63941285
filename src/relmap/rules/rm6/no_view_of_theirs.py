"""RM604: nobody on their side has told us in a year how they see the relationship."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.model.plans import View
from relmap.rules.days import days_after
from relmap.rules.rm6.words import person
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
since: 2024-05-01
views:
  - {date: DAY, side: theirs, by: jane, stage: basic}
contacts:
  jane: {name: Jane Doe}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status != "customer":
        return
    kept = case.number("days") + 1
    told = [(view.date, -at) for at, view in enumerate(case.account.views) if _is_told(case, view)]
    if told:
        day, at = max(told)
        if days_after(day, kept) > case.until:
            return
        message = (
            f"{person(case, 'theirs', case.account.views[-at].by)} last told us on {day} how they see the relationship"
        )
        yield Hit(("views", -at, "date"), "theirs", message, on=days_after(day, kept))
        return
    since = case.account.since
    known = f" since they became a customer on {since}" if since else ""
    message = f"nobody on their side has told us{known} how they see the relationship"
    yield Hit(("views",), "theirs", message, on=days_after(since, kept) if since else None)


def _is_told(case: Case, view: View) -> bool:
    """What we infer of theirs is our word; a view that rates nothing tells nothing."""
    rates = any(said is not None for said in (view.stage, view.standing, view.trust))
    return view.side == "theirs" and view.source != "inferred" and view.date <= case.as_of and rates


RULE = AccountRule(
    code="RM604",
    name="no-view-of-theirs",
    severity=Severity.WARNING,
    profile="standard",
    summary="A customer has not told us in a year how they see the relationship.",
    why="Without their view the stage rests on ours, and suppliers see a relationship as deeper than customers do.",
    sources=("Bacon, four relationship stages",),
    hint="ask them with `relmap ask`, or add what they said under `views`",
    fires=Example(_ACCOUNT.replace("DAY", "2025-11-13")),
    clean=Example(_ACCOUNT.replace("DAY", "2025-11-14")),
    options=(Option("days", 366, "Days after which a view of theirs no longer counts here."),),
    find=_find,
)
