"""RM506: the business is put out to tender soon, and nothing is planned before."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.days import days_before
from relmap.rules.rm5.planned import unplanned_from
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contract: {tender: 2027-03-01}
initiatives:
  terms: {what: Know what they will ask for, owner: maria, due: DAY}
"""


def _find(case: Case) -> Iterator[Hit]:
    contract = case.account.contract
    if case.account.status == "former" or contract is None or contract.tender is None or contract.tender < case.as_of:
        return
    begins = days_before(contract.tender, case.number("days"))
    if (on := unplanned_from(case.facts, begins, contract.tender)) is not None:
        message = f"the tender is on {contract.tender}, and nothing is planned before"
        yield Hit(("contract", "tender"), "tender", message, on=on)


RULE = AccountRule(
    code="RM506",
    name="tender-unplanned",
    severity=Severity.WARNING,
    profile="standard",
    summary="A tender comes near, and no goal or open initiative has its day before.",
    why="Tenders are won before they are written: by whoever knows what will be asked, and why.",
    hint="plan what should be true by then, under `goals` and `initiatives`",
    options=(Option("days", 180, "Days before the tender from which it counts."),),
    fires=Example(_ACCOUNT.replace("DAY", "2027-06-30")),
    clean=Example(_ACCOUNT.replace("DAY", "2027-01-15")),
    find=_find,
)
