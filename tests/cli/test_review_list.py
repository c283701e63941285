"""`relmap review --due` and `--status`: where the reviews of a book stand, in every format and ending."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from relmap.render.json_schema import review_schema

from .running import Ending, write_book

Run = Callable[..., Ending]

SETTINGS = "company: Northwind\nteam: {maria: {}, tom: {name: Tom Hansen}}\ngrace_days: 14\n"
REVIEWED = "name: {name}\nowner: tom\nreviews: [{{date: 2026-07-08, by: tom, quarter: {quarter}, outcome: hold}}]\n"
BOOK = {
    "relmap.yaml": SETTINGS,
    "accounts/current.yaml": REVIEWED.format(name="Current", quarter="2026-Q4"),
    "accounts/late.yaml": REVIEWED.format(name="Late", quarter="2026-Q3"),
    "accounts/never.yaml": "name: Never\nowner: maria\ntier: key\n",
    "accounts/prospect.yaml": "name: Prospect\nowner: maria\nstatus: prospect\n",
}


@pytest.fixture
def review(relmap: Run, tmp_path: Path) -> Run:
    book = write_book(tmp_path / "book", BOOK)
    return lambda *words, as_of="2026-11-15": relmap("review", *words, "-C", str(book), "--as-of", as_of)


def ids(ending: Ending) -> list[str]:
    return [row["id"] for row in csv.DictReader(ending.out.splitlines())]


def test_the_status_of_all_is_listed_the_most_urgent_first(review: Run) -> None:
    ending = review("--status", "--format", "csv")
    assert (ending.code, ending.err) == (0, "")
    rows = {row["id"]: row for row in csv.DictReader(ending.out.splitlines())}
    assert list(rows) == ["never", "late", "current", "prospect"]
    assert [row["state"] for row in rows.values()] == ["never", "overdue", "current", "none"]
    assert rows["current"] | {"path": ""} == {
        "id": "current",
        "name": "Current",
        "owner": "tom",
        "tier": "",
        "status": "customer",
        "path": "",
        "state": "current",
        "asked_from": "2027-01-01",
        "due_by": "2027-01-15",
        "changed": "",
        "last_date": "2026-07-08",
        "last_quarter": "2026-Q4",
        "last_by": "tom",
        "last_outcome": "hold",
    }


@pytest.mark.parametrize(
    ("as_of", "within", "expected"),
    [
        ("2026-11-15", "0", ["never", "late"]),
        ("2026-12-17", "14d", ["never", "late"]),
        ("2026-12-18", "14d", ["never", "late", "current"]),  # asked for from 2027-01-01, the last of 14 days
        ("2027-01-01", "0d", ["never", "current", "late"]),  # a new quarter: due, both of them
    ],
)
def test_due_is_what_is_asked_for_now_or_within_the_days(
    review: Run, as_of: str, within: str, expected: list[str]
) -> None:
    assert sorted(ids(review("--due", "--within", within, "--format", "csv", as_of=as_of))) == sorted(expected)
    assert review("--due", as_of=as_of).code == 0, "a list is no gate"


def test_where_nothing_is_due_it_is_said_and_every_format_is_valid(relmap: Run, tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", {key: BOOK[key] for key in ("relmap.yaml", "accounts/current.yaml")})
    words = ("review", "--due", "--within", "14d", "-C", str(book), "--as-of", "2026-11-15", "--format")
    assert "No review is asked for within 14 days." in relmap(*words, "text").out
    assert json.loads(relmap(*words, "json").out)["accounts"] == []
    assert len(relmap(*words, "csv").out.splitlines()) == 1


def test_the_json_is_that_of_its_schema(review: Run) -> None:
    document = json.loads(review("--status", "--format", "json").out)
    Draft202012Validator(review_schema()).validate(document)
    assert (document["quarter"], document["within"]) == ("2026-Q4", None)
    assert document["states"] == {"none": 1, "current": 1, "due": 0, "waived": 0, "overdue": 1, "never": 1}
    assert document["accounts"][0] == {
        "id": "never",
        "path": "accounts/never.yaml",
        "name": "Never",
        "owner": "maria",
        "tier": "key",
        "status": "customer",
        "state": "never",
        "asked_from": None,
        "due_by": None,
        "changed": None,
        "last": None,
    }


def test_one_account_or_those_of_a_condition_can_be_listed(review: Run) -> None:
    assert ids(review("late", "--status", "--format", "csv")) == ["late"]
    assert ids(review("--status", "--where", "owner=maria", "--format", "csv")) == ["never", "prospect"]
    assert ids(review("--due", "--where", "owner=tom", "--format", "csv")) == ["late"]


def test_several_formats_in_one_run(review: Run, tmp_path: Path) -> None:
    words = [
        word for form in ("rich", "text", "markdown", "json", "csv") for word in ("-o", f"{form}:{tmp_path / form}")
    ]
    assert review("--status", *words).out == ""
    assert all("Late" in (tmp_path / form).read_text(encoding="utf-8") for form in ("rich", "text", "markdown", "json"))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--due", "--within", "soon"), "--within 'soon' is no number of days\n  hint: write it as 14d\n"),
        (("--due", "--within", "-1"), "--within '-1' is no number of days\n  hint: write it as 14d\n"),
        (("--status", "--within", "14d"), "--within goes with --due\n"),
        (("--status", "--by", "tom"), "--due and --status only list\n"),
        (("--status", "--format", "xml"), "--format 'xml' is not possible\n"),
        (("--status", "--where", "tier=gold"), "no account matched --where\n"),
        (("--status", "--where", "nonsense"), "cannot read 'nonsense' in --where\n"),
        (("nobody", "--status"), "no account 'nobody'\n"),
    ],
)
def test_what_cannot_be_listed_ends_with_2(review: Run, words: tuple[str, ...], message: str) -> None:
    ending = review(*words)
    assert ending.code == 2
    assert f"relmap: {message}" in ending.err


def test_a_broken_file_is_told_and_the_others_are_listed(review: Run, tmp_path: Path) -> None:
    (tmp_path / "book" / "accounts" / "late.yaml").write_text("name: [\n", encoding="utf-8")
    ending = review("--status", "--format", "json")
    assert ending.code == 2
    assert "accounts/late.yaml:" in ending.err
    document = json.loads(ending.out)
    assert document["broken"] == ["late"]
    assert len(document["accounts"]) == 3
    assert review("late", "--status").err.endswith("relmap: late cannot be listed: the file is broken\n")


def test_broken_settings_and_an_empty_book_end_with_2(relmap: Run, tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", {"relmap.yaml": "company: [\n"})
    assert relmap("review", "--due", "-C", str(book)).code == 2
    (book / "relmap.yaml").write_text("company: Northwind\n", encoding="utf-8")
    ending = relmap("review", "--due", "-C", str(book))
    assert (ending.code, ending.out) == (2, "")
    assert ending.err.startswith("relmap: no account file in ")


def test_listing_writes_nothing(review: Run, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in (tmp_path / "book").rglob("*") if path.is_file()}
    assert review("--status").code == 0
    assert {path: path.read_bytes() for path in (tmp_path / "book").rglob("*") if path.is_file()} == before
