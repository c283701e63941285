"""The breakdown watch: which of the causes that end relationships are at work.

Source: the five causes in Bacon's four relationship stages; what shows each of them is ours.
"""

from typing import NamedTuple

from relmap.measures.check import Check, inputs_of
from relmap.measures.dissolution import key_player_left
from relmap.measures.facts import Facts, evidence_of
from relmap.measures.initiatives import is_open
from relmap.measures.logic import Truth, all_of, any_of, at_least, within
from relmap.measures.promises import Promises, due_between, is_ours, window_start
from relmap.measures.result import Evidence, Input, Score, Unknown
from relmap.measures.review import ReviewState
from relmap.measures.voices import signal
from relmap.model.signals import CATALOGUE

CAUSES = ("people_changed", "expectations", "strategy", "market", "slow_decline")
_SIGNS_OF_DECLINE = 2
"""How many signs make a slow decline: each alone happens in good relationships too."""


class Breakdown(NamedTuple):
    """How many of the five causes are at work, and each of them; a cause that is passed is bad news."""

    score: Score
    causes: tuple[Check, ...]


def measure_breakdown(facts: Facts, promises: Promises, review: ReviewState) -> Breakdown:
    """Return how many of five causes are at work, 0 to 5.

    Key people changed: a key player left in 180 days, or their leadership changed. Expectations mismanaged: promises
    kept below 70, or three late. Their strategy changed. Their market is under stress. Slow decline: two of review
    overdue, no live key player, no open initiative where there were some, mostly firefighting. The value counts those
    known to be at work; the high bound adds those that may be: a question nobody asked is not good news.
    """
    causes = (
        _people(facts),
        _expectations(facts, promises),
        _asked(facts, "strategy_change", "strategy", "their strategy changed"),
        _asked(facts, "market_stress", "market", "their market is under stress"),
        _decline(facts, review),
    )
    return Breakdown(_count(facts, causes), causes)


def _count(facts: Facts, causes: tuple[Check, ...]) -> Score:
    low = sum(cause.passed is True for cause in causes)
    open_causes = [cause for cause in causes if cause.passed is None]
    completeness = 1 - len(open_causes) / len(causes)
    scored = completeness >= facts.rubric.completeness
    reason = "" if scored else f"{len(open_causes)} of {len(causes)} causes are not known"

    def evidence() -> Evidence:
        unknowns = (Unknown(_asked_at(cause), _question(cause), 1.0) for cause in open_causes)
        return Evidence(inputs_of(causes), tuple(unknowns))

    return Score(low if scored else None, low, low + len(open_causes), completeness, reason, find_evidence=evidence)


_SIGNALS = {"people_changed": "leadership_change", "strategy": "strategy_change", "market": "market_stress"}


def _asked_at(cause: Check) -> tuple[str, ...]:
    return ("signals", _SIGNALS[cause.id]) if cause.id in _SIGNALS else ("promises",)


def _question(cause: Check) -> str:
    if cause.id in _SIGNALS:
        return CATALOGUE[_SIGNALS[cause.id]].question
    if cause.id == "expectations":
        return "What have we promised them, by when, and was it kept?"
    return "When did we last talk to their key players, and is most of it about things that went wrong?"


def _cause(cause: str, label: str, passed: Truth, *inputs: Input, detail: str = "", confirmed: bool = False) -> Check:
    return Check(cause, "breakdown", label, passed, bool(passed) and confirmed, lambda: inputs, detail)


def _people(facts: Facts) -> Check:
    left, changed = key_player_left(facts, facts.rubric.breakdown.window_days), signal(facts, "leadership_change")
    passed = any_of((left.passed, changed.holds))
    return _cause(
        "people_changed",
        "key people changed",
        passed,
        *left.inputs,
        *changed.inputs,
        detail=f"{left.detail} left" if left.detail else "",
        confirmed=changed.confirmed,
    )


_LATE = frozenset(("late", "overdue", "broken"))


def _expectations(facts: Facts, promises: Promises) -> Check:
    rubric = facts.rubric.breakdown
    due = due_between(promises.states, window_start(facts), facts.as_of)
    late = [entry for entry in due if entry.state in _LATE and is_ours(facts, entry.promise)]
    reliable = within(promises.ours.low, promises.ours.high, rubric.promises)
    passed = any_of((None if reliable is None else not reliable, len(late) >= rubric.late))
    inputs = (Input(("promises", entry.position), day=entry.promise.due) for entry in late)
    detail = f"{len(late)} late or broken" if late else ""
    return _cause("expectations", "expectations are mismanaged", passed, *inputs, detail=detail)


def _asked(facts: Facts, signal_id: str, cause: str, label: str) -> Check:
    state = signal(facts, signal_id)
    detail = "not asked" if not state.inputs else "respondents disagree" if state.disputed else ""
    return _cause(cause, label, state.holds, *state.inputs, detail=detail, confirmed=state.confirmed)


def _decline(facts: Facts, review: ReviewState) -> Check:
    fires, keys = signal(facts, "firefighting"), [person for person in facts.people if person.key is not False]
    live = any_of(all_of((person.key, person.live)) for person in keys)
    initiatives = facts.account.initiatives.values()
    working = any(is_open(facts, entry) for entry in initiatives) if initiatives else None
    overdue = None if review.state == "never" else review.state == "overdue"
    signs: dict[str, Truth] = {
        "review overdue": overdue,
        "no live key player": None if live is None or not facts.people else not live,
        "no open initiative": None if working is None else not working,
        "mostly firefighting": fires.holds,
    }
    shown = [name for name, holds in signs.items() if holds]
    links = (link for person in keys for link in person.links)
    return _cause(
        "slow_decline",
        "slow decline",
        at_least(_SIGNS_OF_DECLINE, signs.values()),
        *review.inputs,
        *evidence_of(links),
        *fires.inputs,
        detail=", ".join(shown),
    )
