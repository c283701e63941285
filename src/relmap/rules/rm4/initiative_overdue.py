"""RM405: work that should be done by now."""

from collections.abc import Iterator
from datetime import timedelta

from relmap.assess.leads import member_label
from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.measures.initiatives import is_open
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
initiatives:
  visit: {what: A day at their line, owner: maria, status: in_progress, due: 2026-DAY}
"""


def _find(case: Case) -> Iterator[Hit]:
    for initiative_id, initiative in case.account.initiatives.items():
        if initiative.due is not None and is_open(case.facts, initiative):
            whose = f" by {member_label(case.profile, initiative.owner)}" if initiative.owner else ""
            message = f"“{shorten(initiative.what)}” was to be done{whose} until {initiative.due}, and is still open"
            over = initiative.due + timedelta(days=1)
            yield Hit(("initiatives", initiative_id, "due"), initiative_id, message, on=over)


RULE = AccountRule(
    code="RM405",
    name="initiative-overdue",
    severity=Severity.WARNING,
    profile="starter",
    summary="An initiative is past its day and neither done nor dropped.",
    why="A plan whose days pass in silence is no longer believed by those who are to work with it.",
    hint="write `status: done` with its day, agree a new day, or drop it",
    fires=Example(_ACCOUNT.replace("DAY", "10-30")),
    clean=Example(_ACCOUNT.replace("DAY", "12-18")),
    find=_find,
)
