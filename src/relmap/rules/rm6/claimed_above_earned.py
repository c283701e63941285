"""RM601: we claim a higher stage than the evidence can earn."""

from collections.abc import Iterator

from relmap.assess.leads import member_label
from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contract: {starts: 2024-01-01, ends: 2027-12-31}
contacts:
  rosa: {name: Rosa Lenz, department: Works, known_by: {maria: {level: problem_solver, last_contact: 2026-11-02}}}
views:
  - {date: 2026-10-01, side: ours, by: maria, stage: CLAIM}
"""


def _find(case: Case) -> Iterator[Hit]:
    """Fire where the claim lies above what is earned even if all that is unknown turns out for the best."""
    stage, gap = case.profile.stage, case.profile.perception.least_optimism
    if case.account.status == "former" or gap is None or gap < 1:
        return
    said, best = stage.ours.said, stage.earned.high
    who = member_label(case.profile, stage.ours.by) if stage.ours.by else "we"
    message = f"{who} said {said} on {stage.ours.day}, and the evidence earns {best} at the most"
    yield Hit(stage.ours.inputs[0].route, "stage", message)


RULE = AccountRule(
    code="RM601",
    name="claimed-above-earned",
    severity=Severity.WARNING,
    profile="standard",
    summary="Our own view of the stage is above what the evidence earns, even at the best of what is not known.",
    why="Suppliers see a relationship as deeper than their customers do, and plan for one that is not there.",
    sources=("Bacon's four relationship stages.",),
    hint="see `relmap why ACCOUNT stage.earned` for what is missing, and do it or claim less",
    fires=Example(_ACCOUNT.replace("CLAIM", "interconnected")),
    clean=Example(_ACCOUNT.replace("CLAIM", "basic")),
    find=_find,
)
