"""RM505: the contract ends soon, and nothing is planned before."""

from collections.abc import Iterator
from datetime import timedelta

from relmap.findings import Severity
from relmap.rules.rm5.planned import is_planned_before
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contract: {starts: 2024-01-01, ends: 2027-03-31, notice_days: 60}
initiatives:
  renew: {what: Talk about the years to come, owner: maria, due: DAY}
"""


def _find(case: Case) -> Iterator[Hit]:
    contract = case.account.contract
    if case.account.status != "customer" or contract is None or contract.ends is None or contract.ends < case.as_of:
        return
    last = contract.ends - timedelta(days=contract.notice_days or 0)
    if is_planned_before(case.facts, last):
        return
    notice = f", notice is possible until {last}" if contract.notice_days else ""
    message = f"the contract ends on {contract.ends}{notice}, and nothing is planned before"
    begins = last - timedelta(days=case.number("days"))
    yield Hit(("contract", "ends"), "contract", message, on=begins)


RULE = AccountRule(
    code="RM505",
    name="contract-ends-unplanned",
    severity=Severity.WARNING,
    profile="standard",
    summary="The contract's last day for notice comes near, and no goal or open initiative has its day before.",
    why="A contract that runs out unprepared is negotiated on price, in a hurry, and by them.",
    hint="plan what should be true by then, under `goals` and `initiatives`",
    options=(Option("days", 180, "Days before the last day for notice from which it counts."),),
    fires=Example(_ACCOUNT.replace("DAY", "2027-06-30")),
    clean=Example(_ACCOUNT.replace("DAY", "2026-12-15")),
    find=_find,
)
