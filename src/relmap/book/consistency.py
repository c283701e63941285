"""Do the facts of one account agree with the calendar and with each other?"""

from collections.abc import Iterator, Mapping
from datetime import date

from relmap.book.problem import Problem
from relmap.book.schema_codes import FACT_IN_FUTURE, QUARTERS_DIFFER, SPEND_BELOW_REVENUE
from relmap.findings import Route
from relmap.model.account import Account
from relmap.model.money import Financials

_FACTS = {
    "views": ("date",),
    "exchanges": ("date",),
    "touchpoints": ("date",),
    "value": ("date",),
    "reviews": ("date",),
    "promises": ("made", "kept"),
    "issues": ("since", "closed"),
    "opportunities": ("since",),
    "repairs": ("agreed",),
    "initiatives": ("done",),
}
"""On which day something is said to have happened: the fields of an account's lists and mappings. No plans."""

_MONEY = ("revenue", "gross_profit", "cost_to_serve", "customer_spend")
_TOLERANCE = 0.005
"""Quarters may differ from their year by rounding: half a percent. Ours."""


def check_consistency(account: Account, as_of: date) -> list[Problem]:
    """Return facts dated after `as_of`, quarters that do not add up to their year, and spend below our revenue."""
    problems = [
        Problem(FACT_IN_FUTURE, f"{day} is after {as_of}; the fact is not counted", route)
        for route, day in _facts_after(as_of, account)
    ]
    if account.financials:
        problems += [*_quarters(account.financials), *_spend(account.financials)]
    return problems


def _facts_after(as_of: date, account: Account) -> list[tuple[Route, date]]:
    """Every fact of the future. (For every entry of every account: plain loops.)"""
    found: list[tuple[Route, date]] = []
    for name, fields in _FACTS.items():
        entries = getattr(account, name)
        for key, entry in entries.items() if isinstance(entries, dict) else enumerate(entries):
            values = vars(entry)
            for field in fields:
                day = values[field]
                if day and day is not True and day > as_of:  # (a promise may also be kept: true)
                    found.append(((name, key, field), day))
    for contact_id, contact in account.contacts.items():
        if (day := contact.left) and day > as_of:
            found.append((("contacts", contact_id, "left"), day))
        for member, relationship in contact.known_by.items():
            if (day := relationship.last_contact) and day > as_of:
                found.append((("contacts", contact_id, "known_by", member, "last_contact"), day))
            if (day := relationship.rated) and day > as_of:
                found.append((("contacts", contact_id, "known_by", member, "rated"), day))
    for signal_id, signals in account.signals.items():
        for position, signal in enumerate(signals):
            if (day := signal.date) and day > as_of:
                found.append((("signals", signal_id, position, "date"), day))
    return found


def _quarters(money: Mapping[str, Financials]) -> Iterator[Problem]:
    """Compare each year of which all four quarters are given with their sums."""
    for key, year in money.items():
        if f"{key}-Q1" not in money:
            continue
        quarters = [money[quarter] for number in range(1, 5) if (quarter := f"{key}-Q{number}") in money]
        for field in _MONEY:
            whole = getattr(year, field)
            parts = [part for quarter in quarters if (part := getattr(quarter, field)) is not None]
            if whole is None or len(parts) < 4 or abs(sum(parts) - whole) <= abs(whole) * _TOLERANCE:
                continue
            message = f"the quarters of {key} add up to {sum(parts):,.0f}, the year says {whole:,.0f}"
            yield Problem(
                QUARTERS_DIFFER, message, ("financials", key, field), "the year counts; correct what is wrong"
            )


def _spend(money: Mapping[str, Financials]) -> Iterator[Problem]:
    for key, entry in money.items():
        if entry.revenue is not None and entry.customer_spend is not None and entry.revenue > entry.customer_spend:
            message = f"they spent {entry.customer_spend:,.0f} with anybody, but {entry.revenue:,.0f} with us"
            hint = "`customer_spend` includes what they bought from us"
            yield Problem(SPEND_BELOW_REVENUE, message, ("financials", key, "customer_spend"), hint)
