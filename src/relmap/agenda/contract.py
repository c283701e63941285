"""The days that decide about the business: the last day for notice, the contract's end, and the next tender.

They are told when they come near, and earlier where nothing is planned before them, as the rules RM505 and RM506 find.
"""

from collections.abc import Iterator
from datetime import date

from relmap.agenda.todo import Kind, Todo
from relmap.assess.profile import Profile
from relmap.measures.facts import Facts
from relmap.model.money import Contract
from relmap.rules.days import days_before
from relmap.rules.plan import options_of
from relmap.rules.rm5 import contract_ends_unplanned, tender_unplanned
from relmap.rules.rule import AccountRule, Case


def find_contract(profile: Profile, until: date) -> Iterator[Todo]:
    """Yield the contract's day and the tender."""
    contract, facts = profile.facts.account.contract, profile.facts
    if contract is None:
        return
    if contract.ends is not None and contract.ends >= facts.as_of and facts.account.status == "customer":
        day, said = _ending(contract, contract.ends, facts.as_of)
        unplanned = _is_unplanned(contract_ends_unplanned.RULE, profile, until)
        if unplanned or day <= until:
            yield _todo(facts, Kind.CONTRACT, day, said, "ends", unplanned=unplanned)
    if contract.tender is not None and contract.tender >= facts.as_of:
        unplanned = _is_unplanned(tender_unplanned.RULE, profile, until)
        if unplanned or contract.tender <= until:
            said = f"Get ready for the tender on {contract.tender}"
            yield _todo(facts, Kind.TENDER, contract.tender, said, "tender", unplanned=unplanned)


def _ending(contract: Contract, ends: date, as_of: date) -> tuple[date, str]:
    """Return the day that decides: the last one for notice while it is possible, and then the end."""
    if contract.notice_days:
        last = days_before(ends, contract.notice_days)
        if last >= as_of:
            return last, f"Settle how the contract that ends on {ends} goes on: notice is possible until {last}"
        return ends, f"Settle what comes after the contract that ends on {ends}: notice was possible until {last}"
    return ends, f"Settle what comes after the contract that ends on {ends}"


def _is_unplanned(rule: AccountRule, profile: Profile, until: date) -> bool:
    case = Case(options_of(rule, profile.facts.settings), profile)
    return any(hit.on is None or hit.on <= until for hit in rule.find(case))


def _todo(facts: Facts, kind: Kind, day: date, said: str, field: str, *, unplanned: bool) -> Todo:
    more = ", and nothing is planned before" if unplanned else ""
    owner = facts.responsible(None)
    return Todo(kind, field, f"{said}{more}.", owner, ("contract", field), day)
