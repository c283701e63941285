"""Fiscal years and quarters: always fiscal, named after the year in which the fiscal year ends."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple


class Period(NamedTuple):
    """A fiscal year (`quarter` 0) or a fiscal quarter (1 to 4)."""

    year: int
    quarter: int = 0

    def __str__(self) -> str:
        return f"{self.year}-Q{self.quarter}" if self.quarter else str(self.year)

    @property
    def label(self) -> str:
        """The period as people see it: FY2025 or FY2025-Q1."""
        return f"FY{self}"

    @property
    def ordinal(self) -> int:
        """The quarter's position on a line of quarters; a year stands at its first."""
        return self.year * 4 + max(self.quarter, 1) - 1

    def back(self, quarters: int) -> "Period":
        """The quarter that lies `quarters` before this one."""
        return quarter_at(self.ordinal - quarters)


def quarter_at(ordinal: int) -> Period:
    """Return the quarter at a position of `Period.ordinal`."""
    return Period(ordinal // 4, ordinal % 4 + 1)


@lru_cache(maxsize=4096)
def parse_period(key: str) -> Period:
    """Read `2025` or `2025-Q1`, as the model has already checked it."""
    year, _, quarter = key.partition("-Q")
    return Period(int(year), int(quarter or 0))


@lru_cache(maxsize=4096)
def quarter_of(day: date, starts: int) -> Period:
    """Return the fiscal quarter that contains `day`, where the fiscal year begins in month `starts` (1 to 12)."""
    months = (day.month - starts) % 12
    ends_next_year = starts > 1 and day.month >= starts
    return Period(day.year + ends_next_year, months // 3 + 1)


def first_day(period: Period, starts: int) -> date:
    """Return the first day of a period."""
    month_index = (period.year - (starts > 1)) * 12 + starts - 1 + (max(period.quarter, 1) - 1) * 3
    return date(month_index // 12, month_index % 12 + 1, 1)


def last_day(period: Period, starts: int) -> date:
    """Return the last day of a period."""
    following = quarter_at(period.ordinal + 1) if period.quarter else Period(period.year + 1)
    return first_day(following, starts) - timedelta(days=1)


def months_later(day: date, months: int) -> date:
    """Return the same day some calendar months later, or the last of a month that is too short for it."""
    position = day.year * 12 + day.month - 1 + months
    year, month = position // 12, position % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
