"""RM304: a review that has not taken place yet, or that counts for a quarter which had not begun."""

from collections.abc import Iterator
from datetime import timedelta

from relmap.findings import Severity
from relmap.model.period import first_day, parse_period
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
reviews:
  - {date: 2026-10-20, quarter: QUARTER, by: maria, outcome: hold}
"""


def _find(case: Case) -> Iterator[Hit]:
    early = timedelta(days=min(case.number("early_days"), 366))
    for position, review in enumerate(case.account.reviews):
        period = parse_period(review.quarter)
        begins = first_day(period, case.settings.fiscal_year_starts)
        subject = f"{review.quarter}/{review.date}"
        if review.date > case.as_of:
            message = f"the review of {review.date} for {period.label} has not taken place yet, and does not count"
            yield Hit(("reviews", position, "date"), subject, message)
        elif begins - review.date > early:
            message = f"the review of {review.date} counts for {period.label}, which begins on {begins}"
            yield Hit(("reviews", position, "quarter"), subject, message)


RULE = AccountRule(
    code="RM304",
    name="reviewed-in-the-future",
    severity=Severity.WARNING,
    profile="starter",
    summary="A review is dated after the day of the check, or was made before the quarter that it counts for.",
    why="A review in advance keeps the gate green for a quarter that nobody has seen yet.",
    hint="correct the day or the quarter; a review counts for the quarter in which it is made",
    fires=Example(_ACCOUNT.replace("QUARTER", "2027-Q1")),
    clean=Example(_ACCOUNT.replace("QUARTER", "2026-Q4")),
    options=(Option("early_days", 14, "Days before a quarter begins in which its review may be made, at most 366."),),
    find=_find,
)
