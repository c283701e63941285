"""Who at an account is worth meeting, and why."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from relmap.brief.person import PersonBrief

REASONS = {
    "unknown_to_us": "nobody of ours knows them",
    "not_live": "nobody is in live touch",
    "unclear": "whether anybody is live is not known",
    "we_owe": "we owe them a promise",
    "they_owe": "they owe us a promise",
    "against_us": "stands against us",
    "support_unknown": "where they stand is not known",
    "no_word": "has not said how they see us",
    "champion": "speaks for us",
    "goal": "we have a goal with them",
}
"""Why to meet somebody, in words."""
MOST = 8


class Worth(NamedTuple):
    """Somebody worth meeting, with the reasons in the order in which they are told."""

    brief: PersonBrief
    reasons: tuple[str, ...]


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


def _reasons(brief: PersonBrief) -> Iterator[str]:
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
