"""The published JSON of `relmap review ACCOUNT`, version 1, as types."""

from typing import Literal

from pydantic import JsonValue
from typing_extensions import TypedDict

from relmap.render.json_review_types import LastReview
from relmap.render.json_types import Day, Figure, Finding, Tool, published


@published
class MeasureChange(TypedDict):
    """One measure on the day of the last review, and today."""

    id: str
    before: Figure
    after: Figure


@published
class FieldChange(TypedDict):
    """One field that says something else; null: it says, or said, nothing."""

    field: str
    """The key of the format; empty where the thing itself is the value."""
    before: JsonValue
    after: JsonValue


@published
class Change(TypedDict):
    """One thing that is new, gone, or of which something else is said."""

    kind: str
    """The key of the format that it stands under."""
    label: str
    state: Literal["new", "gone", "changed"]
    fields: list[FieldChange]


@published
class Question(TypedDict):
    """A question whose answer would decide much."""

    text: str


@published
class Entry(TypedDict):
    """One entry that the account's file gets."""

    line: int
    """Where it stands in the file with all entries in it."""
    route: str
    """Under which key: reviews, or contacts.jane-doe.power."""
    value: JsonValue


@published
class Document(TypedDict):
    """One review: what was to be seen, and what was recorded."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    account: str
    name: str
    path: str
    quarter: str
    """The fiscal quarter of that day."""
    last: LastReview | None
    """The review before this one."""
    unknown: str | None
    """Why it is not known what the file said then; null where it is known, or where nothing was reviewed."""
    measures: list[MeasureChange]
    """Those that moved since then."""
    changes: list[Change] | None
    """What the file says otherwise than then; null: not known."""
    questions: list[Question]
    findings: list[Finding]
    """What is open about the account."""
    entries: list[Entry]
    """What the file gets; empty where it has this review already."""
    diff: str
    """The same as a diff."""
    recorded: bool
    """Was it written? With --dry-run, or where nothing is new, it was not."""
