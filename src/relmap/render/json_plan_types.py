"""The published JSON of `relmap plan`, version 1, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Rubric, Tool, published


@published
class PlanSource(TypedDict):
    """Where in the account's file something stands."""

    route: str
    line: int | None


@published
class PlanCell(TypedDict):
    """A text of the plan, with what is less important, what it means, and where it stands."""

    text: str
    note: str
    tone: Literal["plain", "strong", "muted", "good", "watch", "bad", "unknown"]
    sources: list[PlanSource]


@published
class PlanFact(TypedDict):
    """A label and what is to be said about it."""

    label: str
    cell: PlanCell


@published
class PlanBlock(TypedDict):
    """A part of a section. What its kind does not have is empty."""

    kind: Literal["heading", "text", "facts", "list", "table", "picture"]
    text: str
    """Of a heading; of a picture its Mermaid."""
    cells: list[PlanCell]
    """Of a text one, of a list all."""
    facts: list[PlanFact]
    columns: list[str]
    rows: list[list[PlanCell]]


@published
class PlanSectionDocument(TypedDict):
    """A section."""

    id: str
    title: str
    blocks: list[PlanBlock]


@published
class PlanNext(TypedDict):
    """One of the things that matter next."""

    kind: Literal["promise", "initiative", "review", "deadline", "lead"]
    text: str
    owner: str
    owner_name: str
    due: Day | None
    sources: list[PlanSource]


@published
class PlanInitiative(TypedDict):
    """One initiative, with the goals and the people that it serves, by id."""

    initiative: str
    what: str
    owner: str | None
    due: Day | None
    status: Literal["planned", "in_progress", "done", "dropped"]
    goals: list[str]
    customer_goals: list[str]
    contacts: list[str]


@published
class PlanDeadline(TypedDict):
    """A day on which the contract asks for something."""

    name: Literal["notice", "tender", "end"]
    day: Day
    days: int


@published
class PlanDocumentAccount(TypedDict):
    """The plan of one account."""

    id: str
    name: str
    path: str
    owner: str
    title: str
    next: list[PlanNext]
    initiatives: list[PlanInitiative]
    deadlines: list[PlanDeadline]
    sections: list[PlanSectionDocument]


@published
class PlanDocument(TypedDict):
    """What `relmap plan --format json` writes."""

    schema: str
    version: Literal[1]
    tool: Tool
    as_of: Day
    currency: str | None
    rubric: Rubric
    plans: list[PlanDocumentAccount]
