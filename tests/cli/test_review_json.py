"""`relmap review ACCOUNT --format json`: what was seen and recorded, for machines."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from relmap.render.json_record import plain
from relmap.render.json_schema import record_schema

from ..repository import commit
from .running import AS_OF, Ending

Run = Callable[..., Ending]
SAID = ("--by", "tom", "--outcome", "hold")


@pytest.fixture
def account(book: Path) -> Path:
    return book / "accounts" / "north" / "boreal.yaml"


@pytest.fixture
def review(relmap: Run, book: Path) -> Run:
    return lambda *words: relmap("review", "boreal", *words, "-C", str(book), "--as-of", AS_OF)


def read(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    Draft202012Validator(record_schema()).validate(document)
    return document


def test_a_recorded_review_answers_with_one_document(review: Run, account: Path) -> None:
    ending = review(*SAID, "--note", "fine", "--yes", "--format", "json")
    assert (ending.code, ending.err) == (0, "")
    document = read(ending.out)
    (entry,) = document["entries"]
    assert (document["recorded"], document["last"], document["changes"]) == (True, None, None)
    assert (entry["line"], entry["route"]) == (7, "reviews")
    assert (entry["value"]["by"], entry["value"]["date"], entry["value"]["note"]) == ("tom", AS_OF, "fine")
    assert account.read_text(encoding="utf-8").splitlines()[6].endswith("note: fine}")
    assert "+reviews:\n" in document["diff"]


def test_the_format_of_the_environment_counts_too(review: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELMAP_FORMAT", "json")
    assert read(review(*SAID, "--yes").out)["recorded"] is True


def test_a_second_time_nothing_is_new_and_the_last_review_is_told(review: Run) -> None:
    assert review(*SAID, "--yes").code == 0
    document = read(review(*SAID, "--yes", "--format", "json").out)
    assert (document["recorded"], document["entries"], document["diff"]) == (False, [], "")
    assert document["last"] == {"date": AS_OF, "quarter": "2026-Q4", "by": "tom", "outcome": "hold"}
    assert document["unknown"] == "the book is in no git repository"


def test_a_dry_run_has_the_diff_in_the_document_and_writes_nothing(review: Run, account: Path) -> None:
    before = account.read_bytes()
    ending = review(*SAID, "--dry-run", "--format", "json")
    document = read(ending.out)
    assert (ending.err, document["recorded"], len(document["entries"])) == ("", False, 1)
    assert document["diff"].startswith("--- a/accounts/north/boreal.yaml\n")
    assert account.read_bytes() == before


def test_what_changed_is_told_field_by_field(review: Run, book: Path, account: Path) -> None:
    assert review(*SAID, "--yes").code == 0
    commit(book)
    account.write_text(account.read_text(encoding="utf-8").replace("power: 5", "power: 3"), encoding="utf-8")
    document = read(review(*SAID, "--yes", "--format", "json").out)
    assert document["changes"] == [
        {
            "kind": "contacts",
            "label": "jane",
            "state": "changed",
            "fields": [{"field": "power", "before": 5, "after": 3}],
        }
    ]
    assert document["measures"], "power moves some"


def test_the_document_can_go_into_a_file_beside_the_page(review: Run, tmp_path: Path) -> None:
    ending = review(*SAID, "--yes", "-o", str(tmp_path / "page.txt"), "-o", f"json:{tmp_path / 'review.json'}")
    assert ending.out.startswith("\n1 entry recorded in "), "stdout is still for people"
    assert read((tmp_path / "review.json").read_text(encoding="utf-8"))["recorded"] is True
    assert (tmp_path / "page.txt").read_text(encoding="utf-8").startswith("Boreal Pumps: review")


def test_what_cannot_be_recorded_leaves_stdout_empty(review: Run) -> None:
    ending = review("--by", "nobody", "--outcome", "hold", "--yes", "--format", "json")
    assert (ending.code, ending.out) == (2, "")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (date(2026, 1, 2), "2026-01-02"),
        ({"a": (1, True)}, {"a": [1, True]}),
        (None, None),
        (1.5, 1.5),
    ],
)
def test_what_a_file_says_is_written_as_json_has_it(value: object, told: object) -> None:
    assert plain(value) == told
