"""Standing: supplier, supplier of choice, partner; ours, theirs and what the record earns.

Source: Customers as Partners. The thresholds are ours and stand in the rubric. As with the stage, our own claim never
raises it.
"""

from typing import NamedTuple

from relmap.measures.check import Check, climbed, hopeful, inputs_of, on_confirmed, sure
from relmap.measures.facts import Facts
from relmap.measures.initiatives import was_active
from relmap.measures.logic import Truth, all_of, any_of, within
from relmap.measures.result import Evidence, Input, Verdict
from relmap.measures.stage_tests import StageTest
from relmap.measures.voices import Voice, signal, voice
from relmap.model.money import Delivery
from relmap.model.period import first_day, parse_period
from relmap.model.words import STANDINGS, Standing

RECORDS = ("on_time", "on_budget", "to_standard")


class StandingResult(NamedTuple):
    """The standing in three voices, with the tests that carry it."""

    headline: Verdict
    """The lower of earned and theirs; earned alone where they have not said."""
    earned: Verdict
    """Value None, and `reason`, where not even a supplier's test passes."""
    ours: Voice
    theirs: Voice
    tests: tuple[Check, ...]
    missing: tuple[Check, ...]
    """The tests of the next standing that are not passed."""
    confirmed: Standing | None
    """What is earned on their word and on documents alone; None where that is not even a supplier."""
    obstacles: tuple[Check, ...]
    """What stands in the way of a partnership: the contract, self-preservation, ego. Passed is bad news."""


def measure_standing(facts: Facts, trade: StageTest, promises_low: float, promises_high: float) -> StandingResult:
    """Return the standing: the highest whose tests pass, with those below it.

    `trade` is the stage's test of revenue or a contract; the two figures bound promises kept, 0 to 100. Supplier:
    trade. Supplier of choice: delivery on time, on budget and to standard at 95 % or more each, and promises kept at
    80 %. Partner: also a goal of theirs with measure and target, an initiative that serves it, and their engagement or
    a joint plan. Tests that cannot be answered give the best case.
    """
    tests = (
        Check("trade", "supplier", trade.label, trade.passed, trade.confirmed, trade.find_inputs),
        _delivery(facts),
        _promises(facts, promises_low, promises_high),
        _goal(facts),
        _engagement(facts),
    )
    low, high = climbed(STANDINGS, tests, sure), climbed(STANDINGS, tests, hopeful)
    on_record = climbed(STANDINGS, tests, on_confirmed)
    following = STANDINGS[low] if low < len(STANDINGS) else None
    verdict = _earned(tests, low, high)
    ours, theirs = voice(facts, "ours", "standing"), voice(facts, "theirs", "standing")
    return StandingResult(
        _headline(verdict, theirs),
        verdict,
        ours,
        theirs,
        tests,
        tuple(test for test in tests if test.level == following and test.passed is not True),
        STANDINGS[on_record - 1] if on_record else None,
        _obstacles(facts, ours, theirs),
    )


def is_mere_supplier(standing: StandingResult) -> Truth:
    """Say whether we are no more than a supplier: by the headline, as far as that is settled."""
    possible = set(standing.headline.possible)
    return "supplier" in possible if len(possible) == 1 else None if "supplier" in possible else False


def _earned(tests: tuple[Check, ...], low: int, high: int) -> Verdict:
    possible = STANDINGS[max(low - 1, 0) : high]
    completeness = sum(test.passed is not None for test in tests) / len(tests)
    reason = "" if low else "neither revenue in four quarters nor a contract in force is known"
    value = STANDINGS[low - 1] if low else None
    return Verdict(value, possible, completeness, reason, lambda: Evidence(inputs_of(tests)))


