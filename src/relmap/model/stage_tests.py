"""The tests of the relationship stages as data, and the plan of a book: what it skips, weighs otherwise and adds.

Source: Bacon's four relationship stages; how each test is answered stands in `measures/stage_tests.py`.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from relmap.model.signals import CATALOGUE
from relmap.model.words import STAGES, Stage

if TYPE_CHECKING:
    from relmap.model.rubric import StageRubric
    from relmap.model.settings import OwnSignal

Need = Literal["must", "further", "skip"]
NEEDS: tuple[Need, ...] = get_args(Need)
TESTED_STAGES = STAGES[1:]
"""The stages that have tests: exploratory is where every relationship begins."""


class StageTestKind(NamedTuple):
    """A test that relmap brings along. `{}` in its words stands for a threshold of `rubric.stage`."""

    id: str
    stage: Stage
    must: bool
    words: str
    threshold: str = ""

    def label(self, rubric: "StageRubric") -> str:
        """Return what the test asks for, with the rubric's figure in it."""
        return self.words.format(getattr(rubric, self.threshold)) if self.threshold else self.words


_KINDS = (
    StageTestKind("trade", "basic", True, "revenue in four quarters, or a contract in force"),
    StageTestKind("live_relationship", "basic", True, "a live relationship"),
    StageTestKind("departments", "collaborative", True, "live in {} of their departments", "departments"),
    StageTestKind("our_people", "collaborative", True, "{} of our people live", "our_people"),
    StageTestKind("shares_internal_problems", "collaborative", False, "they share internal problems"),
    StageTestKind("goal_initiative", "collaborative", False, "an initiative for a goal of theirs"),
    StageTestKind("offerings", "collaborative", False, "more than one offering bought"),
    StageTestKind("promises", "collaborative", False, "{:g} % of promises kept", "promises"),
    StageTestKind("joint_plan", "interconnected", True, "a joint plan"),
    StageTestKind(
        "acknowledged",
        "interconnected",
        True,
        "both sides say that they matter to each other, or they see it beyond basic trade",
    ),
    StageTestKind(
        "department_pairs",
        "interconnected",
        True,
        "{} pairs of departments live, not all through the owner",
        "pairs",
    ),
    StageTestKind("open_information", "interconnected", False, "open information"),
    StageTestKind("joint_work", "interconnected", False, "joint product, marketing or cost saving"),
    StageTestKind("switching_cost", "interconnected", False, "switching cost {} or more", "switching_cost"),
    StageTestKind("executive", "interconnected", False, "a sponsor or approver live with someone other than the owner"),
    StageTestKind("counterpart", "interconnected", False, "a counterpart on their side"),
)
STAGE_TESTS: dict[str, StageTestKind] = {kind.id: kind for kind in _KINDS}


class PlannedTest(NamedTuple):
    """A test that a book asks for. Some number of those that are no must is needed."""

    id: str
    stage: Stage
    must: bool
    label: str


def plan_tests(rubric: "StageRubric", own: Mapping[str, "OwnSignal"]) -> tuple[PlannedTest, ...]:
    """Return the tests that a rubric asks for, in order: each stage's built-in ones, then the signals it adds."""
    return tuple(test for stage in TESTED_STAGES for test in _plan_stage(stage, rubric, own))


def _plan_stage(stage: Stage, rubric: "StageRubric", own: Mapping[str, "OwnSignal"]) -> Iterator[PlannedTest]:
    needs = rubric.tests.of(stage)
    for kind in _KINDS:
        if kind.stage == stage and (need := needs.get(kind.id, built_in_need(kind))) != "skip":
            yield PlannedTest(kind.id, stage, need == "must", kind.label(rubric))
    for name, need in needs.items():
        if need != "skip" and name not in STAGE_TESTS:
            yield PlannedTest(name, stage, need == "must", signal_label(name, own))


def built_in_need(kind: StageTestKind) -> Need:
    """Return how a test is needed where nobody says otherwise."""
    return "must" if kind.must else "further"


def signal_label(signal_id: str, own: Mapping[str, "OwnSignal"]) -> str:
    """Return what a signal asks for as a test: the good answer to its question."""
    answer = "yes" if is_good_signal(signal_id, own) else "no"
    return f"a {answer} to “{signal_question(signal_id, own) or signal_id}”"


def signal_question(signal_id: str, own: Mapping[str, "OwnSignal"]) -> str:
    """Return a signal's question, or an empty string where neither the catalogue nor the book has it."""
    known = CATALOGUE.get(signal_id) or own.get(signal_id)
    return known.question if known else ""


def is_good_signal(signal_id: str, own: Mapping[str, "OwnSignal"]) -> bool:
    """Say whether a yes is good news; of a signal that nobody describes it is taken to be."""
    known = CATALOGUE.get(signal_id) or own.get(signal_id)
    return known is None or known.good
