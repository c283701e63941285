"""Standing: supplier, supplier of choice, partner; ours, theirs and what the record earns.

Source: Customers as Partners. The thresholds are ours and stand in the rubric. As with the stage, our own claim never
raises it.
"""

from collections.abc import Callable
from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.logic import Truth, all_of, any_of, within
from relmap.measures.result import Evidence, Input, Verdict
from relmap.measures.stage_tests import answer_trade, initiative_was_active
from relmap.measures.voices import Voice, signal, voice
from relmap.model.money import Delivery
from relmap.model.period import first_day, parse_period
from relmap.model.stage_tests import STAGE_TESTS
from relmap.model.words import STANDINGS, Standing

RECORDS = ("on_time", "on_budget", "to_standard")


class StandingTest(NamedTuple):
    """One test of a standing: every test of a standing, and of those below it, must pass."""

    id: str
    standing: Standing
    label: str
    passed: Truth
    find_inputs: Callable[[], tuple[Input, ...]]
    detail: str = ""


class StandingResult(NamedTuple):
    """The standing in three voices, with the tests that carry it."""

    headline: Verdict
    """The lower of earned and theirs; earned alone where they have not said."""
    earned: Verdict
    """Value None, and `reason`, where not even a supplier's test passes."""
    ours: Voice
    theirs: Voice
    tests: tuple[StandingTest, ...]
    missing: tuple[StandingTest, ...]
    """The tests of the next standing that are not passed."""


def measure_standing(facts: Facts, promises_low: float, promises_high: float) -> StandingResult:
    """Return the standing: the highest whose tests pass, with those below it.

    The two figures bound promises kept, 0 to 100. Supplier: revenue in four quarters, or a contract in force. Supplier
    of choice: delivery on time, on budget and to standard at 95 % or more each, and promises kept at 80 %. Partner:
    also a goal of theirs with measure and target, an initiative that serves it, and their engagement or a joint plan.
    Tests that cannot be answered give the best case.
    """
    tests = (
        _trade(facts),
        _delivery(facts),
        _promises(facts, promises_low, promises_high),
        _goal(facts),
        _engagement(facts),
    )
    low, high = _reached(tests, hopeful=False), _reached(tests, hopeful=True)
    following = STANDINGS[low] if low < len(STANDINGS) else None
    earned, theirs = _earned(tests, low, high), voice(facts, "theirs", "standing")
    return StandingResult(
        _headline(earned, theirs),
        earned,
        voice(facts, "ours", "standing"),
        theirs,
        tests,
        tuple(test for test in tests if test.standing == following and test.passed is not True),
    )


def _earned(tests: tuple[StandingTest, ...], low: int, high: int) -> Verdict:
    possible = STANDINGS[max(low - 1, 0) : high]
    completeness = sum(test.passed is not None for test in tests) / len(tests)
    reason = "" if low else "neither revenue in four quarters nor a contract in force is known"

    def evidence() -> Evidence:
        return Evidence(tuple(entry for test in tests for entry in test.find_inputs()))

    return Verdict(STANDINGS[low - 1] if low else None, possible, completeness, reason, evidence)


def _headline(earned: Verdict, theirs: Voice) -> Verdict:
    if theirs.said is None or earned.value is None:
        return earned
    ceiling = STANDINGS.index(theirs.said)
    lower = sorted({min(STANDINGS.index(standing), ceiling) for standing in earned.possible})
    possible = tuple(STANDINGS[position] for position in lower)
    return Verdict(possible[0], possible, earned.completeness, "", lambda: Evidence(earned.inputs + theirs.inputs))


def _reached(tests: tuple[StandingTest, ...], *, hopeful: bool) -> int:
    """Count the standings, from the lowest, whose tests all pass; `hopeful` counts open tests as passed."""
    for position, standing in enumerate(STANDINGS):
        passed = all_of(test.passed for test in tests if test.standing == standing)
        if not (passed or (hopeful and passed is None)):
            return position
    return len(STANDINGS)


def _trade(facts: Facts) -> StandingTest:
    """The stage's test of trade; it is held here also where no stage asks for it."""
    trade = answer_trade(facts)
    return StandingTest("trade", "supplier", STAGE_TESTS["trade"].words, trade.passed, trade.find_inputs)


def _delivery(facts: Facts) -> StandingTest:
    """The newest record of delivery that had begun by the day."""
    line = facts.rubric.standing.delivery
    starts = facts.settings.fiscal_year_starts
    begun = [key for key in facts.account.delivery if first_day(parse_period(key), starts) <= facts.as_of]
    newest = max(begun, key=lambda key: (first_day(parse_period(key), starts), len(key)), default=None)
    record = facts.account.delivery[newest] if newest else Delivery()
    figures: list[float | None] = [getattr(record, name) for name in RECORDS]
    passed = all_of(None if figure is None else figure >= line for figure in figures)

    def inputs() -> tuple[Input, ...]:
        named = (name for name, figure in zip(RECORDS, figures, strict=True) if figure is not None)
        return tuple(Input(("delivery", newest or "", name), source=record.source) for name in named)

    label = f"delivery on time, on budget and to standard, {line:g} % each"
    return StandingTest("delivery", "supplier_of_choice", label, passed, inputs, newest or "no record")


def _promises(facts: Facts, low: float, high: float) -> StandingTest:
    line = facts.rubric.standing.promises
    inputs = (Input(("promises",)),) if facts.account.promises else ()
    label = f"{line:g} % of promises kept"
    return StandingTest("promises", "supplier_of_choice", label, within(low, high, line), lambda: inputs)


def _goal(facts: Facts) -> StandingTest:
    """A goal that is theirs, with measure and target, which an initiative of ours serves."""
    goals = {
        goal_id
        for goal_id, goal in facts.account.customer_goals.items()
        if goal.source == "theirs" and goal.measure is not None and goal.target is not None
    }
    serving = tuple(
        initiative_id
        for initiative_id, initiative in facts.account.initiatives.items()
        if goals.intersection(initiative.customer_goals) and initiative_was_active(facts, initiative_id)
    )
    return StandingTest(
        "their_goal",
        "partner",
        "a goal of theirs, with measure and target, that an initiative serves",
        bool(serving),
        lambda: tuple(Input(("initiatives", initiative)) for initiative in serving),
    )


def _engagement(facts: Facts) -> StandingTest:
    states = [signal(facts, name) for name in ("customer_engages", "joint_plan")]
    return StandingTest(
        "engagement",
        "partner",
        "they engage their own people, or there is a joint plan",
        any_of(state.holds for state in states),
        lambda: tuple(entry for state in states for entry in state.inputs),
    )
