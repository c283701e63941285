"""The balance of a relationship: trust, interdependence and equitability side by side; the weakest is named.

Source: "Are you suffering deep dependence" (CustomerAttuned): the three belong together. Putting them on one scale is
ours, and they are never blended into one number.
"""

from math import fsum
from typing import NamedTuple

from relmap.measures.result import Score, Verdict

ASPECTS = ("trust", "interdependence", "equitability")


class Aspect(NamedTuple):
    """One of the three on 0 to 100, with bounds; `value` is None where it is not scored."""

    name: str
    value: float | None
    low: float
    high: float


class Balance(NamedTuple):
    """The three aspects, and the weakest of those that are scored."""

    aspects: tuple[Aspect, ...]
    weakest: Verdict


def measure_balance(personal: Score, organisation: Score, imbalance: Score, reciprocity: Score) -> Balance:
    """Return trust (the mean of personal and organisational, over what is known), 100·(1 − |imbalance|), 100·(1 − |r|).

    Trust comes on 0–100, imbalance and reciprocity on −1 to 1. The weakest is named where it stays so whatever the
    unknowns are; otherwise every aspect that can be the weakest is possible.
    """
    aspects = (_trust(personal, organisation), _even("interdependence", imbalance), _even("equitability", reciprocity))
    least_high = min(aspect.high for aspect in aspects)
    possible = tuple(aspect.name for aspect in aspects if aspect.low <= least_high)
    scored = [aspect for aspect in aspects if aspect.value is not None]
    completeness = len(scored) / len(aspects)
    named = min((aspect for aspect in scored if aspect.name in possible), key=_weakness, default=None)
    if len(possible) == 1:
        return Balance(aspects, Verdict(possible[0], possible, completeness))
    if len(scored) < 2 or named is None:
        return Balance(aspects, Verdict(None, possible, completeness, "too little of the three is scored"))
    return Balance(aspects, Verdict(named.name, possible, completeness))


def _weakness(aspect: Aspect) -> tuple[float, str]:
    return aspect.value or 0.0, aspect.name


def _trust(personal: Score, organisation: Score) -> Aspect:
    known = [figure.value for figure in (personal, organisation) if figure.value is not None]
    low, high = (personal.low + organisation.low) / 2, (personal.high + organisation.high) / 2
    value = min(max(fsum(known) / len(known), low), high) if known else None
    return Aspect("trust", value, low, high)


def _even(name: str, figure: Score) -> Aspect:
    """Turn a figure around zero into how even it is: 100 at zero, 0 at either end."""
    farthest = max(abs(figure.low), abs(figure.high))
    nearest = 0.0 if figure.low <= 0 <= figure.high else min(abs(figure.low), abs(figure.high))
    value = None if figure.value is None else 100 * (1 - abs(figure.value))
    return Aspect(name, value, 100 * (1 - min(1.0, farthest)), 100 * (1 - min(1.0, nearest)))
