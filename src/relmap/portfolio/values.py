"""What a portfolio consists of: plain frozen values that know no format."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.measures.concentration import Concentration, ProfileLine
from relmap.measures.result import Score
from relmap.model.period import Period
from relmap.model.words import Choice, Fit, Stage


class Effort(NamedTuple):
    """What serving an account takes, held against the stage aimed at (see the measure `service`)."""

    fit: Fit | None
    possible: tuple[Fit, ...]
    aim: str
    """The stage it is held against."""
    touchpoints: int | None
    """In four quarters; None where the file keeps none."""
    least: int
    most: int
    """Touchpoints in four quarters that fit the stage."""
    cost: float | None
    """Cost to serve, percent of gross profit."""
    cost_most: float
    """The highest cost to serve that fits the stage, percent of gross profit."""


class Case(NamedTuple):
    """What one account's file says on where to invest: the four things that the rule weighs, and its effort."""

    choice: Choice | None
    aimed: Stage | None
    potential: float | None
    """The revenue a year within reach, in the book's currency."""
    could_be_key: bool | None
    year: int | None
    """The latest complete fiscal year with a gross profit; None where there is none."""
    revenue: float | None
    """The revenue of the latest complete fiscal year that has one."""
    gross_profit: float | None
    cost_to_serve: float | None
    effort: Effort


class Move(StrEnum):
    """What the rule answers for one customer."""

    INVEST = "invest"
    DECIDE = "decide"
    """Served at a loss with room to grow: advance or move back."""
    MOVE_BACK = "move_back"
    LEAVE = "leave"
    HOLD = "hold"


class Advice(NamedTuple):
    """Where one customer stands between investing and moving back, with what says so."""

    account: AssessedAccount
    case: Case
    move: Move | None
    """None where what is unknown leaves more than one."""
    possible: tuple[Move, ...]
    aim: str | None
    """up, stay, down or leave: our ambition against the stage that is earned; None where none is given."""
    room: bool | None
    """Is more revenue within reach? None where that is not known."""
    profit: float | None
    """Gross profit less cost to serve, in the book's currency; None where one of them is not known."""
    pays: bool | None
    """Is something left after cost to serve? None where that is not known."""
    missing: tuple[str, ...]
    """What would have to be known: ambition, potential, revenue, gross_profit, cost_to_serve."""


class ParetoPoint(NamedTuple):
    """One customer (a parent group) on the curve, largest first."""

    group: str
    name: str
    amount: float
    share: float
    """Of what is known, 0–1."""
    cumulative: float
    """The shares of this one and all larger ones together, 0–1; the last is 1."""


class Placed(NamedTuple):
    """One account between exposure and health."""

    account: AssessedAccount
    exposure: Score
    """0–1."""
    health: Score
    """0–100."""

    @property
    def is_point(self) -> bool:
        """Are both known, so that there is one place for it?"""
        return self.exposure.value is not None and self.health.value is not None


class StageCount(NamedTuple):
    """How many customers stand in one stage, by each voice."""

    stage: Stage
    headline: int
    earned: int
    theirs: int
    ours: int


class LossOfOne(NamedTuple):
    """What the book would be without one of its largest customers."""

    group: str
    name: str
    accounts: tuple[str, ...]
    """The accounts that go with it."""
    revenue: float
    share: float
    """0–1."""
    gross_profit: float | None
    hhi_after: float | None
    largest_after: float | None
    """The share of the customer who is then the largest, 0–1."""
    largest_name: str
    fragility_after: Score
    freed: tuple[str, ...]
    """Team members, by id, who own and know nobody in what is left."""
    key_accounts: int
    """How many key accounts go with it."""


class Change(NamedTuple):
    """How revenue went from an earlier period to this one, over the accounts with figures in both."""

    percent: float | None
    """None: not to be compared."""
    accounts: int
    """Over how many accounts."""
    reason: str
    """Why it is not compared; empty where it is, and for the first period."""


class TrendPeriod(NamedTuple):
    """One complete fiscal year or quarter of the book."""

    period: Period
    revenue: float
    gross_profit: float | None
    """None where nobody's is known."""
    accounts: int
    """Accounts with revenue figures."""
    profits: int
    """Accounts with a gross profit."""
    without: int
    """Accounts that were customers and have no figures."""
    largest: float
    """0–1."""
    hhi: float
    change: Change
    """Against the year or quarter before."""
    year_change: Change
    """Against the same period a year before."""


class Portfolio(NamedTuple):
    """The book as its head sees it."""

    assessment: Assessment
    accounts: tuple[AssessedAccount, ...]
    """The accounts that are shown one by one; what is said of the book is said of all."""
    revenue_lines: tuple[ProfileLine, ...]
    profit_lines: tuple[ProfileLine, ...]
    """The bands of the profile; of gross profit empty where none is known."""
    pareto: tuple[ParetoPoint, ...]
    placed: tuple[Placed, ...]
    """Customers with something at stake, or of whom that is not known: the most exposed first, the unknown before."""
    advice: tuple[Advice, ...]
    stages: tuple[StageCount, ...]
    losses: tuple[LossOfOne, ...]
    years: tuple[TrendPeriod, ...]
    quarters: tuple[TrendPeriod, ...]
    cases: Mapping[str, Case]
    """By account id."""

    @property
    def revenue(self) -> Concentration:
        """Concentration by revenue."""
        return self.assessment.revenue

    @property
    def gross_profit(self) -> Concentration:
        """Concentration by gross profit."""
        return self.assessment.gross_profit

    @property
    def shows_all(self) -> bool:
        """Are all accounts shown one by one?"""
        return len(self.accounts) == len(self.assessment.accounts)
