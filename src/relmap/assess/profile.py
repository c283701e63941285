"""Pass 1: everything that one account's file alone says, as one value. Pure: account, settings and day in."""

from datetime import date
from functools import cached_property

from relmap.measures.breakdown import Breakdown, measure_breakdown
from relmap.measures.checklist import Checklist, measure_checklist
from relmap.measures.coverage import measure_coverage, measure_support, measure_threads
from relmap.measures.crp import Plan, measure_crp
from relmap.measures.dependence import DependenceParts, dependence_parts
from relmap.measures.dissolution import Dissolution, measure_dissolution
from relmap.measures.equity import Equity, measure_equity
from relmap.measures.facts import Facts, gather_facts
from relmap.measures.health import Health, measure_health
from relmap.measures.logic import Truth
from relmap.measures.perception import Perception, measure_perception
from relmap.measures.phase import PhaseResult, measure_phase
from relmap.measures.promises import Promises, measure_promises
from relmap.measures.repair import RepairState, measure_repairs
from relmap.measures.resilience import Resilience, measure_resilience
from relmap.measures.result import Score
from relmap.measures.review import ReviewState, changed_since_review, measure_review
from relmap.measures.roles import RoleState, measure_roles
from relmap.measures.service import Service, measure_service
from relmap.measures.stage import StageResult, measure_stage
from relmap.measures.stage_tests import trade_test
from relmap.measures.stakeholders import StakeholderMap, map_stakeholders
from relmap.measures.standing import StandingResult, is_mere_supplier, measure_standing
from relmap.measures.transience import Transience, measure_transience
from relmap.measures.trust import Trust, measure_trust
from relmap.measures.trust_types import TrustTypes, Voices, measure_trust_types
from relmap.measures.voices import Voice, voice
from relmap.measures.wallet import Wallet, measure_wallet
from relmap.measures.watch import Watch, measure_watch
from relmap.model.account import Account
from relmap.model.settings import Settings


class Profile:
    """The measures of one account, as far as its own file goes: each taken when somebody asks for it, and once."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def trust(self) -> Trust:
        """Personal and organisational trust."""
        return measure_trust(self.facts)

    @cached_property
    def trusts(self) -> tuple[Voice, Voice]:
        """How far they trust us, 0 to 10, as we and as they see it."""
        return voice(self.facts, "ours", "trust"), voice(self.facts, "theirs", "trust")

    @cached_property
    def trust_types(self) -> TrustTypes:
        """The highest unbroken type of trust."""
        theirs = Voices(self.trusts[1], self.standing.theirs)
        return measure_trust_types(self.facts, self.promises.ours, self.trust.personal, theirs)

    @cached_property
    def promises(self) -> Promises:
        """Promises kept, ours and theirs."""
        return measure_promises(self.facts)

    @cached_property
    def repairs(self) -> tuple[RepairState, ...]:
        """Agreed roadmaps back."""
        return measure_repairs(self.facts, self.promises.states)

    @cached_property
    def map(self) -> StakeholderMap:
        """The stakeholder map."""
        return map_stakeholders(self.facts)

    @cached_property
    def roles(self) -> tuple[RoleState, ...]:
        """The roles that a sale needs."""
        return measure_roles(self.facts, str(self.stage.earned.value))

    @cached_property
    def coverage(self) -> Score:
        """Power with a live relationship."""
        return measure_coverage(self.facts)

    @cached_property
    def support(self) -> Score:
        """Where their power stands towards us."""
        return measure_support(self.facts)

    @cached_property
    def threads(self) -> Score:
        """Contacts with a live relationship."""
        return measure_threads(self.facts)

    @cached_property
    def resilience(self) -> Resilience:
        """How many departures cut us off."""
        return measure_resilience(self.facts)

    @cached_property
    def equity(self) -> Equity:
        """Give and take, and the margin."""
        return measure_equity(self.facts)

    @cached_property
    def wallet(self) -> Wallet:
        """Share of wallet."""
        return measure_wallet(self.facts)

    @cached_property
    def dependence(self) -> DependenceParts:
        """What the file alone says of dependence."""
        return dependence_parts(self.facts, self.wallet, self.equity)

    @cached_property
    def stage(self) -> StageResult:
        """The relationship stage."""
        return measure_stage(self.facts, self.promises.ours.low, self.promises.ours.high)

    @cached_property
    def transience(self) -> Transience:
        """The clock of the collaborative stage."""
        return measure_transience(self.facts, self.stage.earned.value or "exploratory", self.equity.margin)

    @cached_property
    def standing(self) -> StandingResult:
        """The standing."""
        kept = self.promises.ours
        return measure_standing(self.facts, trade_test(self.facts, self.stage.tests), kept.low, kept.high)

    @property
    def standings(self) -> tuple[Voice, Voice]:
        """The standing as we and as they see it."""
        return self.standing.ours, self.standing.theirs

    @cached_property
    def perception(self) -> Perception:
        """How far our view lies from theirs."""
        return measure_perception(self.stage, self.standing, self.trusts)

    @cached_property
    def phase(self) -> PhaseResult:
        """The phase."""
        return measure_phase(self.facts, self.promises.ours)

    @cached_property
    def dissolution(self) -> Dissolution:
        """Whether it is at risk of ending."""
        mere = is_mere_supplier(self.standing)
        return measure_dissolution(self.facts, self.promises.states, is_mere_supplier=mere)

    @cached_property
    def health(self) -> Health:
        """The strength of the relationship."""
        return measure_health(
            self.facts,
            self.trust,
            self.promises.ours,
            self.coverage,
            self.support,
            self.equity.reciprocity,
            self.stage.earned.possible,
        )

    @cached_property
    def service(self) -> Service:
        """Whether effort fits."""
        headline = self.stage.headline
        return measure_service(self.facts, tuple(dict.fromkeys((headline.value or "exploratory", *headline.possible))))

    @cached_property
    def checklist(self) -> Checklist:
        """What a young relationship needs."""
        return measure_checklist(self.facts, self.promises)

    @cached_property
    def review(self) -> ReviewState:
        """Where the review stands."""
        return measure_review(self.facts)

    @cached_property
    def changed_since_review(self) -> Truth:
        """Whether the file says something else than when it was last reviewed."""
        return changed_since_review(self.facts)

    @cached_property
    def crp(self) -> Plan:
        """The six steps of the plan."""
        return measure_crp(self.facts, self.roles, self.review)

    @cached_property
    def breakdown(self) -> Breakdown:
        """The causes of a breakdown at work."""
        return measure_breakdown(self.facts, self.promises, self.review)

    @cached_property
    def watch(self) -> Watch:
        """What is overdue."""
        return measure_watch(self.facts, self.promises)


def assess_account(account_id: str, account: Account, settings: Settings, as_of: date) -> Profile:
    """Return the measures of one account that need no other account."""
    return Profile(gather_facts(account_id, account, settings, as_of))
