"""How the book's money went from one complete fiscal year to the next.

Two years are compared over the accounts that have figures in both: a total with fewer customers in it is no fall.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import fsum
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.assess.second_pass import amounts_in, is_expected
from relmap.measures.concentration import measure_concentration
from relmap.model.period import Period, last_day, parse_period
from relmap.portfolio.values import Year

Amounts = Mapping[str, float]


class _Comparison(NamedTuple):
    change: float | None
    compared: int
    reason: str


def years_of(assessment: Assessment) -> tuple[Year, ...]:
    """Return the complete fiscal years in which any account has revenue, oldest first."""
    return tuple(_years(assessment))


def _years(assessment: Assessment) -> Iterator[Year]:
    before: tuple[Period, Amounts] | None = None
    for period in _periods(assessment):
        revenue, profit = _amounts(assessment, period)
        if not any(revenue.values()):
            continue
        yield _year(assessment, period, revenue, profit, _compare(period, revenue, before))
        before = period, revenue


def _periods(assessment: Assessment) -> list[Period]:
    starts = assessment.settings.fiscal_year_starts
    years = {parse_period(entry.key).year for account in assessment.accounts for entry in account.row.money}
    return [Period(year) for year in sorted(years) if last_day(Period(year), starts) < assessment.as_of]


def _amounts(assessment: Assessment, period: Period) -> tuple[Amounts, Amounts]:
    """Return revenue and gross profit by account, of those who have them."""
    found = {entry.row.id: amounts_in(entry.row, period) for entry in assessment.accounts}
    revenue, profit = (
        {account: amount for account, each in found.items() if (amount := each[place]) is not None} for place in (0, 1)
    )
    return revenue, profit


def _year(assessment: Assessment, period: Period, revenue: Amounts, profit: Amounts, compared: _Comparison) -> Year:
    groups = {entry.row.id: entry.group for entry in assessment.accounts}
    sums: dict[str, float] = defaultdict(float)
    for account, amount in revenue.items():
        sums[groups[account]] += amount
    found = measure_concentration(period.label, sums.items())
    return Year(
        period.label,
        fsum(revenue.values()),
        fsum(profit.values()) if profit else None,
        len(revenue),
        len(profit.keys() & revenue.keys()),
        sum(_lacks(entry, period, revenue, assessment) for entry in assessment.accounts),
        found.top[1],
        found.hhi or 0.0,
        *compared,
    )


def _lacks(entry: AssessedAccount, period: Period, revenue: Amounts, assessment: Assessment) -> bool:
    return entry.row.id not in revenue and is_expected(entry.row, period, assessment.settings)


def _compare(period: Period, now: Amounts, before: tuple[Period, Amounts] | None) -> _Comparison:
    if before is None:
        return _Comparison(None, 0, "")
    earlier, was = before
    if earlier.year != period.year - 1:
        return _Comparison(None, 0, f"there are no figures for {Period(period.year - 1).label}")
    both = now.keys() & was.keys()
    base = fsum(was[account] for account in both)
    if not base:
        reason = "no account has figures in both years" if not both else "the accounts in both years had no revenue"
        return _Comparison(None, len(both), reason)
    return _Comparison((fsum(now[account] for account in both) - base) / base * 100, len(both), "")
