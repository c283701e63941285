"""Fiscal years and quarters, named after the year in which the fiscal year ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.model.period import Period, first_day, last_day, parse_period, quarter_at, quarter_of

DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))
MONTHS = st.integers(1, 12)


@pytest.mark.parametrize(
    ("day", "starts", "expected"),
    [
        ("2026-01-01", 1, "2026-Q1"),
        ("2026-03-31", 1, "2026-Q1"),
        ("2026-04-01", 1, "2026-Q2"),
        ("2026-12-31", 1, "2026-Q4"),
        ("2026-03-31", 4, "2026-Q4"),
        ("2026-04-01", 4, "2027-Q1"),
        ("2026-12-31", 4, "2027-Q3"),
        ("2026-01-01", 4, "2026-Q4"),
        ("2026-06-30", 7, "2026-Q4"),
        ("2026-07-01", 7, "2027-Q1"),
        ("2026-09-30", 10, "2026-Q4"),
        ("2026-10-01", 10, "2027-Q1"),
        ("2027-01-01", 10, "2027-Q2"),
        ("2026-12-01", 12, "2027-Q1"),
        ("2027-02-28", 12, "2027-Q1"),
    ],
)
def test_the_quarter_of_a_day(day: str, starts: int, expected: str) -> None:
    assert str(quarter_of(date.fromisoformat(day), starts)) == expected


@pytest.mark.parametrize(
    ("period", "starts", "first", "last"),
    [
        ("2026", 1, "2026-01-01", "2026-12-31"),
        ("2026-Q1", 1, "2026-01-01", "2026-03-31"),
        ("2026", 4, "2025-04-01", "2026-03-31"),
        ("2026-Q4", 4, "2026-01-01", "2026-03-31"),
        ("2026-Q1", 7, "2025-07-01", "2025-09-30"),
        ("2026-Q2", 10, "2026-01-01", "2026-03-31"),
        ("2024-Q1", 12, "2023-12-01", "2024-02-29"),
    ],
)
def test_the_days_of_a_period(period: str, starts: int, first: str, last: str) -> None:
    assert str(first_day(parse_period(period), starts)) == first
    assert str(last_day(parse_period(period), starts)) == last


@given(DAYS, MONTHS)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_a_day_lies_in_its_quarter_and_its_year(day: date, starts: int) -> None:
    quarter = quarter_of(day, starts)
    assert first_day(quarter, starts) <= day <= last_day(quarter, starts)
    assert first_day(Period(quarter.year), starts) <= day <= last_day(Period(quarter.year), starts)
    assert last_day(Period(quarter.year), starts).year == quarter.year, "named after the year in which it ends"


@given(DAYS, MONTHS)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_quarters_follow_each_other_without_a_gap(day: date, starts: int) -> None:
    quarter = quarter_of(day, starts)
    following = quarter_of(last_day(quarter, starts) + timedelta(days=1), starts)
    assert following.back(1) == quarter
    assert first_day(following, starts) == last_day(quarter, starts) + timedelta(days=1)


def test_going_back_crosses_the_year() -> None:
    assert [str(Period(2026, 2).back(quarters)) for quarters in (0, 1, 2, 4, 8)] == [
        "2026-Q2",
        "2026-Q1",
        "2025-Q4",
        "2025-Q2",
        "2024-Q2",
    ]
    assert quarter_at(Period(2026, 2).ordinal) == Period(2026, 2)


def test_a_period_is_read_written_and_shown() -> None:
    assert parse_period("2025") == Period(2025)
    assert parse_period("2025-Q1") == Period(2025, 1)
    assert [str(Period(2025)), str(Period(2025, 1))] == ["2025", "2025-Q1"]
    assert Period(2025, 1).label == "FY2025-Q1"
