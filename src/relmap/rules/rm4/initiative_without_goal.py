"""RM408: work that serves no goal of either side."""

from collections.abc import Iterator

from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.measures.goals import find_loose_ends
from relmap.measures.initiatives import is_open
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
customer_goals: {uptime: {what: No line stops}}
initiatives:
  visit: {what: A day at their line, owner: mariaGOAL}
"""


def _find(case: Case) -> Iterator[Hit]:
    for initiative_id in find_loose_ends(case.facts).initiatives:
        initiative = case.account.initiatives[initiative_id]
        if is_open(case.facts, initiative):
            message = f"“{shorten(initiative.what)}” serves no goal, neither of ours nor of theirs"
            yield Hit(("initiatives", initiative_id), initiative_id, message)


RULE = AccountRule(
    code="RM408",
    name="initiative-without-goal",
    severity=Severity.INFO,
    profile="strict",
    summary="An initiative that is planned or under way names no goal of either side.",
    why="Work that serves no goal keeps people busy, and cannot be told from work that could be left out.",
    sources=("Beaumont, the six-step Customer Relationship Plan: initiatives are linked to goals.",),
    hint="name what it is for under `goals` or `customer_goals`, or drop it",
    fires=Example(_ACCOUNT.replace("GOAL", "")),
    clean=Example(_ACCOUNT.replace("GOAL", ", customer_goals: [uptime]")),
    find=_find,
)
