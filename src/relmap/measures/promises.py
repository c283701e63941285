"""Promises kept: the say/do ratio, of ours and of theirs."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from relmap.measures.arithmetic import Item, weighted_mean
from relmap.measures.facts import Facts
from relmap.measures.result import Evidence, Input, Known, Score, Unknown, not_scored
from relmap.model.period import first_day
from relmap.model.plans import Promise


class PromiseState(NamedTuple):
    """One promise on the day: kept, late, broken, overdue, open, undated, or kept on a day nobody knows."""

    position: int
    promise: Promise
    state: str


class Promises(NamedTuple):
    """Promises kept, 0 to 100, of ours and apart from them of theirs."""

    ours: Score
    theirs: Score
    verdict: str | None
    """Good, watch or serious; None where ours is not scored."""
    states: tuple[PromiseState, ...]
    """Every promise of either side that exists on the day."""


_VALUE = {"kept": 100.0, "late": 0.0, "broken": 0.0, "overdue": 0.0, "kept, day unknown": None}


def measure_promises(facts: Facts) -> Promises:
    """Return kept on or before due over all that fell due within the window, × 100.

    Late, broken and overdue count against; a promise kept on an unknown day is in the bounds; one without a due date
    is listed and stays outside. Fewer than three due are not scored (ours). Good from 80, serious below 70. Source:
    the say/do ratio; the bands are published for teams.
    """
    states = tuple(
        PromiseState(position, promise, promise_state(facts, promise))
        for position, promise in enumerate(facts.account.promises)
        if facts.happened(promise.made)
    )
    ours = _ratio(facts, [entry for entry in states if is_ours(facts, entry.promise)])
    theirs = _ratio(facts, [entry for entry in states if entry.promise.by in facts.account.contacts])
    return Promises(ours, theirs, _verdict(facts, ours.value), states)


def is_ours(facts: Facts, promise: Promise) -> bool:
    """Say whether a promise was made by one of our people."""
    if facts.settings.team:
        return promise.by in facts.settings.team
    return promise.by not in facts.account.contacts


def promise_state(facts: Facts, promise: Promise) -> str:
    """Return where a promise stands on the day: what happened after it does not count."""
    kept = promise.kept
    if kept is False:
        return "broken"
    if kept is True:
        return "kept, day unknown"
    if kept is not None and kept <= facts.as_of:
        return "late" if promise.due is not None and kept > promise.due else "kept"
    if promise.due is None:
        return "undated"
    return "overdue" if promise.due <= facts.as_of else "open"


def _ratio(facts: Facts, states: list[PromiseState]) -> Score:
    rubric = facts.rubric.promises
    due = due_between(states, window_start(facts), facts.as_of)
    if len(due) < rubric.least:
        reason = f"{len(due)} due in {rubric.window_quarters} quarters, {rubric.least} needed"
        return not_scored(reason, evidence=lambda: _evidence(due))
    return _mean(facts, due)


def window_start(facts: Facts) -> date:
    """Return the first day on which a promise had to fall due to count."""
    return first_day(facts.quarter.back(facts.rubric.promises.window_quarters), facts.settings.fiscal_year_starts)


def ratio_between(facts: Facts, states: Sequence[PromiseState], first: date, last: date) -> Score | None:
    """Return promises of ours kept among those due between two days, 0 to 100; None where too few were due."""
    due = due_between([entry for entry in states if is_ours(facts, entry.promise)], first, last)
    return _mean(facts, due) if len(due) >= facts.rubric.promises.least else None


def due_between(states: Sequence[PromiseState], first: date, last: date) -> list[PromiseState]:
    """Return the promises that fell due between two days, both included."""
    return [entry for entry in states if entry.promise.due is not None and first <= entry.promise.due <= last]


def _mean(facts: Facts, due: list[PromiseState]) -> Score:
    return weighted_mean(
        [_item(entry) for entry in due], least=facts.rubric.completeness, evidence=lambda: _evidence(due)
    )


def _item(entry: PromiseState) -> Item:
    value = _VALUE[entry.state]
    name = f"{entry.promise.what} ({entry.state})"
    return Item(name, value, value or 0.0, 100.0 if value is None else value, 1.0, 1.0, 1.0)


def _evidence(due: list[PromiseState]) -> Evidence:
    inputs = tuple(Input(("promises", entry.position), Known.FRESH, "ours", entry.promise.due) for entry in due)
    unknowns = tuple(
        Unknown(("promises", entry.position), f"On which day was “{entry.promise.what}” kept?", 100 / len(due))
        for entry in due
        if _VALUE[entry.state] is None
    )
    return Evidence(inputs, unknowns)


def _verdict(facts: Facts, value: float | None) -> str | None:
    if value is None:
        return None
    rubric = facts.rubric.promises
    return "good" if value >= rubric.good else "serious" if value < rubric.serious else "watch"
