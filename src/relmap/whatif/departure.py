"""Somebody leaves: one account, or every account of the book in which a team member has a part."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from relmap.assess.assessment import Assessment, Card
from relmap.assess.second_pass import assess_book
from relmap.model.period import parse_period
from relmap.whatif.effects import Effect, find_effect
from relmap.whatif.people import OURS, Leaver


class Departure(NamedTuple):
    """What happens to the book when somebody leaves."""

    before: Assessment
    after: Assessment
    leavers: tuple[Leaver, ...]
    effects: tuple[Effect, ...]
    """The accounts, those first where most revenue is behind a key player cut off."""
    whole_book: bool
    """Was the whole book asked about, and not one account?"""


def depart(
    assessment: Assessment, cards: Iterable[Card], leavers: Sequence[Leaver], *, whole_book: bool = False
) -> Departure:
    """Take the leavers out of the accounts whose cards are given, and assess these and the book again."""
    found = [find_effect(assessment, card, leavers) for card in cards]
    rows = {effect.after.assessed.row.id: effect.after.assessed.row for effect in found}
    after = assess_book(
        (rows.get(entry.row.id, entry.row) for entry in assessment.accounts),
        assessment.settings,
        assessment.as_of,
        period=parse_period(assessment.period) if assessment.period else None,
    )
    return Departure(assessment, after, tuple(leavers), tuple(sorted(found, key=_urgency)), whole_book)


def _urgency(effect: Effect) -> tuple[bool, bool, float, str]:
    row = effect.before.assessed.row
    return not effect.is_cut, not effect.moved, -(effect.before.assessed.revenue or 0.0), row.id


def accounts_of(assessment: Assessment, leavers: Sequence[Leaver]) -> list[str]:
    """Return the ids of the accounts in which any of our leavers has a part: owns, knows, promised or leads."""
    ids = {leaver.id for leaver in leavers if leaver.side == OURS}
    return [
        entry.row.id
        for entry in assessment.accounts
        if entry.row.status != "former" and not ids.isdisjoint(work.member for work in entry.row.work)
    ]
