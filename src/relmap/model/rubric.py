"""The rubric: every threshold of every measure, with its default. A book sets its own under `rubric:`.

A threshold is our own choice unless its type says where it was published.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from relmap.model.scalars import Count, Days, Fraction, NewId, Noun, Percent, TenPoint, Text
from relmap.model.stage_tests import Need
from relmap.model.words import Profile, RoleNeeded, Stage

_WHOLE_BOOK = "is about the whole book: set it outside `tiers`"


@dataclass(frozen=True, slots=True)
class Published:
    """Marks a threshold whose default was published, and where."""

    source: str


class Alternatives(Noun):
    """How far alternatives loosen dependence: a in D = stake × (1 − a)."""

    none: Fraction = Field(0.0, description="No alternative.")
    few: Fraction = Field(0.25, description="Few alternatives.")
    several: Fraction = Field(0.5, description="Several alternatives.")
    many: Fraction = Field(0.75, description="Many alternatives.")

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the most that alternatives can be worth."""
        worths = (self.none, self.few, self.several, self.many)
        return min(worths), max(worths)


class AccountDependenceRubric(Noun):
    """Thresholds of one account's dependence, its pattern and its signs."""

    elsewhere: ClassVar = dict.fromkeys(("core_share", "core_customers", "core_alone"), _WHOLE_BOOK)

    share_line: Annotated[Fraction, Published("lenders' line for one customer")] = Field(
        0.30, gt=0, description="The revenue share that counts as full stake (lenders' line)."
    )
    deep: Fraction = Field(0.5, description="The larger dependence from which a pattern is deep.")
    deep_share: Fraction = Field(0.20, description="The revenue share from which a pattern is deep in any case.")
    inter_imbalance: Fraction = Field(0.2, description="The largest imbalance of an interdependence.")
    inter_least: Fraction = Field(0.15, description="The least smaller dependence of an interdependence.")
    one_way: float = Field(-0.5, ge=-1, le=0, description="Reciprocity at or below which the street is one-way.")
    eroding: float = Field(
        -1.0, ge=-100, le=0, description="Margin trend, points a year, at or below which margins erode."
    )
    alternatives: Alternatives = Field(Alternatives(), description="What each number of alternatives is worth.")


class DependenceRubric(AccountDependenceRubric):
    """Thresholds of dependence, its pattern and its signs, with the core group of the book."""

    core_share: Annotated[
        Fraction, Published("CustomerAttuned, Trust Ladder: the core group makes 80 % of revenue")
    ] = Field(0.80, description="The share of revenue that the core group makes.")
    core_customers: Annotated[
        Fraction, Published("CustomerAttuned, Trust Ladder: few customers make 80 % of revenue")
    ] = Field(0.20, description="The core group is small when it is at most this share of customers.")
    core_alone: Annotated[Fraction, Published("ASC 280-10-50-42: a customer of 10 % or more is disclosed")] = Field(
        0.10, description="An account with this revenue share is core by itself."
    )


class StageNeeds(Noun):
    """What each stage asks for: a test of the stage or a signal, and whether it is needed."""

    basic: dict[Text, Need] = Field(default_factory=dict, description="Tests of basic.")
    collaborative: dict[Text, Need] = Field(default_factory=dict, description="Tests of collaborative.")
    interconnected: dict[Text, Need] = Field(default_factory=dict, description="Tests of interconnected.")

    def of(self, stage: Stage) -> dict[str, Need]:
        """Return what is set for a stage; exploratory has no tests."""
        found: dict[str, Need] = getattr(self, stage, {})
        return found


class StageRubric(Noun):
    """Thresholds and tests of the relationship stage."""

    departments: Count = Field(2, description="Their departments live for collaborative.")
    our_people: Count = Field(2, description="Our people live for collaborative.")
    pairs: Count = Field(3, description="Department-to-department pairs live for interconnected.")
    basic_more: Count = Field(0, description="Further tests needed for basic.")
    collaborative_more: Count = Field(2, description="Further tests needed for collaborative.")
    interconnected_more: Count = Field(2, description="Further tests needed for interconnected.")
    promises: Percent = Field(80, description="Promises kept that count as a passed test.")
    switching_cost: Count = Field(4, description="Switching cost that counts as a passed test, 1 to 5.")
    transient_quarters: Count = Field(4, description="Quarters in collaborative after which to advance or move back.")
    tests: StageNeeds = Field(
        StageNeeds(),
        description="Tests and signals by stage: must, further (some number of these is needed) or skip.",
    )


