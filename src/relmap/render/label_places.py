"""Where names stand beside their marks in a picture, so that none covers another name, a mark, or the edge."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_GAP = 4.0


class Frame(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Frame") -> bool:
        """Do both share any place?"""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, other: "Frame") -> bool:
        """Does the other one lie wholly within?"""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


class Wanted(NamedTuple):
    """A mark with the size of the name that is to stand beside it."""

    x: float
    y: float
    half: float
    """Half the mark's width."""
    width: float
    height: float


def place_labels(wanted: Sequence[Wanted], edge: Frame, taken: Sequence[Frame] = ()) -> list[Frame | None]:
    """Return where each name stands, the first ones with the first choice; None where no free place is near."""
    marks = [Frame(w.x - w.half, w.y - w.half, w.x + w.half, w.y + w.half) for w in wanted]
    standing = [*taken, *marks]
    found = list[Frame | None]()
    for each in wanted:
        free = (place for place in _places(each) if edge.holds(place) and not any(place.meets(one) for one in standing))
        found.append(place := next(free, None))
        if place is not None:
            standing.append(place)
    return found


def _places(each: Wanted) -> Iterator[Frame]:
    """Yield the places around a mark, the nearest and best to read first."""
    for steps in range(7):
        for down in (0,) if steps == 0 else (-steps, steps):
            top = each.y - each.height / 2 + down * (each.height * 0.75)
            for left in (each.x + each.half + _GAP, each.x - each.half - _GAP - each.width, each.x - each.width / 2):
                yield Frame(left, top, left + each.width, top + each.height)
