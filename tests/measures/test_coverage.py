"""Coverage, support and threads."""

import pytest

from relmap.measures.coverage import measure_coverage, measure_support, measure_threads
from relmap.measures.result import Known

from .build import facts

LIVE = "known_by: {maria: {level: credible_source, last_contact: 2026-11-01}}"
DEAD = "known_by: {maria: {level: credible_source, last_contact: 2026-01-01}}"
OPEN = "known_by: maria"


def contacts(*entries: str) -> str:
    return "contacts: {" + ", ".join(f"c{i}: {{{entry}}}" for i, entry in enumerate(entries)) + "}"


def test_coverage_is_the_power_with_a_live_relationship() -> None:
    score = measure_coverage(facts(contacts(f"power: 5, {LIVE}", f"power: 2, {DEAD}", "power: 1")))
    assert (score.value, score.low, score.high, score.completeness) == (62.5, 62.5, 62.5, 1)
    assert sum(part.share for part in score.parts) == 62.5


def test_a_relationship_of_unknown_recency_is_in_the_bounds() -> None:
    score = measure_coverage(facts(contacts(f"power: 4, {LIVE}", f"power: 2, {DEAD}", f"power: 4, {OPEN}")))
    assert score.value == pytest.approx(200 / 3)
    assert (score.low, score.high, score.completeness) == (40, 80, 0.6)
    assert [(unknown.route, unknown.spread) for unknown in score.unknowns] == [(("contacts", "c2"), 40)]
    assert [entry.known for entry in score.inputs] == [Known.FRESH, Known.FRESH, Known.UNKNOWN]


def test_unknown_power_weighs_three_and_ranges_in_the_bounds() -> None:
    score = measure_coverage(facts(contacts(f"power: 5, {LIVE}", "")))
    assert score.value == 62.5
    assert [score.low, score.high] == pytest.approx([50, 500 / 6])


def test_too_little_known_is_not_scored() -> None:
    score = measure_coverage(facts(contacts(f"power: 4, {LIVE}", f"power: 4, {OPEN}")))
    assert (score.value, score.low, score.high) == (None, 50, 100)


def test_confirmed_is_the_power_behind_their_own_word() -> None:
    theirs = LIVE.replace("level", "source: theirs, level")
    score = measure_coverage(facts(contacts(f"power: 1, {theirs}", f"power: 3, {LIVE}")))
    assert score.confirmed == 0.25


@pytest.mark.parametrize("account", ["", "contacts: {seat: {placeholder: true}, carl: {status: left}}"])
def test_without_an_active_contact_nothing_is_scored(account: str) -> None:
    found = facts(account)
    coverage, support, threads = measure_coverage(found), measure_support(found), measure_threads(found)
    assert (coverage.value, coverage.low, coverage.high) == (None, 0, 100)
    assert (support.value, support.low, support.high) == (None, -2, 2)
    assert threads.value is None
    assert {coverage.reason, support.reason, threads.reason} == {"no active contact"}


@pytest.mark.parametrize(
    ("support", "expected"), [("opponent", -2), ("skeptic", -1), ("neutral", 0), ("supporter", 1), ("champion", 2)]
)
def test_support_runs_from_opponent_to_champion(support: str, expected: float) -> None:
    assert measure_support(facts(contacts(f"power: 2, support: {support}"))).value == expected


def test_support_is_weighed_by_power() -> None:
    score = measure_support(facts(contacts("power: 5, support: supporter", "power: 1, support: opponent")))
    assert (score.value, score.low, score.high) == (0.5, 0.5, 0.5)


def test_unknown_support_ranges_from_opponent_to_champion() -> None:
    score = measure_support(facts(contacts("power: 3, support: supporter", "power: 1")))
    assert (score.value, score.low, score.high, score.completeness) == (1, 0.25, 1.25, 0.75)
    assert [unknown.spread for unknown in score.unknowns] == [1]


def test_support_lists_who_is_rated_and_who_is_not() -> None:
    score = measure_support(facts(contacts("power: 3, support: supporter", "power: 1")))
    assert [(entry.route, entry.known) for entry in score.inputs] == [
        (("contacts", "c0", "support"), Known.UNDATED),
        (("contacts", "c1", "support"), Known.UNKNOWN),
    ]


def test_threads_count_the_contacts_with_a_live_relationship() -> None:
    both = "known_by: {maria: {level: vendor}, tom: {level: credible_source, last_contact: 2026-11-01}}"
    score = measure_threads(facts(contacts(LIVE, both, DEAD, "")))
    assert (score.value, score.low, score.high, score.completeness) == (2, 2, 2, 1)


def test_threads_that_may_be_live_raise_the_high_bound() -> None:
    score = measure_threads(facts(contacts(LIVE, DEAD, DEAD, OPEN)))
    assert (score.value, score.low, score.high, score.completeness) == (1, 1, 2, 0.75)
    assert [unknown.route for unknown in score.unknowns] == [("contacts", "c3")]


def test_threads_that_are_mostly_unknown_are_not_scored() -> None:
    score = measure_threads(facts(contacts(LIVE, OPEN, OPEN)))
    assert (score.value, score.low, score.high) == (None, 1, 3)
