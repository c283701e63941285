"""Who at an account is worth meeting, and why."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from relmap.brief.person import PersonBrief

Reason = Literal[
    "unknown_to_us",
    "not_live",
    "unclear",
    "we_owe",
    "they_owe",
    "against_us",
    "support_unknown",
    "no_word",
    "champion",
    "goal",
]
"""Why to meet somebody, in the order in which it is told."""


class Worth(NamedTuple):
    """Somebody worth meeting, with the reasons in the order in which they are told."""

    brief: PersonBrief
    reasons: tuple[Reason, ...]


def rank_people(people: list[PersonBrief]) -> tuple[Worth, ...]:
    """Return those worth meeting: key players first, then by power, and of equals whom we saw longest ago.

    Whose power nobody knows stands between those who may decide and those who do not. Ours.
    """
    found = [Worth(brief, tuple(_reasons(brief))) for brief in people]
    return tuple(sorted((entry for entry in found if entry.reasons), key=_order))


def _order(worth: Worth) -> tuple[int, float, date, str]:
    person = worth.brief.person
    key = 0 if person.key else 1 if person.key is None else 2
    return key, -(person.contact.power or 0), worth.brief.last or date.min, person.id


def _reasons(brief: PersonBrief) -> Iterator[Reason]:
    person = brief.person
    if not person.known:
        yield "unknown_to_us"
    elif person.live is None:
        yield "unclear"
    elif not person.live:
        yield "not_live"
    if brief.ours:
        yield "we_owe"
    if brief.theirs:
        yield "they_owe"
    if person.contact.support in ("skeptic", "opponent"):
        yield "against_us"
    elif person.contact.support is None:
        yield "support_unknown"
    if person.key and not brief.sayings:
        yield "no_word"
    if person.contact.support == "champion":
        yield "champion"
    if brief.goals:
        yield "goal"
