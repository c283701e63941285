"""What an account's file said when it was last reviewed: found in git, or said plainly that it cannot be known."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relmap.book.git import Repository, Version, find_repository
from relmap.book.parse import parse
from relmap.book.validate import validate
from relmap.errors import RelmapError
from relmap.measures.review import last_review
from relmap.model.account import Account
from relmap.model.account_digest import digest_account, is_comparable
from relmap.model.plans import Review

LOOKED_AT = 200
"""The most versions of one file that are read to find the one that was reviewed, the nearest to its day first."""


class Previous(NamedTuple):
    """The account as it was reviewed, or why nobody can tell."""

    review: Review | None
    account: Account | None = None
    day: date | None = None
    """The day on which that version was committed."""
    by_digest: bool = False
    """Is it the very content that was reviewed? Else it is what had been committed by the day of the review."""
    unknown: str = ""
    """Why what the file said then cannot be known; empty where it is, or where nothing was ever reviewed."""


def find_previous(root: Path, path: str, account: Account, as_of: date) -> Previous:
    """Return what the file at `path` of the book said at the last review up to a day."""
    review = last_review(account, as_of)
    if review is None:
        return Previous(None)
    try:
        found = find_repository(root)
        if found is None:
            return Previous(review, unknown="the book is in no git repository")
        return _find(found, _real_path(root, path), review)
    except RelmapError as error:
        return Previous(review, unknown=error.message)


def _real_path(root: Path, path: str) -> str:
    """Return where the file really is in the book: git follows no links."""
    return (root / path).resolve().relative_to(root.resolve()).as_posix()


def _find(repository: Repository, path: str, review: Review) -> Previous:
    versions = repository.versions(path)
    if is_comparable(review.digest):
        nearest = sorted(versions, key=lambda version: abs((version.day - review.date).days))[:LOOKED_AT]
        for version, account in zip(nearest, _accounts(repository, nearest), strict=True):
            if account and digest_account(account) == review.digest:
                return Previous(review, account, version.day, by_digest=True)
    version_then = next((version for version in versions if version.day <= review.date), None)
    if version_then is None:
        cut = repository.is_shallow()
        why = "this clone is shallow; fetch the whole history" if cut else f"git has no version of {path} from then"
        return Previous(review, unknown=why)
    (account_then,) = _accounts(repository, [version_then])
    if account_then is None:
        return Previous(review, unknown=f"what git has of {path} from then cannot be read")
    return Previous(review, account_then, version_then.day)


def _accounts(repository: Repository, versions: Sequence[Version]) -> "list[Account | None]":
    return [None if data is None else _read(data) for data in repository.contents([one.blob for one in versions])]


def _read(data: bytes) -> Account | None:
    """Return the account that a file's bytes make, whoever they refer to; None where they make none."""
    parsed = parse(data, "")
    if parsed.document is None or parsed.findings:
        return None
    return validate(parsed.document, Account)[0]
