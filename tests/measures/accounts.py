"""Random accounts with holes in them, and every measure of one at once."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from relmap.assess.figures import MEASURES, SCALES, Figure, balance_of, book_figures, goals_figure, profile_figures
from relmap.assess.profile import Profile
from relmap.measures.dependence import Dependence, measure_dependence
from relmap.measures.exposure import measure_exposure
from relmap.measures.facts import Facts
from relmap.measures.goals import find_targets
from relmap.measures.logic import Truth
from relmap.measures.result import Score, exactly
from relmap.model.words import ALTERNATIVES, LEVELS, STAGES, STANDINGS, SUPPORTS

Data = dict[str, Any]

DAYS = (
    *("2026-11-15", "2026-11-01", "2026-08-17", "2026-08-16", "2026-05-19", "2026-05-18", "2025-11-14", "2025-11-13"),
    *("2025-10-01", "2025-09-30", "2024-10-01", "2026-11-16"),
)
MEMBERS = ("maria", "tom", "ines", "olaf")
CONTACTS = ("ann", "bob", "cleo", "dan", "eve")
CHOICES = ("maximise", "climb", "move_back", "exit")
ROLES = ("budget", "gatekeeper", "user", "approver", "sponsor")
GOOD_SIGNALS = ("joint_plan", "shares_internal_problems", "open_information", "mutual_acknowledgement", "joint_product")
BAD_SIGNALS = (
    *("held_to_ransom", "one_way", "talking_past_each_other", "notice_given", "leadership_change", "strategy_change"),
    *("market_stress", "firefighting", "price_first", "easy_exit"),
)
SIGNALS = (*GOOD_SIGNALS, "customer_engages", "light_governance", *BAD_SIGNALS)
PERIODS = ("2023", "2024", "2025", "2026", "2025-Q3", "2025-Q4", "2026-Q3")
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
            "signals": {name: [self._entry() for _ in range(pick((1, 1, 2, 3)))] for name in self._some(SIGNALS, 9)},
            "issues": many(self._issue, 2),
            "initiatives": {name: self._initiative() for name in self._some(("rounds", "talks"), 2)},
            "repairs": {"roadmap": self._holes(agreed=self._day())},
            "reviews": many(self._review, 2),
            "value": many(lambda: {"what": "v", **self._holes(confirmed_by=pick(CONTACTS), date=self._day())}, 1),
            **self._aims(),
            **self._holes(
                financials={period: self._year() for period in self._some(PERIODS, 5)},
                touchpoints=many(self._touchpoint, 3),
                offerings={name: self._offering() for name in self._some(("a", "b", "c"), 3)},
                contract=self._contract(),
                delivery={period: self._delivery() for period in self._some(("2024", "2025", "2026-Q3"), 2)},
                counterpart=pick(CONTACTS),
                potential=self._holes(key_account=pick((True, False)), revenue=pick(MONEY), needs="more"),
                opportunities=many(lambda: {"what": "o", **self._holes(since=self._day())}, 1),
            ),
            **pick(({}, {"ambition": {"stage": pick(STAGES), "choice": pick(CHOICES)}})),
            **pick(({}, {}, {"tier": "key"}, {"status": "former"}, {"status": "prospect"})),
        }

    def _aims(self) -> Data:
        pick = self._random.choice
        theirs = {"what": "t", **self._holes(source=pick(SOURCES), measure="OEE", target=99)}
        target = {"measure": pick(("coverage", "stage", "trust.personal", "own words")), "from": 10, "target": 60}
        ours = {"what": "g", **self._holes(contact=pick(CONTACTS), priority=pick(RATINGS), **target)}
        return {"customer_goals": pick(({}, {"uptime": theirs})), "goals": pick(({}, {"win": ours}))}

    def _issue(self) -> Data:
        pick = self._random.choice
        closed = pick(({}, {"status": "closed"}, {"closed": self._day()}))
        return {"what": "i", **self._holes(since=self._day(), about="product"), **closed}

    def _initiative(self) -> Data:
        pick = self._random.choice
        aims = pick(({}, {"goals": ["win"]}, {"customer_goals": ["uptime"]}, {"customer_goals": ["uptime"]}))
        status = pick(("planned", "in_progress", "in_progress", "done", "dropped"))
        days = {"started": self._day(), "due": self._day()} | ({"done": self._day()} if status == "done" else {})
        return {"what": "w", "status": status, **self._holes(**days, owner="tom"), **aims}

    def _review(self) -> Data:
        pick = self._random.choice
        found = self._holes(stage=pick(STAGES))
        return {"date": self._day(), "by": "maria", "quarter": pick(("2026-Q4", "2026-Q3", "2025-Q4")), "found": found}

    def _offering(self) -> Data:
        return {**self._holes(since=self._day()), "trial": self._random.random() < 0.2}

    def _contract(self) -> Data:
        pick = self._random.choice
        dates = {"starts": pick(("2020-01-01", "2026-12-01")), "ends": pick(("2026-01-01", "2027-06-30", "2029-12-31"))}
        more = {"renewed": [pick(("2024-01-01", "2027-01-01"))], "tender": pick(("2026-12-01", "2028-01-01"))}
        return self._holes(**dates) | (self._holes(**more) if self._random.random() < 0.5 else {})

    def _delivery(self) -> Data:
        pick = self._random.choice
        records = {name: pick((90.0, 95.0, 100.0)) for name in ("on_time", "on_budget", "to_standard")}
        return {**self._holes(**records), "source": pick(SOURCES)}

    def _contact(self) -> Data:
        pick = self._random.choice
        gone = pick(
            (
                {},
                {},
                {},
                {},
                {},
                {},
                {"left": "2026-09-01"},
                {"status": "left"},
                {"placeholder": True},
                {"since": "2026-11-16"},
            )
        )
        details = self._holes(
            power=pick(RATINGS),
            support=pick((*SUPPORTS, "supporter", "champion")),
            department=pick(DEPARTMENTS),
            roles=self._some(ROLES, 2),
            influences=self._some(CONTACTS, 2),
            **({"since": self._day()} if self._random.random() < 0.5 else {}),
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
        repair = pick(({}, {}, {"repair": "roadmap"}))
        return {"what": "p", "by": pick(("maria", "maria", "tom", "ann")), **details, **kept, **repair}

    def _exchange(self) -> Data:
        pick = self._random.choice
        value = self._holes(value=pick(MONEY))
        return {"date": self._day(), "gave": pick(("us", "them")), "kind": pick(("price", "training")), **value}

    def _view(self) -> Data:
        pick = self._random.choice
        said = self._holes(stage=pick(STAGES), trust=pick(TEN), standing=pick(STANDINGS), by=pick(("ann", "bob")))
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


def measure_all(facts: Facts, share: Score) -> Measured:
    """Take every measure of one account, with a revenue share from the book."""
    profile, rubric = Profile(facts), facts.rubric
    dependence = measure_dependence(profile.dependence, share, core_group=True, rubric=rubric.dependence)
    exposure = measure_exposure(share, profile.health.score)
    figures = profile_figures(profile)
    figures |= book_figures(figures, share, share, dependence, exposure)
    figures["goals"] = goals_figure(find_targets(facts, SCALES), figures, rubric.completeness)
    numbers = {
        measure.id: as_score(figures[measure.id])
        for measure in MEASURES
        if not measure.words and figures[measure.id].low is not None
    }
    return Measured(numbers | _with_evidence(profile, dependence), _possible(profile, dependence, figures))


def as_score(figure: Figure) -> Score:
    """A number's figure as the score it was made of, in its published unit."""
    return Score(*figure)  # type: ignore[arg-type]


