"""The published JSON of `relmap assess`, version 1, as types: what users may rely on, apart from the internals.

The builders write plain dicts that mypy holds against these types, and `json_schema` makes the JSON Schema of them;
nothing is validated when the tool runs. Taking a key away, or giving it another meaning, is a new version.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

VERSION: Literal[1] = 1

Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
"""A day, written YYYY-MM-DD."""

published = with_config(ConfigDict(extra="forbid", use_attribute_docstrings=True))


@published
class Tool(TypedDict):
    """What wrote the document."""

    name: Literal["relmap"]
    version: str


@published
class Position(TypedDict):
    """A position in a file, both counted from 1, columns in characters."""

    line: int
    column: int


@published
class Related(TypedDict):
    """Another place that belongs to a finding."""

    path: str
    line: int
    column: int
    end: Position
    message: str


@published
class Finding(TypedDict):
    """One thing relmap has to say about one place in a file."""

    code: str
    """Stable, never reused: RM101."""
    name: str
    severity: Literal["error", "warning", "info"]
    state: Literal["active", "waived", "baseline"]
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
    fingerprint: str
    """The identity across edits: code, account and subject."""


@published
class Figure(TypedDict):
    """One measure's answer. A value of null is not known."""

    value: float | str | None
    low: float | str | None
    """The least value that the unknowns allow; null: not bounded."""
    high: float | str | None
    """The most that the unknowns allow; null: not bounded."""
    completeness: float
    """The share of the weight that is known, 0 to 1."""
    reason: NotRequired[str]
    """Why it is not scored; left out where there is nothing to say."""


@published
class Signs(TypedDict):
    """The signs of deep dependence; null: not known."""

    core_group: bool | None
    held_to_ransom: bool | None
    one_way: bool | None
    margins_eroding: bool | None


@published
class DependenceNotes(TypedDict):
    """What stands beside the figures of dependence."""

    direction: Literal["ours", "theirs", "even"] | None
    """Who depends more; null: the unknowns leave it open."""
    signs: Signs
    disagree: bool
    """Pattern and signs tell different stories."""


@published
class Perception(TypedDict):
    """Our view less theirs; null without both views."""

    stage: int | None
    """In steps."""
    standing: int | None
    """In steps."""
    trust: float | None
    """In points of ten."""
    optimism: int | None
    """Our stage less the earned one, in steps."""


@published
class Loss(TypedDict):
    """What the book loses with the account's whole group."""

    revenue: float
    gross_profit: float | None
    hhi_after: float | None
    """The HHI of what is left, 0 to 10 000; null where nothing is."""
    people_freed: list[str]
    """Team members who carry nothing else."""


@published
class Person(TypedDict):
    """A team member or a contact, by id."""

    person: str
    side: Literal["ours", "theirs"]


@published
class Count(TypedDict):
    """How many of how many are not known."""

    unknown: int
    of: int


@published
class NotKnown(TypedDict):
    """What files leave open."""

    contacts_power: Count
    contacts_support: Count
    relationships_live: Count
    """Relationships of which it is not known whether they are live."""
    their_view: Count
    """Customers without any fresh view of theirs."""
    dependence: Count
    """Customers whose dependence, ours or theirs, is not known."""


@published
class Part(TypedDict):
    """One summand of a measure, in the measure's unit unless its name says otherwise."""

    name: str
    value: float | None
    low: float
    high: float
    weight: float
    contribution: float
    """What the part adds to the measure's value; the contributions of all parts add up to it."""


@published
class Input(TypedDict):
    """One thing that a measure read."""

    route: str
    """The place in the account's file: contacts.jane-doe.power."""
    state: Literal["fresh", "undated", "stale", "unknown"]
    """Fresh and undated count; stale is too old and counts as unknown."""
    source: str
    """Who says so: ours, theirs or document."""
    day: Day | None


@published
class Unknown(TypedDict):
    """Something not known."""

    route: str
    question: str
    """The question that would settle it."""
    spread: float
    """How far it can move the measure, in the measure's unit."""


@published
class Evidence(TypedDict):
    """What one measure was made from."""

    confirmed: float | None
    """The share of what is known that they or a document say, 0 to 1; null where nothing is known."""
    possible: list[str]
    """For words: every word that the unknowns allow, in order."""
    parts: list[Part]
    inputs: list[Input]
    unknowns: list[Unknown]


