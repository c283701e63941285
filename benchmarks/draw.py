"""Random choices that are the same on every machine and Python version."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """Choices built on `Random.random` alone, the one sequence that Python promises to keep for a seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to, but without, `limit`."""
        return int(self._random() * limit)

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def chance(self, share: float) -> bool:
        """Return true in about `share` (0-1) of all cases."""
        return self._random() < share

    def one(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.below(len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Return `count` different items, or all of them if there are fewer, in the order in which they stand."""
        places = list(range(len(items)))
        count = min(count, len(places))
        for place in range(count):
            other = place + self.below(len(places) - place)
            places[place], places[other] = places[other], places[place]
        return [items[place] for place in sorted(places[:count])]

    def day(self, first: date, last: date) -> date:
        """Return a day from `first` to `last`, both included."""
        return date.fromordinal(self.between(first.toordinal(), last.toordinal()))

    def days(self, first: date, last: date, count: int) -> list[date]:
        """Return `count` days from `first` to `last`, oldest first; a day may come twice."""
        return sorted(self.day(first, last) for _ in range(count))
