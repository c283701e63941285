"""RM606: a relationship that has stayed collaborative for longer than that stage lasts."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.model.period import first_day, quarter_of
from relmap.rules.rm6.words import stage_word
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contract: {starts: 2026-01-01, ends: 2027-12-31}
offerings: [mixers, service]
views:
  - {date: DAY, side: theirs, by: jane, stage: collaborative}
signals:
  shares_internal_problems: true
contacts:
  jane:
    name: Jane Doe
    department: Operations
    known_by:
      maria: {level: problem_solver, last_contact: 2026-10-20}
  omar:
    department: Finance
    known_by:
      tom: {level: credible_source, last_contact: 2026-10-20}
"""
_SETTINGS = "company: Example Ltd\nofferings: {mixers: {}, service: {}}\n"


def _find(case: Case) -> Iterator[Hit]:
    clock = case.profile.transience
    if case.account.status != "customer" or not clock.inputs or case.profile.stage.earned.value != "collaborative":
        return
    begun, starts = clock.inputs[0], case.settings.fiscal_year_starts
    if begun.day is None:
        return
    on = first_day(quarter_of(begun.day, starts).back(-clock.limit), starts)
    loss = ", now at a loss after cost to serve" if clock.move else ""
    word = stage_word(case, "collaborative")
    message = f"called {word} since {begun.day}{loss}; it should have moved by {on}"
    yield Hit(begun.route, "stage", message, on=on)


RULE = AccountRule(
    code="RM606",
    name="collaborative-past-its-clock",
    severity=Severity.WARNING,
    profile="standard",
    summary="The relationship has been collaborative for longer than the quarters that the rubric gives that stage.",
    why="The collaborative stage is transient: both sides invest, and what neither earns back does not last.",
    sources=("Bacon, four relationship stages",),
    hint="decide: plan the step to the next stage, or move back to a service that pays, and set `ambition`",
    fires=Example(_ACCOUNT.replace("DAY", "2025-12-31"), _SETTINGS),
    clean=Example(_ACCOUNT.replace("DAY", "2026-01-01"), _SETTINGS),
    find=_find,
)
