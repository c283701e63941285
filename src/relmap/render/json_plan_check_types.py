"""The published JSON of `relmap plan --check`, version 1, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Tool, published


@published
class PlanOnDisk(TypedDict):
    """The plan of one account, as it stands on disk."""

    account: str
    path: str
    state: Literal["current", "outdated", "missing", "edited", "orphaned"]
    reason: str | None
    """Why an edited plan is not written over, and which account an orphaned one is of."""


@published
class PlanCheckDocument(TypedDict):
    """What `relmap plan --check --into DIR --format json` writes."""

    schema: str
    version: Literal[1]
    tool: Tool
    as_of: Day
    current: bool
    """Is every plan what relmap would write?"""
    plans: list[PlanOnDisk]
