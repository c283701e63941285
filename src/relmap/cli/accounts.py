"""Account arguments: the id, a path, or a unique beginning of an id; and their completion."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import typer

from relmap.book.discover import AccountFile, find_root, list_account_files
from relmap.errors import UsageError


def find_accounts(words: Sequence[str], files: Sequence[AccountFile], root: Path) -> list[str]:
    """Return the ids that the words mean, each once. Raises UsageError where one means none, or more than one."""
    found: dict[str, None] = {}
    for word in words:
        found[_find(word, files, root)] = None
    return list(found)


def _find(word: str, files: Sequence[AccountFile], root: Path) -> str:
    ids = [file.id for file in files]
    if word in ids:
        return word
    paths = {_below(Path(word), root), word}  # from here, or as findings name it: from the book's folder
    for file in files:
        if file.path in paths:
            return file.id
    begins = [account for account in ids if account.startswith(word)]
    if len(begins) == 1:
        return begins[0]
    if begins:
        from relmap.book.meant import could_be  # loads what most lines need not

        raise could_be(word, begins)
    close = get_close_matches(word, ids, n=1)
    raise UsageError(f"no account {word!r}", hint=f"did you mean {close[0]}?" if close else "`relmap assess` lists all")


def _below(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def book_of(ctx: typer.Context) -> Path | None:
    """Return the book's folder as the words typed so far name it, else the one around here, if there is one."""
    given = ctx.params.get("book") or os.environ.get("RELMAP_BOOK")
    return Path(given) if given else find_root(Path.cwd())


def complete_account(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the account ids that begin so; lists file names and reads none."""
    root = book_of(ctx)
    files = list_account_files(root)[0] if root else []
    return [file.id for file in files if file.id.startswith(incomplete)]
