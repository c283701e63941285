"""Read a part of a book, keep it, and work on it when the whole book is known."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from relmap.assess.assessment import Assessment
from relmap.assess.profile import Profile
from relmap.assess.run import Batch, BatchResult, Progress, assess_batch, merge
from relmap.book.discover import AccountFile
from relmap.book.lines import Lines
from relmap.book.load import Book, LoadedAccount
from relmap.model.period import Period

MOST_KEPT = 1000
"""The most accounts that a process keeps, of about a tenth of a megabyte each; the rest is read again."""
CHUNK = 25
"""Accounts whose answers are sent at once."""


class Kept(NamedTuple):
    """An account that was read: its measures, and in which line of its file everything stands."""

    lines: Lines
    profile: Profile


Answer = TypeVar("Answer")
Work = Callable[[Assessment, str, Kept | None], Answer]
"""What is to be made of an account of a book that was assessed; without what was kept, it reads the account again."""


class Reader(Generic[Answer]):
    """Reads files of a book, keeps them, and works on them."""

    def __init__(self, book: Book, task: Batch, work: Work[Answer], keep: frozenset[str]) -> None:
        self._book, self._task = book, task._replace(gather=self._see)
        self._work, self._keep = work, keep
        self._kept: dict[str, Kept] = {}
        self.done: list[BatchResult] = []
        """What there was to say of all that was read."""
        self._run: Assessment | None = None

    def read(self, files: tuple[AccountFile, ...]) -> BatchResult:
        """Read some files, and return what there is to say of them."""
        self.done.append(assess_batch(self._task._replace(files=files)))
        return self.done[-1]

    def assess(
        self, results: Iterable[BatchResult], period: Period | None, progress: Progress | None = None
    ) -> Assessment:
        """Put the book together from what was read of all its files, here and elsewhere."""
        self._run = merge(self._book, self._task, results, period, progress)[0]
        return self._run

    def answers(self, accounts: Sequence[str]) -> Iterator[list[Answer]]:
        """Work on accounts of the book that was assessed."""
        assert self._run is not None  # noqa: S101  (it is assessed first)
        for start in range(0, len(accounts), CHUNK):
            chunk = accounts[start : start + CHUNK]
            yield [self._work(self._run, account, self._kept.get(account)) for account in chunk]

    def _see(self, loaded: LoadedAccount, profile: Profile) -> bool:
        """Keep an account where that is asked for; say whether it was done."""
        if loaded.id not in self._keep or loaded.written is None or len(self._kept) >= MOST_KEPT:
            return False
        self._kept[loaded.id] = Kept(Lines(loaded.written.data, loaded.written.root), profile)
        return True
