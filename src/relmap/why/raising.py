"""What would raise a figure: the smallest changes, each taken again and not guessed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relmap.assess.assessment import Card
from relmap.assess.figures import MEASURES_BY_ID, Figure
from relmap.why.bases import find_basis
from relmap.why.moves import Kind, Move, followed
from relmap.why.retake import Bench
from relmap.why.scale import Distance, distance_of, gain, is_better, next_word

SHOWN = 5
"""How many single changes are told; the best first."""
LONGEST = 8
"""The most changes that are put together for one step of a word."""
_WORK = (Kind.ACT, Kind.LEARN)


class Change(NamedTuple):
    """One change, or several that only count together, and the figure that they lead to."""

    moves: tuple[Move, ...]
    figure: Figure


def find_changes(bench: Bench, measure: str) -> tuple[Change, ...]:
    """Return the smallest changes that make a figure better; none where no direction is better, or none is found.

    Single changes first, the largest gain first; of those that come to the same with the same person, one. Where no
    single change is enough, the fewest found that together are.
    """
    return tuple(_single(bench, measure))[:SHOWN] or _together(bench, measure)


def _single(bench: Bench, measure: str) -> Iterator[Change]:
    info, now = MEASURES_BY_ID[measure], bench.card.assessed.figures[measure]
    found = [(move, card.assessed.figures[measure]) for move, card in bench.single if move.kind in _WORK]
    better = [(move, figure) for move, figure in found if is_better(info, now, figure)]
    better.sort(key=lambda entry: (-round(gain(info, now, entry[1]), 9), entry[0].order))
    told = set[object]()
    for move, figure in better:
        alike = {move.what, (move.route[:2], figure.value)}
        if told.isdisjoint(alike):
            yield Change((move,), figure)
        told |= alike


class _Goal(NamedTuple):
    """What changes that count together have to reach: a word, a whole number, or a figure that is scored."""

    far: Distance
    target: str

    def left(self, card: Card) -> int:
        """How much is still to do."""
        return self.far(card, self.target)


def _together(bench: Bench, measure: str) -> tuple[Change, ...]:
    """Put changes together, each the one that leaves the least to do, and leave out those that turn out needless."""
    goal = _goal(bench, measure)
    if goal is None:
        return ()
    useful = _useful(bench, measure, goal)
    chosen, here, left = list[Move](), bench, goal.left(bench.card)
    while left and len(chosen) < LONGEST:
        best = min(_shorter(here, useful, goal, left), key=lambda entry: (entry[0], entry[1].order), default=None)
        if best is None:
            return ()
        left, move, card = best
        chosen, here = _joined(chosen, move), Bench(bench.assessment, card)
    needed = _without_needless(bench, chosen, goal)
    card_after = bench.after(needed)
    if left or card_after is None or not _reached(bench.card, card_after, measure, goal):
        return ()
    return (Change(tuple(needed), card_after.assessed.figures[measure]),)


def _goal(bench: Bench, measure: str) -> _Goal | None:
    figure, far, info = bench.card.assessed.figures[measure], distance_of(measure), MEASURES_BY_ID[measure]
    if far is not None and (target := next_word(measure, figure.value)):
        return _Goal(far, target)
    if figure.value is None and info.better and not info.words:
        return _Goal(lambda card, _: _holes(card.assessed.figures[measure]), "")
    return None


def _holes(figure: Figure) -> int:
    """How much of a figure's weight is not known, in thousandths; 0 where it is scored."""
    return 0 if figure.value is not None else 1 + round((1 - figure.completeness) * 1000)


def _useful(bench: Bench, measure: str, goal: _Goal) -> frozenset[str]:
    """Return what may be moved at all: whatever alone changes the figure, one of its checks, or what is left to do."""
    before = _seen(bench, bench.card, measure, goal)
    return frozenset(
        move.what for move, card in bench.single if move.kind in _WORK and _seen(bench, card, measure, goal) != before
    )


def _seen(bench: Bench, card: Card, measure: str, goal: _Goal) -> tuple[object, ...]:
    checks = find_basis(bench.assessment, card, measure).checks
    return goal.left(card), card.assessed.figures[measure], *((check.passed, check.detail) for check in checks)


def _shorter(here: Bench, useful: frozenset[str], goal: _Goal, left: int) -> Iterator[tuple[int, Move, Card]]:
    """Yield the moves that leave less to do, with what they leave."""
    for move in here.moves:
        if move.what in useful and move.kind in _WORK and (card := here.after([move])) is not None:
            rest = goal.left(card)
            if rest < left:
                yield rest, move, card


def _joined(chosen: Sequence[Move], move: Move) -> list[Move]:
    """Add a move; a second step of the same thing makes one longer step."""
    for position, earlier in enumerate(chosen):
        if (longer := followed(earlier, move)) is not None:
            return [*chosen[:position], longer, *chosen[position + 1 :]]
    return [*chosen, move]


def _without_needless(bench: Bench, chosen: Sequence[Move], goal: _Goal) -> list[Move]:
    kept = list(chosen)
    for move in chosen:
        rest = [other for other in kept if other is not move]
        card = bench.after(rest)
        if card is not None and not goal.left(card):
            kept = rest
    return kept


def _reached(before: Card, after: Card, measure: str, goal: _Goal) -> bool:
    """Check on the figure itself that the changes lead where they should."""
    now, then = before.assessed.figures[measure], after.assessed.figures[measure]
    return then.value == goal.target or is_better(MEASURES_BY_ID[measure], now, then)
