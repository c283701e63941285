"""The figures of an account by measure id: what tables, selectors and machine formats read."""

from collections.abc import Sequence
from typing import NamedTuple

from relmap.assess.profile import Profile
from relmap.measures.dependence import Dependence
from relmap.measures.health import BANDS
from relmap.measures.logic import Truth
from relmap.measures.result import Score, Verdict
from relmap.measures.review import REVIEW_STATES
from relmap.measures.stakeholders import COLOURS
from relmap.measures.voices import Voice
from relmap.model.words import PATTERNS, STAGES, STANDINGS


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


_YES_NO = ("no", "yes")

MEASURES: tuple[MeasureInfo, ...] = (
    MeasureInfo("health", "Health", "0–100"),
    MeasureInfo("health.band", "Health band", "word", BANDS),
    MeasureInfo("stage", "Relationship stage: the lower of earned and theirs", "word", STAGES),
    MeasureInfo("stage.earned", "Stage earned by the evidence", "word", STAGES),
    MeasureInfo("stage.confirmed", "Stage on their word and documents alone", "word", STAGES),
    MeasureInfo("stage.theirs", "Stage they see", "word", STAGES),
    MeasureInfo("stage.ours", "Stage we claim", "word", STAGES),
    MeasureInfo("standing", "Standing: the lower of earned and theirs", "word", STANDINGS),
    MeasureInfo("standing.earned", "Standing earned by the record", "word", STANDINGS),
    MeasureInfo("standing.theirs", "Standing they give us", "word", STANDINGS),
    MeasureInfo("standing.ours", "Standing we claim", "word", STANDINGS),
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
    MeasureInfo("wallet", "Share of wallet", "percent"),
    MeasureInfo("review", "Review state", "word", REVIEW_STATES),
    MeasureInfo("share", "Revenue share", "percent"),
    MeasureInfo("share.group", "Revenue share of the group", "percent"),
    MeasureInfo("dependence", "Dependence pattern", "word", PATTERNS),
    MeasureInfo("dependence.ours", "Our dependence", "0–1"),
    MeasureInfo("dependence.theirs", "Their dependence", "0–1"),
    MeasureInfo("dependence.mutual", "Mutual dependence", "0–2"),
    MeasureInfo("dependence.imbalance", "Imbalance, positive: they hold the power", "−1 to +1"),
    MeasureInfo("dependence.suffering", "Suffering deep dependence", "yes/no", _YES_NO),
    MeasureInfo("exposure", "Exposure", "percent"),
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
        "stage.confirmed": Figure(stage.confirmed, stage.confirmed, stage.confirmed),
        "stage.theirs": of_voice(stage.theirs),
        "stage.ours": of_voice(stage.ours),
        "standing": of_verdict(profile.standing.headline),
        "standing.earned": of_verdict(profile.standing.earned),
        "standing.theirs": of_voice(profile.standings[1]),
        "standing.ours": of_voice(profile.standings[0]),
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
        "wallet": in_percent(profile.wallet.share),
        "review": Figure(profile.review.state, profile.review.state, profile.review.state),
    }


def book_figures(share: Score, group_share: Score, dependence: Dependence, exposure: Score) -> dict[str, Figure]:
    """Return the figures of pass 2 by measure id."""
    return {
        "share": in_percent(share),
        "share.group": in_percent(group_share),
        "dependence": of_verdict(dependence.pattern),
        "dependence.ours": of_score(dependence.ours),
        "dependence.theirs": of_score(dependence.theirs),
        "dependence.mutual": of_score(dependence.mutual),
        "dependence.imbalance": of_score(dependence.imbalance),
        "dependence.suffering": _yes_or_no(dependence.suffering),
        "exposure": in_percent(exposure),
    }


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


def _yes_or_no(truth: Truth) -> Figure:
    if truth is None:
        return Figure(None, *_YES_NO, 0.0, "the pattern, the core group or a sign is not known")
    word = _YES_NO[truth]
    return Figure(word, word, word)


def _plain(value: float | None, reason: str) -> Figure:
    return Figure(None, None, None, 0.0, reason) if value is None else Figure(value, value, value)


def in_percent(score: Score) -> Figure:
    """Drop the evidence of a fraction and write it in percent, 0 to 100."""
    value = None if score.value is None else score.value * 100
    return Figure(value, score.low * 100, score.high * 100, score.completeness, score.reason)
