"""Pass 1: everything that one account's file alone says, as one value. Pure: account, settings and day in."""

from datetime import date
from typing import NamedTuple

from relmap.measures.coverage import measure_coverage, measure_support, measure_threads
from relmap.measures.dependence import DependenceParts, dependence_parts
from relmap.measures.equity import Equity, measure_equity
from relmap.measures.facts import Facts, gather_facts
from relmap.measures.health import Health, measure_health
from relmap.measures.promises import Promises, measure_promises
from relmap.measures.resilience import Resilience, measure_resilience
from relmap.measures.result import Score
from relmap.measures.review import ReviewState, measure_review
from relmap.measures.roles import RoleState, measure_roles
from relmap.measures.stage import StageResult, measure_stage
from relmap.measures.stakeholders import StakeholderMap, map_stakeholders
from relmap.measures.standing import StandingResult, measure_standing
from relmap.measures.trust import Trust, measure_trust
from relmap.measures.voices import Voice, voice
from relmap.measures.wallet import Wallet, measure_wallet
from relmap.measures.watch import Watch, measure_watch
from relmap.model.account import Account
from relmap.model.settings import Settings


class Profile(NamedTuple):
    """The measures of one account, as far as its own file goes."""

    facts: Facts
    trust: Trust
    promises: Promises
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
    standing: StandingResult
    trusts: tuple[Voice, Voice]
    """How far they trust us, 0 to 10, as we and as they see it."""
    health: Health
    review: ReviewState
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
    standing = measure_standing(facts, promises.ours.low, promises.ours.high)
    trusts = (voice(facts, "ours", "trust"), voice(facts, "theirs", "trust"))
    return Profile(
        facts,
        trust,
        promises,
        map_stakeholders(facts),
        measure_roles(facts, str(stage.earned.value)),
        coverage,
        support,
        measure_threads(facts),
        measure_resilience(facts),
        equity,
        wallet,
        dependence_parts(facts, wallet, equity),
        stage,
        standing,
        trusts,
        measure_health(facts, trust, promises.ours, coverage, support, equity.reciprocity, stage.earned.possible),
        measure_review(facts),
        measure_watch(facts, promises, stage, (standing.ours, standing.theirs), trusts, equity.margin),
    )
