"""How firm a verdict is: which single input, moved by one step, changes it."""

from typing import NamedTuple

from relmap.assess.figures import MEASURES_BY_ID, Figure, MeasureInfo
from relmap.why.moves import Move
from relmap.why.retake import Bench

_VERDICT_OF = {"health": "health.band", "ladder": "dependence", "map": "map.colour"}
LARGEST = 8
"""How many inputs are told of a number, which no single step turns round."""


class Turn(NamedTuple):
    """One input moved by one step, and the figure that it leads to."""

    move: Move
    figure: Figure


class Sensitivity(NamedTuple):
    """What single steps do to one verdict or figure."""

    measure: str
    """The verdict that was looked at: for a number with bands its band."""
    tried: int
    """How many single steps were tried."""
    turns: tuple[Turn, ...]
    """Those that change a word, or the ones that move a number most."""

    @property
    def info(self) -> MeasureInfo:
        """The measure that was looked at."""
        return MEASURES_BY_ID[self.measure]

    @property
    def is_word(self) -> bool:
        """Is it a verdict, which turns or stays, rather than a number, which moves?"""
        return bool(self.info.words)


def find_sensitivity(bench: Bench, measure: str) -> Sensitivity:
    """Move every known input of an account by one step, one at a time, and return which steps change the verdict.

    One step is one place on a rating's or word's scale, one point of ten, five points of a percentage, a tenth of an
    amount, a quarter of a year, a yes for a no, or a person gone.
    """
    looked_at = _VERDICT_OF.get(measure, measure)
    info, now = MEASURES_BY_ID[looked_at], bench.card.assessed.figures[looked_at]
    steps = [(move, card.assessed.figures[looked_at]) for move, card in bench.single if move.is_step]
    if info.words:
        turns = [Turn(move, figure) for move, figure in steps if figure.value != now.value]
        turns.sort(key=lambda turn: (str(turn.figure.value), turn.move.order))
        return Sensitivity(looked_at, len(steps), tuple(turns))
    moved = [(abs(shift), Turn(move, figure)) for move, figure in steps if (shift := _shift(now, figure))]
    moved.sort(key=lambda entry: (-round(entry[0], 9), entry[1].move.order))
    return Sensitivity(looked_at, len(steps), tuple(turn for _, turn in moved[:LARGEST]))


def _shift(now: Figure, then: Figure) -> float:
    """Return how far a number moved; where it is not scored on either side, how far its bounds did."""
    pairs = ((now.value, then.value), (now.low, then.low), (now.high, then.high))
    for old, new in pairs[:1] if None not in pairs[0] else pairs[1:]:
        if isinstance(old, float | int) and isinstance(new, float | int) and old != new:
            return new - old
    return 0.0
