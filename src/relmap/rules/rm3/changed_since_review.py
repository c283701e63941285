"""RM303: the file says something else than when it was reviewed."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.measures.review import changed_since_review
from relmap.rules.rm3.made import reviews_made
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
status: customer
owner: maria
contacts: {rosa: {name: Rosa Lenz, power: POWER}}
reviews:
  - {date: 2026-10-20, quarter: 2026-Q4, by: maria, outcome: hold, digest: "rm1:dd55ca2a65d6"}
"""


def _find(case: Case) -> Iterator[Hit]:
    """Only a review that still counts can be overtaken: where one is overdue, that is told instead."""
    if case.profile.review.state == "current" and changed_since_review(case.facts):
        last = reviews_made(case.facts)[-1]
        message = f"the file says something else than when it was reviewed on {last.review.date}"
        yield Hit(("reviews", last.position), "changed", message)


RULE = AccountRule(
    code="RM303",
    name="changed-since-review",
    severity=Severity.INFO,
    profile="standard",
    summary="The account was reviewed in this period, and what its file says has changed since.",
    why="A review binds its outcome to what was known; what came later has been seen by nobody but its author.",
    hint="`relmap review ACCOUNT` says in words what changed; the review still counts",
    fires=Example(_ACCOUNT.replace("POWER", "5")),
    clean=Example(_ACCOUNT.replace("POWER", "4")),
    find=_find,
)