def _with_evidence(profile: Profile, dependence: Dependence) -> dict[str, Score]:
    """The scores that have parts."""
    return {
        "trust.personal": profile.trust.personal,
        "trust.organisation": profile.trust.organisation,
        "promises": profile.promises.ours,
        "promises.theirs": profile.promises.theirs,
        "coverage": profile.coverage,
        "support": profile.support,
        "threads": profile.threads,
        "resilience": profile.resilience.score,
        "equity": profile.equity.reciprocity,
        "dependence.ours": dependence.ours,
        "dependence.theirs": dependence.theirs,
        "dependence.mutual": dependence.mutual,
        "dependence.imbalance": dependence.imbalance,
        "health": profile.health.score,
        "breakdown": profile.breakdown.score,
    }


def _possible(profile: Profile, dependence: Dependence, figures: dict[str, Figure]) -> dict[str, frozenset[object]]:
    """Of every word the words that are possible, and the answers of everything that words are made of."""
    verdicts = {
        "map": profile.map.status,
        "map.colour": profile.map.colour,
        "stage": profile.stage.headline,
        "stage.earned": profile.stage.earned,
        "standing": profile.standing.headline,
        "standing.earned": profile.standing.earned,
        "phase": profile.phase.earned,
        "phase.dissolution": profile.dissolution.verdict,
        "ladder.trust": profile.trust_types.earned,
        "health.band": profile.health.band,
        "service": profile.service.fit,
        "balance": balance_of(figures, dependence).weakest,
        "dependence": dependence.pattern,
        "ladder": dependence.pattern,
    }
    checks = (
        *profile.standing.tests,
        *profile.phase.checks,
        *profile.dissolution.signs,
        *profile.trust_types.checks,
        *profile.breakdown.causes,
    )
    plain = {
        measure.id: frozenset([figures[measure.id].value])
        for measure in MEASURES
        if measure.words and measure.id not in verdicts
    }
    return (
        plain
        | {name: frozenset(verdict.possible) for name, verdict in verdicts.items()}
        | {f"test.{test.id}": answers(test.passed) for test in profile.stage.tests}
        | {f"check.{check.level}.{check.id}": answers(check.passed) for check in checks}
        | {f"sign.{name}": answers(holds) for name, holds in dependence.signs._asdict().items()}
        | {
            "ladder.excessive": answers(profile.trust_types.excessive),
            "dependence.suffering": answers(dependence.suffering),
            "dependence.direction": frozenset([dependence.direction] if dependence.direction else DIRECTIONS),
        }
    )


DIRECTIONS = ("ours", "theirs", "even")


def answers(truth: Truth) -> frozenset[object]:
    """The answers that a truth leaves possible."""
    return frozenset([True, False]) if truth is None else frozenset([truth])
