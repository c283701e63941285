"""The published JSON of `relmap plan --shareable`, version 1, as types: what the customer may see, and no more."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Tool, published


@published
class SharedPerson(TypedDict):
    """Somebody of theirs, and who of ours works with them, by name."""

    name: str
    title: str | None
    ours: list[str]


@published
class SharedInitiativeDocument(TypedDict):
    """What is done for a goal."""

    what: str
    owner: str | None
    started: Day | None
    due: Day | None
    status: Literal["planned", "in_progress", "done"]
    done: Day | None


@published
class SharedGoalDocument(TypedDict):
    """A goal that they, or a document, say is theirs."""

    what: str
    whose: str | None
    measure: str | None
    start: str | None
    target: str | None
    due: Day | None
    initiatives: list[SharedInitiativeDocument]


@published
class SharedPromiseDocument(TypedDict):
    """A promise between both sides."""

    what: str
    by: str
    to: str | None
    made: Day | None
    due: Day | None
    status: Literal["kept", "open", "not kept"]
    kept: Day | None


@published
class SharedValueDocument(TypedDict):
    """A benefit: promised, delivered, confirmed."""

    what: str
    to: str | None
    promised: str | None
    delivered: str | None
    confirmed_by: str | None
    day: Day | None


@published
class SharedMeetingDocument(TypedDict):
    """A meeting, call or visit."""

    day: Day
    kind: str | None
    ours: list[str]
    theirs: list[str]


@published
class SharedPlanDocument(TypedDict):
    """The plan of one account."""

    id: str
    name: str
    company: str
    owner: str
    title: str
    as_of: Day
    people: list[SharedPerson]
    goals: list[SharedGoalDocument]
    promises_ours: list[SharedPromiseDocument]
    promises_theirs: list[SharedPromiseDocument]
    value: list[SharedValueDocument]
    meetings: list[SharedMeetingDocument]
    """The newest first."""


@published
class SharedDocument(TypedDict):
    """What `relmap plan --shareable --format json` writes."""

    schema: str
    version: Literal[1]
    tool: Tool
    plans: list[SharedPlanDocument]