class HealthWeights(Noun):
    """What each part of health weighs."""

    trust: Percent = Field(30, description="Personal and organisational trust.")
    promises: Percent = Field(20, description="Promises kept.")
    coverage: Percent = Field(25, description="Coverage for the aimed stage.")
    support: Percent = Field(15, description="Support on the map.")
    reciprocity: Percent = Field(10, description="Reciprocity of what was given and got.")


class HealthRubric(Noun):
    """Weights and bands of health."""

    weights: HealthWeights = Field(HealthWeights(), description="What each part weighs.")
    red_to: Annotated[Percent, Published("Gainsight scorecards")] = Field(
        50, description="Up to this figure the band is red."
    )
    amber_to: Annotated[Percent, Published("Gainsight scorecards")] = Field(
        75, description="Up to this figure the band is amber; above it is green."
    )


class PromisesRubric(Noun):
    """Thresholds of promises kept."""

    window_quarters: Count = Field(8, ge=1, description="Promises due within this many quarters count.")
    least: Count = Field(3, ge=1, description="Fewer promises due than this are not scored.")
    good: Annotated[Percent, Published("say/do ratio, bands published for teams")] = Field(
        80, description="From here on good."
    )
    serious: Annotated[Percent, Published("say/do ratio, bands published for teams")] = Field(
        70, description="Below this serious; between is watch."
    )


class LiveRubric(Noun):
    """When a relationship counts as live."""

    days: Days = Field(90, description="Days since the last contact.")
    days_power_5: Days = Field(180, description="The same for a contact of power 5.")


class ValidDays(Noun):
    """How long evidence is good for, in days."""

    ratings: Days = Field(366, description="Ratings of trust.")
    views: Days = Field(366, description="Views of either side.")
    signals: Days = Field(366, description="Signals.")


class EquityRubric(Noun):
    """Thresholds of equitability."""

    balanced: Fraction = Field(0.25, description="Reciprocity within plus or minus this is balanced.")
    least: Count = Field(2, ge=1, description="Fewer valued exchanges than this are not scored.")


class ConcentrationRubric(Noun):
    """The profile that judges concentration."""

    profile: Annotated[Profile, Published("ASC 280-10-50-42")] = Field(
        "gaap-10", description="Whose thresholds to judge by."
    )


class StandingRubric(Noun):
    """Thresholds of standing."""

    delivery: Percent = Field(95, description="On time, on budget and to standard for supplier of choice, each.")
    promises: Percent = Field(80, description="Promises kept for supplier of choice.")


class LadderRubric(Noun):
    """Thresholds of the Trust Ladder: the types of trust, and trust beyond the evidence."""

    trade_quarters: Count = Field(4, ge=1, description="Quarters of trade without an open issue for knowledge trust.")
    promises: Percent = Field(70, description="Below this, promises kept break knowledge trust.")
    identification: TenPoint = Field(8, description="Their trust, 0 to 10, for identification trust.")
    excessive: TenPoint = Field(8, description="Trust, 0 to 10, from which it has to rest on evidence.")
    silent_quarters: Count = Field(
        2, ge=1, description="Quarters without a word or record of theirs that make such trust excessive."
    )


class PhaseRubric(Noun):
    """Thresholds of the phase, and of its dissolution."""

    growth: Percent = Field(5, description="Rise of revenue, percent, for expansion.")
    durable_months: Count = Field(12, description="Months that a contract still runs for commitment.")
    promises: Percent = Field(80, description="Promises kept for commitment.")
    steady: Percent = Field(25, description="Percent by which revenue may vary in commitment.")
    people: Count = Field(2, ge=1, description="People of either side that are live for commitment.")
    window_days: Days = Field(180, description="Days back that signs of dissolution count.")
    at_risk: Count = Field(2, ge=1, description="Signs of dissolution from which a relationship is at risk.")
    promises_fall: Percent = Field(10, description="Fall of promises kept, in points, that is a sign.")
    revenue_fall: Percent = Field(20, description="Fall of revenue, percent, that is a sign.")
    tender_days: Days = Field(180, description="Days before a tender in which it is a sign.")
    trust_fall: TenPoint = Field(2, description="Fall of their trust between two views that is a sign.")


class BreakdownRubric(Noun):
    """Thresholds of the breakdown watch."""

    window_days: Days = Field(180, description="Days back that a departure counts.")
    promises: Percent = Field(70, description="Below this, promises kept mismanage expectations.")
    late: Count = Field(3, ge=1, description="Late promises that mismanage expectations.")


_TOO_FEW = "Fewer touchpoints in four quarters are too few."
_TOO_MANY = "More touchpoints in four quarters are too many."
_TOO_DEAR = "A higher cost to serve, percent of gross profit, is too much."


