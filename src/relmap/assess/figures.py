"""The figures of an account by measure id: what tables, selectors and machine formats read."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import NamedTuple

from relmap.assess.profile import Profile
from relmap.measures.balance import ASPECTS, Balance, measure_balance
from relmap.measures.dependence import Dependence
from relmap.measures.goals import Attainment, Reading, Target, attain, mean_attainment
from relmap.measures.health import BANDS
from relmap.measures.logic import Truth
from relmap.measures.perception import Perception
from relmap.measures.result import Score, Verdict
from relmap.measures.review import REVIEW_STATES
from relmap.measures.stakeholders import COLOURS
from relmap.measures.voices import Voice
from relmap.model.words import DISSOLUTIONS, FITS, PATTERNS, PHASES, STAGES, STANDINGS, TRUST_TYPES


class Figure(NamedTuple):
    """One measure's answer without its evidence: a number or a word, with bounds. None is not known."""

    value: float | str | None
    low: float | str | None = None
    high: float | str | None = None
    completeness: float = 1.0
    reason: str = ""


class MeasureInfo(NamedTuple):
    """A measure as the outside knows it: its stable id, what it is called, its unit, and the order of its words."""

    id: str
    title: str
    unit: str
    words: Sequence[str] = ()
    better: int = 1
    """1: more is better; −1: less is; 0: neither, it says what is and not how good that is."""


_YES_NO = ("no", "yes")

MEASURES: tuple[MeasureInfo, ...] = (
    MeasureInfo("health", "Health", "0–100"),
    MeasureInfo("health.band", "Health band", "word", BANDS),
    MeasureInfo("stage", "Relationship stage: the lower of earned and theirs", "word", STAGES),
    MeasureInfo("stage.earned", "Stage earned by the evidence", "word", STAGES),
    MeasureInfo("stage.confirmed", "Stage on their word and documents alone", "word", STAGES),
    MeasureInfo("stage.theirs", "Stage they see", "word", STAGES),
    MeasureInfo("stage.ours", "Stage we claim", "word", STAGES, 0),
    MeasureInfo("standing", "Standing: the lower of earned and theirs", "word", STANDINGS),
    MeasureInfo("standing.earned", "Standing earned by the record", "word", STANDINGS),
    MeasureInfo("standing.confirmed", "Standing on their word and documents alone", "word", STANDINGS),
    MeasureInfo("standing.theirs", "Standing they give us", "word", STANDINGS),
    MeasureInfo("standing.ours", "Standing we claim", "word", STANDINGS, 0),
    MeasureInfo("phase", "Phase of the relationship", "word", PHASES),
    MeasureInfo("phase.confirmed", "Phase on their word and documents alone", "word", PHASES),
    MeasureInfo("phase.dissolution", "Dissolution: at risk, or openly ending", "word", DISSOLUTIONS, -1),
    MeasureInfo("ladder", "Rung of the Trust Ladder", "word", PATTERNS, 0),
    MeasureInfo("ladder.trust", "Highest unbroken type of trust", "word", TRUST_TYPES),
    MeasureInfo("ladder.excessive", "Trust beyond the evidence", "yes/no", _YES_NO, -1),
    MeasureInfo("perception.stage", "Our stage less theirs", "steps", (), 0),
    MeasureInfo("perception.standing", "Our standing less theirs", "steps", (), 0),
    MeasureInfo("perception.trust", "Their trust as we see it, less as they say", "points of ten", (), 0),
    MeasureInfo("perception.optimism", "Our stage less the earned one", "steps", (), 0),
    MeasureInfo("trust.personal", "Personal trust", "0–100"),
    MeasureInfo("trust.organisation", "Organisational trust", "0–100"),
    MeasureInfo("promises", "Promises kept", "percent"),
    MeasureInfo("promises.theirs", "Their promises kept", "percent"),
    MeasureInfo("map", "Map status", "0–3", ("0", "1", "2", "3")),
    MeasureInfo("map.colour", "Map colour", "word", COLOURS),
    MeasureInfo("coverage", "Coverage of power", "percent"),
    MeasureInfo("support", "Support", "−2 to +2"),
    MeasureInfo("threads", "Threads", "contacts"),
    MeasureInfo("resilience", "Resilience", "departures"),
    MeasureInfo("equity", "Reciprocity", "−1 to +1"),
    MeasureInfo("equity.margin", "Margin", "percent of revenue"),
    MeasureInfo("equity.trend", "Margin trend", "points a year"),
    MeasureInfo("equity.profit", "Profit of the latest complete period", "money"),
    MeasureInfo("balance", "The weakest of trust, interdependence and equitability", "word", ASPECTS, 0),
    MeasureInfo("wallet", "Share of wallet", "percent"),
    MeasureInfo("breakdown", "Causes of a breakdown at work", "0–5", (), -1),
    MeasureInfo("service", "Service fit", "word", FITS, 0),
    MeasureInfo("checklist", "Exploratory checklist", "points of 5"),
    MeasureInfo("crp", "Customer Relationship Plan: steps done", "steps of 6"),
    MeasureInfo("goals", "Goals attained", "percent"),
    MeasureInfo("review", "Review state", "word", REVIEW_STATES, -1),
    MeasureInfo("review.changed", "Changed since the last review", "yes/no", _YES_NO, 0),
    MeasureInfo("share", "Revenue share", "percent", (), 0),
    MeasureInfo("share.group", "Revenue share of the group", "percent", (), 0),
    MeasureInfo("dependence", "Dependence pattern", "word", PATTERNS, 0),
    MeasureInfo("dependence.ours", "Our dependence", "0–1", (), -1),
    MeasureInfo("dependence.theirs", "Their dependence", "0–1", (), 0),
    MeasureInfo("dependence.mutual", "Mutual dependence", "0–2", (), 0),
    MeasureInfo("dependence.imbalance", "Imbalance, positive: they hold the power", "−1 to +1", (), 0),
    MeasureInfo("dependence.suffering", "Suffering deep dependence", "yes/no", _YES_NO, -1),
    MeasureInfo("exposure", "Exposure", "percent", (), -1),
)
MEASURES_BY_ID = {measure.id: measure for measure in MEASURES}


