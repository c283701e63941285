"""Promises kept, of ours and of theirs."""

import pytest

from relmap.measures.promises import Promises, measure_promises

from .build import facts

KEPT = "{what: p, by: maria, due: 2026-10-01, kept: 2026-10-01}"
BROKEN = "{what: p, by: maria, due: 2026-10-01, kept: false}"
DAY_UNKNOWN = "{what: p, by: maria, due: 2026-10-01, kept: true}"


def measured(*promises: str, **more: str) -> Promises:
    return measure_promises(facts(f"promises: [{', '.join(promises)}]", **more))


def state(promise: str, **more: str) -> str:
    return measured(f"{{what: p, by: maria, {promise}}}", **more).states[0].state


def test_nine_of_ten_is_ninety() -> None:
    score = measured(*[KEPT] * 9, BROKEN).ours
    assert (score.value, score.low, score.high, score.completeness) == (90, 90, 90, 1)
    assert sum(part.share for part in score.parts) == pytest.approx(90)


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        ("due: 2026-10-01, kept: 2026-10-01", "kept"),
        ("due: 2026-10-01, kept: 2026-10-02", "late"),
        ("due: 2026-10-01, kept: false", "broken"),
        ("due: 2026-10-01, kept: true", "kept, day unknown"),
        ("due: 2026-11-15", "overdue"),
        ("due: 2026-11-16", "open"),
        ("due: 2026-11-15, kept: 2026-11-16", "overdue"),
        ("due: 2026-12-01, kept: 2026-11-16", "open"),
        ("due: 2026-12-01, kept: 2026-11-15", "kept"),
        ("kept: 2026-11-01", "kept"),
        ("made: 2026-11-01", "undated"),
    ],
)
def test_where_a_promise_stands(promise: str, expected: str) -> None:
    assert state(promise) == expected


@pytest.mark.parametrize("bad", ["kept: false", "kept: 2026-10-02", "kept: 2026-11-16", "about: product"])
def test_late_broken_and_overdue_count_against(bad: str) -> None:
    assert measured(KEPT, KEPT, KEPT, f"{{what: p, by: maria, due: 2026-10-01, {bad}}}").ours.value == 75


def test_only_what_fell_due_within_eight_quarters_counts() -> None:
    outside = ("2024-09-30", "2026-11-16")
    inside = ("2024-10-01", "2026-11-15")
    dues = [f"{{what: p, by: maria, due: {due}, kept: false}}" for due in (*outside, *inside)]
    found = measured(KEPT, *dues)
    assert [entry.route for entry in found.ours.inputs] == [("promises", 0), ("promises", 3), ("promises", 4)]
    assert found.ours.value == pytest.approx(100 / 3)


def test_the_window_follows_the_fiscal_year() -> None:
    promises = [KEPT, KEPT, "{what: p, by: maria, due: 2024-10-31, kept: false}"]
    assert measured(*promises).ours.value == pytest.approx(200 / 3)
    assert measured(*promises, settings="fiscal_year_starts: 2").ours.value is None, "eight quarters from 2024-11-01"


def test_without_a_due_date_it_is_listed_and_stays_outside() -> None:
    found = measured(KEPT, KEPT, KEPT, "{what: p, by: maria, kept: false}")
    assert found.ours.value == 100
    assert [entry.position for entry in found.states] == [0, 1, 2, 3]


def test_kept_on_an_unknown_day_is_in_the_bounds() -> None:
    score = measured(KEPT, KEPT, BROKEN, DAY_UNKNOWN).ours
    assert score.value == pytest.approx(200 / 3)
    assert (score.low, score.high, score.completeness) == (50, 75, 0.75)
    assert [unknown.spread for unknown in score.unknowns] == [25]


def test_too_many_unknown_days_are_not_scored() -> None:
    score = measured(KEPT, DAY_UNKNOWN, DAY_UNKNOWN).ours
    assert score.value is None
    assert [score.low, score.high] == pytest.approx([100 / 3, 100])


def test_fewer_than_three_due_are_not_scored() -> None:
    found = measured(KEPT, KEPT)
    assert (found.ours.value, found.ours.low, found.ours.high, found.verdict) == (None, 0, 100, None)
    assert measured(KEPT, KEPT, settings="rubric: {promises: {least: 2}}").ours.value == 100


@pytest.mark.parametrize(
    ("kept", "broken", "verdict"),
    [
        (8, 2, "good"),
        (79, 21, "watch"),
        (7, 3, "watch"),
        (69, 31, "serious"),
        (799, 201, "watch"),
        (699, 301, "serious"),
    ],
)
def test_eighty_is_good_and_below_seventy_is_serious(kept: int, broken: int, verdict: str) -> None:
    assert measured(*[KEPT] * kept, *[BROKEN] * broken).verdict == verdict


def test_their_promises_stand_apart() -> None:
    account = """
        contacts: {jane: {}, carl: {status: left}}
        promises:
          - {what: a, by: jane, due: 2026-10-01, kept: false}
          - {what: b, by: carl, due: 2026-10-01, kept: 2026-09-01}
          - {what: c, by: jane, due: 2026-10-01, kept: false}
          - {what: d, by: maria, due: 2026-10-01, kept: false}
    """
    found = measure_promises(facts(account))
    assert found.theirs.value == pytest.approx(100 / 3)
    assert found.ours.value is None
    assert found.verdict is None


def test_who_left_the_team_still_promised_for_us() -> None:
    assert measured(*["{what: p, by: olaf, due: 2026-10-01, kept: false}"] * 3).ours.value == 0


def test_without_a_team_whoever_is_no_contact_is_ours() -> None:
    promises = [f"{{what: p, by: xaver, due: 2026-10-01, kept: {kept}}}" for kept in ("false", "true", "2026-09-01")]
    assert measured(*promises).ours.value is None
    assert measured(*promises, settings="team: {}").ours.value == 50


def test_a_promise_made_after_the_day_does_not_exist() -> None:
    later = "{what: p, by: maria, made: 2026-11-16, due: 2026-11-15, kept: false}"
    assert measured(KEPT, KEPT, KEPT, later).ours.value == 100
    assert measured(KEPT, KEPT, KEPT, later, as_of="2026-11-16").ours.value == 75


def test_a_past_day_is_assessed_as_it_was() -> None:
    promise = "due: 2026-06-30, kept: 2026-06-15"
    assert [state(promise, as_of=day) for day in ("2026-06-14", "2026-06-15", "2026-07-01")] == ["open", "kept", "kept"]
