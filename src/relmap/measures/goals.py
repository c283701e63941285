"""Goals: how far each has come from where it started to its target, and what hangs loose between goals and work.

The arithmetic is that of any progress bar, (now − from) / (target − from); holding a goal against a measure is ours.
"""

from collections.abc import Mapping, Sequence
from math import fsum
from typing import NamedTuple

from relmap.measures.facts import Facts, Link
from relmap.measures.result import Score, not_scored
from relmap.model.plans import Goal
from relmap.model.words import LEVELS

Reading = tuple[float | None, float | None, float | None]
"""Where a measure stands now, on its own scale: value, low, high."""


class Target(NamedTuple):
    """A goal held against a measure of relmap: where it started and where it should be, as places on its scale."""

    goal: str
    measure: str
    start: float
    end: float


class Attainment(NamedTuple):
    """How far one goal has come, 0 to 100."""

    target: Target
    score: Score


class LooseEnds(NamedTuple):
    """What is not tied together: goals without an initiative, initiatives without a goal, people below their aim."""

    goals: tuple[str, ...]
    initiatives: tuple[str, ...]
    levels: tuple[Link, ...]
    """Relationships whose level is below the desired one."""


def find_targets(facts: Facts, scales: Mapping[str, Sequence[str]]) -> tuple[Target, ...]:
    """Return the goals that can be held against a measure. `scales` has every measure, with its words if it has any."""
    found = (_target(goal_id, goal, scales) for goal_id, goal in facts.account.goals.items())
    return tuple(target for target in found if target)


def _target(goal_id: str, goal: Goal, scales: Mapping[str, Sequence[str]]) -> Target | None:
    if goal.measure is None or goal.measure not in scales:
        return None
    start, end = (_place(value, scales[goal.measure]) for value in (goal.from_, goal.target))
    return None if start is None or end is None or start == end else Target(goal_id, goal.measure, start, end)


def _place(value: str | float | None, words: Sequence[str]) -> float | None:
    """Return the place of a target on its measure's scale: a number, or the position of a word."""
    if isinstance(value, str):
        return float(words.index(value)) if value in words else None
    return value if not words else None


def attain(target: Target, reading: Reading) -> Attainment:
    """Return how far a goal has come, 0 to 100: nothing below where it started, at most the target."""
    value, low, high = reading
    if low is None or high is None:
        return Attainment(target, not_scored(f"{target.measure} is not scored"))
    low, high = sorted((_progress(target, low), _progress(target, high)))
    if value is None:
        return Attainment(target, Score(None, low, high, 0.0, f"{target.measure} is not scored"))
    return Attainment(target, Score(_progress(target, value), low, high))


def _progress(target: Target, now: float) -> float:
    return min(max((now - target.start) / (target.end - target.start), 0.0), 1.0) * 100


def mean_attainment(found: Sequence[Attainment], least: float) -> Score:
    """Return the mean of the goals' attainments, 0 to 100. Not scored where fewer than `least` (0 to 1) are known."""
    if not found:
        return not_scored("no goal has a measure of relmap with start and target")
    low, high = (
        fsum(bounds) / len(found) for bounds in zip(*((e.score.low, e.score.high) for e in found), strict=True)
    )
    known = [entry.score.value for entry in found if entry.score.value is not None]
    completeness = len(known) / len(found)
    if completeness < least:
        return Score(
            None, low, high, completeness, f"only {len(known)} of {len(found)} goals can be held against a figure"
        )
    return Score(min(max(fsum(known) / len(known), low), high), low, high, completeness)


def find_loose_ends(facts: Facts) -> LooseEnds:
    """Return goals without an initiative, initiatives without a goal, and relationships below their desired level."""
    account = facts.account
    alive = {key: entry for key, entry in account.initiatives.items() if entry.status != "dropped"}
    served = {goal for entry in alive.values() for goal in entry.goals}
    return LooseEnds(
        tuple(goal_id for goal_id in account.goals if goal_id not in served),
        tuple(key for key, entry in alive.items() if not entry.goals and not entry.customer_goals),
        tuple(link for link in facts.links if _below(link)),
    )


def _below(link: Link) -> bool:
    """Say whether a relationship is below its desired level; one without a level may be, and is not said to be."""
    level, desired = link.relationship.level, link.relationship.desired
    return level is not None and desired is not None and LEVELS.index(level) < LEVELS.index(desired)
