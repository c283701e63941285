"""The published JSON of `relmap portfolio`, version 1, as types."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from relmap.render.json_book_types import Book, ProfileLine
from relmap.render.json_types import Day, Figure, Rubric, Tool, published

Stage = Literal["exploratory", "basic", "collaborative", "interconnected"]
Move = Literal["invest", "decide", "move_back", "leave", "hold"]
Missing = Literal["ambition", "potential", "revenue", "gross_profit", "cost_to_serve"]
Fit = Literal["under", "fitting", "over"]


@published
class ParetoPoint(TypedDict):
    """One customer (a parent group) on the curve, the largest first; shares in percent, 0 to 100."""

    group: str
    name: str
    amount: float
    share: float
    cumulative: float
    """The shares of this one and all larger ones; the last is 100."""


@published
class Advice(TypedDict):
    """Where a customer stands between investing and moving back."""

    move: Move | None
    """decide: advance or move back. Null where what is unknown leaves more than one."""
    possible: list[Move]
    aim: Literal["up", "stay", "down", "leave"] | None
    """Our ambition against the earned stage; null where none is given."""
    room: bool | None
    """Is more revenue within reach? Null where that is not known."""
    potential: float | None
    """The revenue a year within reach, in the book's currency."""
    revenue: float | None
    """Of the latest complete fiscal year that has one."""
    profit: float | None
    """Gross profit less cost to serve; null where one of them is not known."""
    pays: bool | None
    """Is something left after cost to serve? Null where that is not known."""
    year: int | None
    """The fiscal year of the profit."""
    missing: list[Missing]
    """What would have to be known."""
    why: str
    """The sentence, for people."""


@published
class Effort(TypedDict):
    """What serving the account takes, against what fits the stage aimed at."""

    fit: Fit | None
    possible: list[Fit]
    aim: Stage
    touchpoints: int | None
    """In four quarters; null where the file keeps none."""
    touchpoints_least: int
    touchpoints_most: int
    cost: float | None
    """Cost to serve, percent of gross profit; null where it is not known, or where there is no gross profit."""
    cost_most: float


@published
class Account(TypedDict):
    """One account that is shown."""

    id: str
    name: str
    owner: str
    tier: str | None
    status: Literal["prospect", "customer", "former"]
    group: str
    revenue: float | None
    """Of the period, in the book's currency."""
    share: Figure
    """Percent, 0 to 100."""
    exposure: Figure
    """Percent, 0 to 100."""
    health: Figure
    band: Figure
    stage: Figure
    stage_earned: Figure
    stage_theirs: Figure
    stage_ours: Figure
    advice: Advice | None
    """Of customers; else null."""
    effort: Effort | None
    """Of customers; else null."""


@published
class VoiceCount(TypedDict):
    """How many customers stand in one stage, by the headline and each voice; who has not said is in none."""

    stage: Stage
    headline: int
    earned: int
    theirs: int
    ours: int


@published
class Loss(TypedDict):
    """The book without one of its ten largest customers, over the same period."""

    group: str
    name: str
    accounts: list[str]
    """What goes with it."""
    revenue: float
    share: float
    """Percent, 0 to 100."""
    gross_profit: float | None
    hhi_after: float | None
    """Null where nothing is left."""
    largest_after: float | None
    """The share of the customer who is then the largest, percent 0 to 100."""
    largest_name: str | None
    fragility_after: Figure
    """Percent, 0 to 100."""
    freed: list[str]
    """Team members, by id, who own and know nobody in what is left."""
    key_accounts: int
    """How many key accounts go."""


@published
class Year(TypedDict):
    """One complete fiscal year of the book."""

    year: str
    revenue: float
    gross_profit: float | None
    accounts: int
    """Accounts with revenue figures."""
    accounts_with_profit: int
    """Accounts with a gross profit."""
    without_figures: int
    """Accounts that were customers and have no figures."""
    largest: float
    """The share of the largest customer, percent 0 to 100."""
    hhi: float
    change: float | None
    """Revenue against the year before, percent, over the accounts with figures in both; null: not to be compared."""
    compared: int
    """Over how many accounts."""
    reason: str | None
    """Why it is not compared."""


@published
class Change(TypedDict):
    """How revenue went from an earlier period, over the accounts with figures in both."""

    change: float | None
    """Percent; null: not to be compared."""
    compared: int
    """Over how many accounts."""
    reason: str | None
    """Why it is not compared; null also for the first quarter, before which there is none."""


@published
class Quarter(TypedDict):
    """One complete fiscal quarter of the book, made of the figures that the files have for that quarter."""

    quarter: Annotated[str, Field(pattern="^[0-9]{4}-Q[1-4]$")]
    revenue: float
    gross_profit: float | None
    accounts: int
    """Accounts with revenue figures."""
    accounts_with_profit: int
    """Accounts with a gross profit."""
    without_figures: int
    """Accounts that were customers and have no figures."""
    largest: float
    """The share of the largest customer, percent 0 to 100."""
    hhi: float
    before: Change
    """Against the quarter before."""
    year_before: Change
    """Against the same quarter a year before."""


@published
class Document(TypedDict):
    """The book as its head sees it, as `relmap portfolio --format json` writes it."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    period: str | None
    """The fiscal year or quarter of shares; null where no account has revenue."""
    rubric: Rubric
    book: Book
    """What is true of the whole book, as `relmap assess --format json` has it."""
    profit_lines: list[ProfileLine]
    """The bands of the profile for gross profit; empty where none is known."""
    pareto: list[ParetoPoint]
    stages: list[VoiceCount]
    losses: list[Loss]
    years: list[Year]
    quarters: list[Quarter]
    """The last eight with revenue, oldest first; empty where no file has any."""
    accounts: list[Account]
    """Those that meet the conditions, the most exposed first and the unknown before them."""
