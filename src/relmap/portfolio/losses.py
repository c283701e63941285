"""What the loss of each of the largest customers would do to the book."""

from collections.abc import Iterator, Mapping, Set

from relmap.assess.assessment import Assessment
from relmap.portfolio.values import LossOfOne, ParetoPoint
from relmap.whatif.loss import assess_without, freed_people

LARGEST = 10


def largest_losses(
    assessment: Assessment, curve: tuple[ParetoPoint, ...], names: Mapping[str, str]
) -> tuple[LossOfOne, ...]:
    """Take each of the ten largest customers away, with every account of its group, and assess the rest again."""
    return tuple(_losses(assessment, curve, names))


def _losses(assessment: Assessment, curve: tuple[ParetoPoint, ...], names: Mapping[str, str]) -> Iterator[LossOfOne]:
    for point in curve[:LARGEST]:
        gone = frozenset(entry.row.id for entry in assessment.accounts if entry.group == point.group)
        after = assess_without(assessment, gone)
        largest = after.revenue.customers[0] if after.revenue.customers else None
        yield LossOfOne(
            point.group,
            point.name,
            tuple(sorted(gone)),
            point.amount,
            point.share,
            _profit(assessment, gone),
            assessment.revenue.hhi,
            after.revenue.hhi,
            largest.share if largest else None,
            names.get(largest.group, largest.group) if largest else "",
            after.fragility,
            freed_people(assessment, gone),
            len(gone & set(assessment.key_accounts.accounts)),
        )


def _profit(assessment: Assessment, gone: Set[str]) -> float | None:
    """Return the gross profit of the period that goes with the group; None where none is known."""
    losses = (entry.loss for entry in assessment.accounts if entry.row.id in gone)
    return next((loss.gross_profit for loss in losses if loss), None)
