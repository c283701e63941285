"""The published JSON of an account's evidence as types: what only a named account has."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_evidence_types import Evidence, Input, Unknown
from relmap.render.json_model_types import (
    GoalEvidence,
    LadderEvidence,
    PhaseEvidence,
    Repair,
    ServiceEvidence,
    StandingEvidence,
    Step,
    Transience,
)
from relmap.render.json_types import Day, published


@published
class Saying(TypedDict):
    """What one respondent said."""

    said: str | float
    by: str | None
    date: Day


@published
class View(TypedDict):
    """What one side says; null without a fresh view."""

    said: str | float | None
    by: str | None
    date: Day | None
    others: list[Saying]
    """What others of the same side still say, where it is something else."""


@published
class Views(TypedDict):
    """What one side says of the whole."""

    stage: View
    standing: View
    trust: View
    """How far this side trusts the other, 0 to 10."""


@published
class BothViews(TypedDict):
    """The two voices, kept apart."""

    ours: Views
    theirs: Views


@published
class StageTest(TypedDict):
    """One test of a relationship stage."""

    id: str
    stage: str
    must: bool
    """False: some number of these is needed beside the musts."""
    label: str
    passed: bool | None
    confirmed: bool
    """They, or a document, say so."""
    detail: str | None
    inputs: list[Input]


@published
class StageEvidence(TypedDict):
    """How the stage was earned, and what the next one asks for."""

    one_sided: bool
    """No fresh word of theirs stands behind the headline."""
    next: str | None
    missing: list[str]
    """Tests of the next stage that are not passed, musts first."""
    still_needed: int
    """How many of the next stage's further tests are still needed."""
    tests: list[StageTest]


@published
class Relationship(TypedDict):
    """One of our people with one of theirs."""

    member: str
    level: str | None
    live: bool | None
    last_contact: Day | None
    source: str
    route: str


@published
class Contact(TypedDict):
    """One active contact on the map."""

    id: str
    name: str | None
    title: str | None
    department: str | None
    roles: list[str]
    power: int | None
    interest: int | None
    support: str | None
    type: Literal["not_key", "no_cover", "some_cover", "supportive"] | None
    """Null: power or support leave it open."""
    quadrant: Literal["manage_closely", "keep_satisfied", "keep_informed", "monitor"] | None
    key_player: bool | None
    live: bool | None
    known: bool
    """Someone of ours knows this person at all."""
    relationships: list[Relationship]


@published
class Map(TypedDict):
    """The stakeholder map."""

    contacts: list[Contact]
    placeholders: list[str]
    """Seats whose holders we do not know yet."""
    left: list[str]
    suspiciously_positive: bool


@published
class RoleState(TypedDict):
    """One role that must be covered."""

    role: str
    state: Literal["covered", "unclear", "not_live", "placeholder", "missing"]
    people: list[str]


@published
class SinglePoint(TypedDict):
    """Somebody whose departure alone cuts us off from key players."""

    person: str
    side: Literal["ours", "theirs"]
    cut_off: list[str]


@published
class ResilienceEvidence(TypedDict):
    """Who must not leave."""

    single_points: list[SinglePoint]
    unreached: list[str]
    """Key players whom no live relationship reaches."""


@published
class PromiseState(TypedDict):
    """One promise on the day."""

    position: int
    """The position in the file's list, from 0."""
    what: str
    ours: bool
    by: str
    to: str | None
    made: Day | None
    due: Day | None
    kept: Day | bool | None
    """The day; true: kept on a day nobody knows; false: broken."""
    about: str | None
    repair: str | None
    state: Literal["kept", "late", "broken", "overdue", "open", "undated", "kept, day unknown"]


@published
class PromiseEvidence(TypedDict):
    """Every promise of either side."""

    verdict: Literal["good", "watch", "serious"] | None
    states: list[PromiseState]
    overdue: list[int]
    """Positions of our promises that are overdue."""


@published
class TrustEvidence(TypedDict):
    """Personal against organisational trust."""

    gap: float | None
    """Personal less organisational, in points of 100."""
    person_held: bool | None
    """Personal trust is high and organisational is not: it leaves with the person."""


@published
class ExchangeKind(TypedDict):
    """What was given and got of one kind, in the book's currency."""

    kind: str
    gave: float
    got: float


@published
class EquityEvidence(TypedDict):
    """What stands behind reciprocity and margin."""

    balanced: bool | None
    price_share: float | None
    """Price, rebate and terms in what we gave, percent 0 to 100."""
    by_kind: list[ExchangeKind]
    margin_year: int | None
    margin_after_cost_to_serve: bool
    """False: the margin is gross."""
    days_beyond_terms: int | None


@published
class WalletEvidence(TypedDict):
    """What stands behind the share of wallet."""

    year: int | None
    potential_gap: float | None
    """Potential revenue less current revenue."""
    whitespace: list[str]
    """Offerings they do not buy."""


@published
class ReviewEvidence(TypedDict):
    """What stands behind the review state."""

    cadence: Literal["quarter", "year"] | None
    last: Day | None
    quarter: str | None
    """The fiscal quarter that the last review counts for."""
    due_by: Day | None


@published
class Watch(TypedDict):
    """What stands out."""

    overdue_initiatives: list[str]
    collaborative_quarters: int


@published
class Card(TypedDict):
    """The evidence behind an account's figures."""

    measures: dict[str, Evidence]
    """By measure id."""
    narrowing: list[Unknown]
    """The two answers that would narrow health most, where it is not scored."""
    stage: StageEvidence
    transience: Transience
    standing: StandingEvidence
    phase: PhaseEvidence
    repairs: list[Repair]
    ladder: LadderEvidence
    crp: list[Step]
    service: ServiceEvidence
    goals: GoalEvidence
    views: BothViews
    map: Map
    roles: list[RoleState]
    resilience: ResilienceEvidence
    promises: PromiseEvidence
    trust: TrustEvidence
    equity: EquityEvidence
    wallet: WalletEvidence
    review: ReviewEvidence
    watch: Watch
    divisions: list[str]
    """Accounts whose parent this one is."""
