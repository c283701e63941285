"""RM504: one side does most of the giving."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rm5.amounts import amount
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
exchanges:
  - {date: 2026-03-02, gave: us, kind: training, value: 9000}
  - {date: 2026-06-10, gave: WHO, kind: expertise, value: 6000}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former" or not case.profile.dependence.one_way:
        return
    equity, line = case.profile.equity, case.rubric.dependence.one_way
    told_by = (equity.reciprocity.value, equity.reciprocity.high)
    if any(end is not None and end <= line for end in told_by):
        gave = sum(kind[1] for kind in equity.by_kind)
        got = sum(kind[2] for kind in equity.by_kind)
        told = [amount(case.settings, value) for value in (gave, got)]
        message = f"a one-way street: in four quarters we gave {told[0]} and got {told[1]}"
        yield Hit(("exchanges",), "one-way", message)
    else:
        yield Hit(("signals", "one_way"), "one-way", "one side does most of the giving, as the signal says")


RULE = AccountRule(
    code="RM504",
    name="one-way-street",
    severity=Severity.WARNING,
    profile="standard",
    summary="What was given in four quarters, or the signal, says that we do most of the giving.",
    why="Relationships in which one side gives and the other takes end, or end up in prices.",
    sources=("Are you suffering deep dependence, CustomerAttuned's Trust Ladder.",),
    hint="ask for something that costs them little and is worth much to us, and note it under `exchanges`",
    fires=Example(_ACCOUNT.replace("WHO", "us")),
    clean=Example(_ACCOUNT.replace("WHO", "them")),
    find=_find,
)
