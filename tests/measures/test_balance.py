"""The balance of trust, interdependence and equitability: side by side, the weakest named where it stays so."""

import pytest

from relmap.measures.balance import Balance, measure_balance
from relmap.measures.result import Score, exactly, not_scored

OPEN = not_scored("not known")
OPEN_R = not_scored("not known", -1, 1)


def balance(trust: Score, imbalance: Score, reciprocity: Score) -> Balance:
    return measure_balance(trust, trust, imbalance, reciprocity)


def test_the_three_stand_on_one_scale_and_the_weakest_is_named() -> None:
    found = balance(exactly(70), exactly(0.25), exactly(-0.4))
    assert [(aspect.name, aspect.value) for aspect in found.aspects] == [
        ("trust", 70),
        ("interdependence", 75),
        ("equitability", pytest.approx(60)),
    ]
    assert (found.weakest.value, found.weakest.possible) == ("equitability", ("equitability",))


@pytest.mark.parametrize("r", [-0.4, 0.4])
def test_either_direction_is_as_uneven(r: float) -> None:
    assert balance(exactly(70), exactly(0), exactly(r)).aspects[2].value == pytest.approx(60)


def test_trust_is_the_mean_of_persons_and_company() -> None:
    assert measure_balance(exactly(80), exactly(40), exactly(0), exactly(0)).aspects[0].value == 60
    assert measure_balance(exactly(80), OPEN, exactly(0), exactly(0)).aspects[0].value == 80


def test_what_is_not_known_can_be_the_weakest() -> None:
    found = balance(exactly(70), exactly(0.1), OPEN_R)
    assert (found.weakest.value, found.weakest.possible) == ("trust", ("trust", "equitability"))


def test_with_one_scored_nothing_is_named() -> None:
    found = balance(exactly(70), OPEN_R, OPEN_R)
    assert (found.weakest.value, found.weakest.reason) == (None, "too little of the three is scored")


def test_one_that_is_surely_the_weakest_is_named_without_being_scored() -> None:
    lopsided = Score(None, -1, -0.95, 0.5, "not scored")
    found = balance(exactly(70), exactly(0), lopsided)
    assert found.weakest.value == "equitability"


def test_bounds_around_zero_reach_the_top() -> None:
    aspect = balance(exactly(70), Score(0.1, -0.2, 0.3), exactly(0)).aspects[1]
    assert aspect.low == pytest.approx(70)
    assert aspect.high == 100
