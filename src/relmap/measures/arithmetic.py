"""The arithmetic that measures share: a weighted mean with exact bounds, and a straight line through points.

Sums are exact (fsum), so that the order of entries in a file cannot change the last digit.
"""

from collections.abc import Callable, Sequence
from math import fsum
from typing import NamedTuple

from relmap.measures.result import Evidence, Part, Parts, Score, no_evidence


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


def weighted_mean(items: Sequence[Item], *, least: float, evidence: Callable[[], Evidence] = no_evidence) -> Score:
    """Average what is known, weighted; bound it over every unknown value and weight.

    Not scored where less than `least` (0 to 1) of the weight is known. The mean over what is known is held inside
    the bounds, which can be narrower than it: an unknown item may be known to be low.
    """
    low = least_mean([(item.low, item.weight_low, item.weight_high) for item in items])
    high = 0.0 - least_mean([(-item.high, item.weight_low, item.weight_high) for item in items])
    known_items = [item for item in items if item.value is not None]
    total = fsum([item.weight for item in items])
    weight = fsum([item.weight for item in known_items])
    completeness = weight / total if total else 0.0
    if not weight or completeness < least:
        reason = f"only {completeness * 100:.0f} % of the weight is known" if weight else "nothing is known"
        return Score(None, low, high, completeness, reason, None, lambda: _parts(items, 0.0, 0.0), evidence)
    mean = fsum([item.value * item.weight for item in known_items if item.value is not None]) / weight
    value = min(max(mean, low), high)
    confirmed = fsum([item.weight for item in known_items if item.confirmed]) / weight
    return Score(value, low, high, completeness, "", confirmed, lambda: _parts(items, weight, value - mean), evidence)


def least_mean(entries: Sequence[tuple[float, float, float]]) -> float:
    """Return the least weighted mean of (value, least weight, most weight) over every choice of the weights.

    The minimum of Σwx/Σw over intervals of w is reached at a threshold: everything below it takes its highest weight,
    everything above it its lowest.
    """
    ordered = sorted(entries)  # also keeps the order in the file out of the last digit
    weights = fsum([least for _, least, _ in ordered])  # exact, so that a mean without unknowns is its own bound
    products = fsum([value * least for value, least, _ in ordered])
    best = products / weights if weights else max((value for value, *_ in ordered), default=0.0)
    for value, least, most in ordered:
        if value >= best:
            break
        weights += most - least
        products += value * (most - least)
        if weights:
            best = min(best, products / weights)
    return best


def _parts(items: Sequence[Item], weight: float, held: float) -> Parts:
    """Return each item with what it adds; `held` is how far the bounds moved their mean."""
    parts = tuple(
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
    if abs(held) <= 1e-9:
        return parts
    return (*parts, Part("held inside the bounds", None, held, held, 0.0, held))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the least-squares line through (x, y); needs two different x."""
    return fsum(slope_shares(points))


def slope_shares(points: Sequence[tuple[float, float]]) -> list[float]:
    """Return what each point adds to the slope of the least-squares line; together they are the slope."""
    mean_x = fsum(x for x, _ in points) / len(points)
    mean_y = fsum(y for _, y in points) / len(points)
    squares = fsum((x - mean_x) ** 2 for x, _ in points)
    return [(x - mean_x) * (y - mean_y) / squares for x, y in points]
