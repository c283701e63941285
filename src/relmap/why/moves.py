"""Moves: every single change of an account's file that is worth trying, said as people would say it.

A measure is then taken again with the move made: what would raise a figure is computed and not guessed.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple

from relmap.findings import Route
from relmap.measures.facts import Facts
from relmap.model.account import Account

Document = dict[str, Any]


class Kind(StrEnum):
    """What a move asks of somebody."""

    ACT = "act"  # work on it: from now on it can become so
    LEARN = "learn"  # find out: nobody knows it yet
    PAST = "past"  # a fact had been otherwise: nobody can do that, but it shows how much hangs on it


class Gone(StrEnum):
    """Marks a key that a move takes away."""

    GONE = "gone"


GONE = Gone.GONE


class Move(NamedTuple):
    """One change: what it sets where in the file, and what stood there before."""

    kind: Kind
    what: str
    """What is moved: `Karin Eide: support`."""
    before: object
    """What the file says now; None: nothing."""
    after: object
    edits: tuple[tuple[Route, object], ...]
    """Routes with their new values; a position at a list's end adds to it, GONE takes the key away."""

    @property
    def is_step(self) -> bool:
        """Is something known moved by one step, rather than something new written?"""
        return self.before is not None

    @property
    def route(self) -> Route:
        """The first place that is changed."""
        return self.edits[0][0]

    @property
    def order(self) -> tuple[Kind, bool, int, str, str]:
        """What to work on comes first; what is moved before what is new; a field of somebody before somebody new."""
        return self.kind, self.before is None, -len(self.route), self.what, str(self.after)


def followed(first: Move, second: Move) -> Move | None:
    """Return two moves of the same thing as one; None where they move different things."""
    if first.what != second.what or first.route != second.route or first.before is None:
        return None
    return second._replace(before=first.before)


def set_to(kind: Kind, what: str, route: Route, before: object, after: object) -> Move:
    """Move one value of the file to another."""
    return Move(kind, what, before, after, ((route, after),))


def add(kind: Kind, what: str, *edits: tuple[Route, object]) -> Move:
    """Write something new."""
    return Move(kind, what, None, None, edits)


def neighbours(words: Sequence[Any], now: object) -> list[Any]:
    """Return what stands beside a word or rating on its scale."""
    place = words.index(now)
    return [words[other] for other in (place - 1, place + 1) if 0 <= other < len(words)]


def along(kind: Kind, what: str, route: Route, now: object, words: Sequence[Any]) -> Iterator[Move]:
    """Move a rating one step either way, or fill it with each of its values where it is not known."""
    if now is None:
        yield from (set_to(Kind.LEARN, what, route, None, value) for value in words)
    else:
        yield from (set_to(kind, what, route, now, value) for value in neighbours(words, now))


Scale = tuple[float, float, float]
"""A number's least, its most, and the size of one step."""


def on_scale(kind: Kind, what: str, route: Route, now: float | None, scale: Scale) -> Iterator[Move]:
    """Move a number by one step either way, within its scale; one that is not known stays so."""
    least, most, size = scale
    beside = () if now is None else (max(now - size, least), min(now + size, most))
    yield from (set_to(kind, what, route, now, other) for other in beside if other != now)


def document_of(account: Account) -> Document:
    """Return an account as plain data, without what is left out: what the model reads again."""
    return account.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def apply(document: Document, moves: Sequence[Move]) -> Document:
    """Return the document with the moves made; what they do not touch is shared."""
    for route, value in chain.from_iterable(move.edits for move in moves):
        document = _changed(document, route, value)
    return document


def _changed(node: Any, route: Route, value: object) -> Any:
    step, *rest = route
    if isinstance(step, int):
        entries = list(node or [])
        there = entries[step] if step < len(entries) else {}
        entries[step : step + 1] = [_changed(there, tuple(rest), value) if rest else value]
        return entries
    copy = dict(node or {})
    if rest:
        copy[step] = _changed(copy.get(step) or ([] if isinstance(rest[0], int) else {}), tuple(rest), value)
    elif value is GONE:
        copy.pop(step, None)
    else:
        copy[step] = value
    return copy


def member_name(facts: Facts, member: str) -> str:
    """Return a team member's name, or the id."""
    entry = facts.member(member)
    return (entry.name if entry else None) or member
