"""Goals: how far each has come, and what hangs loose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.assess.figures import SCALES
from relmap.measures.goals import Reading, Target, attain, find_loose_ends, find_targets, mean_attainment

from .build import facts


def goal(**fields: object) -> str:
    pairs = ", ".join(f"{key}: {value}" for key, value in {"what": "Win", **fields}.items())
    return f"goals: {{win: {{{pairs}}}}}\n"


@pytest.mark.parametrize(
    ("account", "target"),
    [
        (goal(measure="threads", **{"from": 1, "target": 3}), Target("win", "threads", 1, 3)),
        (goal(measure="stage", **{"from": "basic", "target": "collaborative"}), Target("win", "stage", 1, 2)),
        (goal(measure="OEE", **{"from": 1, "target": 3}), None),  # not a measure of relmap
        (goal(measure="threads", target=3), None),
        (goal(measure="threads", **{"from": 3, "target": 3}), None),
        (goal(measure="stage", **{"from": "basic", "target": "heaven"}), None),
        (goal(measure="threads", **{"from": "one", "target": 3}), None),
        (goal(measure="goals", **{"from": 1, "target": 3}), None),  # not against itself
    ],
)
def test_a_goal_is_held_against_a_measure_with_start_and_target(account: str, target: Target | None) -> None:
    assert find_targets(facts(account), SCALES) == ((target,) if target else ())


@pytest.mark.parametrize(
    ("start", "end", "now", "attained"),
    [(20, 60, 20, 0), (20, 60, 40, 50), (20, 60, 60, 100), (20, 60, 90, 100), (20, 60, 10, 0), (60, 20, 50, 25)],
)
def test_attainment_is_the_part_of_the_way(start: float, end: float, now: float, attained: float) -> None:
    assert attain(Target("win", "coverage", start, end), (now, now, now)).score.value == attained


def test_what_is_not_scored_keeps_its_bounds() -> None:
    found = attain(Target("win", "coverage", 20, 60), (None, 30, 50)).score
    assert (found.value, found.low, found.high, found.reason) == (None, 25, 75, "coverage is not scored")
    assert attain(Target("win", "stage.theirs", 0, 1), (None, None, None)).score[:3] == (None, 0, 100)


def test_the_mean_needs_enough_that_is_known() -> None:
    known, unknown = (attain(Target("g", "coverage", 0, 100), reading) for reading in ((40, 40, 40), (None, 0, 100)))
    assert mean_attainment([known, known, unknown], 0.6).value == 40
    assert mean_attainment([known, unknown], 0.6)[:3] == (None, 20, 70)
    assert mean_attainment([], 0.6).reason == "no goal has a measure of relmap with start and target"


NUMBERS = st.floats(-100, 100)


@given(NUMBERS, NUMBERS, NUMBERS, st.floats(0, 50))
def test_attainment_lies_within_its_bounds(start: float, end: float, now: float, width: float) -> None:
    if abs(start - end) > 1e-6:
        reading: Reading = (now, now - width, now + width)
        found = attain(Target("g", "coverage", start, end), reading).score
        assert found.value is not None
        assert 0 <= found.low <= found.value <= found.high <= 100


def test_loose_ends_are_named() -> None:
    account = """
goals: {win: {what: Win}, keep: {what: Keep}}
initiatives:
  visit: {what: Visit, goals: [win]}
  aimless: {what: Aimless}
  gone: {what: Gone, goals: [keep], status: dropped}
contacts: {jane: {known_by: {tom: {level: vendor, desired: problem_solver}, maria: {desired: vendor}}}}
"""
    found = find_loose_ends(facts(account))
    assert (found.goals, found.initiatives) == (("keep",), ("aimless",))
    assert [link.member for link in found.levels] == ["tom"]
