"""Random accounts with holes in them, and every measure of one at once."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from relmap.measures.coverage import measure_coverage, measure_support, measure_threads
from relmap.measures.dependence import dependence_parts, measure_dependence
from relmap.measures.equity import measure_equity
from relmap.measures.exposure import measure_exposure
from relmap.measures.facts import Facts
from relmap.measures.health import measure_health
from relmap.measures.logic import Truth
from relmap.measures.promises import measure_promises
from relmap.measures.resilience import measure_resilience
from relmap.measures.result import Score, exactly
from relmap.measures.stage import measure_stage
from relmap.measures.stakeholders import map_stakeholders
from relmap.measures.standing import measure_standing
from relmap.measures.trust import measure_trust
from relmap.measures.wallet import measure_wallet
from relmap.model.words import ALTERNATIVES, LEVELS, STAGES, SUPPORTS

Data = dict[str, Any]

DAYS = (
    *("2026-11-15", "2026-11-01", "2026-08-17", "2026-08-16", "2026-05-19", "2026-05-18", "2025-11-14", "2025-11-13"),
    *("2025-10-01", "2025-09-30", "2024-10-01", "2026-11-16"),
)
MEMBERS = ("maria", "tom", "ines", "olaf")
CONTACTS = ("ann", "bob", "cleo", "dan", "eve")
ROLES = ("budget", "gatekeeper", "user", "approver", "sponsor")
GOOD_SIGNALS = ("joint_plan", "shares_internal_problems", "open_information", "mutual_acknowledgement", "joint_product")
SIGNALS = (*GOOD_SIGNALS, "held_to_ransom", "one_way")
DEPARTMENTS = ("Operations", "IT", "HR")
TEN = (0.0, 2.5, 5.0, 6.1, 8.0, 10.0)
MONEY = (0.0, 0.1, 0.2, 0.7, 100.0, 250.5, 9e5)
SOURCES = ("ours", "theirs", "document")
RATINGS = range(1, 6)
MOSTLY_LIVE = ("credible_source", "problem_solver", *LEVELS)


class Author:
    """Writes random accounts, each with its own share of what is known; in half of them all is recent and kept.

    Drawn from a seed and not from Hypothesis's own strategies: those seldom draw the full accounts in which stages
    and health are decided, and take ten times as long.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._known = self._random.choice((0.5, 0.7, 0.85, 0.95, 1.0))
        self._bright = self._random.choice((True, False))

    def account(self) -> Data:
        """Write an account."""
        pick, many = self._random.choice, self._many
        return {
            "contacts": {contact: self._contact() for contact in self._some(CONTACTS, 5)},
            "dependence": {
                "ours": self._holes(criticality=pick(RATINGS), alternatives=pick(ALTERNATIVES)),
                "theirs": self._holes(
                    criticality=pick(RATINGS), alternatives=pick(ALTERNATIVES), switching_cost=pick(RATINGS)
                ),
            },
            "promises": many(self._promise, 8),
            "exchanges": many(self._exchange, 5),
            "views": many(self._view, 3),
            "signals": {name: [self._entry() for _ in range(pick((1, 1, 2, 3)))] for name in self._some(SIGNALS, 7)},
            **self._holes(
                financials={period: self._year() for period in self._some(("2024", "2025", "2026", "2025-Q4"), 4)},
                touchpoints=many(self._touchpoint, 2),
                offerings=pick((["a", "b"], ["a"])),
                contract=self._holes(ends=self._day()),
                counterpart=pick(CONTACTS),
            ),
            **pick(({}, {"ambition": {"stage": pick(STAGES)}})),
        }

    def _contact(self) -> Data:
        pick = self._random.choice
        gone = pick(({}, {}, {}, {}, {}, {}, {"left": "2026-09-01"}, {"placeholder": True}, {"since": "2026-11-16"}))
        details = self._holes(
            power=pick(RATINGS),
            support=pick((*SUPPORTS, "supporter", "champion")),
            department=pick(DEPARTMENTS),
            roles=self._some(ROLES, 2),
            influences=self._some(CONTACTS, 2),
        )
        return {"known_by": {member: self._pair() for member in self._some(MEMBERS, 3)}, **details, **gone}

    def _pair(self) -> Data:
        pick = self._random.choice
        equation = {key: pick(range(1, 11)) for key in ("credibility", "reliability", "intimacy", "self_orientation")}
        factors = {key: pick(TEN) for key in ("ability", "benevolence", "integrity")}
        pair = self._holes(
            level=pick(MOSTLY_LIVE), trust=pick((pick(TEN), pick(TEN), equation, factors)), last_contact=self._day()
        )
        extra = {"source": pick(SOURCES), "rated": self._day(), "two_way": pick((True, True, False))}
        return pair | {key: value for key, value in extra.items() if self._random.random() < 0.3}

    def _promise(self) -> Data:
        pick = self._random.choice
        details = self._holes(due=self._day(), made="2024-01-01")
        kept = pick(({}, {"kept": True}, {"kept": False}, {"kept": self._day()}, {"kept": "2024-10-01"}))
        if self._bright:
            kept = pick(({"kept": "2024-10-01"}, {"kept": "2024-10-01"}, {"kept": "2024-10-01"}, kept))
        return {"what": "p", "by": pick(("maria", "maria", "tom", "ann")), **details, **kept}

    def _exchange(self) -> Data:
        pick = self._random.choice
        value = self._holes(value=pick(MONEY))
        return {"date": self._day(), "gave": pick(("us", "them")), "kind": pick(("price", "training")), **value}

    def _view(self) -> Data:
        pick = self._random.choice
        said = self._holes(stage=pick(STAGES), trust=pick(TEN))
        side, source = pick(("theirs", "theirs", "ours")), pick(("said", "asked", "inferred"))
        return {"date": self._day(), "side": side, "source": source, **said}

    def _entry(self) -> Data:
        pick = self._random.choice
        holds = self._bright or pick((True, False))
        return {"holds": holds, **self._holes(date=self._day(), source=pick(SOURCES), by=pick(("ann", "bob", "maria")))}

    def _year(self) -> Data:
        fields = ("revenue", "gross_profit", "cost_to_serve", "customer_spend")
        return self._holes(**{field: self._random.choice(MONEY) for field in fields})

    def _touchpoint(self) -> Data:
        return {"date": self._day(), "us": self._some(MEMBERS, 2), "them": self._some(CONTACTS, 2)}

    def _day(self) -> str:
        return self._random.choice(DAYS[:3] if self._bright else (*DAYS, *DAYS[:3] * 4))

    def _holes(self, **fields: object) -> Data:
        """Leave out what is not known."""
        return {key: value for key, value in fields.items() if self._random.random() < self._known}

    def _some(self, values: Sequence[str], most: int) -> list[str]:
        return self._random.sample(values, self._random.randint(most // 2 if self._bright else 0, most))

    def _many(self, write: Callable[[], Data], most: int) -> list[Data]:
        return [write() for _ in range(self._random.randint(0, most))]


ACCOUNTS: st.SearchStrategy[Data] = st.integers(0, 10**9).map(lambda seed: Author(seed).account())
SHARES = st.sampled_from((0.0, 0.05, 0.15, 0.2, 0.3, 0.9)).map(exactly) | st.just(Score(None, 0, 1, 0.0, "no figures"))


class Measured(NamedTuple):
    """Every figure of an account, and of every word the words that are possible."""

    scores: dict[str, Score]
    words: dict[str, frozenset[object]]
    earned: str


def measure_all(facts: Facts, share: Score) -> Measured:
    """Take every measure of one account, with a revenue share from the book."""
    trust, promises, equity = measure_trust(facts), measure_promises(facts), measure_equity(facts)
    wallet, coverage, support = measure_wallet(facts), measure_coverage(facts), measure_support(facts)
    stage = measure_stage(facts, promises.ours.low, promises.ours.high)
    earned = str(stage.earned.value)
    standing = measure_standing(facts, stage.tests[0], promises.ours.low, promises.ours.high)
    health = measure_health(facts, trust, promises.ours, coverage, support, equity.reciprocity, stage.earned.possible)
    parts = dependence_parts(facts, wallet, equity)
    dependence = measure_dependence(parts, share, core_group=True, rubric=facts.rubric.dependence)
    stakeholders = map_stakeholders(facts)
    scores = {
        "trust.personal": trust.personal,
        "trust.organisation": trust.organisation,
        "promises": promises.ours,
        "promises.theirs": promises.theirs,
        "coverage": coverage,
        "support": support,
        "threads": measure_threads(facts),
        "resilience": measure_resilience(facts).score,
        "equity": equity.reciprocity,
        "wallet": wallet.share,
        "dependence.ours": dependence.ours,
        "dependence.theirs": dependence.theirs,
        "dependence.mutual": dependence.mutual,
        "dependence.imbalance": dependence.imbalance,
        "health": health.score,
        "exposure": measure_exposure(share, health.score),
    }
    words: dict[str, frozenset[object]] = {
        "map": frozenset(stakeholders.status.possible),
        "map.colour": frozenset(stakeholders.colour.possible),
        "stage": frozenset(stage.headline.possible),
        "stage.earned": frozenset(stage.earned.possible),
        "standing": frozenset(standing.headline.possible),
        "standing.earned": frozenset(standing.earned.possible),
        "health.band": frozenset(health.band.possible),
        "dependence": frozenset(dependence.pattern.possible),
        "dependence.suffering": answers(dependence.suffering),
        "dependence.direction": frozenset([dependence.direction] if dependence.direction else DIRECTIONS),
        **{f"sign.{name}": answers(holds) for name, holds in dependence.signs._asdict().items()},
        **{f"test.{test.id}": answers(test.passed) for test in stage.tests},
    }
    return Measured(scores, words, earned)


DIRECTIONS = ("ours", "theirs", "even")


def answers(truth: Truth) -> frozenset[object]:
    """The answers that a truth leaves possible."""
    return frozenset([True, False]) if truth is None else frozenset([truth])
