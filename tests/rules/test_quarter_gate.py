"""The quarter's gate, `--select RM3`, on the last and the first day of a fiscal quarter, whenever the year begins."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from relmap.book.load import open_book
from relmap.model.period import Period, first_day, last_day
from relmap.rules.gate import Checked, Run, check_book
from relmap.rules.plan import Choice, make_plan

each_year = pytest.mark.parametrize("starts", [1, 4, 7, 10])
each_quarter = pytest.mark.parametrize("quarter", [1, 2, 3, 4])

BEGINS = {
    1: ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01"],
    4: ["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01", "2026-04-01"],
    7: ["2025-07-01", "2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01"],
    10: ["2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"],
}
"""The first days of the four quarters of FY2026, and of the first of FY2027, by the month the year begins in."""


def write_book(root: Path, starts: int, reviewed: date, quarter: str, grace: int = 14) -> Path:
    """Write a book of two customers: one reviewed every quarter, one every year."""
    (root / "accounts").mkdir(exist_ok=True)
    settings = f"company: Quellwerk\nfiscal_year_starts: {starts}\ngrace_days: {grace}\n"
    (root / "relmap.yaml").write_text(settings, encoding="utf-8")
    for tier in ("key", "core"):
        review = f"{{date: {reviewed}, quarter: {quarter}, by: maria, outcome: hold}}"
        text = f"name: Harrow Foods\nowner: maria\ntier: {tier}\nreviews:\n  - {review}\n"
        (root / "accounts" / f"{tier}.yaml").write_text(text, encoding="utf-8")
    return root


def check(root: Path, as_of: date, *, within: int = 0, require_current: bool = False) -> Checked:
    """Check a book as `relmap check --select RM3` does."""
    book = open_book(root)
    assert book.settings is not None
    choice = Choice(select=("RM3",), require_current=require_current)
    return check_book(
        book, book.settings, Run(as_of, make_plan(book.settings, choice, as_of + timedelta(days=within)), jobs=1)
    )


def told(checked: Checked) -> list[tuple[str, str]]:
    """Return account and code of what holds on the day."""
    return [(found.account, found.code) for found in checked.active]


def coming(checked: Checked) -> list[tuple[str, str, date | None]]:
    """Return account, code and day of what goes red next."""
    return [(found.account, found.code, found.on) for found in checked.upcoming]


@each_year
@each_quarter
def test_the_days_of_fiscal_quarters(starts: int, quarter: int) -> None:
    begins, next_begins = (date.fromisoformat(day) for day in BEGINS[starts][quarter - 1 : quarter + 1])
    assert first_day(Period(2026, quarter), starts) == begins
    assert last_day(Period(2026, quarter), starts) == next_begins - timedelta(days=1)


@each_year
@each_quarter
@pytest.mark.parametrize("require_current", [False, True])
def test_a_review_of_the_quarter_is_good_until_its_last_day(
    starts: int, quarter: int, require_current: bool, tmp_path: Path
) -> None:
    begins, next_begins = (date.fromisoformat(day) for day in BEGINS[starts][quarter - 1 : quarter + 1])
    write_book(tmp_path, starts, begins, f"2026-Q{quarter}")
    assert told(check(tmp_path, begins, require_current=require_current)) == []
    assert told(check(tmp_path, next_begins - timedelta(days=1), require_current=require_current)) == []


@each_year
@each_quarter
def test_on_the_first_day_of_the_next_a_review_is_due_and_red_after_the_days_of_grace(
    starts: int, quarter: int, tmp_path: Path
) -> None:
    first = date.fromisoformat(BEGINS[starts][quarter])
    write_book(tmp_path, starts, first - timedelta(days=1), f"2026-Q{quarter}")
    missing = ["core", "key"] if quarter == 4 else ["key"]  # (the year of the tier core ends with its last quarter)
    red = first + timedelta(days=15)
    assert told(check(tmp_path, first)) == []
    assert told(check(tmp_path, first, require_current=True)) == [(account, "RM301") for account in missing]
    assert coming(check(tmp_path, first, within=14)) == []
    assert coming(check(tmp_path, first, within=15)) == [(account, "RM301", red) for account in missing]
    assert told(check(tmp_path, red - timedelta(days=1))) == []
    assert told(check(tmp_path, red)) == [(account, "RM301") for account in missing]


@each_year
@each_quarter
def test_without_days_of_grace_the_second_day_is_red(starts: int, quarter: int, tmp_path: Path) -> None:
    first = date.fromisoformat(BEGINS[starts][quarter])
    write_book(tmp_path, starts, first - timedelta(days=1), f"2026-Q{quarter}", grace=0)
    assert told(check(tmp_path, first)) == []
    assert ("key", "RM301") in told(check(tmp_path, first + timedelta(days=1)))


@each_year
def test_a_review_of_the_quarter_before_is_red_on_its_last_day(starts: int, tmp_path: Path) -> None:
    begins = [date.fromisoformat(day) for day in BEGINS[starts]]
    write_book(tmp_path, starts, begins[1] - timedelta(days=1), "2026-Q1")
    assert told(check(tmp_path, begins[2] - timedelta(days=1))) == [("key", "RM301")]


@each_year
def test_a_review_on_the_first_day_makes_the_new_quarter_green(starts: int, tmp_path: Path) -> None:
    first = date.fromisoformat(BEGINS[starts][4])
    write_book(tmp_path, starts, first, "2027-Q1")
    assert told(check(tmp_path, first, require_current=True)) == []
    assert told(check(tmp_path, first - timedelta(days=1))) == [
        (account, code) for account in ("core", "key") for code in ("RM302", "RM304")
    ]
