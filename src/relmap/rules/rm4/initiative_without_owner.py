"""RM404: work that is nobody's."""

from collections.abc import Iterator

from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.measures.initiatives import is_open
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
initiatives:
  visit: {what: A day at their line, status: in_progressOWNER}
"""


def _find(case: Case) -> Iterator[Hit]:
    for initiative_id, initiative in case.account.initiatives.items():
        if initiative.owner is None and is_open(case.facts, initiative):
            yield Hit(("initiatives", initiative_id), initiative_id, f"“{shorten(initiative.what)}” has no owner")


RULE = AccountRule(
    code="RM404",
    name="initiative-without-owner",
    severity=Severity.WARNING,
    profile="standard",
    summary="An initiative that is planned or under way has no owner.",
    why="What belongs to everybody is done by nobody.",
    sources=("Beaumont, the six-step Customer Relationship Plan: each initiative has an owner and a day.",),
    hint="write under `owner` who of ours sees to it",
    fires=Example(_ACCOUNT.replace("OWNER", "")),
    clean=Example(_ACCOUNT.replace("OWNER", ", owner: maria")),
    find=_find,
)
