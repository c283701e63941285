"""How the book's money went from one complete fiscal year, and fiscal quarter, to the next.

Two periods are compared over the accounts that have figures in both: a total with fewer customers in it is no fall.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import fsum
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.assess.second_pass import amounts_in, is_expected
from relmap.measures.concentration import measure_concentration
from relmap.model.period import Period, last_day, parse_period
from relmap.portfolio.values import Change, TrendPeriod

QUARTERS = 8
"""How many quarters are shown: each season twice."""


class _Amounts(NamedTuple):
    """Revenue and gross profit of one period by account, of those who have them."""

    revenue: Mapping[str, float]
    profit: Mapping[str, float]


_NOTHING = _Amounts({}, {})
_FIRST = Change(None, 0, "")


def years_of(assessment: Assessment) -> tuple[TrendPeriod, ...]:
    """Return the complete fiscal years in which any account has revenue, oldest first."""
    years = {Period(parse_period(entry.key).year) for account in assessment.accounts for entry in account.row.money}
    found = {year: _amounts(assessment, year) for year in _complete(assessment, years)}
    sold = [year for year, amounts in found.items() if any(amounts.revenue.values())]
    return tuple(_measure(assessment, year, _year_before(year), found, first=sold[0]) for year in sold)


def quarters_of(assessment: Assessment) -> tuple[TrendPeriod, ...]:
    """Return the last eight complete fiscal quarters in which any account has revenue, oldest first.

    A quarter is made of what stands under its own key: nobody knows how a year went over its quarters.
    """
    keys = {entry.key for account in assessment.accounts for entry in account.row.money if entry.revenue}
    sold = _complete(assessment, (period for period in map(parse_period, keys) if period.quarter))
    shown = sold[-QUARTERS:]
    needed = {period for quarter in shown for period in (quarter, quarter.back(1), _year_before(quarter))}
    found = {quarter: _amounts(assessment, quarter) for quarter in needed}
    return tuple(_measure(assessment, quarter, quarter.back(1), found, first=sold[0]) for quarter in shown)


def _year_before(period: Period) -> Period:
    return Period(period.year - 1, period.quarter)


def _complete(assessment: Assessment, periods: Iterable[Period]) -> list[Period]:
    starts = assessment.settings.fiscal_year_starts
    return [period for period in sorted(periods) if last_day(period, starts) < assessment.as_of]


def _amounts(assessment: Assessment, period: Period) -> _Amounts:
    found = {entry.row.id: amounts_in(entry.row, period) for entry in assessment.accounts}
    return _Amounts(
        {account: revenue for account, (revenue, _) in found.items() if revenue is not None},
        {account: profit for account, (_, profit) in found.items() if profit is not None},
    )


def _measure(
    assessment: Assessment, period: Period, before: Period, found: Mapping[Period, _Amounts], *, first: Period
) -> TrendPeriod:
    revenue, profit = found[period]
    sums: dict[str, float] = defaultdict(float)
    for entry in assessment.accounts:
        if (amount := revenue.get(entry.row.id)) is not None:
            sums[entry.group] += amount
    concentration = measure_concentration(period.label, sums.items())
    return TrendPeriod(
        period,
        fsum(revenue.values()),
        fsum(profit.values()) if profit else None,
        len(revenue),
        len(profit),
        sum(_lacks(entry, period, revenue, assessment) for entry in assessment.accounts),
        concentration.top[1],
        concentration.hhi or 0.0,
        _FIRST if period == first else _change(period, before, found),
        _change(period, _year_before(period), found),
    )


def _lacks(entry: AssessedAccount, period: Period, revenue: Mapping[str, float], assessment: Assessment) -> bool:
    return entry.row.id not in revenue and is_expected(entry.row, period, assessment.settings)


def _change(period: Period, earlier: Period, found: Mapping[Period, _Amounts]) -> Change:
    now, was = found[period].revenue, found.get(earlier, _NOTHING).revenue
    if not was:
        return Change(None, 0, f"there are no figures for {earlier.label}")
    both = now.keys() & was.keys()
    base = fsum(was[account] for account in both)
    if not base:
        noun = "quarters" if period.quarter else "years"
        reason = f"the accounts in both {noun} had no revenue" if both else f"no account has figures in both {noun}"
        return Change(None, len(both), reason)
    return Change((fsum(now[account] for account in both) - base) / base * 100, len(both), "")
