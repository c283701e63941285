"""A book that skips tests of a stage, weighs them otherwise, and makes tests of signals."""

import pytest

from relmap.assess.profile import assess_account
from relmap.measures.logic import Truth
from relmap.measures.promises import measure_promises
from relmap.measures.stage import StageResult, measure_stage
from relmap.measures.stage_tests import StageTest, trade_test

from .build import facts

LIVE = "{level: credible_source, last_contact: 2026-11-01}"
BASIC = f"financials: {{2026: 100}}\ncontacts: {{jane: {{power: 5, known_by: {{maria: {LIVE}}}}}}}\n"
PORTAL = "signals: {uses_portal: {question: Do they?, good: true}, haggles: {question: Always?, good: false}}\n"


def measured(account: str, tests: str, more: str = "") -> StageResult:
    found = facts(account, settings=f"{PORTAL}rubric: {{stage: {{{more}tests: {tests}}}}}")
    ours = measure_promises(found).ours
    return measure_stage(found, ours.low, ours.high)


def found_in(result: StageResult, name: str) -> StageTest:
    return next(test for test in result.tests if test.id == name)


@pytest.mark.parametrize(
    ("signal", "answer", "passed"),
    [
        ("uses_portal", "true", True),
        ("uses_portal", "false", False),
        ("haggles", "true", False),
        ("haggles", "false", True),
        ("preferred_supplier", "true", True),
        ("price_first", "true", False),
        ("price_first", "[{holds: true, by: jane}, {holds: false, by: maria}]", False),
        ("uses_portal", "[{holds: true, by: jane}, {holds: false, by: maria}]", False),
        ("uses_portal", "{holds: true, date: 2024-01-01}", None),
    ],
)
def test_a_signal_passes_when_it_is_good_news(signal: str, answer: str, passed: Truth) -> None:
    account = f"{BASIC}signals: {{{signal}: {answer}}}\n"
    result = measured(account, f"{{basic: {{{signal}: must}}}}")
    assert found_in(result, signal).passed is passed
    assert result.earned.value == ("basic" if passed else "exploratory")
    assert result.earned.high == ("exploratory" if passed is False else "basic")


@pytest.mark.parametrize(("source", "confirmed"), [("ours", "exploratory"), ("theirs", "basic"), ("document", "basic")])
def test_bad_news_that_they_deny_is_confirmed(source: str, confirmed: str) -> None:
    account = f"signals: {{haggles: {{holds: false, source: {source}}}}}"
    tests = "{basic: {haggles: must, trade: skip, live_relationship: skip}}"
    assert measured(account, tests).confirmed == confirmed


def test_a_skipped_must_is_not_needed_and_not_shown() -> None:
    result = measured("financials: {2026: 100}", "{basic: {live_relationship: skip}}")
    assert result.earned.value == "basic"
    assert "live_relationship" not in [test.id for test in result.tests]


def test_a_further_test_that_becomes_a_must_keeps_the_stage_from_being_earned() -> None:
    musts = f"""
financials: {{2026: 100}}
offerings: [support, firmware]
signals: {{shares_internal_problems: true}}
contacts:
  jane: {{power: 5, department: Operations, known_by: {{maria: {LIVE}, tom: {LIVE}}}}}
  carl: {{power: 3, department: IT, known_by: {{tom: {LIVE}}}}}
"""
    assert measured(musts, "{}").earned.value == "collaborative"
    tests = "{collaborative: {goal_initiative: must}}"
    assert measured(musts, tests).earned.value == "basic"
    assert [test.id for test in measured(musts, tests).missing] == ["goal_initiative"]
    assert measured(musts, "{collaborative: {offerings: skip}}").still_needed == 1


def test_further_tests_of_basic_count_as_many_as_are_needed() -> None:
    tests = "{basic: {uses_portal: further, preferred_supplier: further}}"
    account = f"{BASIC}signals: {{uses_portal: true}}\n"
    assert measured(account, tests).earned.value == "basic"
    assert measured(account, tests, "basic_more: 1, ").earned.value == "basic"
    two = measured(account, tests, "basic_more: 2, ")
    assert (two.earned.value, two.still_needed) == ("exploratory", 1)
    assert [test.id for test in two.missing] == ["preferred_supplier"]


NO_TESTS = """{
  basic: {trade: skip, live_relationship: skip},
  collaborative: {departments: skip, our_people: skip, shares_internal_problems: skip, goal_initiative: skip,
    offerings: skip, promises: skip},
  interconnected: {joint_plan: skip, acknowledged: skip, department_pairs: skip, open_information: skip,
    joint_work: skip, switching_cost: skip, executive: skip, counterpart: skip},
}"""


def test_without_any_test_every_stage_is_earned_and_all_is_known() -> None:
    result = measured("", NO_TESTS, "collaborative_more: 0, interconnected_more: 0, ")
    assert (result.earned.value, result.earned.completeness, result.tests) == ("interconnected", 1.0, ())


def test_trade_is_held_for_the_standing_also_where_no_stage_asks_for_it() -> None:
    settings = "rubric: {stage: {tests: {basic: {trade: skip}}}}"
    sold, unsold = (facts(account, settings=settings) for account in ("financials: {2026: 100}", ""))
    found = [trade_test(each, measure_stage(each, 0, 100).tests) for each in (sold, unsold)]
    assert [(test.id, test.passed) for test in found] == [("trade", True), ("trade", None)]
    assert assess_account("acme", sold.account, sold.settings, sold.as_of).standing.earned.value == "supplier"