_NOT_SAID = "we or they have not said"
_NO_MONEY = "no complete period has revenue and gross profit"
_OF_PROFILE: Mapping[str, Callable[[Profile], Figure]] = {
    "health": lambda of: of_score(of.health.score),
    "health.band": lambda of: of_verdict(of.health.band),
    "stage": lambda of: of_verdict(of.stage.headline),
    "stage.earned": lambda of: of_verdict(of.stage.earned),
    "stage.confirmed": lambda of: _plain(of.stage.confirmed),
    "stage.theirs": lambda of: of_voice(of.stage.theirs),
    "stage.ours": lambda of: of_voice(of.stage.ours),
    "standing": lambda of: of_verdict(of.standing.headline),
    "standing.earned": lambda of: of_verdict(of.standing.earned),
    "standing.confirmed": lambda of: _plain(of.standing.confirmed, "no trade is confirmed"),
    "standing.theirs": lambda of: of_voice(of.standing.theirs),
    "standing.ours": lambda of: of_voice(of.standing.ours),
    "phase": lambda of: of_verdict(of.phase.earned),
    "phase.confirmed": lambda of: _plain(of.phase.confirmed),
    "phase.dissolution": lambda of: of_verdict(of.dissolution.verdict),
    "ladder.trust": lambda of: of_verdict(of.trust_types.earned),
    "ladder.excessive": lambda of: _yes_or_no(of.trust_types.excessive, "trust, or what it rests on, is not known"),
    "perception.stage": lambda of: _plain(of.perception.stage, _NOT_SAID),
    "perception.standing": lambda of: _plain(of.perception.standing, _NOT_SAID),
    "perception.trust": lambda of: _plain(of.perception.trust, _NOT_SAID),
    "perception.optimism": lambda of: _optimism(of.perception),
    "trust.personal": lambda of: of_score(of.trust.personal),
    "trust.organisation": lambda of: of_score(of.trust.organisation),
    "promises": lambda of: of_score(of.promises.ours),
    "promises.theirs": lambda of: of_score(of.promises.theirs),
    "map": lambda of: of_verdict(of.map.status),
    "map.colour": lambda of: of_verdict(of.map.colour),
    "coverage": lambda of: of_score(of.coverage),
    "support": lambda of: of_score(of.support),
    "threads": lambda of: of_score(of.threads),
    "resilience": lambda of: of_score(of.resilience.score),
    "equity": lambda of: of_score(of.equity.reciprocity),
    "equity.margin": lambda of: _plain(of.equity.margin.latest, _NO_MONEY),
    "equity.trend": lambda of: _plain(of.equity.margin.trend, "two complete years or eight quarters are needed"),
    "equity.profit": lambda of: _plain(of.equity.margin.profit, _NO_MONEY),
    "wallet": lambda of: in_percent(of.wallet.share),
    "breakdown": lambda of: of_score(of.breakdown.score),
    "service": lambda of: of_verdict(of.service.fit),
    "checklist": lambda of: _plain(of.checklist.done),
    "crp": lambda of: _plain(of.crp.done),
    "review": lambda of: _plain(of.review.state),
    "review.changed": lambda of: _yes_or_no(of.changed_since_review, "no review, or none with a digest to compare"),
}
"""The measures of pass 1."""

