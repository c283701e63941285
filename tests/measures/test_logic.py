"""Yes, no and not known."""

import pytest

from relmap.measures.logic import Truth, all_of, any_of, at_least, within

T, F, U = True, False, None


@pytest.mark.parametrize(
    ("values", "some", "every"),
    [
        ([], F, T),
        ([T], T, T),
        ([F], F, F),
        ([U], U, U),
        ([T, F], T, F),
        ([T, U], T, U),
        ([U, T], T, U),
        ([F, U], U, F),
        ([U, F], U, F),
        ([F, F], F, F),
        ([T, T], T, T),
        ([U, U], U, U),
    ],
)
def test_some_and_every(values: list[Truth], some: Truth, every: Truth) -> None:
    assert any_of(values) is some
    assert all_of(values) is every


@pytest.mark.parametrize(
    ("needed", "values", "expected"),
    [
        (0, [], T),
        (1, [], F),
        (2, [T, T, F], T),
        (2, [T, U, F], U),
        (2, [T, F, F], F),
        (2, [U, U, F], U),
        (3, [T, U, F], F),
    ],
)
def test_at_least(needed: int, values: list[Truth], expected: Truth) -> None:
    assert at_least(needed, values) is expected


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(80, 90, T), (79, 80, U), (79, 79.9, F), (80, 80, T), (0, 100, U)]
)
def test_a_line_is_reached_when_it_is_touched(low: float, high: float, expected: Truth) -> None:
    assert within(low, high, 80) is expected