class ServiceLine(Noun):
    """What fits one stage: touchpoints in four quarters, and cost to serve in percent of gross profit.

    Each stage has a noun of its own with its defaults, so that setting one of them leaves the others at theirs.
    """

    touchpoints_least: Count = Field(0, description=_TOO_FEW)
    touchpoints_most: Count = Field(1_000, description=_TOO_MANY)
    cost_most: Percent = Field(100, description=_TOO_DEAR)


class ExploratoryService(ServiceLine):
    """What fits exploratory."""

    touchpoints_least: Count = Field(1, description=_TOO_FEW)
    touchpoints_most: Count = Field(12, description=_TOO_MANY)
    cost_most: Percent = Field(60, description=_TOO_DEAR)


class BasicService(ServiceLine):
    """What fits basic."""

    touchpoints_least: Count = Field(1, description=_TOO_FEW)
    touchpoints_most: Count = Field(12, description=_TOO_MANY)
    cost_most: Percent = Field(30, description=_TOO_DEAR)


class CollaborativeService(ServiceLine):
    """What fits collaborative."""

    touchpoints_least: Count = Field(2, description=_TOO_FEW)
    touchpoints_most: Count = Field(52, description=_TOO_MANY)
    cost_most: Percent = Field(50, description=_TOO_DEAR)


class InterconnectedService(ServiceLine):
    """What fits interconnected."""

    touchpoints_least: Count = Field(4, description=_TOO_FEW)
    touchpoints_most: Count = Field(250, description=_TOO_MANY)
    cost_most: Percent = Field(60, description=_TOO_DEAR)


class ServiceRubric(Noun):
    """How much service fits which stage."""

    exploratory: ExploratoryService = Field(ExploratoryService(), description="What fits exploratory.")
    basic: BasicService = Field(BasicService(), description="What fits basic.")
    collaborative: CollaborativeService = Field(CollaborativeService(), description="What fits collaborative.")
    interconnected: InterconnectedService = Field(InterconnectedService(), description="What fits interconnected.")


class TrustRubric(Noun):
    """When trust counts as high."""

    high: TenPoint = Field(8, description="Trust, 0 to 10, that counts as high.")


class AccountRubric(Noun):
    """The thresholds of one account's measures. A tier sets its own; what it leaves out is the book's."""

    elsewhere: ClassVar = dict.fromkeys(("version", "concentration", "tiers"), _WHOLE_BOOK)

    completeness: Fraction = Field(0.6, description="The share of weight that must be known to score a weighted mean.")
    valid_days: ValidDays = Field(ValidDays(), description="How long evidence is good for.")
    live: LiveRubric = Field(LiveRubric(), description="When a relationship is live.")
    roles: Annotated[
        list[RoleNeeded], Published("Beaumont's Customer Relationship Plan; sponsor and champion: Kapta")
    ] = Field(["budget", "gatekeeper", "user", "sponsor", "champion"], description="The roles that must be covered.")
    stage_roles: dict[Stage, list[RoleNeeded]] = Field(
        default_factory=dict,
        description="Roles that must be covered as well where this stage, or a higher one, is aimed at.",
    )
    trust: TrustRubric = Field(TrustRubric(), description="When trust is high.")
    promises: PromisesRubric = Field(PromisesRubric(), description="Promises kept.")
    equity: EquityRubric = Field(EquityRubric(), description="Equitability.")
    dependence: AccountDependenceRubric = Field(AccountDependenceRubric(), description="Dependence, pattern and signs.")
    stage: StageRubric = Field(StageRubric(), description="The relationship stage.")
    standing: StandingRubric = Field(StandingRubric(), description="Standing.")
    ladder: LadderRubric = Field(LadderRubric(), description="The Trust Ladder.")
    phase: PhaseRubric = Field(PhaseRubric(), description="The phase and its dissolution.")
    breakdown: BreakdownRubric = Field(BreakdownRubric(), description="The breakdown watch.")
    service: ServiceRubric = Field(ServiceRubric(), description="How much service fits which stage.")
    health: HealthRubric = Field(HealthRubric(), description="Health.")


class Rubric(AccountRubric):
    """Every threshold that relmap's measures use. Change one and say so by raising `version`."""

    elsewhere: ClassVar = dict[str, str]()

    dependence: DependenceRubric = Field(
        DependenceRubric(), description="Dependence, pattern and signs, with the core group."
    )
    version: int = Field(1, ge=1, description="Your number for this set of thresholds; it is recorded with results.")
    concentration: ConcentrationRubric = Field(ConcentrationRubric(), description="Concentration.")
    tiers: dict[NewId, AccountRubric] = Field(
        default_factory=dict, description="What differs for the accounts of a tier, by the tier's id."
    )
