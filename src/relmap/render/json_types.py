"""The published JSON of `relmap assess`, version 1, as types: what users may rely on, apart from the internals.

Here stands what its parts share; the rest is in `json_book_types`, `json_account_types` and `json_card_types`.

The builders write plain dicts that mypy holds against these types, and `json_schema` makes the JSON Schema of them;
nothing is validated when the tool runs. Taking a key away, or giving it another meaning, is a new version.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
"""A day, written YYYY-MM-DD."""

published = with_config(ConfigDict(extra="forbid", use_attribute_docstrings=True))


@published
class Tool(TypedDict):
    """What wrote the document."""

    name: Literal["relmap"]
    version: str


@published
class Rubric(TypedDict):
    """By which thresholds results were made; results of two digests are not to be compared."""

    version: int
    """The team's own number for its rubric."""
    digest: Annotated[str, Field(pattern="^rb[0-9]+:[0-9a-f]{12}$")]
    """Of all in the rubric that can change a result: rb1:0123456789ab."""


@published
class Position(TypedDict):
    """A position in a file, both counted from 1, columns in characters."""

    line: int
    column: int


@published
class Related(TypedDict):
    """Another place that belongs to a finding."""

    path: str
    line: int
    column: int
    end: Position
    message: str


@published
class Finding(TypedDict):
    """One thing relmap has to say about one place in a file."""

    code: str
    """Stable, never reused: RM101."""
    name: str
    severity: Literal["error", "warning", "info"]
    state: Literal["active", "waived", "baseline"]
    message: str
    hint: str | None
    path: str
    line: int
    column: int
    end: Position
    """Where the place ends, exclusive."""
    route: str | None
    """The path inside the document: contacts.jane-doe.power."""
    account: str | None
    subject: str | None
    """What the finding is about: a contact's id, a key."""
    related: list[Related]
    fingerprint: str
    """The identity across edits: code, account and subject."""


@published
class Figure(TypedDict):
    """One measure's answer. A value of null is not known."""

    value: float | str | None
    low: float | str | None
    """The least value that the unknowns allow; null: not bounded."""
    high: float | str | None
    """The most that the unknowns allow; null: not bounded."""
    completeness: float
    """The share of the weight that is known, 0 to 1."""
    reason: NotRequired[str]
    """Why it is not scored; left out where there is nothing to say."""


@published
class Count(TypedDict):
    """How many of how many are not known."""

    unknown: int
    of: int


@published
class NotKnown(TypedDict):
    """What files leave open."""

    contacts_power: Count
    contacts_support: Count
    relationships_live: Count
    """Relationships of which it is not known whether they are live."""
    their_view: Count
    """Customers without any fresh view of theirs."""
    dependence: Count
    """Customers whose dependence, ours or theirs, is not known."""
