"""Read a book in processes that keep what they have read, and have them work on it afterwards.

What a command makes of an account mostly needs the whole book: its shares, its ranks. By then the account was read and
measured once already. So each process keeps what it read, is told the assessment, and goes on from there.
"""

import gc
import multiprocessing
import pickle
import sys
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date
from itertools import chain
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, NamedTuple, TypeVar

from relmap.assess.assessment import Assessment
from relmap.assess.figures import ALL
from relmap.assess.processes import collector_paused, interrupts_held, leave_interrupts_to_the_parent, processes_for
from relmap.assess.profile import Profile
from relmap.assess.run import Batch, BatchResult, Progress, assess_batch, batches_of, merge
from relmap.book.lines import Lines
from relmap.book.load import Book, LoadedAccount
from relmap.errors import RelmapError
from relmap.model.period import Period
from relmap.model.settings import Settings

MOST_KEPT = 500
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


class Readers(AbstractContextManager["Readers[Answer]"], Generic[Answer]):
    """A book that is read in `jobs` processes (None: as many as pay), each of which keeps what it reads.

    Ask for the assessment first and for answers then, each once. Processes are forked, so that they share what this one
    has in memory; where that is not safe, this one does it all. Raises OSError where no process can be started.
    """

    def __init__(
        self,
        book: Book,
        settings: Settings,
        as_of: date,
        work: Work[Answer],
        *,
        keep: Collection[str] = (),
        jobs: int | None = None,
        wanted: frozenset[str] = ALL,
    ) -> None:
        """Begin to read. Of the accounts those to `keep` are kept, or all where none is named."""
        self._book = book
        self._task = Batch(book.root, book.files, settings, book.account_ids, as_of, wanted)
        count = processes_for(jobs, len(book.files)) if sys.platform == "linux" else 1
        parts = [book.files[start::count] for start in range(count)]
        keep = frozenset(keep) or book.account_ids
        self._readers = [_Reader(self._task._replace(files=part), work, keep) for part in parts if part]
        self._reader_of = {file.id: reader for reader, part in enumerate(parts) for file in part}
        self._pipes: list[Connection] = _start(self._readers) if len(self._readers) > 1 else []

    def assess(self, period: Period | None = None, progress: Progress | None = None) -> Assessment:
        """Return the assessment of the book, as `run_book` does."""
        results = _received(self._pipes) if self._pipes else self._readers[0].results()
        return merge(self._book, self._task, results, period, progress)[0]

    def answers(self, run: Assessment, accounts: Sequence[str]) -> Iterator[Answer]:
        """Yield what the work makes of accounts of the book, in their order."""
        if not self._pipes:
            return chain.from_iterable(self._readers[0].answers(run, accounts))
        parts: list[list[str]] = [[] for _ in self._pipes]
        for account in accounts:
            parts[self._reader_of[account]].append(account)
        told = pickle.dumps(run)  # once for all of them
        for pipe, part in zip(self._pipes, parts, strict=True):
            pipe.send_bytes(told)
            pipe.send(part)
        streams = [chain.from_iterable(_stream(pipe)) for pipe in self._pipes]
        return (next(streams[self._reader_of[account]]) for account in accounts)

    def __exit__(self, *_: object) -> None:
        for pipe in self._pipes:
            pipe.close()
        gc.unfreeze()


class _Reader(Generic[Answer]):
    """Reads a part of a book, keeps it, and works on it."""

    def __init__(self, task: Batch, work: Work[Answer], keep: frozenset[str]) -> None:
        self._task = task._replace(gather=self._see)
        self._work, self._keep = work, keep
        self._kept: dict[str, Kept] = {}

    def results(self) -> Iterator[BatchResult]:
        yield from map(assess_batch, batches_of(self._task))
        gc.freeze()  # what is kept is no garbage, and so much of it is dear to look through

    def answers(self, run: Assessment, accounts: Sequence[str]) -> Iterator[list[Answer]]:
        for start in range(0, len(accounts), CHUNK):
            with collector_paused():
                chunk = accounts[start : start + CHUNK]
                made = [self._work(run, account, self._kept.get(account)) for account in chunk]
            yield made

    def _see(self, loaded: LoadedAccount, profile: Profile) -> bool:
        """Keep an account where that is asked for; say whether it was done."""
        if loaded.id not in self._keep or loaded.written is None or len(self._kept) >= MOST_KEPT:
            return False
        self._kept[loaded.id] = Kept(Lines(loaded.written.data, loaded.written.root), profile)
        return True


class _Failure(NamedTuple):
    """What a process sends when it cannot go on."""

    error: Exception


def _start(readers: Sequence[_Reader[Answer]]) -> list[Connection]:
    """Start a process for each reader, and return our ends of the pipes to them."""
    context = multiprocessing.get_context("fork")
    pairs = [context.Pipe() for _ in readers]
    ends = [end for pair in pairs for end in pair]
    with interrupts_held():
        for reader, (_, pipe) in zip(readers, pairs, strict=True):
            others = [end for end in ends if end is not pipe]
            context.Process(target=_serve, args=(reader, pipe, others), daemon=True).start()
    for _, pipe in pairs:
        pipe.close()
    return [ours for ours, _ in pairs]


def _serve(reader: _Reader[Answer], pipe: Connection, others: Sequence[Connection]) -> None:
    """Be the process of a reader: send what was read, be told what to answer, and send the answers."""
    leave_interrupts_to_the_parent()
    for end in others:
        end.close()  # while any of ours is open, it would not be seen that the parent is gone
    with suppress(EOFError, BrokenPipeError):  # the parent wants no more
        try:
            for done in reader.results():
                pipe.send(done)
            pipe.send(None)
            run, accounts = pipe.recv(), pipe.recv()
            for made in reader.answers(run, accounts):
                pipe.send(made)
        except (EOFError, BrokenPipeError):
            raise
        except Exception as error:
            error.add_note("".join(traceback.format_exception(error)))
            pipe.send(_Failure(error))


def _received(pipes: Sequence[Connection]) -> Iterator[BatchResult]:
    """Yield what the processes have read, as it comes."""
    reading = list(pipes)
    while reading:
        for pipe in wait(reading):
            assert isinstance(pipe, Connection)  # noqa: S101  (nothing else was asked for)
            done = _receive(pipe)
            if done is None:
                reading.remove(pipe)
            else:
                yield done


def _stream(pipe: Connection) -> Iterator[list[Any]]:
    while True:
        yield _receive(pipe)


def _receive(pipe: Connection) -> Any:
    """Return what a process sends next. Raises what made it stop."""
    try:
        message = pipe.recv()
    except EOFError as error:
        hint = "perhaps there is not enough memory: --jobs 1 takes less"
        raise RelmapError("a process ended before its work was done", hint=hint) from error
    if isinstance(message, _Failure):
        raise message.error
    return message
