"""Which change of revenue is the latest."""

import pytest

from relmap.measures.trade import latest_change

from .build import facts

YEARS = "2024: 100, 2025: 90"
QUARTERS = "2025-Q3: 20, 2026-Q3: 30"


@pytest.mark.parametrize(
    ("money", "detail"),
    [
        (YEARS, "2024 to 2025: -10.0 %"),
        (QUARTERS, "2025-Q3 to 2026-Q3: +50.0 %"),
        (f"{YEARS}, {QUARTERS}", "2025-Q3 to 2026-Q3: +50.0 %"),
        (f"{YEARS}, 2023-Q3: 20, 2024-Q3: 30", "2024 to 2025: -10.0 %"),  # the years end later
        (f"{YEARS}, 2024-Q4: 20, 2025-Q4: 30", "2024-Q4 to 2025-Q4: +50.0 %"),  # of one end the finer one
    ],
)
def test_the_latest_change_is_the_one_that_ends_last(money: str, detail: str) -> None:
    found = latest_change(facts(f"financials: {{{money}}}\n"))
    assert found is not None
    assert found.detail == detail


def test_without_two_periods_nothing_changed() -> None:
    assert latest_change(facts("financials: {2025: 100}\n")) is None
