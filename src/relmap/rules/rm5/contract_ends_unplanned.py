"""RM505: the contract ends soon, and nothing is planned before."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.days import days_before
from relmap.rules.rm5.planned import unplanned_from
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
    if case.account.ambition.choice == "exit":
        return
    last = days_before(contract.ends, contract.notice_days or 0)
    is_over = last < case.as_of  # (then the end is what is left to plan for)
    on = unplanned_from(case.facts, days_before(last, case.number("days")), contract.ends if is_over else last)
    if on is not None and on <= case.until:
        notice = f", notice {'was' if is_over else 'is'} possible until {last}" if contract.notice_days else ""
        message = f"the contract ends on {contract.ends}{notice}, and nothing is planned before"
        yield Hit(("contract", "ends"), "contract", message, on=on)


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
