"""The published JSON of `relmap check`, version 1, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Position, Related, Tool, published


@published
class Accepted(TypedDict):
    """Why a finding is accepted."""

    reason: str
    by: Literal["comment", "waiver"]
    until: Day | None
    """The last day on which it counts; null: no end."""


@published
class CheckFinding(TypedDict):
    """One thing that was found, or will be."""

    code: str
    """Stable, never reused: RM301."""
    name: str
    severity: Literal["error", "warning", "info"]
    state: Literal["active", "waived", "baseline"]
    fails: bool
    """Does it fail this run?"""
    when: Literal["now", "ahead"]
    since: Day | None
    """The first day on which it holds, which may lie ahead; null where it is no matter of days."""
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
    accepted: Accepted | None
    fingerprint: str
    """The identity across edits: code, account and subject."""


@published
class Counts(TypedDict):
    """How many findings hold on the day."""

    error: int
    warning: int
    info: int
    waived: int
    baseline: int
    ahead: int
    """How many more will hold by `until`."""
    failing: int


@published
class CheckDocument(TypedDict):
    """What `relmap check --format json` writes. Keys stand in this order; a finding stands on one line."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    until: Day
    """The last day of which is told what goes red by then."""
    fail_on: Literal["error", "warning", "info"]
    accounts: int
    """How many accounts were looked at."""
    counts: Counts
    findings: list[CheckFinding]
    upcoming: list[CheckFinding]
    fixed: list[str]
    """Fingerprints that the baseline lists and that are not there any more."""
