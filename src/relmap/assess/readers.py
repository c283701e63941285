"""Read a book in processes that keep what they have read, and have them work on it afterwards.

What a command makes of an account mostly needs the whole book: its shares, its ranks. By then the account was read and
measured once already. So each process keeps what it read, is told what the others read, and goes on from there: it puts
the book together itself, which takes less time than sending it the assessment.
"""

import multiprocessing
import pickle
import sys
import traceback
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from itertools import chain
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, NamedTuple, Self

from relmap.assess.assessment import Assessment
from relmap.assess.figures import ALL
from relmap.assess.processes import collector_paused, interrupts_held, leave_interrupts_to_the_parent, processes_for
from relmap.assess.reader import Answer, Reader, Work
from relmap.assess.run import Batch, BatchResult, Progress
from relmap.book.discover import AccountFile
from relmap.book.load import Book
from relmap.errors import RelmapError
from relmap.model.period import Period
from relmap.model.settings import Settings

PORTION = 50
"""Account files that are given to a process at once."""


class Readers(Generic[Answer]):
    """A book that is read in `jobs` processes (None: as many as pay), each of which keeps what it reads.

    Enter it, ask for the assessment, and for answers then, each once. Processes are forked, so that they share what
    this one has in memory; where that is not safe, this one does it all. Raises OSError where none can be started.
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
        """Prepare to read. Of the accounts those to `keep` are kept, or all where none is named."""
        task = Batch(book.root, book.files, settings, book.account_ids, as_of, wanted)
        self._reader = Reader(book, task, work, frozenset(keep) or book.account_ids)
        self._portions = [book.files[start : start + PORTION] for start in range(0, len(book.files), PORTION)]
        processes = processes_for(jobs, len(book.files)) if sys.platform == "linux" else 1
        self._processes = min(processes, len(self._portions))
        self._channels: list[_Channel] = []
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Start the processes."""
        with ExitStack() as stack:
            # all that is kept is in use, and so much of it is dear to look through
            stack.enter_context(collector_paused())
            if self._processes > 1:
                self._channels = _start(self._reader, self._processes)
            for channel in self._channels:
                stack.callback(channel.pipe.close)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def assess(self, period: Period | None = None, progress: Progress | None = None) -> Assessment:
        """Return the assessment of the book, as `run_book` does."""
        results = self._exchanged(period) if self._channels else map(self._reader.read, self._portions)
        return self._reader.assess(results, period, progress)

    def _exchanged(self, period: Period | None) -> Iterator[BatchResult]:
        """Yield what the processes read, whoever is free the next portion, and tell each at last what others have."""
        portions = iter(self._portions)
        reading = {channel.pipe: channel for channel in self._channels if channel.give(next(portions, None))}
        while reading:
            for pipe in wait(list(reading)):
                assert isinstance(pipe, Connection)  # noqa: S101  (nothing else was asked for)
                result = reading[pipe].hear()
                if not reading[pipe].give(next(portions, None)):
                    del reading[pipe]
                yield result
        for channel in self._channels:
            channel.tell((other.heard for other in self._channels if other is not channel), period)

    def answers(self, accounts: Sequence[str]) -> Iterator[Answer]:
        """Yield what the work makes of accounts of the book that was assessed, in their order."""
        if not self._channels:
            return chain.from_iterable(self._reader.answers(accounts))
        channel_of = {account: channel for channel in self._channels for account in channel.accounts}
        for channel in self._channels:
            channel.send([account for account in accounts if channel_of[account] is channel])
        streams = {channel: chain.from_iterable(channel.answers()) for channel in self._channels}
        return (next(streams[channel_of[account]]) for account in accounts)


class _Failure(NamedTuple):
    """What a process sends when it cannot go on."""

    error: Exception


class _Channel:
    """The way to the process of a reader and back."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe
        self.heard: list[bytes] = []
        """What the reader has read, as it was sent."""
        self.accounts: list[str] = []
        """The sound accounts that it has read."""

    def give(self, files: Sequence[AccountFile] | None) -> bool:
        """Give the reader files to read, or tell it that there are no more; say whether there were any."""
        self.send(files)
        return files is not None

    def hear(self) -> BatchResult:
        """Return what the reader has read of the files that were given to it."""
        data = self._receive()
        result: BatchResult = _opened(data)
        self.heard.append(data)
        self.accounts += [row.id for row in result.rows]
        return result

    def tell(self, others: Iterable[Sequence[bytes]], period: Period | None) -> None:
        """Tell the reader what others have read, and which period the shares are of."""
        for data in chain.from_iterable(others):
            self._send_bytes(data)
        self.send(None)
        self.send(period)

    def answers(self) -> Iterator[list[Any]]:
        """Yield the answers as they come."""
        while True:
            yield _opened(self._receive())

    def send(self, message: object) -> None:
        """Send the process what it waits for."""
        self._send_bytes(pickle.dumps(message))

    def _send_bytes(self, data: bytes) -> None:
        with _loss_told():
            self.pipe.send_bytes(data)

    def _receive(self) -> bytes:
        with _loss_told():
            return self.pipe.recv_bytes()


@contextmanager
def _loss_told() -> Iterator[None]:
    """Tell that a process is gone: it was killed, as one that could not go on would have said so."""
    try:
        yield
    except (EOFError, ConnectionError) as error:
        hint = "perhaps there is not enough memory: --jobs 1 takes less"
        raise RelmapError("a process ended before its work was done", hint=hint) from error


def _opened(data: bytes) -> Any:
    """Return what a process has sent. Raises what made it stop."""
    message = pickle.loads(data)  # noqa: S301  (a process of our own)
    if isinstance(message, _Failure):
        raise message.error
    return message


def _start(reader: Reader[Answer], count: int) -> list[_Channel]:
    """Start so many processes, each with a reader of its own."""
    context = multiprocessing.get_context("fork")
    pairs = [context.Pipe() for _ in range(count)]
    ends = [end for pair in pairs for end in pair]
    with interrupts_held():
        for _, pipe in pairs:
            others = [end for end in ends if end is not pipe]
            context.Process(target=_serve, args=(reader, pipe, others), daemon=True).start()
    for _, pipe in pairs:
        pipe.close()
    return [_Channel(ours) for ours, _ in pairs]


def _serve(reader: Reader[Answer], pipe: Connection, others: Sequence[Connection]) -> None:
    """Be the process of a reader: send what was read, be told what others have read, and send the answers."""
    leave_interrupts_to_the_parent()
    for end in others:
        end.close()  # while any of ours is open, it would not be seen that the parent is gone
    with suppress(EOFError, ConnectionError):  # the parent wants no more
        try:
            for message in _work_through(reader, pipe):
                pipe.send(message)
        except (EOFError, ConnectionError):
            raise
        except Exception as error:
            error.add_note("".join(traceback.format_exception(error)))
            pipe.send(_Failure(error))


def _work_through(reader: Reader[Answer], pipe: Connection) -> Iterator[object]:
    """Yield all that a process has to send."""
    for files in iter(pipe.recv, None):
        yield reader.read(files)
    others = list(iter(pipe.recv, None))
    reader.assess([*reader.done, *others], period=pipe.recv())
    yield from reader.answers(accounts=pipe.recv())
