"""Dependence of both sides, the pattern it makes, and the signs of deep dependence."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.measures.dependence import (
    Dependence,
    classify,
    dependence_parts,
    imbalance,
    measure_dependence,
    mutual,
    our_dependence,
    possible_patterns,
)
from relmap.measures.equity import measure_equity
from relmap.measures.logic import Truth
from relmap.measures.result import Known, Score, exactly, not_scored
from relmap.measures.wallet import measure_wallet
from relmap.model.rubric import DependenceRubric
from relmap.model.words import PATTERNS

from .build import facts

RUBRIC = DependenceRubric()
NO_SHARE = not_scored("no figures", 0, 1)
SHALLOW, SHALLOW_INTER, DEEP, DEEP_INTER = (
    "shallow_dependence",
    "shallow_interdependence",
    "deep_dependence",
    "deep_interdependence",
)
DEEP_ON_THEM = """
dependence:
  ours: {criticality: 5, alternatives: none}
  theirs: {criticality: 1, alternatives: many, switching_cost: 1}
"""
DEEP_ON_US = """
dependence:
  ours: {criticality: 1, alternatives: many}
  theirs: {criticality: 5, alternatives: none, switching_cost: 5}
"""


def measured(account: str, share: Score = NO_SHARE, *, core: Truth = None) -> Dependence:
    found = facts(account)
    parts = dependence_parts(found, measure_wallet(found), measure_equity(found))
    return measure_dependence(parts, share, core, found.rubric.dependence)


def ours(rating: str, share: Score = NO_SHARE) -> Score:
    return measured(f"dependence: {{ours: {{{rating}}}}}", share).ours


def theirs(rating: str, more: str = "") -> Score:
    return measured(f"dependence: {{theirs: {{{rating}}}}}\n{more}").theirs


def figures(score: Score) -> tuple[float | None, float, float, float]:
    return score.value, score.low, score.high, score.completeness


@pytest.mark.parametrize(
    ("alternatives", "expected"), [("none", 0.5), ("few", 0.375), ("several", 0.25), ("many", 0.125)]
)
def test_alternatives_loosen_our_dependence(alternatives: str, expected: float) -> None:
    score = ours(f"criticality: 3, alternatives: {alternatives}", exactly(0.0))
    assert figures(score) == (expected, expected, expected, 1)
    assert sum(part.share for part in score.parts) == expected


@pytest.mark.parametrize(
    ("criticality", "share", "expected"),
    [(1, 0.15, 0.5), (3, 0.15, 0.5), (4, 0.15, 0.75), (1, 0.30, 1), (1, 0.9, 1), (5, 0.01, 1), (1, 0, 0)],
)
def test_our_stake_is_the_larger_of_share_and_criticality(criticality: int, share: float, expected: float) -> None:
    score = ours(f"criticality: {criticality}, alternatives: none", exactly(share))
    assert score.value == pytest.approx(expected)
    assert sum(part.share for part in score.parts) == pytest.approx(expected)


@pytest.mark.parametrize(("criticality", "counts"), [(4, "criticality"), (2, "revenue share")])
def test_only_the_larger_of_both_stakes_counts(criticality: int, counts: str) -> None:
    score = ours(f"criticality: {criticality}, alternatives: few", exactly(0.15))
    assert [part.name for part in score.parts if part.share] == [counts]


def test_the_unknown_part_of_our_stake_ranges_in_the_bounds() -> None:
    assert figures(ours("criticality: 3, alternatives: few")) == (0.375, 0.375, 0.75, 0.5)
    assert figures(ours("alternatives: none", exactly(0.15))) == (0.5, 0.5, 1, 0.5)
    nothing = ours("alternatives: several")
    assert figures(nothing) == (None, 0, 0.5, 0)
    assert nothing.reason == "neither revenue share nor criticality is known"


def test_a_known_part_shows_no_range() -> None:
    score = ours("criticality: 1, alternatives: none", exactly(0.15))
    assert [(part.name, part.low, part.high) for part in score.parts] == [
        ("revenue share", 0.5, 0.5),
        ("criticality", 0, 0),
        ("alternatives", 0, 0),
    ]


def test_without_alternatives_a_dependence_is_not_scored() -> None:
    assert figures(ours("criticality: 5", exactly(0.3))) == (None, 0.25, 1, 0.5)
    score = theirs("criticality: 5, switching_cost: 5", "financials: {2025: {revenue: 1, customer_spend: 1}}")
    assert figures(score) == (None, 0.25, 1, 0.5)
    assert score.reason == "alternatives are not known"


def test_their_stake_is_the_mean_of_wallet_criticality_and_switching_cost() -> None:
    wallet = "financials: {2025: {revenue: 5, customer_spend: 10}}"
    score = theirs("criticality: 4, switching_cost: 2, alternatives: few", wallet)
    assert figures(score) == (0.375, 0.375, 0.375, 1)
    assert sum(part.share for part in score.parts) == pytest.approx(0.375)


def test_what_is_unknown_of_their_stake_ranges_in_the_bounds() -> None:
    score = theirs("criticality: 4, switching_cost: 4, alternatives: none")
    assert [score.value, score.low, score.high] == pytest.approx([0.75, 0.5, 5 / 6])
    assert score.completeness == pytest.approx(2 / 3)
    one = theirs("criticality: 4, alternatives: none")
    assert one.value is None
    assert [one.low, one.high] == pytest.approx([0.25, 2.75 / 3])
    assert {unknown.route[-1] for unknown in one.unknowns} == {"financials", "switching_cost"}


def test_the_evidence_names_each_rating_and_whether_it_is_known() -> None:
    found = measured("dependence: {ours: {criticality: 3}, theirs: {switching_cost: 3}}")
    known = {entry.route: entry.known for entry in (*found.ours.inputs, *found.theirs.inputs)}
    assert known == {
        ("dependence", "ours", "criticality"): Known.UNDATED,
        ("dependence", "ours", "alternatives"): Known.UNKNOWN,
        ("dependence", "theirs", "criticality"): Known.UNKNOWN,
        ("dependence", "theirs", "switching_cost"): Known.UNDATED,
        ("dependence", "theirs", "alternatives"): Known.UNKNOWN,
    }


def test_nothing_known_says_nothing() -> None:
    found = measured("")
    assert figures(found.ours) == (None, 0, 1, 0)
    assert figures(found.theirs) == (None, 0, 1, 0)
    assert (found.mutual.value, found.mutual.low, found.mutual.high) == (None, 0, 2)
    assert (found.imbalance.value, found.imbalance.low, found.imbalance.high) == (None, -1, 1)
    assert (found.pattern.value, found.pattern.possible, found.direction) == (None, PATTERNS, None)
    assert found.signs == (None, None, None, None)
    assert (found.suffering, found.disagree) == (None, False)


def test_the_published_sums_and_differences() -> None:
    """On a low-medium-high scale."""
    assert imbalance(1, 1) == imbalance(3, 3) == 0
    assert (mutual(1, 1), mutual(3, 3)) == (2, 6)
    assert mutual(2, 2) == mutual(3, 1) == 4
    assert (imbalance(2, 2), imbalance(3, 1)) == (0, 2)


def test_the_sum_and_the_difference_of_both_sides() -> None:
    found = measured(
        """
        dependence:
          ours: {criticality: 5, alternatives: none}
          theirs: {criticality: 2, switching_cost: 2, alternatives: none}
    """,
        exactly(0.1),
    )
    assert (found.mutual.value, found.imbalance.value, found.direction) == (1.25, 0.75, "ours")
    assert [found.imbalance.low, found.imbalance.high] == pytest.approx([0.5, 5 / 6])


@pytest.mark.parametrize(
    ("our_d", "their_d", "share", "expected"),
    [
        (0.5, 0.0, 0.0, DEEP),
        (0.0, 0.5, 0.0, DEEP),
        (0.49, 0.0, 0.0, SHALLOW),
        (0.0, 0.0, 0.20, DEEP),
        (0.0, 0.0, 0.19, SHALLOW),
        (0.15, 0.15, 0.0, SHALLOW_INTER),
        (0.14, 0.14, 0.0, SHALLOW),
        (0.35, 0.15, 0.0, SHALLOW_INTER),
        (0.36, 0.15, 0.0, SHALLOW),
        (0.15, 0.35, 0.0, SHALLOW_INTER),
        (0.5, 0.3, 0.0, DEEP_INTER),
        (0.5, 0.29, 0.0, DEEP),
        (0.8, 0.6, 0.0, DEEP_INTER),
        (0.6, 0.8, 0.0, DEEP_INTER),
        (0.15, 0.35, 0.2, DEEP_INTER),
        (1.0, 1.0, 1.0, DEEP_INTER),
        (0.0, 0.0, 0.0, SHALLOW),
    ],
)
def test_the_pattern_of_two_dependences(our_d: float, their_d: float, share: float, expected: str) -> None:
    assert classify(our_d, their_d, share, RUBRIC) == expected


@pytest.mark.parametrize(
    ("stakes", "loosened"),
    [
        ((0.2, 0.25, 0.0), 1.0),
        ((0.45, 0.0, 0.0), 1.0),
        ((0.4, 0.5, 0.0), 0.5),
        ((0.15, 0.75, 0.0), 0.5),
        ((0.8, 1.0, 0.0), 0.25),
        ((0.05, 0.75, 1.0), 0.25),
        ((0.1, 0.25, 0.25), 0.75),
        ((0.35, 0.25, 0.0), 0.75),
    ],
)
def test_fifteen_hundredths_on_paper_are_enough_for_interdependence(
    stakes: tuple[float, float, float], loosened: float
) -> None:
    wallet, criticality, switching = stakes
    words = {1.0: "none", 0.75: "few", 0.5: "several", 0.25: "many"}
    found = measured(
        f"""
        dependence:
          ours: {{criticality: 2, alternatives: none}}
          theirs: {{criticality: {int(criticality * 4) + 1}, switching_cost: {int(switching * 4) + 1},
                    alternatives: {words[loosened]}}}
        financials: {{2025: {{revenue: {wallet * 100:g}, customer_spend: 100}}}}
    """,
        exactly(0.0),
    )
    assert found.theirs.value == pytest.approx(0.15)
    assert found.pattern.value == SHALLOW_INTER


POINTS = st.floats(0, 1)


def ranges(most: float = 1.0) -> st.SearchStrategy[tuple[float, float]]:
    """Draw bounds, often from round figures, where the lines are."""
    figure = st.sampled_from([i / 20 for i in range(21)]) | st.floats(0, most)
    return st.tuples(figure, figure).map(lambda pair: (min(pair), max(pair)))


@given(POINTS, POINTS, POINTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_swapping_both_sides_turns_the_difference_and_keeps_the_sum(one: float, other: float, share: float) -> None:
    assert imbalance(one, other) == -imbalance(other, one)
    assert mutual(one, other) == mutual(other, one)
    assert classify(one, other, share, RUBRIC) == classify(other, one, share, RUBRIC)


@given(ranges(), ranges(), ranges(), st.tuples(POINTS, POINTS, POINTS))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_every_point_within_the_bounds_is_a_possible_pattern(
    our_d: tuple[float, float], their_d: tuple[float, float], share: tuple[float, float], at: tuple[float, float, float]
) -> None:
    point = [low + (high - low) * part for (low, high), part in zip((our_d, their_d, share), at, strict=True)]
    inside = [min(max(x, low), high) for x, (low, high) in zip(point, (our_d, their_d, share), strict=True)]
    assert classify(inside[0], inside[1], inside[2], RUBRIC) in possible_patterns(our_d, their_d, share, RUBRIC)


@given(ranges(), ranges(), st.sampled_from([0.0, 0.19, 0.2, 1.0]))
@settings(deadline=None, derandomize=True, max_examples=60)
def test_the_possible_patterns_are_those_that_points_give(
    our_d: tuple[float, float], their_d: tuple[float, float], share: float
) -> None:
    dense = {classify(one, other, share, RUBRIC) for one, other in product(spread(our_d), spread(their_d))}
    possible = possible_patterns(our_d, their_d, (share, share), RUBRIC)
    assert dense <= set(possible)
    assert set(possible) <= dense | on_a_line(our_d, their_d, share)
    assert list(possible) == [pattern for pattern in PATTERNS if pattern in possible]


def spread(bounds: tuple[float, float]) -> list[float]:
    low, high = bounds
    return sorted({low, high, *(low + (high - low) * i / 60 for i in range(61))})


def on_a_line(our_d: tuple[float, float], their_d: tuple[float, float], share: float) -> set[str]:
    """The patterns of points on the lines between patterns, which an even spread would miss."""
    marks = (0.15, 0.35, 0.5, 0.3, 0.7)
    xs = [x for x in (*our_d, *marks) if our_d[0] <= x <= our_d[1]]
    ys = [y for y in (*their_d, *marks) if their_d[0] <= y <= their_d[1]]
    points = [*product(xs, spread(their_d)), *product(spread(our_d), ys), *product(xs, ys)]
    points += [(x, x + gap) for x in (*xs, *spread(our_d)) for gap in (0.2, -0.2)]
    points += [(y + gap, y) for y in (*ys, *spread(their_d)) for gap in (0.2, -0.2)]
    return {
        classify(x, y, share, RUBRIC) for x, y in points if our_d[0] <= x <= our_d[1] and their_d[0] <= y <= their_d[1]
    }


def test_a_pattern_is_scored_only_if_all_bounds_agree() -> None:
    agreed = measured("dependence: {ours: {criticality: 5, alternatives: none}, theirs: {alternatives: many}}")
    assert agreed.theirs.value is None
    assert agreed.pattern.value == DEEP, "theirs is at most 0.25, whatever their stake"
    open_one = measured("dependence: {ours: {criticality: 5, alternatives: none}, theirs: {alternatives: none}}")
    assert open_one.pattern.value is None
    assert open_one.pattern.possible == (DEEP, DEEP_INTER)


@pytest.mark.parametrize(
    ("our_rating", "their_rating", "expected"),
    [
        ("criticality: 5", "criticality: 3, switching_cost: 3", "ours"),
        ("criticality: 2", "criticality: 5, switching_cost: 5", "theirs"),
        ("criticality: 3", "criticality: 3, switching_cost: 3", "even"),
    ],
)
def test_the_direction_is_printed(our_rating: str, their_rating: str, expected: str) -> None:
    sides = f"ours: {{{our_rating}, alternatives: none}}, theirs: {{{their_rating}, alternatives: none}}"
    wallet = "financials: {2025: {revenue: 1, customer_spend: 2}}"
    assert measured(f"dependence: {{{sides}}}\n{wallet}", exactly(0.0)).direction == expected


def test_a_direction_that_may_be_even_is_left_open() -> None:
    sides = "ours: {alternatives: none}, theirs: {criticality: 3, switching_cost: 3, alternatives: none}"
    wallet = "financials: {2025: {revenue: 1, customer_spend: 2}}"
    found = measured(f"dependence: {{{sides}}}\n{wallet}", exactly(0.15))
    assert (found.imbalance.low, found.imbalance.high) == (0, 0.5)
    assert found.direction is None


def sign(account: str, name: str) -> Truth:
    holds: Truth = getattr(measured(account).signs, name)
    return holds


@pytest.mark.parametrize(("holds", "expected"), [("true", True), ("false", False)])
def test_held_to_ransom_is_a_signal(holds: str, expected: bool) -> None:
    assert sign(f"signals: {{held_to_ransom: {holds}}}", "held_to_ransom") is expected


def exchanges(*entries: str) -> str:
    rows = [f"{{date: 2026-05-02, gave: {gave}, kind: other{worth}}}" for gave, worth in map(one_exchange, entries)]
    return f"exchanges: [{', '.join(rows)}]"


def one_exchange(entry: str) -> tuple[str, str]:
    gave, _, value = entry.partition(" ")
    return gave, "" if value == "?" else f", value: {value}"


@pytest.mark.parametrize(
    ("signal", "given", "expected"),
    [
        ("", [], None),
        ("true", [], True),
        ("false", [], False),
        ("", ["us 3", "them 1"], True),  # r = -0.5
        ("", ["us 299", "them 101"], False),
        ("false", ["us 3", "them 1"], True),
        ("true", ["us 1", "them 1"], True),
        ("false", ["us 1", "them 1"], False),
        ("", ["us 1", "them 1", "us ?"], None),  # r may be anything down to -1
        ("false", ["us 1", "them 1", "us ?"], None),
        ("false", ["us 1", "them ?"], None),
        ("", ["us 9", "them 1", "them ?"], None),
        ("", ["us 1", "them 1", "them ?"], False),
        ("true", ["us 1", "them ?"], True),
    ],
)
def test_a_one_way_street_is_the_signal_or_the_exchanges(signal: str, given: list[str], expected: Truth) -> None:
    account = f"signals: {{{f'one_way: {signal}' if signal else ''}}}\n{exchanges(*given)}"
    assert sign(account, "one_way") is expected


@pytest.mark.parametrize(
    ("before", "profit", "expected"),
    [(30, 29, True), (30, 29.1, False), (30, 35, False), (25, 24, True), (29, 28, True), (58, 57, True)],
)
def test_margins_erode_from_one_point_a_year(before: float, profit: float, expected: bool) -> None:
    """One point on paper, however the margins round in binary."""
    figures = "revenue: 100, cost_to_serve: 0, gross_profit"
    assert (
        sign(f"financials: {{2024: {{{figures}: {before}}}, 2025: {{{figures}: {profit}}}}}", "margins_eroding")
        is expected
    )


def test_without_a_trend_it_is_not_known_whether_margins_erode() -> None:
    assert sign("financials: {2025: {revenue: 100, gross_profit: 1, cost_to_serve: 1}}", "margins_eroding") is None


@pytest.mark.parametrize(
    ("account", "core", "expected"),
    [
        (f"{DEEP_ON_THEM}signals: {{held_to_ransom: true}}", True, True),
        (f"{DEEP_ON_THEM}signals: {{one_way: true}}", True, True),
        (f"{DEEP_ON_THEM}signals: {{held_to_ransom: true}}", False, False),
        (f"{DEEP_ON_THEM}signals: {{held_to_ransom: true}}", None, None),
        (f"{DEEP_ON_THEM}signals: {{held_to_ransom: false}}", True, None),  # the other two signs are not known
        (DEEP_ON_THEM, True, None),
        ("signals: {held_to_ransom: true}", True, None),
        (f"{DEEP_ON_US}signals: {{held_to_ransom: true}}", True, False),
    ],
)
def test_suffering_is_core_deep_ours_and_a_sign(account: str, core: Truth, expected: Truth) -> None:
    assert measured(account, exactly(0.05), core=core).suffering is expected


def test_a_customer_that_depends_on_us_is_no_hostage_story() -> None:
    found = measured(f"{DEEP_ON_US}signals: {{held_to_ransom: true}}", exactly(0.05), core=True)
    assert (found.pattern.value, found.direction) == (DEEP, "theirs")
    assert (found.suffering, found.disagree) == (False, True)


def test_pattern_and_signs_that_tell_different_stories_disagree() -> None:
    year = "{revenue: 100, gross_profit: 30, cost_to_serve: 1}"
    calm = (
        f"{DEEP_ON_THEM}signals: {{held_to_ransom: false, one_way: false}}\nfinancials: {{2024: {year}, 2025: {year}}}"
    )
    assert measured(calm, exactly(0.05), core=True).disagree is True
    assert measured(calm, exactly(0.05), core=False).disagree is False
    assert measured(f"{DEEP_ON_THEM}signals: {{one_way: true}}", exactly(0.05), core=True).disagree is False


def test_a_rating_counts_though_it_has_no_date() -> None:
    score = our_dependence(
        dependence_parts(*gathered("dependence: {ours: {criticality: 3, alternatives: none}}")), NO_SHARE, RUBRIC
    )
    assert score.value == 0.5


def gathered(account: str) -> Any:
    found = facts(account)
    return found, measure_wallet(found), measure_equity(found)
