"""The entry that records a review: for which quarter, of which content, and what the measures said."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from relmap.assess.assessment import Card
from relmap.book.flow import as_read
from relmap.model.account_digest import digest_account
from relmap.model.plans import Review
from relmap.model.rubric_stamp import stamp_rubric
from relmap.model.words import Outcome

ROUTE = ("reviews",)
_DECIMALS = 1


class Verdict(NamedTuple):
    """What only the reviewer can say."""

    by: str
    with_: Sequence[str]
    outcome: Outcome
    note: str = ""


def make_entry(card: Card, verdict: Verdict, *, whole_book: bool) -> dict[str, object]:
    """Return the entry for an account's file as the card has it, in the format's order; what is empty is left out.

    Without the whole book shares are wrong, and so the dependence pattern is not recorded.
    """
    facts = card.profile.facts
    entry = {
        "date": facts.as_of,
        "by": verdict.by,
        "with": list(verdict.with_),
        "quarter": str(facts.quarter),
        "outcome": verdict.outcome,
        "digest": digest_account(facts.account),
        "found": _found(card, whole_book=whole_book),
        "note": verdict.note,
    }
    return {key: value for key, value in entry.items() if value}


def is_recorded(entry: Mapping[str, object], card: Card) -> bool:
    """Tell whether the account's file has this very entry already: a command that is run twice adds nothing."""
    return Review.model_validate(as_read(entry)) in card.profile.facts.account.reviews


def _found(card: Card, *, whole_book: bool) -> dict[str, object]:
    """Return what the measures say; what is not scored is left out."""
    profile, stamp = card.profile, stamp_rubric(card.profile.facts.settings)
    health = profile.health.score.value
    found: dict[str, object] = {
        "stage": profile.stage.earned.value,
        "standing": profile.standing.earned.value,
        "pattern": card.dependence.pattern.value if whole_book else None,
        "health": None if health is None else round(health, _DECIMALS),
        "rubric": stamp.version,
        "rubric_digest": stamp.digest,
    }
    return {key: value for key, value in found.items() if value is not None}
