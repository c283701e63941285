"""One thing to do at one account, as its file alone says it. Plain data: it is made where the account is read."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from relmap.findings import Route


class Kind(StrEnum):
    """What kind of thing is to be done; of things with the same day the earlier kind stands first."""

    PROMISE = "promise"
    THEIR_PROMISE = "their_promise"
    REVIEW = "review"
    CONTRACT = "contract"
    TENDER = "tender"
    INITIATIVE = "initiative"
    GOAL = "goal"
    KEY_PLAYER = "key_player"
    ROLE = "role"
    MOVE = "move"
    STEP = "step"


class Todo(NamedTuple):
    """Something that somebody of ours is to do."""

    kind: Kind
    subject: str
    """What it is about, stable across edits and unique in its account and kind: an id, or maker and words."""
    what: str
    """A full sentence."""
    owner: str
    """The team member whose work it is, by id."""
    route: Route
    """The place in the account that says so, or lacks it."""
    due: date | None = None
    """The day by which it is to be done; None where nobody has set one."""
    contact: str = ""
    """The contact for or with whom, by id; empty: nobody in particular."""
    person: str = ""
    """What people call whoever it is for: a contact, or one of ours."""
    line: int = 1
    """Where the route stands in the file, counted from 1."""
