"""The weighted mean with exact bounds, and the straight line."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.measures.arithmetic import Item, known, slope, weighted_mean


def unknown(name: str, low: float = 0, high: float = 100, weight: float = 1) -> Item:
    return Item(name, None, low, high, weight, weight, weight)


def test_the_published_weighted_mean() -> None:
    score = weighted_mean([known("a", 47, 20), known("b", 59, 15), known("c", 21, 22)], least=0.6)
    assert score.value == pytest.approx(2287 / 57)
    assert f"{score.value:.2f}" == "40.12"
    assert (score.low, score.high) == (score.value, score.value)
    assert sum(part.share for part in score.parts) == pytest.approx(score.value)


def test_unknown_is_left_out_of_the_mean_and_ranges_in_the_bounds() -> None:
    score = weighted_mean([known("a", 80, 3), unknown("b", weight=1)], least=0.6)
    assert (score.value, score.low, score.high) == (80, 60, 85)
    assert score.completeness == 0.75


@pytest.mark.parametrize(("weight", "value"), [(6.0, 80.0), (5.9, None)])
def test_from_completeness_six_tenths_on_it_is_scored(weight: float, value: float | None) -> None:
    score = weighted_mean([known("a", 80, weight), unknown("b", weight=10 - weight)], least=0.6)
    assert score.value == value
    assert [score.low, score.high] == pytest.approx([8 * weight, 100 - 2 * weight])
    assert bool(score.reason) is (value is None)


def test_nothing_known_has_bounds_all_the_same() -> None:
    score = weighted_mean([unknown("a", 0, 50), unknown("b")], least=0.0)
    assert (score.value, score.low, score.high, score.completeness) == (None, 0, 75, 0)


def test_the_mean_is_held_inside_its_bounds_and_says_so() -> None:
    score = weighted_mean([known("a", 100, 3), unknown("b", 0, 20)], least=0.6)
    assert (score.value, score.low, score.high) == (80, 75, 80)
    assert sum(part.share for part in score.parts) == pytest.approx(80)
    assert score.parts[-1].share == -20


def test_confirmed_is_the_share_of_what_is_known() -> None:
    items = [known("a", 1, 3, confirmed=True), known("b", 1, 1), unknown("c", weight=2)]
    assert weighted_mean(items, least=0.6).confirmed == 0.75


def test_unknown_weights_widen_the_bounds() -> None:
    items = [Item("a", 0, 0, 0, 3, 1, 5), known("b", 100, 5)]
    score = weighted_mean(items, least=0.6)
    assert score.value == 62.5
    assert [score.low, score.high] == pytest.approx([50, 500 / 6])


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(1, 3), st.integers(0, 3)), min_size=1, max_size=5))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_the_bounds_are_the_least_and_most_of_all_choices(rows: list[tuple[int, int, int]]) -> None:
    items = [Item("", value, value, value, least, least, least + more) for value, least, more in rows]
    every = [
        sum(item.low * w for item, w in zip(items, ws, strict=True)) / sum(ws)
        for ws in product(*((item.weight_low, item.weight_high) for item in items))
    ]
    score = weighted_mean(items, least=0.6)
    assert [score.low, score.high] == pytest.approx([min(every), max(every)])


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(1, 5)), min_size=1, max_size=9))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_a_mean_without_unknowns_is_its_own_bound_to_the_last_digit(rows: list[tuple[float, int]]) -> None:
    score = weighted_mean([known("", value, weight) for value, weight in rows], least=0.6)
    assert score.low == score.value == score.high


@pytest.mark.parametrize(
    ("points", "expected"),
    [([(2024, 30), (2025, 28)], -2), ([(0, 1), (1, 2), (2, 6)], 2.5), ([(0, 4), (9, 4)], 0)],
)
def test_the_slope_is_least_squares(points: list[tuple[float, float]], expected: float) -> None:
    assert slope(points) == pytest.approx(expected)
