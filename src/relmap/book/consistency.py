"""Do the facts of one account agree with the calendar and with each other?"""

from collections.abc import Iterator
from datetime import date

from relmap.book.problem import Problem
from relmap.book.schema_codes import FACT_IN_FUTURE, QUARTERS_DIFFER, SPEND_BELOW_REVENUE
from relmap.findings import Route
from relmap.model.account import Account

_LISTS = {
    "views": ("date",),
    "exchanges": ("date",),
    "touchpoints": ("date",),
    "value": ("date",),
    "reviews": ("date",),
    "promises": ("made", "kept"),
    "issues": ("since", "closed"),
    "opportunities": ("since",),
}
_MONEY = ("revenue", "gross_profit", "cost_to_serve", "customer_spend")
_TOLERANCE = 0.005
"""Quarters may differ from their year by rounding: half a percent. Ours."""


def check_consistency(account: Account, as_of: date) -> list[Problem]:
    """Return facts dated after `as_of`, quarters that do not add up to their year, and spend below our revenue."""
    return [
        *(_future(route, day, as_of) for route, day in _facts(account) if day > as_of),
        *_quarters(account),
        *_spend(account),
    ]


def _future(route: Route, day: date, as_of: date) -> Problem:
    return Problem(FACT_IN_FUTURE, f"{day} is after {as_of}; the fact is not counted", route)


def _facts(account: Account) -> Iterator[tuple[Route, date]]:
    """Every day on which something is said to have happened."""
    for name, fields in _LISTS.items():
        for position, entry in enumerate(getattr(account, name)):
            for field in fields:
                day = getattr(entry, field)
                if isinstance(day, date):
                    yield (name, position, field), day
    for contact_id, contact in account.contacts.items():
        if contact.left:
            yield ("contacts", contact_id, "left"), contact.left
        for member, relationship in contact.known_by.items():
            route = ("contacts", contact_id, "known_by", member)
            if relationship.last_contact:
                yield (*route, "last_contact"), relationship.last_contact
            if relationship.rated:
                yield (*route, "rated"), relationship.rated
    for signal_id, entries in account.signals.items():
        for position, signal in enumerate(entries):
            if signal.date:
                yield ("signals", signal_id, position, "date"), signal.date


def _quarters(account: Account) -> Iterator[Problem]:
    money = account.financials
    for key, year in money.items():
        quarters = [money.get(f"{key}-Q{quarter}") for quarter in range(1, 5)]
        for field in _MONEY:
            whole = getattr(year, field)
            parts = [getattr(quarter, field) if quarter else None for quarter in quarters]
            known = [part for part in parts if part is not None]
            if whole is None or len(known) < 4:
                continue
            if abs(sum(known) - whole) > abs(whole) * _TOLERANCE:
                message = f"the quarters of {key} add up to {sum(known):,.0f}, the year says {whole:,.0f}"
                yield Problem(QUARTERS_DIFFER, message, ("financials", key, field))


def _spend(account: Account) -> Iterator[Problem]:
    for key, entry in account.financials.items():
        if entry.revenue is not None and entry.customer_spend is not None and entry.revenue > entry.customer_spend:
            message = f"they spent {entry.customer_spend:,.0f} in all, but {entry.revenue:,.0f} with us"
            yield Problem(SPEND_BELOW_REVENUE, message, ("financials", key, "customer_spend"))
