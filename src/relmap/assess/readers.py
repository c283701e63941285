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
from contextlib import ExitStack, suppress
from datetime import date
from itertools import chain
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, NamedTuple, Self

from relmap.assess.assessment import Assessment
from relmap.assess.figures import ALL
from relmap.assess.processes import collector_paused, interrupts_held, leave_interrupts_to_the_parent, processes_for
from relmap.assess.reader import Answer, Reader, Work
from relmap.assess.run import Batch, BatchResult, Progress, merge
from relmap.book.load import Book
from relmap.errors import RelmapError
from relmap.model.period import Period
from relmap.model.settings import Settings


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
        self._book = book
        self._task = Batch(book.root, book.files, settings, book.account_ids, as_of, wanted)
        count = processes_for(jobs, len(book.files)) if sys.platform == "linux" else 1
        self._parts = [part for start in range(count) if (part := book.files[start::count])]
        keep = frozenset(keep) or book.account_ids
        self._readers = [Reader(book, self._task._replace(files=part), work, keep) for part in self._parts]
        self._channels: list[_Channel] = []
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Begin to read."""
        with ExitStack() as stack:
            # all that is kept is in use, and so much of it is dear to look through
            stack.enter_context(collector_paused())
            if len(self._readers) > 1:
                self._channels = _start(self._readers)
            for channel in self._channels:
                stack.callback(channel.pipe.close)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def assess(self, period: Period | None = None, progress: Progress | None = None) -> Assessment:
        """Return the assessment of the book, as `run_book` does."""
        if not self._channels:
            return self._readers[0].assess((), period, progress)
        return merge(self._book, self._task, self._exchanged(period), period, progress)[0]

    def _exchanged(self, period: Period | None) -> Iterator[BatchResult]:
        """Yield what the processes have read, and tell each of them at once what the others have."""
        yield from _received(self._channels)
        for channel in self._channels:
            channel.tell((other.heard for other in self._channels if other is not channel), period)

    def answers(self, accounts: Sequence[str]) -> Iterator[Answer]:
        """Yield what the work makes of accounts of the book that was assessed, in their order."""
        if not self._channels:
            return chain.from_iterable(self._readers[0].answers(accounts))
        shares = zip(self._channels, self._parts, strict=True)
        channel_of = {file.id: channel for channel, part in shares for file in part}
        for channel in self._channels:
            channel.pipe.send([account for account in accounts if channel_of[account] is channel])
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

    def hear(self) -> BatchResult | None:
        """Return what the reader has read next; None after the last."""
        data = self._receive()
        result: BatchResult | None = _opened(data)
        if result is not None:
            self.heard.append(data)
        return result

    def tell(self, others: Iterable[Sequence[bytes]], period: Period | None) -> None:
        """Tell the reader what others have read, and which period the shares are of."""
        for data in chain.from_iterable(others):
            self.pipe.send_bytes(data)
        self.pipe.send(None)
        self.pipe.send(period)

    def answers(self) -> Iterator[list[Any]]:
        """Yield the answers as they come."""
        while True:
            yield _opened(self._receive())

    def _receive(self) -> bytes:
        try:
            return self.pipe.recv_bytes()
        except EOFError as error:
            hint = "perhaps there is not enough memory: --jobs 1 takes less"
            raise RelmapError("a process ended before its work was done", hint=hint) from error


def _opened(data: bytes) -> Any:
    """Return what a process has sent. Raises what made it stop."""
    message = pickle.loads(data)  # noqa: S301  (a process of our own)
    if isinstance(message, _Failure):
        raise message.error
    return message


def _start(readers: Sequence[Reader[Answer]]) -> list[_Channel]:
    """Start a process for each reader."""
    context = multiprocessing.get_context("fork")
    pairs = [context.Pipe() for _ in readers]
    ends = [end for pair in pairs for end in pair]
    with interrupts_held():
        for reader, (_, pipe) in zip(readers, pairs, strict=True):
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
    with suppress(EOFError, BrokenPipeError):  # the parent wants no more
        try:
            for message in _work_through(reader, pipe):
                pipe.send(message)
        except (EOFError, BrokenPipeError):
            raise
        except Exception as error:
            error.add_note("".join(traceback.format_exception(error)))
            pipe.send(_Failure(error))


def _work_through(reader: Reader[Answer], pipe: Connection) -> Iterator[object]:
    """Yield all that a process has to send."""
    yield from reader.results()
    yield None
    others = list(iter(pipe.recv, None))
    reader.assess(others, period=pipe.recv())
    yield from reader.answers(accounts=pipe.recv())


def _received(channels: Sequence[_Channel]) -> Iterator[BatchResult]:
    """Yield what the processes have read, as it comes."""
    reading = {channel.pipe: channel for channel in channels}
    while reading:
        for pipe in wait(list(reading)):
            assert isinstance(pipe, Connection)  # noqa: S101  (nothing else was asked for)
            result = reading[pipe].hear()
            if result is None:
                del reading[pipe]
            else:
                yield result
