"""RM606: a collaborative relationship that has neither advanced nor moved back."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_LIVE = "last_contact: 2026-11-02, level: problem_solver"
_ACCOUNT = f"""\
name: Harrow Foods
owner: maria
contract: {{starts: 2022-01-01, ends: 2027-12-31}}
offerings: [pumps, valves]
contacts:
  rosa: {{name: Rosa Lenz, department: Works, known_by: {{maria: {{{_LIVE}}}}}}}
  ben: {{name: Ben Okoro, department: IT, known_by: {{tom: {{{_LIVE}}}}}}}
signals: {{shares_internal_problems: true}}
views:
  - {{date: DAY, side: ours, by: maria, stage: collaborative}}
"""


def _find(case: Case) -> Iterator[Hit]:
    clock = case.profile.transience
    if case.account.status != "customer" or not clock.beyond:
        return
    since = clock.inputs[0]
    loss = " and at a loss after cost to serve" if clock.move else ""
    message = (
        f"collaborative since {since.day}, {clock.quarters} quarters{loss}; after {clock.limit} it should have moved"
    )
    yield Hit(since.route, "collaborative", message)


RULE = AccountRule(
    code="RM606",
    name="past-its-clock",
    severity=Severity.WARNING,
    profile="standard",
    summary="The relationship is collaborative for longer than `stage.transient_quarters`.",
    why="Collaboration without a next step is dear and messy: many talk, and nobody steers. Advance or move back.",
    sources=("Bacon's four relationship stages: the collaborative stage is transient.",),
    hint="decide: write the ambition, and what it takes under `goals`",
    fires=Example(_ACCOUNT.replace("DAY", "2025-02-01")),
    clean=Example(_ACCOUNT.replace("DAY", "2026-02-01")),
    find=_find,
)