@published
class View(TypedDict):
    """What one side says; null without a fresh view."""

    said: str | float | None
    by: str | None
    date: Day | None


@published
class Views(TypedDict):
    """What one side says of the whole."""

    stage: View
    standing: View
    trust: View
    """How far they trust us, 0 to 10."""


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


@published
class Account(TypedDict):
    """One account."""

    id: str
    path: str
    name: str
    owner: str
    status: Literal["prospect", "customer", "former"]
    tier: str | None
    tags: list[str]
    since: Day | None
    parent: str | None
    group: str
    """The topmost parent: one customer in concentration."""
    group_name: str
    contract_in_force: bool | None
    revenue: float | None
    """Revenue of the period, in the book's currency."""
    measures: dict[str, Figure]
    """Every measure by id, unrounded, in the unit that the schema states."""
    dependence: DependenceNotes
    perception: Perception
    loss: Loss | None
    single_points: list[Person]
    unprofitable_collaborator: bool
    review_due_by: Day | None
    leads: list[str]
    """What to look at, the most urgent first."""
    not_known: NotKnown
    evidence: NotRequired[Card]
    """Only where accounts were named."""


@published
class CustomerShare(TypedDict):
    """One customer, a parent group."""

    group: str
    amount: float
    share: float
    """Percent, 0 to 100."""


@published
class TopShares(TypedDict):
    """The share of the largest 1, 3, 5 and 10 customers, percent 0 to 100; null where it is not scored."""

    cr1: float | None
    cr3: float | None
    cr5: float | None
    cr10: float | None


@published
class Concentration(TypedDict):
    """How much of the book hangs on how few customers, over one amount. Shares are of what is known."""

    total: float
    hhi: float | None
    """The Herfindahl–Hirschman index, 0 to 10 000."""
    effective_number: float | None
    """10 000 / HHI."""
    top: TopShares
    top_fifth: float | None
    """The share of the largest 20 % of the customers, percent 0 to 100."""
    major: list[str]
    """Customers at 10 % or more."""
    core: list[str]
    """The smallest set of largest customers that makes the core share (80 %); ties are all in."""
    without_figures: list[str]
    """Customer accounts of which nothing is known for the period."""
    negative: list[str]
    """Groups with a negative amount: named apart, in no share."""
    customers: list[CustomerShare]
    """Largest first."""
    reason: str | None
    """Why it is not scored."""


@published
class ProfileLine(TypedDict):
    """How the book stands against one threshold; shares in percent, 0 to 100."""

    top: int
    """The share of this many largest customers."""
    share: float
    watch: float
    beyond: float
    level: Literal["within", "watch", "beyond"]


@published
class ConcentrationProfile(TypedDict):
    """Whose thresholds the concentration of revenue is judged by."""

    name: str
    source: str
    level: Literal["within", "watch", "beyond"] | None
    """The worst of the lines; null where concentration is not scored."""
    lines: list[ProfileLine]


@published
class StageMix(TypedDict):
    """How many customers have each headline stage."""

    exploratory: int
    basic: int
    collaborative: int
    interconnected: int


@published
class Load(TypedDict):
    """What one team member carries. It informs; it does not rank people."""

    member: str
    name: str
    accounts: int
    relationships: int
    live: int
    single_points: int
    """Accounts in which this person is a single point of failure."""
    overdue: int
    promises_due: int
    promises_kept: int


@published
class KeyAccounts(TypedDict):
    """The key accounts, and how many we can serve well."""

    accounts: list[str]
    capacity: int | None


@published
class Book(TypedDict):
    """What is true of the whole book, whichever accounts are listed."""

    company: str
    currency: str | None
    fiscal_year_starts: int
    """The month."""
    has_settings: bool
    """False: there is no relmap.yaml."""
    accounts: int
    """How many accounts the book has."""
    customers: int
    revenue: Concentration
    gross_profit: Concentration
    profile: ConcentrationProfile
    fragility: Figure
    """The sum of exposures, percent 0 to 100."""
    stages: StageMix
    loads: list[Load]
    key_accounts: KeyAccounts
    not_known: NotKnown


@published
class Document(TypedDict):
    """A book on a day, as `relmap assess --format json` writes it. Keys stand in this order."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    """The day of the assessment; nothing after it counts."""
    period: str | None
    """The fiscal year (2025) or quarter (2025-Q1) of shares and concentration; null where no account has revenue."""
    book: Book
    accounts: list[Account]
    findings: list[Finding]
