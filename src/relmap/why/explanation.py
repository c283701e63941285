"""One figure of one account, taken apart: what `relmap why` shows."""

from collections.abc import Sequence
from typing import NamedTuple

from relmap.assess.assessment import Assessment, Card
from relmap.assess.figures import MEASURES_BY_ID, Figure, MeasureInfo
from relmap.findings import Span
from relmap.measures.result import Known, Unknown
from relmap.why.bases import find_basis
from relmap.why.basis import Basis
from relmap.why.places import Placed, Places
from relmap.why.raising import Change, find_changes
from relmap.why.retake import Bench
from relmap.why.sensitivity import Sensitivity, find_sensitivity


class Asked(NamedTuple):
    """Something not known, the question that would settle it, and where the answer belongs."""

    unknown: Unknown
    span: Span


class Explanation(NamedTuple):
    """One figure of one account with everything that stands behind it."""

    assessment: Assessment
    card: Card
    measure: MeasureInfo
    figure: Figure
    basis: Basis
    inputs: Sequence[Placed]
    """What was read and counts, or is unknown."""
    stale: Sequence[Placed]
    """What was read and is too old to count."""
    unknowns: Sequence[Asked]
    changes: tuple[Change, ...]
    """What would raise it."""
    sensitivity: Sensitivity | None
    """How firm it is, where that was asked for."""


def explain(bench: Bench, measure: str, places: Places, *, with_sensitivity: bool = False) -> Explanation:
    """Take one figure of the account on the bench apart. `measure` is a measure's id."""
    assessment, card = bench.assessment, bench.card
    basis = find_basis(assessment, card, measure)
    placed = places.place(basis.inputs, assessment.as_of)
    return Explanation(
        assessment,
        card,
        MEASURES_BY_ID[measure],
        card.assessed.figures[measure],
        basis,
        [entry for entry in placed if entry.entry.known is not Known.STALE],
        [entry for entry in placed if entry.entry.known is Known.STALE],
        [Asked(entry, places.span(entry.route)) for entry in _asked(basis)],
        find_changes(bench, measure),
        find_sensitivity(bench, measure) if with_sensitivity else None,
    )


def _asked(basis: Basis) -> Sequence[Unknown]:
    """Return what to ask, the question that moves most first, each question once."""
    ordered = sorted(basis.unknowns, key=lambda unknown: (-round(unknown.spread, 9), unknown.question))
    return list({unknown.question: unknown for unknown in reversed(ordered)}.values())[::-1]
