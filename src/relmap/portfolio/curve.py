"""The Pareto curve: the customers from the largest down, with what each adds and what they make together."""

from collections.abc import Iterator, Mapping

from relmap.measures.concentration import Concentration
from relmap.portfolio.values import ParetoPoint


def pareto(concentration: Concentration, names: Mapping[str, str]) -> tuple[ParetoPoint, ...]:
    """Return the customers (parent groups) from the largest down; shares are of what is known and end at 1.

    `names` are those of the groups. Nothing known, no curve.
    """
    return tuple(_points(concentration, names))


def _points(concentration: Concentration, names: Mapping[str, str]) -> Iterator[ParetoPoint]:
    together, last = 0.0, len(concentration.customers) - 1
    for place, customer in enumerate(concentration.customers):
        # the sum of many fractions may end a hair off one
        together = 1.0 if place == last else min(1.0, together + customer.share)
        name = names.get(customer.group, customer.group)
        yield ParetoPoint(customer.group, name, customer.amount, customer.share, together)
