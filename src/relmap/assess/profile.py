"""Pass 1: everything that one account's file alone says, as one value. Pure: account, settings and day in."""

from datetime import date
from typing import NamedTuple

from relmap.measures.breakdown import Breakdown, measure_breakdown
from relmap.measures.checklist import Checklist, measure_checklist
from relmap.measures.coverage import measure_coverage, measure_support, measure_threads
from relmap.measures.crp import Plan, measure_crp
from relmap.measures.dependence import DependenceParts, dependence_parts
from relmap.measures.dissolution import Dissolution, measure_dissolution
from relmap.measures.equity import Equity, measure_equity
from relmap.measures.facts import Facts, gather_facts
from relmap.measures.health import Health, measure_health
from relmap.measures.perception import Perception, measure_perception
from relmap.measures.phase import PhaseResult, measure_phase
from relmap.measures.promises import Promises, measure_promises
from relmap.measures.repair import RepairState, measure_repairs
from relmap.measures.resilience import Resilience, measure_resilience
from relmap.measures.result import Score
from relmap.measures.review import ReviewState, measure_review
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


class Profile(NamedTuple):
    """The measures of one account, as far as its own file goes."""

    facts: Facts
    trust: Trust
    trust_types: TrustTypes
    promises: Promises
    repairs: tuple[RepairState, ...]
    map: StakeholderMap
    roles: tuple[RoleState, ...]
    coverage: Score
    support: Score
    threads: Score
    resilience: Resilience
    equity: Equity
    wallet: Wallet
    dependence: DependenceParts
    stage: StageResult
    transience: Transience
    standing: StandingResult
    trusts: tuple[Voice, Voice]
    """How far they trust us, 0 to 10, as we and as they see it."""
    perception: Perception
    phase: PhaseResult
    dissolution: Dissolution
    health: Health
    service: Service
    checklist: Checklist
    review: ReviewState
    crp: Plan
    breakdown: Breakdown
    watch: Watch

    @property
    def standings(self) -> tuple[Voice, Voice]:
        """The standing as we and as they see it."""
        return self.standing.ours, self.standing.theirs


def assess_account(account_id: str, account: Account, settings: Settings, as_of: date) -> Profile:
    """Compute every measure of one account that needs no other account."""
    facts = gather_facts(account_id, account, settings, as_of)
    trust, promises = measure_trust(facts), measure_promises(facts)
    coverage, support = measure_coverage(facts), measure_support(facts)
    equity, wallet = measure_equity(facts), measure_wallet(facts)
    stage = measure_stage(facts, promises.ours.low, promises.ours.high)
    standing = measure_standing(facts, trade_test(facts, stage.tests), promises.ours.low, promises.ours.high)
    trusts = (voice(facts, "ours", "trust"), voice(facts, "theirs", "trust"))
    roles, review = measure_roles(facts, str(stage.earned.value)), measure_review(facts)
    return Profile(
        facts=facts,
        trust=trust,
        trust_types=measure_trust_types(facts, promises.ours, trust.personal, Voices(trusts[1], standing.theirs)),
        promises=promises,
        repairs=measure_repairs(facts, promises.states),
        map=map_stakeholders(facts),
        roles=roles,
        coverage=coverage,
        support=support,
        threads=measure_threads(facts),
        resilience=measure_resilience(facts),
        equity=equity,
        wallet=wallet,
        dependence=dependence_parts(facts, wallet, equity),
        stage=stage,
        transience=measure_transience(facts, stage.earned.value or "exploratory", equity.margin),
        standing=standing,
        trusts=trusts,
        perception=measure_perception(stage, standing, trusts),
        phase=measure_phase(facts, promises.ours),
        dissolution=measure_dissolution(facts, promises.states, is_mere_supplier=is_mere_supplier(standing)),
        health=measure_health(
            facts, trust, promises.ours, coverage, support, equity.reciprocity, stage.earned.possible
        ),
        service=measure_service(facts, stage.headline.value or "exploratory"),
        checklist=measure_checklist(facts, promises),
        review=review,
        crp=measure_crp(facts, roles, review),
        breakdown=measure_breakdown(facts, promises, review),
        watch=measure_watch(facts, promises),
    )
