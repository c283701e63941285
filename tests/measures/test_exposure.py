"""Exposure of an account and fragility of a book."""

import pytest

from relmap.measures.exposure import measure_exposure, measure_fragility
from relmap.measures.result import Score, exactly, not_scored


def test_exposure_is_share_by_what_health_lacks() -> None:
    score = measure_exposure(exactly(0.4), exactly(75))
    assert (score.value, score.low, score.high, score.completeness) == (0.1, 0.1, 0.1, 1)


def test_unknown_health_ranges_in_the_bounds() -> None:
    score = measure_exposure(exactly(0.4), Score(None, 25, 75, 0.5))
    assert score.value is None
    assert [score.low, score.high, score.completeness] == pytest.approx([0.1, 0.3, 0.5])
    assert score.reason == "health is not scored"


def test_an_unknown_share_may_be_everything() -> None:
    score = measure_exposure(not_scored("no figures", 0, 1), exactly(60))
    assert score.value is None
    assert [score.low, score.high] == pytest.approx([0, 0.4])
    assert score.reason == "the revenue share is not known"


def test_sorted_by_the_high_bound_the_unknown_stands_first() -> None:
    known = measure_exposure(exactly(0.5), exactly(10))
    unknown = measure_exposure(not_scored("no figures", 0, 1), not_scored("nothing is known"))
    assert unknown.high == 1 > known.high


def test_fragility_is_the_sum() -> None:
    score = measure_fragility([exactly(0.1), Score(0.2, 0.15, 0.4, 0.8)])
    assert [score.value, score.low, score.high] == pytest.approx([0.3, 0.25, 0.5])
    assert score.completeness == 1


def test_fragility_with_a_hole_is_not_scored() -> None:
    score = measure_fragility([exactly(0.1), Score(None, 0.2, 0.6)])
    assert score.value is None
    assert [score.low, score.high, score.completeness] == pytest.approx([0.3, 0.7, 0.5])
    assert score.reason == "health is not scored for 1 of 2"


def test_fragility_is_at_most_the_whole_book() -> None:
    assert measure_fragility([Score(None, 0.1, 0.7), Score(None, 0.1, 0.7)]).high == 1


def test_fragility_of_nothing_is_not_scored() -> None:
    score = measure_fragility([])
    assert (score.value, score.reason) == (None, "no share is known")
