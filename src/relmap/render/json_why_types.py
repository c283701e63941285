"""The published JSON of `relmap why`, version 1, as types."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from relmap.render.json_evidence_types import Check, Part
from relmap.render.json_types import Day, Figure, Position, Rubric, Tool, published


@published
class Place(TypedDict):
    """A place in a file, counted from 1, columns in characters."""

    path: str
    line: int
    column: int
    end: Position
    """Exclusive."""


@published
class PlacedInput(TypedDict):
    """One thing that the figure read, with its place."""

    route: str
    """The path inside the account's file: contacts.jane-doe.power."""
    place: Place
    written: str
    """What the file says there, on one line and shortened."""
    state: Literal["fresh", "undated", "stale", "unknown"]
    """Fresh and undated count; stale is too old and counts as unknown."""
    source: str
    """Who says so: ours, theirs or document."""
    day: Day | None
    age: int | None
    """Days from that day to the day of the assessment."""


@published
class Asked(TypedDict):
    """Something not known."""

    route: str
    place: Place
    """Where the answer belongs, or the nearest thing above it."""
    question: str
    """The question that would settle it."""
    spread: float
    """How far it can move the figure, in its unit."""


@published
class Move(TypedDict):
    """One change of the account's file."""

    kind: Literal["act", "learn", "past"]
    """Act: work on it; learn: find it out; past: a fact had been otherwise."""
    what: str
    before: str | float | bool | None
    """What the file says now; null: nothing, or something new is written."""
    after: str | float | bool | None
    routes: list[str]
    """The places that it changes."""


@published
class Change(TypedDict):
    """The fewest moves, made together, and the figure that they lead to, taken again with them."""

    moves: list[Move]
    figure: Figure


@published
class Turn(TypedDict):
    """One known input moved by one step, and the figure that it leads to."""

    move: Move
    figure: Figure


@published
class Sensitivity(TypedDict):
    """How firm the figure is."""

    measure: str
    """The verdict that was looked at: of health its band, of a rung the pattern."""
    steps: int
    """How many single steps were tried."""
    turns: list[Turn]
    """Of words the steps that change them, all of them; of numbers those that move them most."""


@published
class Measure(TypedDict):
    """A measure."""

    id: str
    title: str
    unit: str
    words: list[str]
    """Of a word every word there is, in order."""


@published
class Document(TypedDict):
    """One figure of one account taken apart, as `relmap why --format json` writes it. Keys stand in this order."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    period: str | None
    """The fiscal year or quarter of shares; null where no account has revenue."""
    rubric: Rubric
    account: str
    path: str
    name: str
    measure: Measure
    figure: Figure
    formula: list[str]
    """The rule, and where it is a number the same with its numbers."""
    confirmed: float | None
    """The share of what carries it that they or a document say, 0 to 1."""
    possible: list[str]
    parts: list[Part]
    """Of a number: their contributions add up to its value."""
    checks: list[Check]
    inputs: list[PlacedInput]
    stale: list[PlacedInput]
    unknowns: list[Asked]
    changes: list[Change]
    """What would make it better; empty where no direction is better or none was found."""
    sensitivity: NotRequired[Sensitivity]
