"""An account's file with answers in it: edited, read again, and held to what was asked of it before it is written."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relmap.book.discover import AccountFile
from relmap.book.edit import Edit, EditRefusedError, Fill, edit
from relmap.book.load import Book, LoadedAccount, check_account
from relmap.book.locate import Locator
from relmap.errors import RelmapError
from relmap.findings import Finding, Route, Span
from relmap.interview.disagreement import Disagreement, find_disagreements
from relmap.measures.facts import Facts, gather_facts
from relmap.model.account import Account
from relmap.model.settings import Settings


class Subject(NamedTuple):
    """One account that answers are about: its file as it was read, and what it says on the day."""

    file: AccountFile
    data: bytes
    loaded: LoadedAccount
    facts: Facts


class Update(NamedTuple):
    """What the file would be with the answers in it, the new entries with their places, and who disagrees then."""

    path: str
    before: bytes
    after: bytes
    entries: tuple[tuple[Span, Edit], ...]
    disagreements: tuple[Disagreement, ...]


class Reader(NamedTuple):
    """What it takes to read an account's bytes: the book, its settings, and the day."""

    book: Book
    settings: Settings
    as_of: date

    def load(self, data: bytes, file: AccountFile) -> LoadedAccount:
        """Read the bytes of an account file, and check them."""
        return check_account(data, file, self.settings, self.book.account_ids, self.as_of)

    def facts(self, account_id: str, account: Account) -> Facts:
        """Return what an account says on the day."""
        return gather_facts(account_id, account, self.settings, self.as_of)


def update(subject: Subject, edits: Sequence[Edit], reader: Reader) -> Update:
    """Return the update that edits make. Raises RelmapError where one cannot be made without guessing."""
    path, before = subject.file.path, subject.data
    try:
        after = edit(before, path, edits)
    except EditRefusedError as error:
        place = f"{error.span}: " if error.span else f"{path}: "
        raise RelmapError(f"{place}{error.message}", hint="write what is new into the file by hand") from error
    loaded = reader.load(after, subject.file)
    if added := _added(subject.loaded.findings, loaded.findings):
        raise RelmapError(f"nothing was recorded: {path} would not be sound any more: {added[0].message}")
    assert loaded.account is not None  # noqa: S101  (it was before, and nothing is wrong now that was not then)
    entries = tuple(sorted(_placed(subject.facts.account, edits, Locator(after, path)), key=lambda entry: entry[0]))
    return Update(path, before, after, entries, find_disagreements(reader.facts(subject.file.id, loaded.account)))


def _added(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """Return what is found only now. Places are not compared: they move with every line."""
    known, added = Counter((found.code, found.message) for found in before), list[Finding]()
    for found in after:
        key = (found.code, found.message)
        known[key] -= 1
        if known[key] < 0:
            added.append(found)
    return added


def _placed(account: Account, edits: Sequence[Edit], places: Locator) -> Iterator[tuple[Span, Edit]]:
    """Yield the new entries with where they stand: a new entry is the last of its list when it is made."""
    made: Counter[Route] = Counter({("signals", name): len(entries) for name, entries in account.signals.items()})
    made[("views",)], made[("reviews",)] = len(account.views), len(account.reviews)
    for change in edits:
        route = change.route
        if isinstance(change, Fill):
            yield places.value(route), change
            continue
        yield places.value((*route, made[route])), change
        made[route] += 1
