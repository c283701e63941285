"""RM602: the stage is earned on our own word only."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.model.words import STAGES
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contract: {starts: 2024-01-01, ends: 2027-12-31}
contacts:
  rosa: {name: Rosa Lenz, known_by: {maria: {level: problem_solver, last_contact: 2026-11-02, source: SOURCE}}}
"""


def _find(case: Case) -> Iterator[Hit]:
    stage = case.profile.stage
    if case.account.status == "former" or stage.earned.value is None:
        return
    if STAGES.index(stage.earned.value) > STAGES.index(stage.confirmed):
        message = f"{stage.earned.value} is earned on our word; on theirs and on documents it is {stage.confirmed}"
        yield Hit(("views",), "confirmed", message)


RULE = AccountRule(
    code="RM602",
    name="earned-on-our-word",
    severity=Severity.INFO,
    profile="standard",
    summary="The earned stage rests on what we say ourselves: on their word and documents alone it would be lower.",
    why="What only we believe is a hope; a stage that they or a document confirm can be planned on.",
    sources=("Bacon's four relationship stages.",),
    hint="ask them: `relmap ask ACCOUNT` makes the form and records the answers with their source",
    fires=Example(_ACCOUNT.replace("SOURCE", "ours")),
    clean=Example(_ACCOUNT.replace("SOURCE", "theirs")),
    find=_find,
)
