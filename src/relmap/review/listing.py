"""The reviews of a book: which are due, overdue or current, and what turns next."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.measures.logic import Truth
from relmap.measures.review import REVIEW_STATES
from relmap.model.settings import Settings

ASKED_FOR = ("never", "overdue", "due")
"""The states in which somebody should review now, the most urgent first."""
_URGENCY = (*ASKED_FOR, "current", "waived", "none")


class Listed(NamedTuple):
    """One account in the list of reviews."""

    account: AssessedAccount
    state: str
    asked_from: date | None
    """The day from which a review is asked for; None where none is, or where it always was."""
    due_by: date | None
    """The last day on which a review keeps it from being overdue."""
    changed: Truth
    """Does the file say something else than when it was last reviewed?"""


class ReviewList(NamedTuple):
    """The reviews of some accounts on a day, the most urgent first."""

    assessment: Assessment
    accounts: tuple[Listed, ...]
    within: int | None
    """Only what is asked for now, or falls due within so many days; None: everything."""

    @property
    def states(self) -> dict[str, int]:
        """How many of the listed accounts are in each state."""
        counted = Counter(listed.state for listed in self.accounts)
        return {state: counted[state] for state in REVIEW_STATES}


def make_list(assessment: Assessment, accounts: Iterable[AssessedAccount], *, within: int | None = None) -> ReviewList:
    """Return the reviews of accounts; `within` a number of days only those asked for by then, the last day included.

    The figure `review.changed` must have been taken.
    """
    listed = sorted((_listed(entry, assessment.settings) for entry in accounts), key=_order)
    if within is not None:
        last = assessment.as_of + timedelta(days=within)
        listed = [entry for entry in listed if _is_asked_for(entry, last)]
    return ReviewList(assessment, tuple(listed), within)


def _is_asked_for(listed: Listed, last: date) -> bool:
    """Tell whether a review is asked for now, or will be on a day to come if nobody makes it."""
    if listed.state == "current":
        return listed.asked_from is not None and listed.asked_from <= last
    return listed.state in ASKED_FOR


def _listed(entry: AssessedAccount, settings: Settings) -> Listed:
    due_by, changed = entry.row.review_due_by, entry.figures["review.changed"].value
    asked_from = due_by - timedelta(days=settings.grace_days) if due_by else None
    truth = None if changed is None else changed == "yes"
    return Listed(entry, str(entry.figures["review"].value), asked_from, due_by, truth)


def _order(listed: Listed) -> tuple[int, date, str]:
    return _URGENCY.index(listed.state), listed.due_by or date.min, listed.account.row.id
