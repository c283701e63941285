"""The version that was reviewed: found by its digest, else by its day, else said plainly that nobody knows."""

from datetime import date
from pathlib import Path

import pytest

from relmap.book.parse import parse
from relmap.book.validate import validate
from relmap.model.account import Account
from relmap.model.account_digest import digest_account
from relmap.review.previous import Previous, find_previous

from ..repository import commit, git

PATH = "accounts/acme.yaml"
AS_OF = date(2026, 11, 15)


def account(text: str) -> Account:
    document = parse(text.encode(), PATH).document
    assert document is not None
    noun, problems = validate(document, Account)
    assert noun is not None, problems
    return noun


def text(power: int, *reviews: str) -> str:
    rows = "".join(f"\n  - {row}" for row in reviews)
    return f"name: Acme\nowner: maria\ncontacts: {{jane: {{power: {power}}}}}\n" + (f"reviews:{rows}\n" if rows else "")


def review(day: str, digest: str = "") -> str:
    stamp = f", digest: '{digest}'" if digest else ""
    return f"{{date: {day}, by: maria, quarter: 2026-Q4{stamp}}}"


def put(root: Path, content: str) -> None:
    (root / PATH).parent.mkdir(parents=True, exist_ok=True)
    (root / PATH).write_text(content, encoding="utf-8")


def previous(root: Path) -> Previous:
    return find_previous(root, PATH, account((root / PATH).read_text(encoding="utf-8")), AS_OF)


def power(found: Previous) -> int | None:
    return found.account.contacts["jane"].power if found.account else None


def test_an_account_that_was_never_reviewed_has_no_version_to_compare_with(tmp_path: Path) -> None:
    put(tmp_path, text(5))
    assert previous(tmp_path) == Previous(None)


def test_the_version_with_the_digest_of_the_review_is_it_whenever_it_was_committed(tmp_path: Path) -> None:
    digest = digest_account(account(text(4)))
    for day, content in (
        ("2026-09-01", text(3)),
        ("2026-10-09", text(4, review("2026-10-05", digest))),  # reviewed on the 5th, committed on the 9th
        ("2026-11-01", text(5, review("2026-10-05", digest))),
    ):
        put(tmp_path, content)
        commit(tmp_path, day)
    found = previous(tmp_path)
    assert (power(found), str(found.day), found.by_digest, found.unknown) == (4, "2026-10-09", True, "")


@pytest.mark.parametrize("digest", ["", "rm1:0123456789ab", "rm1:5f0c"])
def test_without_its_digest_in_git_it_is_what_was_committed_by_the_day(tmp_path: Path, digest: str) -> None:
    for day, level in (("2026-09-01", 3), ("2026-10-05", 4), ("2026-10-06", 5)):
        put(tmp_path, text(level, review("2026-10-05", digest)))
        commit(tmp_path, day)
    found = previous(tmp_path)
    assert (power(found), str(found.day), found.by_digest) == (4, "2026-10-05", False)


def test_the_file_is_followed_through_a_renaming_and_a_link(tmp_path: Path) -> None:
    put(tmp_path, text(4, review("2026-10-05")))
    commit(tmp_path, "2026-10-05")
    git(tmp_path, "mv", PATH, "accounts/acme-robotics.yaml")
    commit(tmp_path, "2026-10-07")
    (tmp_path / PATH).symlink_to("acme-robotics.yaml")
    assert power(previous(tmp_path)) == 4


@pytest.mark.parametrize(
    ("committed", "expected"),
    [
        ("", "the book is in no git repository"),
        ("2026-10-06", "git has no version of accounts/acme.yaml from then"),
    ],
)
def test_what_git_does_not_have_is_not_known(tmp_path: Path, committed: str, expected: str) -> None:
    put(tmp_path, text(4, review("2026-10-05")))
    if committed:
        commit(tmp_path, committed)
    assert (power(previous(tmp_path)), previous(tmp_path).unknown) == (None, expected)


def test_a_version_that_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    put(tmp_path, "name: [\n")
    commit(tmp_path, "2026-10-05")
    put(tmp_path, text(4, review("2026-10-05")))
    assert previous(tmp_path).unknown == "what git has of accounts/acme.yaml from then cannot be read"


def test_in_a_shallow_clone_it_is_said_what_to_fetch(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    put(origin, text(3, review("2026-10-05")))
    commit(origin, "2026-10-05")
    put(origin, text(4, review("2026-10-05")))
    commit(origin, "2026-10-20")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{origin}", "shallow")
    assert previous(tmp_path / "shallow").unknown == "this clone is shallow; fetch the whole history"


def test_without_git_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, text(4, review("2026-10-05")))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert previous(tmp_path).unknown == "git is needed for this and was not found"
