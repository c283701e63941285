"""The day, the period of shares, the processes and the order of `relmap assess`."""

import csv
import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from benchmarks.generate import write_book

from .running import MERIDIAN, Ending

Run = Callable[..., Ending]


def ids(ending: Ending) -> list[str]:
    assert (ending.code, ending.err) == (0, "")
    return [row["id"] for row in csv.DictReader(StringIO(ending.out))]


def test_the_day_is_today_unless_it_is_given(relmap: Run, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relmap.cli.options.today", lambda: date(2026, 3, 4))
    assert " on 2026-03-04\n" in relmap("assess", "-C", str(book)).out
    monkeypatch.setenv("RELMAP_AS_OF", "2026-05-06")
    assert " on 2026-05-06\n" in relmap("assess", "-C", str(book)).out
    assert " on 2026-07-08\n" in relmap("assess", "-C", str(book), "--as-of", "2026-07-08").out
    monkeypatch.setenv("RELMAP_AS_OF", "")
    assert " on 2026-03-04\n" in relmap("assess", "-C", str(book)).out


@pytest.mark.parametrize("day", ["yesterday", "20261115", "2026-11-31", "15.11.2026", "2026-W46-7", "2026-1-1", " "])
def test_a_day_that_is_none(relmap: Run, book: Path, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    expected = (
        2,
        "",
        f"relmap: --as-of {day!r} is no day\n  hint: write it as YYYY-MM-DD, for example 2026-11-15\n",
    )
    assert relmap("assess", "-C", str(book), "--as-of", day) == expected
    monkeypatch.setenv("RELMAP_AS_OF", day)
    assert relmap("assess", "-C", str(book)) == expected


def test_facts_after_the_day_are_counted_and_told(relmap: Run, book: Path) -> None:
    words = ("assess", "-C", str(book), "--as-of", "2026-10-01")
    code, out, err = relmap(*words)
    assert code == 0
    assert err.startswith(
        "note: 1 fact is dated after 2026-10-01 and not counted; the first is at accounts/north/boreal"
    )
    assert relmap(*words, "-q") == (0, out, "")
    code, _, err = relmap(*words, "-v")
    assert (code, "RM124 warning" in err, "note: 3 accounts read, 1 warnings\n" in err) == (0, True, True)


@pytest.mark.parametrize(
    ("period", "label", "revenue"),
    [("2025", "2025", 900), ("FY2024", "2024", 900), ("2026-q3", "2026-Q3", 50), (" 2026-Q3 ", "2026-Q3", 50)],
)
def test_a_period_that_is_over(assess: Run, period: str, label: str, revenue: int) -> None:
    code, out, err = assess("--period", period, "--format", "json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert (answer["period"], answer["book"]["revenue"]["total"]) == (label, revenue)


def test_without_a_period_it_is_the_latest_complete_year(assess: Run) -> None:
    assert assess() == assess("--period", "2025")


@pytest.mark.parametrize("period", ["2025-Q5", "25", "2025-13", "last year", "", "2025Q1", "20255", "２０２５"])
def test_a_period_that_is_none(assess: Run, period: str) -> None:
    code, out, err = assess("--period", period)
    assert (code, out) == (2, "")
    assert err == f"relmap: --period {period!r} is no period\n  hint: write a fiscal year (2025) or quarter (2025-Q1)\n"


@pytest.mark.parametrize(
    ("period", "last"), [("2026", "2026-12-31"), ("2026-Q4", "2026-12-31"), ("2027", "2027-12-31")]
)
def test_a_period_that_is_not_over_gives_no_shares(assess: Run, period: str, last: str) -> None:
    assert assess("--period", period) == (
        2,
        "",
        f"relmap: FY{period} is not finished on 2026-11-15, so it gives no shares\n  hint: it ends on {last}; "
        "name an earlier period, or leave --period out for the latest complete year\n",
    )


def test_a_period_in_which_nobody_has_figures_leaves_shares_open(assess: Run) -> None:
    code, out, err = assess("--period", "2011", "--format", "json")
    assert (code, err) == (0, "")
    assert {entry["measures"]["share"]["value"] for entry in json.loads(out)["accounts"]} == {None}


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "", "1.5", "٢"])
def test_a_number_of_processes_that_is_none(assess: Run, jobs: str) -> None:
    expected = (2, "", f"relmap: --jobs {jobs!r} is no number of processes\n  hint: write 1 or more\n")
    assert assess(f"--jobs={jobs}") == expected


def test_any_number_of_processes_gives_the_same_bytes(relmap: Run, tmp_path: Path) -> None:
    write_book(tmp_path, 300)
    one, two = (
        relmap("assess", "-C", str(tmp_path), "--as-of", "2026-11-15", "--format", "json", "--jobs", jobs)
        for jobs in ("1", "2")
    )
    assert one.code == 0
    assert one == two


def test_the_order_is_exposure_the_unknown_first(assess: Run) -> None:
    assert ids(assess("--format", "csv")) == ["acre", "acme", "boreal"]
    assert ids(assess("--format", "csv", "--sort", "exposure")) == ["acre", "acme", "boreal"]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("name", ["acme", "acre", "boreal"]),
        ("-name", ["boreal", "acre", "acme"]),
        ("owner", ["acme", "acre", "boreal"]),
        ("-owner", ["boreal", "acre", "acme"]),
        ("share", ["acme", "boreal", "acre"]),
        ("-share", ["boreal", "acme", "acre"]),
        ("coverage", ["boreal", "acme", "acre"]),
        ("stage.earned", ["boreal", "acme", "acre"]),
        ("-stage.earned", ["acme", "acre", "boreal"]),
    ],
)
def test_sorting_by_a_field_or_the_highest_measure_first_what_is_not_known_last(
    assess: Run, by: str, expected: list[str]
) -> None:
    assert ids(assess("--format", "csv", f"--sort={by}")) == expected


def test_cards_come_in_the_same_order(relmap: Run) -> None:
    words = ("assess", "-C", str(MERIDIAN), "--as-of", "2026-11-15", "--format", "csv", "--sort", "-share")
    assert ids(relmap(*words, "haldermark-marine", "dornelle-bakeries", "rothmere-steel")) == [
        "dornelle-bakeries",
        "rothmere-steel",
        "haldermark-marine",
    ]


@pytest.mark.parametrize(("by", "nearest"), [("exposur", "exposure"), ("-nam", "name"), ("stage.our", "stage.ours")])
def test_sorting_by_something_unknown_names_the_nearest(assess: Run, by: str, nearest: str) -> None:
    wrong = by.removeprefix("-")
    expected = f"relmap: --sort does not know {wrong!r}\n  hint: did you mean {nearest}?\n"
    assert assess(f"--sort={by}") == (2, "", expected)


def test_sorting_by_something_far_off_lists_what_there_is(assess: Run) -> None:
    code, out, err = assess("--sort", "zzz")
    assert (code, out) == (2, "")
    assert "hint: known: id, name, owner" in err