def _headline(earned: Verdict, theirs: Voice) -> Verdict:
    if theirs.said is None or earned.value is None:
        return earned
    ceiling = STANDINGS.index(theirs.said)
    lower = sorted({min(STANDINGS.index(standing), ceiling) for standing in earned.possible})
    possible = tuple(STANDINGS[position] for position in lower)
    return Verdict(possible[0], possible, earned.completeness, "", lambda: Evidence(earned.inputs + theirs.inputs))


def _delivery(facts: Facts) -> Check:
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
    spoken = bool(passed) and record.source != "ours"
    return Check("delivery", "supplier_of_choice", label, passed, spoken, inputs, newest or "no record")


def _promises(facts: Facts, low: float, high: float) -> Check:
    line = facts.rubric.standing.promises
    inputs = (Input(("promises",)),) if facts.account.promises else ()
    label = f"{line:g} % of promises kept"
    return Check("promises", "supplier_of_choice", label, within(low, high, line), False, lambda: inputs)


def _goal(facts: Facts) -> Check:
    """A goal that is theirs, with measure and target, which an initiative of ours serves."""
    goals = {
        goal_id
        for goal_id, goal in facts.account.customer_goals.items()
        if goal.source == "theirs" and goal.measure is not None and goal.target is not None
    }
    serving = {
        initiative_id: active
        for initiative_id, initiative in facts.account.initiatives.items()
        if goals.intersection(initiative.customer_goals) and (active := was_active(facts, initiative)) is not False
    }
    passed = any_of(serving.values())
    return Check(
        "their_goal",
        "partner",
        "a goal of theirs, with measure and target, that an initiative serves",
        passed,
        bool(passed),
        lambda: tuple(Input(("initiatives", initiative)) for initiative in serving),
    )


def _engagement(facts: Facts) -> Check:
    states = [signal(facts, name) for name in ("customer_engages", "joint_plan")]
    return Check(
        "engagement",
        "partner",
        "they engage their own people, or there is a joint plan",
        any_of(state.holds for state in states),
        any(state.holds and state.confirmed for state in states),
        lambda: tuple(entry for state in states for entry in state.inputs),
    )


def _obstacles(facts: Facts, ours: Voice, theirs: Voice) -> tuple[Check, ...]:
    """What Customers as Partners names as obstacles, read off signals and views; which ones is ours.

    The contract: price decides first, or nothing is settled without it. Self-preservation: no open information, or an
    easy way out is kept. Ego: both talk past each other, or we place ourselves above where they place us.
    """
    ahead: Truth = None
    if isinstance(ours.said, str) and isinstance(theirs.said, str):
        ahead = STANDINGS.index(ours.said) > STANDINGS.index(theirs.said)
    return (
        _obstacle(facts, "contract", "the contract"),
        _obstacle(facts, "self_preservation", "self-preservation"),
        _obstacle(facts, "ego", "ego", ahead),
    )


_READ_FOR = {
    "contract": (("price_first", True, "price decides first"), ("light_governance", False, "all is settled by it")),
    "self_preservation": (
        ("open_information", False, "no open information"),
        ("easy_exit", True, "an easy way out"),
    ),
    "ego": (("talking_past_each_other", True, "both talk past each other"),),
}


def _obstacle(facts: Facts, name: str, label: str, ahead: Truth = False) -> Check:
    """Return one obstacle, with those of its reasons that hold. `ahead`: we place ourselves above where they do."""
    states = [(signal(facts, signal_id), bad, reason) for signal_id, bad, reason in _READ_FOR[name]]
    answers = [None if state.holds is None else state.holds is bad for state, bad, _ in states]
    confirmed = any(state.confirmed for (state, _, _), answer in zip(states, answers, strict=True) if answer)
    inputs = tuple(entry for state, _, _ in states for entry in state.inputs)
    reasons = [reason for (_, _, reason), answer in zip(states, answers, strict=True) if answer]
    if ahead:
        reasons.append("we place ourselves above where they do")
    return Check(name, "obstacle", label, any_of((*answers, ahead)), confirmed, lambda: inputs, ", ".join(reasons))
