"""The published JSON of what one measure rests on, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, published


@published
class Part(TypedDict):
    """One summand of a measure, in the measure's unit unless its name says otherwise."""

    name: str
    value: float | None
    low: float
    high: float
    weight: float
    contribution: float
    """What the part adds to the measure's value; the contributions of all parts add up to it."""


@published
class Input(TypedDict):
    """One thing that a measure read."""

    route: str
    """The place in the account's file: contacts.jane-doe.power."""
    state: Literal["fresh", "undated", "stale", "unknown"]
    """Fresh and undated count; stale is too old and counts as unknown."""
    source: str
    """Who says so: ours, theirs or document."""
    day: Day | None


@published
class Unknown(TypedDict):
    """Something not known."""

    route: str
    question: str
    """The question that would settle it."""
    spread: float
    """How far it can move the measure, in the measure's unit."""


@published
class Check(TypedDict):
    """One question that a measure rests on, with its answer."""

    id: str
    level: str | None
    """The word it is for: a stage, a standing, a phase, a type of trust."""
    label: str
    passed: bool | None
    """Null: not known."""
    confirmed: bool
    """They, or a document, say so."""
    detail: str | None
    inputs: list[Input]


@published
class Evidence(TypedDict):
    """What one measure was made from."""

    confirmed: float | None
    """The share of what is known that they or a document say, 0 to 1; null where nothing is known."""
    possible: list[str]
    """For words: every word that the unknowns allow, in order."""
    parts: list[Part]
    """Of numbers: their contributions add up to the value."""
    checks: list[Check]
    """Of words and counts: what was asked, and the answers."""
    inputs: list[Input]
    unknowns: list[Unknown]
