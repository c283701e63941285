"""The published JSON of `relmap brief`, version 1, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Figure, Rubric, Tool, published


@published
class Tie(TypedDict):
    """One of ours who knows a person."""

    member: str
    name: str
    level: str | None
    desired: str | None
    live: bool | None
    """null: not known."""
    last_contact: Day | None
    trust: float | None
    """How far this person trusts ours, 0 to 10."""
    source: Literal["ours", "theirs", "document"]
    rated: Day | None
    trust_counts: bool
    """Is the rating of trust young enough to count?"""


@published
class Saying(TypedDict):
    """What a person still says of us."""

    field: Literal["stage", "standing", "trust"]
    said: str | float
    date: Day


@published
class Promise(TypedDict):
    """A promise that asks for something."""

    what: str
    side: Literal["ours", "theirs"]
    by: str
    to: str | None
    due: Day | None
    state: Literal["overdue", "open", "undated"]
    overdue_days: int | None
    """Days since it was due; 0: not overdue; null: it has no day."""


@published
class Talk(TypedDict):
    """A touchpoint."""

    date: Day
    kind: str | None
    us: list[str]
    them: list[str]
    note: str | None


@published
class Goal(TypedDict):
    """A goal, of theirs or of ours."""

    id: str
    what: str
    due: Day | None


@published
class Value(TypedDict):
    """What something was to be worth to a person, and what came of it."""

    what: str
    promised: str | None
    delivered: str | None
    confirmed_by: str | None


@published
class Opportunity(TypedDict):
    """Something more that we could do for them."""

    what: str
    value: float | None
    """A year, in the book's currency."""
    contact: str | None


@published
class Person(TypedDict):
    """One person of theirs."""

    contact: str
    name: str
    title: str | None
    department: str | None
    roles: list[str]
    power: int | None
    interest: int | None
    support: str | None
    type: Literal["supportive", "some_cover", "no_cover", "not_key"] | None
    """On the map; null: power or support leave it open."""
    live: bool | None
    last_contact: Day | None
    cares_about: str | None
    reports_to: list[str]
    influences: list[str]
    influenced_by: list[str]
    conflicts_with: list[str]
    favours: list[str]
    """Our competitors whom this person favours."""
    known_by: list[Tie]
    says: list[Saying]
    we_owe: list[Promise]
    they_owe: list[Promise]
    their_goals: list[Goal]
    our_goals: list[Goal]
    value: list[Value]
    opportunities: list[Opportunity]
    touchpoints: list[Talk]
    """The last ones, the newest first."""


@published
class Worth(TypedDict):
    """Somebody worth meeting, and why."""

    person: Person
    reasons: list[
        Literal[
            "unknown_to_us",
            "not_live",
            "unclear",
            "we_owe",
            "they_owe",
            "against_us",
            "support_unknown",
            "no_word",
            "champion",
            "goal",
        ]
    ]


@published
class Issue(TypedDict):
    """Something that stands between both sides."""

    what: str
    about: str | None
    since: Day | None


@published
class Initiative(TypedDict):
    """Work that is not finished."""

    id: str
    what: str
    owner: str | None
    due: Day | None


@published
class OpenMatters(TypedDict):
    """What is open at the account."""

    contract_ends: Day | None
    notice_until: Day | None
    """The last day on which notice is possible; it may be over."""
    tender: Day | None
    issues: list[Issue]
    opportunities: list[Opportunity]
    initiatives: list[Initiative]
    promises: list[Promise]
    """Of both sides, beside those of the people who are met."""
    touchpoints: list[Talk]
    """The last ones; empty where people are met, with whom theirs stand."""


@published
class Ask(TypedDict):
    """A question."""

    text: str
    why: str | None
    weight: float
    """How far the answer can change what relmap says, on the scale of health; 0: no measure reads it."""
    health: float
    """Points by which the answer can move health."""
    contact: str | None
    """The contact whom alone it is for."""


@published
class Account(TypedDict):
    """The account, at a glance."""

    id: str
    path: str
    name: str
    owner: str
    status: Literal["prospect", "customer", "former"]
    revenue: float | None
    health: Figure
    stage: Figure
    dependence: Figure
    exposure: Figure
    """The share of the book's revenue that hangs on what the relationship lacks, 0 to 1."""
    leads: list[str]


@published
class Document(TypedDict):
    """What to know before a meeting, as `relmap brief --format json` writes it."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    period: str | None
    """The fiscal year or quarter of shares; null where no account has revenue."""
    currency: str | None
    rubric: Rubric
    account: Account
    people: list[Person]
    """Whom we meet; empty: the account as a whole."""
    worth_meeting: list[Worth]
    """Where nobody is named: who is worth meeting, in that order."""
    open: OpenMatters
    ask: list[Ask]
    """What to ask there, the weightiest first; then what is about people who are not met."""
    look_up: list[Ask]
    """What we can answer ourselves before we go."""
