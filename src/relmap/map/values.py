"""What a map holds: the people of both sides and the lines between them, ready to be drawn.

Plain data but for betweenness, which is worked out when somebody asks: it takes as long as all the rest, and few do.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from relmap.measures.logic import Truth
from relmap.measures.result import Score, Verdict
from relmap.measures.roles import RoleState


class State(StrEnum):
    """Whether a person is there."""

    ACTIVE = "active"
    LEFT = "left"
    PLACEHOLDER = "placeholder"


class Kind(StrEnum):
    """What a line means."""

    REPORTS_TO = "reports_to"
    DOTTED = "dotted"
    INFLUENCES = "influences"
    CONFLICTS = "conflicts"
    KNOWN_BY = "known_by"


VIEWS: dict[str, frozenset[Kind]] = {
    "all": frozenset(Kind),
    "org": frozenset((Kind.REPORTS_TO, Kind.DOTTED)),
    "influence": frozenset((Kind.INFLUENCES, Kind.CONFLICTS)),
    "coverage": frozenset((Kind.KNOWN_BY,)),
}
"""The lines that each view shows. Our people stand in it where their relationships do."""


class MapPerson(NamedTuple):
    """One person of the customer's, or a seat without a name."""

    id: str
    label: str
    title: str
    department: str
    state: State
    left: date | None
    roles: tuple[str, ...]
    power: int | None
    interest: int | None
    support: str | None
    trust: float | None
    """How far this person trusts us, 0 to 10, by the best pair."""
    live: Truth
    """Is a relationship with somebody of ours live? False for who is not there."""
    known: bool
    """Does somebody of ours who is with us know this person at all?"""
    type: str | None
    quadrant: str | None
    find_between: Callable[[], float]
    loses: tuple[str, ...]
    """The key players out of our reach when this person leaves."""
    unreached: bool
    """A key player to whom no live way leads."""
    cares_about: str
    line: int | None
    """Where the person stands in the account's file, counted from 1."""

    @property
    def key(self) -> str:
        """The name in the graph; no member of ours has it."""
        return f"theirs:{self.id}"

    @property
    def between(self) -> float:
        """Betweenness, 0 to 1."""
        return self.find_between()

    @property
    def coverage(self) -> str:
        """Whether somebody of ours is in live touch: live, unclear, not_live or nobody."""
        if not self.known:
            return "nobody"
        return {True: "live", False: "not_live", None: "unclear"}[self.live]


class MapMember(NamedTuple):
    """One of our people."""

    id: str
    label: str
    title: str
    department: str
    present: Truth
    find_between: Callable[[], float]
    loses: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name in the graph; no contact has it."""
        return f"ours:{self.id}"

    @property
    def between(self) -> float:
        """Betweenness, 0 to 1."""
        return self.find_between()


class Tie(NamedTuple):
    """A line between two people, by their keys; one of ours knows one of theirs with level, trust and age."""

    kind: Kind
    source: str
    target: str
    line: int | None = None
    live: Truth = None
    level: str | None = None
    trust: float | None = None
    contacted: date | None = None
    age: int | None = None
    """Days since the last contact."""
    said_by: str = "ours"
    """Who says so: ours, theirs or document."""


class AccountMap(NamedTuple):
    """One account's map on a day. Nothing in it is cleaned or escaped."""

    account: str
    name: str
    path: str
    as_of: date
    people: tuple[MapPerson, ...]
    """The active ones by the file's order, then seats without a name, then who left."""
    team: tuple[MapMember, ...]
    """Who of ours knows somebody, by id."""
    ties: tuple[Tie, ...]
    roles: tuple[RoleState, ...]
    coverage: Score
    resilience: Score
    colour: Verdict
    names: Mapping[str, str]
    """What to call everybody of the account, by key."""
    left_out: int = 0
    """How many people a focus leaves out."""

    def label(self, key: str) -> str:
        """Return what to call somebody, also one whom a focus leaves out."""
        return self.names[key]

    @property
    def everybody(self) -> tuple[MapPerson | MapMember, ...]:
        """The people of both sides, theirs first."""
        people: list[MapPerson | MapMember] = [*self.people]
        return (*people, *self.team)

    @property
    def single_points(self) -> tuple[MapPerson | MapMember, ...]:
        """Everybody whose departure alone cuts us off from a key player, ours first."""
        return tuple(entry for entry in sorted(self.everybody, key=_ours_first) if entry.loses)

    @property
    def brokers(self) -> tuple[MapPerson | MapMember, ...]:
        """Everybody who stands between others, the most first."""
        found = [entry for entry in self.everybody if entry.between > 0]
        return tuple(sorted(found, key=lambda entry: (-entry.between, entry.key)))


def _ours_first(entry: MapPerson | MapMember) -> bool:
    return isinstance(entry, MapPerson)
