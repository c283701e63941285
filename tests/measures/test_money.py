"""Which figures a day may use."""

from datetime import date

import pytest

from relmap.measures.money import YearMoney, complete_quarters, complete_years
from relmap.model.money import Financials
from relmap.model.period import Period

from .build import facts


def financials(text: str) -> dict[str, Financials]:
    return facts(f"financials: {text}").account.financials


def years(text: str, as_of: str = "2026-11-15", starts: int = 1) -> list[YearMoney]:
    return complete_years(financials(text), date.fromisoformat(as_of), starts)


def test_a_bare_number_is_revenue() -> None:
    assert years("{2025: 500000}") == [YearMoney(2025, 500000, None, None, None, ("2025",))]


def test_the_oldest_year_stands_first_whatever_the_order_in_the_file() -> None:
    assert [year.revenue for year in years("{2025: 2, 2023: 0, 2024: 1}")] == [0, 1, 2]


@pytest.mark.parametrize(
    ("as_of", "starts", "expected"),
    [
        ("2025-12-31", 1, [2024]),  # the day is still in 2025
        ("2026-01-01", 1, [2024, 2025]),
        ("2026-03-31", 4, [2024, 2025]),
        ("2026-04-01", 4, [2024, 2025, 2026]),
        ("2026-06-30", 7, [2024, 2025]),
        ("2026-07-01", 7, [2024, 2025, 2026]),
        ("2026-09-30", 10, [2024, 2025]),
        ("2026-10-01", 10, [2024, 2025, 2026]),
    ],
)
def test_a_year_that_contains_the_day_is_unfinished(as_of: str, starts: int, expected: list[int]) -> None:
    assert [year.year for year in years("{2024: 1, 2025: 1, 2026: 1, 2027: 1}", as_of, starts)] == expected


def test_four_quarters_make_a_year() -> None:
    quarters = "2025-Q1: 1, 2025-Q2: {revenue: 2, gross_profit: 1}, 2025-Q3: 3"
    assert years(f"{{{quarters}}}") == []
    assert years(f"{{{quarters}, 2025-Q4: 4}}") == [
        YearMoney(2025, 10, None, None, None, ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"))
    ]


def test_a_year_wins_over_its_quarters() -> None:
    text = "{2025: 9, 2025-Q1: 1, 2025-Q2: 1, 2025-Q3: 1, 2025-Q4: 1}"
    assert [year.revenue for year in years(text)] == [9]


def test_complete_quarters_end_before_the_day() -> None:
    found = complete_quarters(financials("{2026-Q4: 1, 2026-Q3: 1, 2025: 1, 2025-Q4: 1}"), date(2026, 11, 15), 1)
    assert found == [(Period(2025, 4), "2025-Q4"), (Period(2026, 3), "2026-Q3")]
    assert len(complete_quarters(financials("{2026-Q3: 1}"), date(2026, 9, 30), 1)) == 0
    assert len(complete_quarters(financials("{2026-Q3: 1}"), date(2026, 10, 1), 1)) == 1
