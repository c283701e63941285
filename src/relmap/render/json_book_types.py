"""The published JSON of the whole book as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Figure, NotKnown, published


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
    broken: list[str]
    """Accounts whose files cannot be read: they are missing from every figure."""
    revenue: Concentration
    gross_profit: Concentration
    profile: ConcentrationProfile
    fragility: Figure
    """The sum of exposures, percent 0 to 100."""
    stages: StageMix
    loads: list[Load]
    key_accounts: KeyAccounts
    not_known: NotKnown
