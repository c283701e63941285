"""RM608: two of them see the relationship quite differently."""

from collections.abc import Iterator, Sequence

from relmap.findings import Severity
from relmap.measures.voices import sayings
from relmap.model.words import STAGES, STANDINGS
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts: {rosa: {name: Rosa Lenz}, ben: {name: Ben Okoro}}
views:
  - {date: 2026-09-01, side: theirs, by: rosa, stage: collaborative}
  - {date: 2026-09-20, side: theirs, by: ben, stage: OTHER}
"""
_SCALES: dict[str, Sequence[str]] = {"stage": STAGES, "standing": STANDINGS}


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    for field, scale in _SCALES.items():
        said = sorted(sayings(case.facts, "theirs", field), key=lambda entry: scale.index(str(entry.said)))
        if not said or scale.index(str(said[-1].said)) - scale.index(str(said[0].said)) < case.number("steps"):
            continue
        told = [f"{entry.by or 'somebody'} says {str(entry.said).replace('_', ' ')}" for entry in (said[0], said[-1])]
        yield Hit(("views",), field, f"{field}: {told[0]}, and {told[1]}")


RULE = AccountRule(
    code="RM608",
    name="respondents-disagree",
    severity=Severity.INFO,
    profile="standard",
    summary="The fresh views of two of them differ by two steps of stage or standing, or more.",
    why="A customer is not one person: what one of them would defend, the other would let go.",
    hint="find out what each of them sees, and work where the lower one stands",
    options=(Option("steps", 2, "Steps from which it counts."),),
    fires=Example(_ACCOUNT.replace("OTHER", "exploratory")),
    clean=Example(_ACCOUNT.replace("OTHER", "basic")),
    find=_find,
)
