"""Concentration of a book, and how profiles judge it."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.measures.concentration import Concentration, hhi, judge, measure_concentration, worst
from relmap.model.words import Profile


def measured(*amounts: float) -> Concentration:
    """Measure customers named a, b, c, …"""
    return measure_concentration("FY2025", [(chr(ord("a") + i), amount) for i, amount in enumerate(amounts)])


def level(profile: Profile, *amounts: float) -> str | None:
    return worst(judge(measured(*amounts), profile)).value


def rest(*first: float, of: int = 100, each: int = 1) -> list[float]:
    """Fill up to `of` with small customers."""
    return [*first, *[each] * int((of - sum(first)) // each)]


def test_the_published_index() -> None:
    assert hhi([0.2, 0.3, 0.5]) == pytest.approx(3800)
    found = measured(20, 30, 50)
    assert found.hhi == pytest.approx(3800)
    assert f"{found.effective_number:.2f}" == "2.63"


def test_shares_stand_largest_first_in_any_order() -> None:
    amounts = [("c", 20.0), ("b", 50.0), ("a", 20.0), ("d", 10.0)]
    results = [measure_concentration("FY2025", order) for order in permutations(amounts)]
    assert [(customer.group, customer.share) for customer in results[0].customers] == [
        ("b", 0.5),
        ("a", 0.2),
        ("c", 0.2),
        ("d", 0.1),
    ]
    assert all(result == results[0] for result in results)


def test_the_largest_one_three_five_and_ten() -> None:
    found = measured(*[10] * 6, *[5] * 8)
    assert [found.top[count] for count in (1, 3, 5, 10)] == pytest.approx([0.1, 0.3, 0.5, 0.8])
    assert found.top_fifth == pytest.approx(0.3), "three of fourteen"


def test_customers_at_ten_percent_or_more_are_major() -> None:
    assert measured(10, *[9] * 10).major == ("a",)
    assert measured(*[10] * 10).major == tuple("abcdefghij")


@pytest.mark.parametrize(
    ("amounts", "core"),
    [
        ([80, 20], "a"),
        ([79, 21], "ab"),
        ([50, 30, 10, 10], "ab"),
        ([60, 10, 10, 10, 10], "abcde"),  # the ties are all in
        ([40, 40, 10, 10], "ab"),
        ([100], "a"),
        ([0, 0, 5], "c"),
    ],
)
def test_the_core_makes_eighty_percent_with_all_ties(amounts: list[float], core: str) -> None:
    assert measured(*amounts).core == tuple(core)


def test_negative_amounts_are_named_apart() -> None:
    found = measured(60, -20, 40)
    assert found.negative == ("b",)
    assert (found.total, found.share("a"), found.share("b")) == (100, 0.6, None)


@pytest.mark.parametrize(
    ("amounts", "reason"),
    [([], "no figure is known"), ([0, 0], "the total is zero"), ([-5], "no figure is above zero")],
)
def test_what_is_not_scored_says_why(amounts: list[float], reason: str) -> None:
    assert measured(*amounts).reason == reason


def test_a_customer_without_revenue_is_a_customer() -> None:
    found = measured(5, 0, 0, 0, 0, 0)
    assert (found.share("f"), found.core, found.top_fifth) == (0, ("a",), 1)
    assert len(found.customers) == 6


@pytest.mark.parametrize("amounts", [[], [0, 0], [-5]])
def test_zero_in_all_or_nothing_known_is_not_scored(amounts: list[float]) -> None:
    found = measured(*amounts)
    assert (found.hhi, found.effective_number, found.top_fifth, found.core) == (None, None, None, ())
    assert found.reason
    assert judge(found, "gaap-10") == ()
    assert worst(judge(found, "gaap-10")).value is None


def test_customers_without_figures_are_named_and_have_no_share() -> None:
    found = measure_concentration("FY2025", [("a", 5.0)], ["z", "b"])
    assert found.without_figures == ("b", "z")
    assert found.share("a") == 1


@pytest.mark.parametrize(
    ("profile", "amounts", "expected"),
    [
        ("gaap-10", rest(9), "within"),
        ("gaap-10", rest(10), "beyond"),
        ("smb-investor", rest(9), "within"),
        ("smb-investor", rest(10), "watch"),
        ("smb-investor", rest(30), "beyond"),
        ("lender", rest(19), "within"),
        ("lender", rest(20), "watch"),
        ("lender", rest(29), "watch"),
        ("lender", rest(30), "beyond"),
        ("eaglerock", rest(9), "within"),
        ("eaglerock", rest(10), "watch"),
        ("eaglerock", rest(20), "beyond"),
        ("eaglerock", rest(9, 8, 7), "within"),
        ("eaglerock", rest(9, 8, 8), "watch"),
        ("eaglerock", rest(*[5] * 6, 3, 3, 2, 1), "within"),
        ("eaglerock", rest(*[5] * 6, 3, 3, 2, 2), "watch"),
        ("eaglerock", rest(*[6] * 10), "beyond"),
    ],
)
def test_profiles_judge_from_their_lines_on(profile: Profile, amounts: list[float], expected: str) -> None:
    assert level(profile, *amounts) == expected


@given(st.lists(st.integers(1, 60), min_size=10, max_size=10), st.sampled_from([1, 3, 7, 9, 11, 13]))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_a_line_that_is_met_on_paper_is_met(largest: list[int], divisor: int) -> None:
    """The largest ten make exactly 40 percent of the book, however their shares round in binary."""
    small = [1 / divisor] * (3 * sum(largest))
    lines = judge(measured(*[2 * amount / divisor for amount in largest], *small), "eaglerock")
    assert lines[2].level == "watch"


def test_the_worst_line_is_the_verdict() -> None:
    lines = judge(measured(*rest(9, 8, 8)), "eaglerock")
    assert [line.level for line in lines] == ["within", "watch", "within"]
    assert worst(lines).value == "watch"


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=30).filter(any))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_index_and_effective_number_stay_in_their_range(amounts: list[float]) -> None:
    found = measure_concentration("FY2025", [(str(i), amount) for i, amount in enumerate(amounts)])
    assert found.hhi is not None
    assert found.effective_number is not None
    assert 1 - 1e-9 <= found.effective_number <= len(amounts) + 1e-9
    assert sum(customer.share for customer in found.customers) == pytest.approx(1)
    assert found.top[1] <= found.top[3] <= found.top[5] <= found.top[10] <= 1 + 1e-9
