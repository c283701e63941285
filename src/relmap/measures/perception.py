"""Perception: how far our view lies from theirs, and from what the evidence earns.

Source: Bacon's four relationship stages: suppliers see a relationship as deeper than their customers do.
"""

from collections.abc import Sequence
from typing import NamedTuple

from relmap.measures.stage import StageResult
from relmap.measures.standing import StandingResult
from relmap.measures.voices import Voice
from relmap.model.words import STAGES, STANDINGS


class Perception(NamedTuple):
    """Our view less theirs: in steps for stage and standing, in points of ten for trust; None without both views."""

    stage: int | None
    standing: int | None
    trust: float | None
    optimism: int | None
    """Our stage less the earned one, in steps."""
    least_optimism: int | None = None
    """The same, if everything unknown turned out for the best."""
    standing_optimism: int | None = None
    """Our standing less the earned one, in steps; None where not even a supplier's is earned."""


def measure_perception(stage: StageResult, standing: StandingResult, trusts: tuple[Voice, Voice]) -> Perception:
    """Return the gaps between what we say, what they say and what the evidence earns. `trusts` are ours and theirs.

    Above zero we see it deeper than they do, or claim more than is earned.
    """
    ours, theirs = (voice.said for voice in trusts)
    numbers = isinstance(ours, float | int) and isinstance(theirs, float | int)
    return Perception(
        _steps(stage.ours.said, stage.theirs.said, STAGES),
        _steps(standing.ours.said, standing.theirs.said, STANDINGS),
        float(ours) - float(theirs) if numbers else None,  # type: ignore[arg-type]
        _steps(stage.ours.said, stage.earned.value, STAGES),
        _steps(stage.ours.said, stage.earned.high, STAGES),
        _steps(standing.ours.said, standing.earned.value, STANDINGS),
    )


def _steps(ours: object, other: object, order: Sequence[str]) -> int | None:
    if not isinstance(ours, str) or not isinstance(other, str):
        return None
    return order.index(ours) - order.index(other)
