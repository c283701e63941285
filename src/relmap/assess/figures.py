"""The figures of an account by measure id: what tables, selectors and machine formats read."""

from collections.abc import Mapping, Sequence
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


def profile_figures(profile: Profile) -> dict[str, Figure]:
    """Return the figures of pass 1 by measure id."""
    stage, margin = profile.stage, profile.equity.margin
    return {
        "health": of_score(profile.health.score),
        "health.band": of_verdict(profile.health.band),
        "stage": of_verdict(stage.headline),
        "stage.earned": of_verdict(stage.earned),
        "stage.confirmed": _plain(stage.confirmed),
        "stage.theirs": of_voice(stage.theirs),
        "stage.ours": of_voice(stage.ours),
        "standing": of_verdict(profile.standing.headline),
        "standing.earned": of_verdict(profile.standing.earned),
        "standing.theirs": of_voice(profile.standings[1]),
        "standing.ours": of_voice(profile.standings[0]),
        "standing.confirmed": _plain(profile.standing.confirmed, "no trade is confirmed"),
        "phase": of_verdict(profile.phase.earned),
        "phase.confirmed": _plain(profile.phase.confirmed),
        "phase.dissolution": of_verdict(profile.dissolution.verdict),
        "ladder.trust": of_verdict(profile.trust_types.earned),
        "ladder.excessive": _yes_or_no(profile.trust_types.excessive, "trust, or what it rests on, is not known"),
        **_perception(profile.perception),
        "trust.personal": of_score(profile.trust.personal),
        "trust.organisation": of_score(profile.trust.organisation),
        "promises": of_score(profile.promises.ours),
        "promises.theirs": of_score(profile.promises.theirs),
        "map": of_verdict(profile.map.status),
        "map.colour": of_verdict(profile.map.colour),
        "coverage": of_score(profile.coverage),
        "support": of_score(profile.support),
        "threads": of_score(profile.threads),
        "resilience": of_score(profile.resilience.score),
        "equity": of_score(profile.equity.reciprocity),
        "equity.margin": _plain(margin.latest, "no complete period has revenue and gross profit"),
        "equity.trend": _plain(margin.trend, "two complete years or eight quarters are needed"),
        "equity.profit": _plain(margin.profit, "no complete period has revenue and gross profit"),
        "wallet": in_percent(profile.wallet.share),
        "breakdown": of_score(profile.breakdown.score),
        "service": of_verdict(profile.service.fit),
        "checklist": _plain(profile.checklist.done),
        "crp": _plain(profile.crp.done),
        "review": _plain(profile.review.state),
    }


def _perception(gap: Perception) -> dict[str, Figure]:
    silent = "we or they have not said"
    return {
        "perception.stage": _plain(gap.stage, silent),
        "perception.standing": _plain(gap.standing, silent),
        "perception.trust": _plain(gap.trust, silent),
        "perception.optimism": _plain(gap.optimism, "we have not said"),
    }


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


_BALANCED = ("trust.personal", "trust.organisation", "equity")


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
