"""Money by period: which figures a day may use. A year wins over its quarters; unfinished periods do not count."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from relmap.model.money import Financials
from relmap.model.period import Period, last_day, parse_period

FIELDS = ("revenue", "gross_profit", "cost_to_serve", "customer_spend")


class YearMoney(NamedTuple):
    """The money of one complete fiscal year; what is not known is None. `keys` are the entries it was made from."""

    year: int
    revenue: float | None
    gross_profit: float | None
    cost_to_serve: float | None
    customer_spend: float | None
    keys: tuple[str, ...]


def complete_years(financials: Mapping[str, Financials], as_of: date, starts: int) -> list[YearMoney]:
    """Return the complete fiscal years, oldest first: those that ended before `as_of`.

    A year's own entry wins; without one, four quarters make a year, and a figure needs all four.
    """
    years = sorted({parse_period(key).year for key in financials})
    found = []
    for year in years:
        if last_day(Period(year), starts) >= as_of:
            break
        keys = (str(year),) if str(year) in financials else tuple(f"{year}-Q{quarter}" for quarter in range(1, 5))
        if all(key in financials for key in keys):
            found.append(_add(year, keys, financials))
    return found


def complete_quarters(financials: Mapping[str, Financials], as_of: date, starts: int) -> list[tuple[Period, str]]:
    """Return the complete fiscal quarters that have an entry of their own, oldest first."""
    periods = sorted((parse_period(key), key) for key in financials)
    return [(period, key) for period, key in periods if period.quarter and last_day(period, starts) < as_of]


def _add(year: int, keys: tuple[str, ...], financials: Mapping[str, Financials]) -> YearMoney:
    if len(keys) == 1:
        own = financials[keys[0]]
        return YearMoney(year, own.revenue, own.gross_profit, own.cost_to_serve, own.customer_spend, keys)
    entries = [financials[key] for key in keys]
    revenue, profit, cost, spend = (_total([getattr(entry, field) for entry in entries]) for field in FIELDS)
    return YearMoney(year, revenue, profit, cost, spend, keys)


def _total(values: list[float | None]) -> float | None:
    """Add up what is wholly known; a sum with a hole in it is not known."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
