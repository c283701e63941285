"""The review state: was the account really reviewed this quarter, or this year, as its tier asks?"""

from datetime import date, timedelta
from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.logic import Truth
from relmap.measures.result import Input, Known
from relmap.model.account import Account
from relmap.model.account_digest import digest_account, is_comparable
from relmap.model.period import Period, first_day, last_day, parse_period
from relmap.model.plans import Review
from relmap.model.words import Cadence

REVIEW_STATES = ("none", "current", "due", "waived", "overdue", "never")


class ReviewState(NamedTuple):
    """Where the review stands: none, current, due, waived, overdue or never."""

    state: str
    cadence: Cadence | None
    last: date | None
    quarter: str | None
    """The fiscal quarter that the last review counts for."""
    due_by: date | None
    """The last day on which a review keeps the state from turning overdue; None where nothing is asked."""
    inputs: tuple[Input, ...]


def measure_review(facts: Facts) -> ReviewState:
    """Return the review state. A review is good for its fiscal quarter (S-plan), or year, by the tier's cadence.

    In a new period it is due for the grace days and then overdue; an account never reviewed has them from its `since`.
    """
    account, made = facts.account, _made(facts.account, facts.as_of)
    last = last_review(account, facts.as_of)
    inputs = tuple(Input(("reviews", position), Known.FRESH, "ours", day) for day, _, position in made[-1:])
    cadence = _cadence(facts)
    state, due_by = "none", None
    if cadence is not None and account.status == "customer":
        state, due_by = _state(facts, [quarter for _, quarter, _ in made], cadence)
        if state in ("overdue", "never") and _waived(facts):
            state = "waived"
    return ReviewState(state, cadence, last.date if last else None, last.quarter if last else None, due_by, inputs)


def last_review(account: Account, as_of: date) -> Review | None:
    """Return the newest review up to a day; None where there is none."""
    made = _made(account, as_of)
    return account.reviews[made[-1][2]] if made else None


def made_reviews(account: Account, as_of: date) -> tuple[int, ...]:
    """Return the positions of all reviews up to a day, the newest last."""
    return tuple(position for *_, position in _made(account, as_of))


def changed_since_review(facts: Facts) -> Truth:
    """Tell whether the file says something else than when it was last reviewed. It informs, and undoes no review.

    Not known without a review, or where its digest is missing or of another recipe.
    """
    last = last_review(facts.account, facts.as_of)
    if last is None or not is_comparable(last.digest):
        return None
    return digest_account(facts.account) != last.digest


def _made(account: Account, as_of: date) -> list[tuple[date, str, int]]:
    """Return day, quarter and position of all reviews up to the day, the newest last."""
    return sorted(
        (review.date, review.quarter, position)
        for position, review in enumerate(account.reviews)
        if review.date <= as_of
    )


def _cadence(facts: Facts) -> Cadence | None:
    tier = facts.account.tier
    if tier is None:
        return "quarter"
    known = facts.settings.tiers.get(tier)
    return known.review if known else "quarter"


def _state(facts: Facts, quarters: list[str], cadence: Cadence) -> tuple[str, date | None]:
    now = facts.quarter if cadence == "quarter" else Period(facts.quarter.year)
    starts, grace = facts.settings.fiscal_year_starts, timedelta(days=facts.settings.grace_days)
    periods = {parse_period(quarter) for quarter in quarters}
    if now in {period if cadence == "quarter" else Period(period.year) for period in periods}:
        return "current", last_day(now, starts) + timedelta(days=1) + grace
    begins = first_day(now, starts) if quarters else facts.account.since
    if begins is None:
        return "never", None
    due_by = begins + grace
    if facts.as_of <= due_by:
        return "due", due_by
    return ("overdue" if quarters else "never"), due_by


def _waived(facts: Facts) -> bool:
    return any(
        waiver.account == facts.id and waiver.rule.startswith("RM3") and facts.as_of <= waiver.expires
        for waiver in facts.settings.waivers
    )
