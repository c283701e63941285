"""RM602: a stage that is earned by what we say ourselves, and by nothing that they or a document say."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.measures.stage_tests import StageTest
from relmap.model.words import STAGES
from relmap.rules.rm6.words import stage_word
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contract: {starts: 2026-01-01, ends: 2026-12-31}
contacts:
  jane:
    name: Jane Doe
    known_by:
      maria: {level: problem_solver, last_contact: 2026-10-20SOURCE}
"""
_SHOWN = 3


def _find(case: Case) -> Iterator[Hit]:
    stage = case.profile.stage
    earned, confirmed = str(stage.earned.low), stage.confirmed
    if case.account.status == "former" or STAGES.index(earned) <= STAGES.index(confirmed):
        return
    ours = [test for test in stage.tests if test.passed and not test.confirmed and _between(test, confirmed, earned)]
    words = stage_word(case, earned), stage_word(case, confirmed)
    message = f"{words[0]} is earned on our own word, {words[1]} on theirs or a document's; ours alone: {_list(ours)}"
    yield Hit(_place(ours), "stage", message)


def _between(test: StageTest, confirmed: str, earned: str) -> bool:
    return STAGES.index(confirmed) < STAGES.index(test.stage) <= STAGES.index(earned)


def _list(tests: list[StageTest]) -> str:
    shown, more = [test.label for test in tests[:_SHOWN]], len(tests) - _SHOWN
    return "; ".join([*shown, f"and {more} more"] if more > 0 else shown)


def _place(tests: list[StageTest]) -> tuple[str | int, ...]:
    return next((entry.route for test in tests for entry in test.inputs), ("name",))


RULE = AccountRule(
    code="RM602",
    name="earned-only-on-our-word",
    severity=Severity.INFO,
    profile="standard",
    summary="The stage is earned on our own word, and a lower one on theirs and on documents.",
    why="What nobody on their side has confirmed is what suppliers tend to see as deeper than it is.",
    sources=("Bacon, four relationship stages",),
    hint="ask them, and write their answer down with `source: theirs`",
    fires=Example(_ACCOUNT.replace("SOURCE", "")),
    clean=Example(_ACCOUNT.replace("SOURCE", ", source: theirs")),
    find=_find,
)
