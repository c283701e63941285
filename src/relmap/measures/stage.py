"""The relationship stage: exploratory, basic, collaborative, interconnected; earned, confirmed, ours and theirs.

Source: Bacon's four relationship stages. What suppliers claim runs ahead of what customers see, so our own claim never
raises a stage: the headline is the lower of what the evidence earns and what they say.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.result import Evidence, Verdict
from relmap.measures.stage_tests import StageTest, stage_tests
from relmap.measures.voices import Voice, voice
from relmap.model.rubric import StageRubric
from relmap.model.stage_tests import TESTED_STAGES
from relmap.model.words import STAGES, Stage

_MORE: dict[str, str] = {stage: f"{stage}_more" for stage in TESTED_STAGES}


class StageResult(NamedTuple):
    """The stage in three voices, with the tests that carry it."""

    headline: Verdict
    one_sided: bool
    """No fresh word of theirs stands behind the headline."""
    earned: Verdict
    confirmed: Stage
    """What is earned on their word and on documents alone."""
    ours: Voice
    theirs: Voice
    tests: tuple[StageTest, ...]
    next_stage: Stage | None
    missing: tuple[StageTest, ...]
    """The tests of the next stage that are not passed, musts first."""
    still_needed: int
    """How many of the next stage's further tests are still needed."""


def measure_stage(facts: Facts, promises_low: float, promises_high: float) -> StageResult:
    """Return the stage. A stage is earned when its musts pass, enough of the rest, and the stages below it.

    `promises_low` and `promises_high` bound promises kept, 0 to 100. Tests that cannot be answered give the best case.
    """
    theirs = voice(facts, "theirs", "stage")
    tests = stage_tests(facts, theirs, promises_low, promises_high)
    rubric = facts.rubric.stage
    earned = _earned(tests, rubric)
    headline = _headline(earned, theirs)
    reached = STAGES.index(earned.value)
    following = STAGES[reached + 1] if reached + 1 < len(STAGES) else None
    missing = tuple(test for test in tests if test.stage == following and test.passed is not True)
    rest_passed = sum(test.passed is True for test in tests if test.stage == following and not test.must)
    still_needed = max(0, needed(following, rubric) - rest_passed) if following else 0
    confirmed = highest(tests, rubric, lambda test: bool(test.passed and test.confirmed))
    return StageResult(
        headline,
        theirs.said is None,
        earned,
        confirmed,
        voice(facts, "ours", "stage"),
        theirs,
        tests,
        following,
        missing if still_needed else tuple(test for test in missing if test.must),
        still_needed,
    )


def needed(stage: str, rubric: StageRubric) -> int:
    """Return how many of a stage's further tests must pass beside its musts."""
    return getattr(rubric, _MORE[stage]) if stage in _MORE else 0


def highest(tests: Sequence[StageTest], rubric: StageRubric, passes: Callable[[StageTest], bool]) -> Stage:
    """Return the highest stage whose tests pass, with those below: every must, and enough of the others."""
    reached: Stage = "exploratory"
    for stage in STAGES[1:]:
        answers = [(test.must, passes(test)) for test in tests if test.stage == stage]
        musts = all(passed for must, passed in answers if must)
        if not musts or sum(passed for must, passed in answers if not must) < needed(stage, rubric):
            break
        reached = stage
    return reached


def _earned(tests: tuple[StageTest, ...], rubric: StageRubric) -> Verdict:
    low = highest(tests, rubric, lambda test: test.passed is True)
    high = highest(tests, rubric, lambda test: test.passed is not False)
    possible = STAGES[STAGES.index(low) : STAGES.index(high) + 1]
    completeness = sum(test.passed is not None for test in tests) / len(tests) if tests else 1.0
    return Verdict(
        low, possible, completeness, "", lambda: Evidence(tuple(entry for test in tests for entry in test.inputs))
    )


def _headline(earned: Verdict, theirs: Voice) -> Verdict:
    if theirs.said is None:
        return earned
    ceiling = STAGES.index(theirs.said)
    possible = sorted({min(STAGES.index(stage), ceiling) for stage in earned.possible})
    stages = tuple(STAGES[position] for position in possible)
    return Verdict(stages[0], stages, earned.completeness, "", lambda: Evidence(earned.inputs + theirs.inputs))
