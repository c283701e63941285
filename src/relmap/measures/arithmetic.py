"""The arithmetic that measures share: a weighted mean with exact bounds, and a straight line through points."""

from collections.abc import Sequence
from typing import NamedTuple

from relmap.measures.result import Input, Part, Score, Unknown


class Item(NamedTuple):
    """One thing to be averaged. An unknown value is None and lies between `low` and `high`; so may a weight."""

    name: str
    value: float | None
    low: float
    high: float
    weight: float = 1.0
    weight_low: float = 0.0
    weight_high: float = 0.0
    confirmed: bool = False
    """True where they, or a document, say so."""


def known(name: str, value: float, weight: float = 1.0, *, confirmed: bool = False) -> Item:
    """An item with a known value and weight."""
    return Item(name, value, value, value, weight, weight, weight, confirmed)


def weighted_mean(
    items: Sequence[Item],
    *,
    least: float,
    inputs: tuple[Input, ...] = (),
    unknowns: tuple[Unknown, ...] = (),
) -> Score:
    """Average what is known, weighted; bound it over every unknown value and weight.

    Not scored where less than `least` (0 to 1) of the weight is known. The mean over what is known is held inside
    the bounds, which can be narrower than it: an unknown item may be known to be low.
    """
    low, high = mean_low(items), -mean_low([item._replace(low=-item.high) for item in items])
    total = sum(item.weight for item in items)
    weight = sum(item.weight for item in items if item.value is not None)
    completeness = weight / total if total else 0.0
    if not weight or completeness < least:
        reason = f"only {completeness:.0%} of the weight is known" if weight else "nothing is known"
        return Score(None, low, high, completeness, reason, _parts(items, 0.0), inputs, unknowns)
    mean = sum(item.value * item.weight for item in items if item.value is not None) / weight
    value = min(max(mean, low), high)
    parts = _parts(items, weight)
    if value != mean and abs(value - mean) > 1e-9:
        parts += (Part("held inside the bounds", None, low, high, 0.0, value - mean),)
    confirmed = sum(item.weight for item in items if item.value is not None and item.confirmed) / weight
    return Score(value, low, high, completeness, "", parts, inputs, unknowns, confirmed)


def mean_low(items: Sequence[Item]) -> float:
    """Return the least weighted mean that any choice of the unknown values and weights can give.

    The minimum of Σwx/Σw over intervals of w is reached at a threshold: everything below it takes its highest weight,
    everything above it its lowest.
    """
    if all(item.weight_low == item.weight_high for item in items):
        total = sum(item.weight for item in items)
        return sum(item.low * item.weight for item in items) / total if total else 0.0
    ordered = sorted(items, key=lambda item: item.low)
    weights = sum(item.weight_low for item in ordered)
    products = sum(item.low * item.weight_low for item in ordered)
    best = products / weights if weights else ordered[-1].low
    for item in ordered:
        weights += item.weight_high - item.weight_low
        products += item.low * (item.weight_high - item.weight_low)
        if weights:
            best = min(best, products / weights)
    return best


def _parts(items: Sequence[Item], weight: float) -> tuple[Part, ...]:
    return tuple(
        Part(
            item.name,
            item.value,
            item.low,
            item.high,
            item.weight,
            item.value * item.weight / weight if weight and item.value is not None else 0.0,
        )
        for item in items
    )


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the least-squares line through (x, y); needs two different x."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
