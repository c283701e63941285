"""The published JSON of `relmap map`, version 1, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Rubric, Tool, published


@published
class Bounds(TypedDict):
    """A figure between its bounds; the value is null where it is not scored."""

    value: float | None
    low: float
    high: float


@published
class Node(TypedDict):
    """One person of either side. What only the customer's people have is null for ours."""

    key: str
    """The id behind its side: theirs:jane-doe, ours:maria."""
    id: str
    side: Literal["ours", "theirs"]
    label: str
    title: str | None
    department: str | None
    state: Literal["active", "left", "placeholder", "unknown"]
    """Unknown: one of ours whom the team does not list."""
    left: Day | None
    roles: list[str]
    power: int | None
    interest: int | None
    support: str | None
    trust: float | None
    """How far this person trusts us, 0 to 10, by the best pair."""
    coverage: Literal["live", "unclear", "not_live", "nobody"] | None
    type: str | None
    quadrant: str | None
    betweenness: float
    """0 to 1; see docs/map.md for what it is counted over."""
    cuts_off: list[str]
    """The key players out of our reach when this person leaves."""
    unreached: bool | None
    """A key player to whom no live way leads."""
    line: int | None
    """Where the person stands in the account's file."""


@published
class Edge(TypedDict):
    """One line. What only relationships have is null for other kinds."""

    kind: Literal["reports_to", "dotted", "influences", "conflicts", "known_by"]
    source: str
    target: str
    live: bool | None
    level: str | None
    trust: float | None
    last_contact: Day | None
    age: int | None
    """Days since the last contact."""
    said_by: Literal["ours", "theirs", "document"] | None
    line: int | None


@published
class RoleState(TypedDict):
    """One role that the account needs."""

    role: str
    state: Literal["covered", "unclear", "not_live", "placeholder", "missing"]
    people: list[str]


@published
class MapDocument(TypedDict):
    """One account's stakeholder map, as `relmap map ACCOUNT --format json` writes it. Keys stand in this order."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    rubric: Rubric
    account: str
    path: str
    name: str
    left_out: int
    """How many people a focus leaves out."""
    coverage: Bounds
    """Of the whole account: power with a live relationship, 0 to 100."""
    resilience: Bounds
    """Of the whole account: how many departures cut us off from a key player."""
    roles: list[RoleState]
    nodes: list[Node]
    edges: list[Edge]


@published
class BookAccount(TypedDict):
    """One account and its revenue."""

    id: str
    name: str
    revenue: float | None


@published
class Hold(TypedDict):
    """What one of ours has in one account."""

    member: str
    account: str
    relationships: int
    live: int
    unclear: int
    """Of how many it is not known whether they are live."""
    only_thread: bool


@published
class Thread(TypedDict):
    """The accounts in which one of ours is the only one in live touch."""

    member: str
    accounts: list[str]
    revenue: float | None
    """The known part, in the book's currency; null where nothing is known."""
    unknown: int
    """How many of the accounts have no known revenue."""


@published
class Seat(TypedDict):
    """One contact."""

    account: str
    contact: str
    label: str
    left: bool
    left_on: Day | None


@published
class SamePerson(TypedDict):
    """One person in several accounts, matched by e-mail. The address itself is personal data and stays out."""

    moved: bool
    seats: list[Seat]


@published
class BookMapDocument(TypedDict):
    """Our people across all accounts, as `relmap map --format json` writes it. Keys stand in this order."""

    schema: str
    version: Literal[1]
    tool: Tool
    as_of: Day
    rubric: Rubric
    period: str | None
    accounts: list[BookAccount]
    team: dict[str, str]
    """Names of our people by id."""
    holds: list[Hold]
    threads: list[Thread]
    people: list[SamePerson]
