"""RM301: an account that was reviewed before, and not in the period that its tier asks for."""

from collections.abc import Iterator
from datetime import timedelta

from relmap.findings import Severity
from relmap.measures.review import ReviewState
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
status: customer
owner: maria
reviews:
  - {date: 2026-QQ, quarter: 2026-Q3, by: maria, outcome: hold}
"""


def _find(case: Case) -> Iterator[Hit]:
    review = case.profile.review
    if review.last is None or review.due_by is None:
        return
    if review.state == "due" and case.flag("require_current"):
        yield Hit(("reviews",), "review", _message(review))
    elif review.due_by < case.until:
        yield Hit(("reviews",), "review", _message(review), on=review.due_by + timedelta(days=1))


def _message(review: ReviewState) -> str:
    return f"last reviewed on {review.last} for {review.quarter}; the next review is due by {review.due_by}"


RULE = AccountRule(
    code="RM301",
    name="not-reviewed",
    severity=Severity.ERROR,
    profile="starter",
    summary="The account was not reviewed in the quarter, or year, that its tier asks for.",
    why="A map that nobody has looked at for a quarter is a memory, not a map; every other figure rests on it.",
    hint="review the account and add the entry under `reviews`",
    fires=Example(_ACCOUNT.replace("QQ", "08-20")),
    clean=Example(_ACCOUNT.replace("QQ", "10-20").replace("Q3", "Q4")),
    options=(Option("require_current", False, "Does an account count as soon as a review is due, in the grace days?"),),
    find=_find,
)