_BALANCED = ("trust.personal", "trust.organisation", "equity")
EVERYDAY = frozenset(
    (
        *("health", "health.band", "stage", "stage.earned", "stage.theirs", "stage.ours", "threads", "review"),
        *_BALANCED,
    )
)
"""The measures of pass 1 that the book's table and the second pass read: every row has them."""
ALL = frozenset(MEASURES_BY_ID)


def profile_figures(profile: Profile, wanted: Set[str] = ALL) -> dict[str, Figure]:
    """Return the figures of pass 1 that are wanted, by measure id; what nobody wants is not computed."""
    return {measure: find(profile) for measure, find in _OF_PROFILE.items() if measure in wanted}


def _optimism(gap: Perception) -> Figure:
    """What is earned is the least; what is not known may earn more, and our claim was less optimistic."""
    return _plain(gap.optimism, "we have not said")._replace(low=gap.least_optimism)


def book_figures(
    found: Mapping[str, Figure], share: Score, group_share: Score, dependence: Dependence, exposure: Score
) -> dict[str, Figure]:
    """Return the figures of pass 2 by measure id; `found` are those of pass 1."""
    return {
        "ladder": of_verdict(dependence.pattern),
        "balance": of_verdict(balance_of(found, dependence).weakest),
        "share": in_percent(share),
        "share.group": in_percent(group_share),
        "dependence": of_verdict(dependence.pattern),
        "dependence.ours": of_score(dependence.ours),
        "dependence.theirs": of_score(dependence.theirs),
        "dependence.mutual": of_score(dependence.mutual),
        "dependence.imbalance": of_score(dependence.imbalance),
        "dependence.suffering": _yes_or_no(dependence.suffering, "the pattern, the core group or a sign is not known"),
        "exposure": in_percent(exposure),
    }


def balance_of(found: Mapping[str, Figure], dependence: Dependence) -> Balance:
    """Return the balance of trust, interdependence and equitability, from the figures of pass 1 and the dependence."""
    personal, organisation, reciprocity = (_score(found[name]) for name in _BALANCED)
    return measure_balance(personal, organisation, dependence.imbalance, reciprocity)


def _score(figure: Figure) -> Score:
    """Take a number's figure as a score again, without its evidence."""
    return Score(*figure)  # type: ignore[arg-type]  # a number, which has bounds


def of_score(score: Score) -> Figure:
    """Drop the evidence of a score."""
    return Figure(score.value, score.low, score.high, score.completeness, score.reason)


def of_verdict(verdict: Verdict) -> Figure:
    """Drop the evidence of a verdict."""
    return Figure(verdict.value, verdict.low, verdict.high, verdict.completeness, verdict.reason)


def of_voice(voice: Voice) -> Figure:
    """Take what a side says as a figure; silence is not known."""
    if voice.said is None:
        reason = "their view is too old" if voice.inputs else "no view is given"
        return Figure(None, None, None, 0.0, reason)
    return Figure(voice.said, voice.said, voice.said)


SCALES: Mapping[str, Sequence[str]] = {measure.id: measure.words for measure in MEASURES if measure.id != "goals"}
"""What a goal can be held against: every measure with its words; numbers have none."""


def attainments(targets: Sequence[Target], found: Mapping[str, Figure]) -> tuple[Attainment, ...]:
    """Hold goals against the figures of both passes."""
    return tuple(attain(target, _reading(found[target.measure], SCALES[target.measure])) for target in targets)


def _reading(figure: Figure, words: Sequence[str]) -> Reading:
    value, low, high = (words.index(end) if isinstance(end, str) else end for end in figure[:3])
    return value, low, high


def goals_figure(targets: Sequence[Target], found: Mapping[str, Figure], least: float) -> Figure:
    """Return how far the goals have come, percent; `least` of them (0 to 1) must be known."""
    return of_score(mean_attainment(attainments(targets, found), least))


def _yes_or_no(truth: Truth, reason: str) -> Figure:
    if truth is None:
        return Figure(None, *_YES_NO, 0.0, reason)
    word = _YES_NO[truth]
    return Figure(word, word, word)


def _plain(value: float | str | None, reason: str = "") -> Figure:
    return Figure(None, None, None, 0.0, reason) if value is None else Figure(value, value, value)


def in_percent(score: Score) -> Figure:
    """Drop the evidence of a fraction and write it in percent, 0 to 100."""
    value = None if score.value is None else score.value * 100
    return Figure(value, score.low * 100, score.high * 100, score.completeness, score.reason)
