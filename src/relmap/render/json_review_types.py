"""The published JSON of `relmap review --due` and `--status`, version 1, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Tool, published


@published
class States(TypedDict):
    """How many of the listed accounts are in each state."""

    none: int
    current: int
    due: int
    waived: int
    overdue: int
    never: int


@published
class LastReview(TypedDict):
    """The newest review up to the day."""

    date: Day
    quarter: str
    """The fiscal quarter that it counts for: 2026-Q4."""
    by: str
    outcome: Literal["advance", "hold", "move_back"] | None


@published
class Account(TypedDict):
    """Where one account's review stands."""

    id: str
    path: str
    name: str
    owner: str
    tier: str | None
    status: Literal["prospect", "customer", "former"]
    state: Literal["none", "current", "due", "waived", "overdue", "never"]
    asked_from: Day | None
    """The day from which the next review is asked for; null where none is, or where it always was."""
    due_by: Day | None
    """The last day on which a review keeps the state from turning overdue."""
    changed: bool | None
    """Does the file say something else than when it was last reviewed? null: not known."""
    last: LastReview | None


@published
class Document(TypedDict):
    """The reviews of a book, the most urgent first."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    quarter: str
    """The fiscal quarter of that day."""
    within: int | None
    """Only what is asked for within so many days is listed; null: every account."""
    states: States
    broken: list[str]
    """Accounts whose files cannot be read, and that are missing from the list."""
    accounts: list[Account]
