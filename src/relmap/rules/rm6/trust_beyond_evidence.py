"""RM610: high trust that neither kept promises nor anything of theirs stands behind."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
views:
  - {date: 2026-02-10, side: theirs, by: jane, trust: 9}
contacts:
  jane: {name: Jane Doe}
"""


def _find(case: Case) -> Iterator[Hit]:
    types = case.profile.trust_types
    if case.account.status == "former" or types.excessive is not True:
        return
    theirs, line = case.profile.trusts[1], case.rubric.ladder.excessive
    if isinstance(theirs.said, float | int) and theirs.said >= line:
        what, place = f"they put their trust at {theirs.said:g} of 10 on {theirs.day}", theirs.inputs[0].route
    else:
        what, place = f"personal trust is {case.profile.trust.personal.value:.0f} of 100", ("contacts",)
    yield Hit(place, "trust", f"{what}; {types.excessive_why}")


RULE = AccountRule(
    code="RM610",
    name="trust-beyond-evidence",
    severity=Severity.WARNING,
    profile="strict",
    summary="Trust is high, and neither kept promises nor a word of theirs nor a delivery record stands behind it.",
    why="Trust can outrun the evidence; what nothing carries ends with the first disappointment.",
    sources=("CustomerAttuned, Trust Ladder",),
    hint="keep what is promised and ask them again, so that trust has something to rest on",
    fires=Example(_ACCOUNT),
    clean=Example(_ACCOUNT.replace("2026-02-10", "2026-08-10")),
    find=_find,
)
