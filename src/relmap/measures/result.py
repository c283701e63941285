"""What a measure answers: a figure or a word with its bounds, its parts, and where each input stands in the file."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from relmap.findings import Route


class Known(StrEnum):
    """How far an input counts."""

    FRESH = "fresh"
    UNDATED = "undated"  # counts, and is listed
    STALE = "stale"  # too old: counts as unknown
    UNKNOWN = "unknown"


class Input(NamedTuple):
    """One thing a measure read: the place in the file, whether it counts, who says so and of which day."""

    route: Route
    known: Known = Known.UNDATED
    source: str = "ours"
    day: date | None = None


class Part(NamedTuple):
    """One summand of a measure: `value` times `weight`, over the weight of all known parts."""

    name: str
    value: float | None
    low: float
    high: float
    weight: float
    share: float = 0.0
    """What the part adds to the measure's value; the shares of all parts add up to it."""


class Unknown(NamedTuple):
    """Something not known, the question that would settle it, and how far it can move the measure, in its own unit."""

    route: Route
    question: str
    spread: float


class Evidence(NamedTuple):
    """What a measure read, and what it could not know."""

    inputs: tuple[Input, ...] = ()
    unknowns: tuple[Unknown, ...] = ()


Parts = tuple[Part, ...]


def no_parts() -> Parts:
    """A figure that is not made of parts."""
    return ()


def no_evidence() -> Evidence:
    """A figure that read nothing."""
    return Evidence()


def inputs_only(inputs: Iterable[Input]) -> Callable[[], Evidence]:
    """Evidence that leaves nothing unknown."""
    return lambda: Evidence(tuple(inputs))


class Score(NamedTuple):
    """A figure. `value` is None where it is not scored, then `reason` says why; the bounds are always given.

    `completeness` is the share of the weight that is known, 0 to 1. `confirmed` is the share of what is known that
    they or a document say, 0 to 1, or None where nothing is known. Parts and evidence are worked out when somebody
    asks: most accounts of a book are only ever a row in a table.
    """

    value: float | None
    low: float
    high: float
    completeness: float = 1.0
    reason: str = ""
    confirmed: float | None = None
    find_parts: Callable[[], Parts] = no_parts
    find_evidence: Callable[[], Evidence] = no_evidence

    @property
    def parts(self) -> Parts:
        """The summands; their shares add up to the value."""
        return self.find_parts()

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The place in the file of everything that was read."""
        return self.find_evidence().inputs

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        """What is not known, with the question that would settle it."""
        return self.find_evidence().unknowns


class Verdict(NamedTuple):
    """A word out of an ordered list. `possible` holds every word that the unknowns allow, in the list's order."""

    value: str | None
    possible: tuple[str, ...] = ()
    completeness: float = 1.0
    reason: str = ""
    find_evidence: Callable[[], Evidence] = no_evidence

    @property
    def low(self) -> str | None:
        """The first word that is possible."""
        return self.possible[0] if self.possible else None

    @property
    def high(self) -> str | None:
        """The last word that is possible."""
        return self.possible[-1] if self.possible else None

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The place in the file of everything that was read."""
        return self.find_evidence().inputs


def exactly(value: float, evidence: Callable[[], Evidence] = no_evidence) -> Score:
    """A figure without any unknown."""
    return Score(value, value, value, find_evidence=evidence)


def not_scored(
    reason: str, low: float = 0.0, high: float = 100.0, evidence: Callable[[], Evidence] = no_evidence
) -> Score:
    """A figure of which nothing but its range can be said."""
    return Score(None, low, high, 0.0, reason, find_evidence=evidence)
