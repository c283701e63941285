"""The comparisons that make up the table, each with its baseline and its target."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import baselines
from benchmarks.memory import METHOD, peak_megabytes
from benchmarks.table import Row, Target
from benchmarks.timing import BenchmarkError, Command, paired, python, repeated, stopwatch
from benchmarks.world import AS_OF
from relmap.book.locate import Locator

JOBS = 2
LARGE = 10_000
"""The size of book from which the targets of whole runs are stated."""
PLANS = 1000
"""The size of book for which the target of writing plans is stated."""
SHORT = 4
"""Commands of a few hundredths of a second are run this many times as often."""
NOTHING = python("-c", "pass")


@dataclass(frozen=True, slots=True)
class Book:
    """A made-up book on disk."""

    folder: Path
    accounts: int

    @property
    def label(self) -> str:
        """How many files it has, as people write it."""
        return f"{self.accounts:,} files"

    def files(self) -> list[Path]:
        """Return its account files in order."""
        return sorted(self.folder.glob("accounts/**/*.yaml"))

    def assess(self, *accounts: str) -> Command:
        """Return the command that assesses the book, or some of its accounts."""
        return self._command("assess", *accounts)

    def check(self) -> Command:
        """Return the command that checks the book; what it finds is printed, and no failure here."""
        return self._command("check", "--exit-zero", "--quiet")

    def plans(self, into: str) -> Command:
        """Return the command that writes a plan for each account into a folder."""
        return self._command("plan", "--all", "--into", into, form="markdown")

    def _command(self, *words: str, form: str = "text") -> Command:
        place = ("-C", str(self.folder), "--as-of", AS_OF.isoformat(), "--format", form, "--jobs", str(JOBS))
        return python("-m", "relmap", *words, *place, clean=True)

    def parse_only(self) -> Command:
        """Return the baseline: a process that only parses the same files."""
        return python(str(Path(baselines.__file__)), str(self.folder), clean=True)


def measured(books: list[Book], runs: int) -> Iterator[Row]:
    """Yield every row as soon as it is measured; `books` from small to large."""
    yield from _start(runs)
    yield _place(books[0], runs)
    for book in books:
        yield _cold(book, runs)
    yield _one_account(books[-1], runs)
    yield _check(books[-1], runs)
    yield _plans(books[min(1, len(books) - 1)], runs)
    for small, large in pairwise(books):
        yield _growth(small, large, runs)
    if hasattr(os, "wait4"):
        yield _memory(books[-1], runs)


def _start(runs: int) -> Iterator[Row]:
    for option, target in (("--version", Target(1.5, 1.2)), ("--help", Target(7, 2))):
        command = python("-m", "relmap", option, clean=True)
        yield Row(f"`{option}`", "`python -c pass`", paired(command.seconds, NOTHING.seconds, runs * SHORT), target)


def _cold(book: Book, runs: int) -> Row:
    spread = paired(book.assess().seconds, book.parse_only().seconds, runs)
    what = f"`assess` cold, {book.label}, {JOBS} processes"
    return Row(what, "CSafeLoader parse-only, 1 process", spread, _if_large(book, Target(0.40, 0.28)))


def _one_account(book: Book, runs: int) -> Row:
    account = book.files()[book.accounts // 2].stem
    spread = paired(book.assess(account).seconds, book.assess().seconds, runs)
    what = f"`assess` of one account in {book.label}"
    return Row(what, "the whole book, cold", spread, _if_large(book, Target(1, 0.9)))


def _check(book: Book, runs: int) -> Row:
    spread = paired(book.check().seconds, book.assess().seconds, runs)
    return Row(f"`check`, {book.label}", "`assess` of the same book", spread, _if_large(book, Target(1.3, 1.1)))


def _plans(book: Book, runs: int) -> Row:
    """Write a plan for every account into an empty folder of the book, so that it has its links, against assessing."""
    with TemporaryDirectory(prefix="plans-", dir=book.folder) as temporary:
        folders = (str(Path(temporary) / f"plans-{number}") for number in count())
        spread = paired(lambda: book.plans(next(folders)).seconds(), book.assess().seconds, runs)
    target = Target(2, 1.5) if book.accounts == PLANS else None
    return Row(f"`plan --all --into`, {book.label}, {JOBS} processes", "`assess` of the same book", spread, target)


def _growth(small: Book, large: Book, runs: int) -> Row:
    """Compare the time a file takes in a large book with that in a small one: 1 is linear growth."""
    spread = paired(partial(_seconds_a_file, large), partial(_seconds_a_file, small), runs)
    target = Target(1.1, 1.0) if small.accounts >= LARGE // 10 else None
    return Row(f"growth, {small.accounts:,} → {large.label}, time a file", "linear", spread, target)


def _seconds_a_file(book: Book) -> float:
    return book.assess().seconds() / book.accounts


def _memory(book: Book, runs: int) -> Row:
    spread = repeated(partial(peak_megabytes, book.assess()), runs)
    target = _if_large(book, Target(300, 120))
    return Row(f"peak memory of `assess`, {book.label}", METHOD, spread, target, unit=" MB")


def _place(book: Book, runs: int) -> Row:
    """Compare finding a late place in a file with loading that file, file by file within this process."""
    files = [path.read_bytes() for path in book.files()[:100]]
    ours = partial(stopwatch, _find_place, files)
    theirs = partial(stopwatch, baselines.load, files)
    return Row("a finding's place in one file", "CSafeLoader load of it", paired(ours, theirs, runs), Target(1, 0.5))


def _find_place(data: bytes) -> None:
    if Locator(data, "account.yaml").value(("promises", 0, "what")).line == 1:
        raise BenchmarkError("the locator does not find the first promise of a made-up account")


def _if_large(book: Book, target: Target) -> Target | None:
    return target if book.accounts >= LARGE else None
