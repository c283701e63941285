"""What the loss of each of the largest customers would do to the book.

Only what is shown is worked out again, from the shares of those who stay; `relmap whatif --lose` assesses the whole
book again, and the tests hold the two against each other.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.measures.concentration import Concentration, measure_concentration
from relmap.measures.exposure import measure_exposure, measure_fragility
from relmap.measures.result import Score, exactly
from relmap.portfolio.values import LossOfOne, ParetoPoint
from relmap.whatif.loss import freed_people

LARGEST = 10


def largest_losses(
    assessment: Assessment, curve: tuple[ParetoPoint, ...], names: Mapping[str, str]
) -> tuple[LossOfOne, ...]:
    """Take each of the ten largest customers away, with every account of its group; the largest first."""
    return tuple(_lose(assessment, point, names) for point in curve[:LARGEST])


def _lose(assessment: Assessment, point: ParetoPoint, names: Mapping[str, str]) -> LossOfOne:
    gone = frozenset(entry.row.id for entry in assessment.accounts if entry.group == point.group)
    after = _concentration_without(assessment.revenue, point.group)
    staying = [entry for entry in assessment.accounts if entry.row.id not in gone]
    largest = after.customers[0] if after.customers else None
    return LossOfOne(
        point.group,
        point.name,
        tuple(sorted(gone)),
        point.amount,
        point.share,
        _profit(assessment, gone),
        after.hhi,
        largest.share if largest else None,
        names.get(largest.group, largest.group) if largest else "",
        measure_fragility(_exposures(staying, after.total)),
        freed_people(assessment, gone),
        len(gone & set(assessment.key_accounts.accounts)),
    )


def _concentration_without(found: Concentration, group: str) -> Concentration:
    left = ((customer.group, customer.amount) for customer in found.customers if customer.group != group)
    return measure_concentration(found.period, left)


def _exposures(staying: Sequence[AssessedAccount], total: float) -> Iterator[Score]:
    """Yield the exposures of who stays and has a known share; without any revenue left nobody with figures has one."""
    for entry in staying:
        if entry.revenue is None and entry.row.status != "customer":
            yield exactly(0.0)
        elif entry.revenue is not None and total:
            yield measure_exposure(exactly(entry.revenue / total), entry.row.health)


def _profit(assessment: Assessment, gone: Set[str]) -> float | None:
    """Return the gross profit of the period that goes with the group; None where none is known."""
    losses = (entry.loss for entry in assessment.accounts if entry.row.id in gone)
    return next((loss.gross_profit for loss in losses if loss), None)
