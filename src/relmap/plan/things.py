"""The few things that matter next: what is late, what comes to an end or falls due, and what to look at."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, islice

from relmap.assess.assessment import Card
from relmap.assess.leads import Rank
from relmap.measures.facts import Facts
from relmap.measures.initiatives import is_open
from relmap.measures.promises import is_ours
from relmap.plan.runway import find_deadlines
from relmap.plan.values import NextThing

SHOWN = 3
AHEAD = timedelta(days=180)
"""How far ahead a tender or the end of a contract matters next. Ours."""


def find_things(card: Card, most: int = SHOWN) -> tuple[NextThing, ...]:
    """Return what matters next, the most pressing first.

    First what is late, the oldest first; then what falls due, by day: promises, initiatives, a review that is due, the
    days of the contract; then what the assessment would look at first. The order is ours.
    """
    facts = card.profile.facts
    dated = sorted(chain(_promises(card), _initiatives(facts), _review(card), _deadlines(facts)), key=_order)
    return tuple(islice(chain(dated, _leads(card)), most))


_TOLD = (Rank.NOTHING, Rank.UNREVIEWED, Rank.OVERDUE)
"""Leads that stand among the dated things already, or say nothing."""


def _order(thing: NextThing) -> tuple[date, str, str]:
    return thing.due or date.max, thing.kind, thing.what


def _promises(card: Card) -> Iterator[NextThing]:
    facts = card.profile.facts
    for entry in card.profile.promises.states:
        promise = entry.promise
        if is_ours(facts, promise) and promise.due and entry.state in ("open", "overdue"):
            owner = facts.responsible(promise.by)
            yield NextThing("promise", promise.what, owner, promise.due, (("promises", entry.position),))


def _initiatives(facts: Facts) -> Iterator[NextThing]:
    for key, entry in facts.account.initiatives.items():
        if is_open(facts, entry) and entry.due:
            owner = facts.responsible(entry.owner)
            yield NextThing("initiative", entry.what, owner, entry.due, (("initiatives", key),))


def _review(card: Card) -> Iterator[NextThing]:
    review, facts = card.profile.review, card.profile.facts
    if review.state in ("due", "overdue", "never") and review.due_by:
        yield NextThing("review", "", facts.account.owner, review.due_by, (("reviews",),))


def _deadlines(facts: Facts) -> Iterator[NextThing]:
    for deadline in find_deadlines(facts):
        if facts.as_of <= deadline.day <= facts.as_of + AHEAD:
            yield NextThing("deadline", deadline.name, facts.account.owner, deadline.day, (deadline.route,))


def _leads(card: Card) -> Iterator[NextThing]:
    for lead in card.leads:
        if lead.rank not in _TOLD:
            yield NextThing("lead", lead.text, card.profile.facts.account.owner, None)
