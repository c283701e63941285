"""RM601: a stage that we claim, and that the file cannot earn even if everything unknown turned out well."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rm6.words import person, stage_word
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contract: {starts: 2026-01-01, ends: 2026-12-31}
views:
  - {date: 2026-09-01, side: ours, by: maria, stage: STAGE}
signals:
  joint_plan: false
contacts:
  jane:
    name: Jane Doe
    department: Operations
    known_by:
      maria: {level: problem_solver, last_contact: 2026-10-20}
"""


def _find(case: Case) -> Iterator[Hit]:
    stage, ahead = case.profile.stage, case.profile.perception.least_optimism
    if case.account.status == "former" or ahead is None or ahead < 1:
        return
    claim = stage.ours
    said, most = stage_word(case, str(claim.said)), stage_word(case, str(stage.earned.high))
    message = f"{person(case, 'ours', claim.by)} said {said} on {claim.day}; the file earns {most} at best"
    yield Hit(claim.inputs[0].route, "stage", message)


RULE = AccountRule(
    code="RM601",
    name="claimed-above-earned",
    severity=Severity.WARNING,
    profile="standard",
    summary="We claim a higher stage than the file can earn, even if everything unknown turned out well.",
    why="Suppliers see a relationship as deeper than their customers do; effort and price follow the claim.",
    sources=("Bacon, four relationship stages",),
    hint="write down what earns the stage, or take the claim back in a new view of ours",
    fires=Example(_ACCOUNT.replace("STAGE", "interconnected")),
    clean=Example(_ACCOUNT.replace("STAGE", "basic")),
    find=_find,
)
