"""The published JSON of `relmap agenda`, version 1, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Figure, Rubric, Tool, published


@published
class Item(TypedDict):
    """Something to do."""

    kind: Literal[
        "promise",
        "their_promise",
        "review",
        "contract",
        "tender",
        "initiative",
        "goal",
        "key_player",
        "role",
        "move",
        "step",
    ]
    account: str
    subject: str
    """What it is about; unique with account and kind, and stable across edits."""
    what: str
    """A sentence for people."""
    owner: str
    """The team member whose work it is."""
    contact: str | None
    """The contact for or with whom."""
    person: str | None
    """What people call whoever it is for."""
    due: Day | None
    """The day by which it is to be done; of a key player or role the day from which they count as quiet."""
    overdue_days: int | None
    """Days since that day; 0: not overdue; null: it has no day."""
    path: str
    line: int
    route: str
    """The place in the file that says so, or lacks it: contacts.jane-doe."""


@published
class Account(TypedDict):
    """An account with something to do, and what is at stake there."""

    id: str
    name: str
    owner: str
    status: Literal["prospect", "customer", "former"]
    revenue: float | None
    exposure: Figure
    """The share of the book's revenue that hangs on what the relationship lacks, 0 to 1."""


@published
class Document(TypedDict):
    """What to do next, as `relmap agenda --format json` writes it."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    until: Day
    """The last day that was looked ahead to."""
    within: int
    """Days from as_of to until."""
    currency: str | None
    rubric: Rubric
    owners: list[str]
    """Whose work alone is listed; empty: everybody's."""
    broken: list[str]
    """Accounts whose files cannot be read, and that are missing."""
    accounts: list[Account]
    """In their order: by the high bound of exposure, the highest first."""
    items: list[Item]
    """By account; in each the longest overdue first, then by day, and what has no day last."""
