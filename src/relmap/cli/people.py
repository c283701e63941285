"""Completion of people: the contacts of the account that is named, and our team."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from relmap.cli.accounts import book_of, find_accounts
from relmap.errors import RelmapError

if TYPE_CHECKING:
    from relmap.book.load import Book
    from relmap.model.account import Account


def complete_person(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the ids that begin so, of the account's contacts and of our team; nothing where the book cannot be read.

    Reads relmap.yaml and the one account's file.
    """
    return _begun(ctx, incomplete, with_ours=True)


def complete_contact(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the ids of the account's contacts that begin so, as `complete_person` does."""
    return _begun(ctx, incomplete, with_ours=False)


def _begun(ctx: typer.Context, incomplete: str, *, with_ours: bool) -> list[str]:
    root = book_of(ctx)
    account = ctx.params.get("account") or next(iter(ctx.args), None)  # an option without its value leaves it there
    try:
        ids = _people(root, account, with_ours=with_ours) if root else []
    except (RelmapError, OSError):
        return []
    return [person for person in ids if person.startswith(incomplete)]


def _people(root: Path, word: str | None, *, with_ours: bool) -> list[str]:
    from relmap.book.load import open_book

    book = open_book(root)
    account = _account(book, word) if word else None
    contacts = account.contacts if account else {}
    if not with_ours:
        return list(contacts)
    team = book.settings.team if book.settings else {}
    known = [member for contact in contacts.values() for member in contact.known_by]
    return list(dict.fromkeys([*contacts, *team, *known]))


def _account(book: "Book", word: str) -> "Account | None":
    from relmap.book.load import load_account

    if book.settings is None:
        return None
    wanted = find_accounts([word], book.files, book.root)[0]
    file = next(file for file in book.files if file.id == wanted)
    return load_account(book.root, file, book.settings, book.account_ids, date.max).account
