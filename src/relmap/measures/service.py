"""Service fit: does the effort we spend on an account fit its stage, and where we want to take it?

Source: Bacon's four relationship stages: serve each stage as it needs and no more. What fits which stage is ours and
stands in the rubric: touchpoints in four quarters, and cost to serve in percent of gross profit.
"""

from collections.abc import Sequence
from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.logic import Truth, any_of
from relmap.measures.result import Evidence, Input, Verdict
from relmap.measures.trade import money_inputs
from relmap.model.rubric import ServiceLine
from relmap.model.words import FITS, Fit


class Service(NamedTuple):
    """Under-served, fitting or over-served, with the effort that says so."""

    fit: Verdict
    aim: str
    """The stage that the effort is held against: the one aimed at, else the present one."""
    line: ServiceLine
    touchpoints: int | None
    """How many in four quarters; None where the file has none at all: nobody keeps them."""
    cost: float | None
    """Cost to serve, percent of gross profit, in the latest complete year that has both."""
    year: int | None


def measure_service(facts: Facts, stages: Sequence[str]) -> Service:
    """Return whether the effort fits. `stages` are the headline and what it may yet be; an ambition comes before it.

    Over-served: more touchpoints, or a higher cost to serve, than the stage is worth. Under-served: fewer touchpoints.
    A former customer is not served: not scored.
    """
    aims = (facts.account.ambition.stage,) if facts.account.ambition.stage else stages
    lines: list[ServiceLine] = [getattr(facts.rubric.service, aim) for aim in aims]
    touchpoints, (cost, year, keys) = _touchpoints(facts), _cost(facts)
    count = len(touchpoints) if any(facts.happened(entry.date) for entry in facts.account.touchpoints) else None
    found = [_possible(line, count, cost) for line in lines] if facts.account.status != "former" else [()]
    possible = tuple(word for word in FITS if any(word in fits for fits in found))
    value = found[0][0] if len(found[0]) == 1 else None
    days = {place: facts.account.touchpoints[place].date for place in touchpoints}
    inputs = (*(Input(("touchpoints", place), day=day) for place, day in days.items()), *money_inputs(keys))
    fit = Verdict(
        value,
        possible,
        ((count is not None) + (cost is not None)) / 2,
        "" if value else _reason(facts, count, cost),
        lambda: Evidence(inputs),
    )
    return Service(fit, aims[0], lines[0], count, cost, year)


def _touchpoints(facts: Facts) -> list[int]:
    return [
        position
        for position, entry in enumerate(facts.account.touchpoints)
        if facts.window_start <= entry.date <= facts.as_of
    ]


def _cost(facts: Facts) -> tuple[float | None, int | None, tuple[str, ...]]:
    """Return the cost to serve in percent of gross profit. A year without gross profit costs more than it brings."""
    for year in reversed(facts.years):
        if year.cost_to_serve is not None and year.gross_profit is not None:
            profit = year.gross_profit
            cost = year.cost_to_serve / profit * 100 if profit > 0 else float("inf") if year.cost_to_serve else 0.0
            return cost, year.year, year.keys
    return None, None, ()


def _possible(line: ServiceLine, count: int | None, cost: float | None) -> tuple[Fit, ...]:
    dear: Truth = None if cost is None else cost > line.cost_most
    over = any_of((None if count is None else count > line.touchpoints_most, dear))
    under = None if count is None else count < line.touchpoints_least
    if over:
        return ("over",)
    fits: dict[Fit, bool] = {
        "under": under is not False,
        "fitting": under is not True,
        "over": over is None,
    }
    return tuple(fit for fit in FITS if fits[fit])


def _reason(facts: Facts, count: int | None, cost: float | None) -> str:
    if facts.account.status == "former":
        return "a former customer is not served"
    unknown = [
        name
        for name, value in (("touchpoints are not kept", count), ("cost to serve is not known", cost))
        if value is None
    ]
    return ", ".join(unknown)
