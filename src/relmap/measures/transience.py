"""The clock of the collaborative stage: it is transient, and one that stays in it at a loss has to move.

Source: Bacon's four relationship stages; the four quarters are ours and stand in the rubric.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from relmap.findings import Route
from relmap.measures.equity import Margin
from relmap.measures.facts import Facts
from relmap.measures.result import Input
from relmap.model.period import quarter_of


class Transience(NamedTuple):
    """How long a relationship has been collaborative, and whether it is time to advance or move back."""

    quarters: int
    """How many quarters reviews and views have called it collaborative, up to the day."""
    limit: int
    """After so many quarters it should have moved."""
    beyond: bool
    """Collaborative by the evidence, and longer than the limit."""
    move: bool
    """Beyond its clock, and at a loss after cost to serve: advance or move back."""
    inputs: tuple[Input, ...]


def measure_transience(facts: Facts, earned_stage: str, margin: Margin) -> Transience:
    """Return how long the relationship has been collaborative by reviews and views in a row, and what follows."""
    run = _run(facts)
    quarters = 0
    if run:
        starts = facts.settings.fiscal_year_starts
        quarters = quarter_of(facts.as_of, starts).ordinal - quarter_of(run[0][0], starts).ordinal + 1
    limit = facts.rubric.stage.transient_quarters
    beyond = earned_stage == "collaborative" and quarters > limit
    loss = margin.after_cost_to_serve and margin.latest is not None and margin.latest < 0
    inputs = tuple(Input(route, day=day) for day, _, route in run)
    return Transience(quarters, limit, beyond, beyond and loss, inputs)


def _run(facts: Facts) -> list[tuple[date, str, Route]]:
    """Return the words, from the newest back, that called the relationship collaborative without a break."""
    run = list[tuple[date, str, Route]]()
    for day, stage, route in sorted(_said(facts), reverse=True):
        if stage != "collaborative":
            break
        run.append((day, stage, route))
    return run[::-1]


def _said(facts: Facts) -> Iterator[tuple[date, str, Route]]:
    for position, view in enumerate(facts.account.views):
        if view.stage and view.date <= facts.as_of:
            yield view.date, view.stage, ("views", position, "stage")
    for position, review in enumerate(facts.account.reviews):
        if review.found.stage and review.date <= facts.as_of:
            yield review.date, review.found.stage, ("reviews", position, "found", "stage")
