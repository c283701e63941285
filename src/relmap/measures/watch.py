"""What stands out in one account, from promises, views and money: overdue work, perception gaps, unprofitable depth."""

from typing import NamedTuple

from relmap.measures.equity import Margin
from relmap.measures.facts import Facts
from relmap.measures.promises import Promises, is_ours
from relmap.measures.stage import StageResult
from relmap.measures.voices import Voice
from relmap.model.period import quarter_of
from relmap.model.words import STAGES, STANDINGS


class Perception(NamedTuple):
    """Our view less theirs: in steps for stage and standing, in points of ten for trust; None without both views."""

    stage: int | None
    standing: int | None
    trust: float | None
    optimism: int | None
    """Our stage less the earned one, in steps."""


class Watch(NamedTuple):
    """What stands out."""

    perception: Perception
    overdue_promises: tuple[int, ...]
    """Positions of our promises that are overdue."""
    overdue_initiatives: tuple[str, ...]
    collaborative_quarters: int
    """How many quarters reviews and views have called the relationship collaborative."""
    unprofitable_collaborator: bool
    """Collaborative beyond its clock, at a loss after cost to serve."""


def measure_watch(
    facts: Facts,
    promises: Promises,
    stage: StageResult,
    standings: tuple[Voice, Voice],
    trusts: tuple[Voice, Voice],
    margin: Margin,
) -> Watch:
    """Return what stands out. `standings` and `trusts` are ours and theirs.

    Source of the clock: Bacon's collaborative stage is transient; more than four quarters of it and a loss after cost
    to serve ask for advance or move back (the four quarters are ours).
    """
    quarters = _collaborative_quarters(facts)
    beyond = stage.earned.value == "collaborative" and quarters > facts.rubric.stage.transient_quarters
    loss = margin.after_cost_to_serve and margin.latest is not None and margin.latest < 0
    overdue = tuple(
        entry.position for entry in promises.states if entry.state == "overdue" and is_ours(facts, entry.promise)
    )
    late = tuple(
        initiative_id
        for initiative_id, initiative in facts.account.initiatives.items()
        if initiative.status in ("planned", "in_progress") and initiative.due and initiative.due < facts.as_of
    )
    return Watch(_perception(stage, standings, trusts), overdue, late, quarters, beyond and loss)


def _perception(stage: StageResult, standings: tuple[Voice, Voice], trusts: tuple[Voice, Voice]) -> Perception:
    ours = stage.ours.said
    optimism = None if ours is None else STAGES.index(ours) - STAGES.index(stage.earned.value)
    gap = _steps(standings[0].said, standings[1].said, STANDINGS)
    trust = None
    if isinstance(trusts[0].said, float | int) and isinstance(trusts[1].said, float | int):
        trust = float(trusts[0].said) - float(trusts[1].said)
    return Perception(_steps(ours, stage.theirs.said, STAGES), gap, trust, optimism)


def _steps(ours: object, theirs: object, order: tuple[str, ...]) -> int | None:
    if not isinstance(ours, str) or not isinstance(theirs, str):
        return None
    return order.index(ours) - order.index(theirs)


def _collaborative_quarters(facts: Facts) -> int:
    """Count the quarters from the first to the last word in a row that called the relationship collaborative."""
    starts = facts.settings.fiscal_year_starts
    said = [(view.date, view.stage) for view in facts.account.views if view.stage and view.date <= facts.as_of]
    said += [
        (review.date, review.found.stage)
        for review in facts.account.reviews
        if review.found.stage and review.date <= facts.as_of
    ]
    run = [(day, stage) for day, stage in sorted(said)]
    first = None
    for day, stage in run:
        first = (first or day) if stage == "collaborative" else None
    if first is None:
        return 0
    return quarter_of(facts.as_of, starts).ordinal - quarter_of(first, starts).ordinal + 1
