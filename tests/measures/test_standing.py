"""Standing: what the record earns, beside what both sides say."""

import pytest

from relmap.measures.promises import measure_promises
from relmap.measures.stage_tests import stage_tests
from relmap.measures.standing import StandingResult, measure_standing
from relmap.measures.voices import voice

from .build import facts

TRADE = "financials: {2025: 100}\n"
DELIVERED = "delivery: {2025: {on_time: 95, on_budget: 100, to_standard: 97}}\n"
KEPT = """
promises:
  - {what: a, by: maria, due: 2026-01-10, kept: 2026-01-10}
  - {what: b, by: maria, due: 2026-02-10, kept: 2026-02-10}
  - {what: c, by: maria, due: 2026-03-10, kept: 2026-03-10}
"""
GOAL = """
customer_goals: {uptime: {what: Up, source: theirs, measure: OEE, target: 99}}
initiatives: {rounds: {what: Rounds, customer_goals: [uptime], started: 2026-09-01, status: in_progress}}
"""
ENGAGED = "signals: {customer_engages: true}\n"


def standing(account: str, **more: str) -> StandingResult:
    found = facts(account, **more)
    kept = measure_promises(found).ours
    trade = stage_tests(found, voice(found, "theirs", "stage"), kept.low, kept.high)[0]
    return measure_standing(found, trade, kept.low, kept.high)


@pytest.mark.parametrize(
    ("account", "earned"),
    [
        (TRADE, "supplier"),
        ("contract: {starts: 2024-01-01}\n", "supplier"),
        (TRADE + DELIVERED + KEPT, "supplier_of_choice"),
        (TRADE + DELIVERED + KEPT + GOAL, "supplier_of_choice"),
        (TRADE + DELIVERED + KEPT + GOAL + ENGAGED, "partner"),
        (TRADE + DELIVERED + KEPT + GOAL + "signals: {joint_plan: true}\n", "partner"),
        (TRADE + GOAL + ENGAGED, "supplier"),  # partner's tests without those below them
    ],
)
def test_a_standing_needs_its_tests_and_those_below(account: str, earned: str) -> None:
    assert standing(account).earned.value == earned


def test_without_trade_nothing_is_earned() -> None:
    earned = standing(DELIVERED + KEPT).earned
    assert (earned.value, earned.reason) == (None, "neither revenue in four quarters nor a contract in force is known")


def test_what_is_not_known_gives_the_best_case() -> None:
    found = standing(TRADE + KEPT)
    assert found.earned.possible == ("supplier", "supplier_of_choice")
    assert [test.id for test in found.missing] == ["delivery"]


@pytest.mark.parametrize("weak", ["on_time: 94.9", "on_budget: 94.9", "to_standard: 94.9"])
def test_each_part_of_delivery_needs_its_share(weak: str) -> None:
    field = weak.partition(":")[0]
    rest = ", ".join(f"{name}: 100" for name in ("on_time", "on_budget", "to_standard") if name != field)
    found = standing(f"{TRADE}delivery: {{2025: {{{rest}, {weak}}}}}\n{KEPT}")
    assert found.earned.possible == ("supplier",)


def test_the_newest_record_counts_and_none_of_the_future() -> None:
    worse = "delivery: {2024: {on_time: 10}, 2025: {on_time: 99, on_budget: 99, to_standard: 99}, 2027: {on_time: 1}}\n"
    assert standing(TRADE + worse + KEPT).earned.value == "supplier_of_choice"


@pytest.mark.parametrize("lacking", ["source: theirs, ", "measure: OEE, ", ", target: 99"])
def test_a_goal_counts_that_is_theirs_with_measure_and_target(lacking: str) -> None:
    account = TRADE + DELIVERED + KEPT + GOAL.replace(lacking, "") + ENGAGED
    assert standing(account).earned.value == "supplier_of_choice"


def test_the_headline_is_the_lower_of_earned_and_theirs_and_never_ours() -> None:
    ours = "views: [{date: 2026-09-01, side: ours, standing: partner}]\n"
    theirs = "views: [{date: 2026-09-01, side: theirs, standing: supplier}]\n"
    assert standing(TRADE + ours).headline.value == "supplier"
    assert standing(TRADE + DELIVERED + KEPT + theirs).headline.value == "supplier"
    assert standing(TRADE + DELIVERED + KEPT + theirs).earned.value == "supplier_of_choice"


def test_the_evidence_names_what_was_read() -> None:
    routes = {entry.route for entry in standing(TRADE + DELIVERED + KEPT + GOAL + ENGAGED).earned.inputs}
    assert routes >= {("delivery", "2025", "on_time"), ("initiatives", "rounds"), ("signals", "customer_engages", 0)}
