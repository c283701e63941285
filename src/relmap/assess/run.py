"""Assess a book: read and measure its accounts, here or in several processes, and merge their rows."""

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from relmap.assess.assessment import Assessment, Card
from relmap.assess.cards import card_with
from relmap.assess.figures import ALL
from relmap.assess.processes import (
    collector_paused,
    interrupts_held,
    leave_interrupts_to_the_parent,
    processes_for,
)
from relmap.assess.profile import Profile, assess_account
from relmap.assess.row import Row, make_row
from relmap.assess.second_pass import assess_book
from relmap.book.discover import AccountFile
from relmap.book.ignores import Ignore
from relmap.book.load import Book, LoadedAccount, Written, load_account, locate
from relmap.book.references import check_parents
from relmap.findings import Finding
from relmap.model.period import Period
from relmap.model.settings import Settings

BATCH = 250
"""Account files a task: enough to pay for sending it, few enough for an even spread and a moving progress bar."""
KEPT = 5
"""The most files whose parsed form is kept at once for an inspection: a hundred times as large as they are, it soon
leaves the processor's caches."""

Progress = Callable[[int, int], None]
Inspect = Callable[[LoadedAccount, Profile], Sequence[Finding]]
"""Says what there is to say of one account while its file and measures are at hand. It goes to other processes."""
Gathered = TypeVar("Gathered")
Gather = Callable[[LoadedAccount, Profile], Gathered]
"""Takes what a command needs of one account beyond its row, as data that can be sent between processes."""


class Batch(NamedTuple):
    """A task for one worker: some files, and what is needed to read them."""

    root: Path
    files: tuple[AccountFile, ...]
    settings: Settings
    account_ids: frozenset[str]
    as_of: date
    wanted: frozenset[str]
    """The measures whose figures are asked for."""
    inspect: Inspect | None = None
    gather: Gather[object] | None = None


class BatchResult(NamedTuple):
    """What a worker answers: rows and findings as plain data, and the accounts that could not be read."""

    rows: list[Row]
    findings: list[Finding]
    broken: list[str]
    ignores: list[Ignore]
    gathered: dict[str, object]


def run_book(
    book: Book,
    settings: Settings,
    as_of: date,
    *,
    period: Period | None = None,
    jobs: int | None = None,
    wanted: frozenset[str] = ALL,
    progress: Progress | None = None,
    inspect: Inspect | None = None,
) -> Assessment:
    """Assess a whole book with `jobs` processes (None: as many as pay). Raises OSError where none can be started.

    Of the measures of one account those `wanted` are taken, and those that the book's table shows; a card has all.
    What `inspect` finds joins the findings.
    """
    task = Batch(book.root, book.files, settings, book.account_ids, as_of, wanted, inspect)
    return _run(book, task, period, jobs, progress)[0]


def gather_book(
    book: Book,
    settings: Settings,
    as_of: date,
    gather: Gather[Gathered],
    *,
    period: Period | None = None,
    jobs: int | None = None,
    wanted: frozenset[str] = ALL,
    progress: Progress | None = None,
) -> tuple[Assessment, dict[str, Gathered]]:
    """Assess a whole book as `run_book` does, and return with it what `gather` takes of each account that is sound."""
    task = Batch(book.root, book.files, settings, book.account_ids, as_of, wanted, gather=gather)
    assessment, gathered = _run(book, task, period, jobs, progress)
    return assessment, cast("dict[str, Gathered]", gathered)


def _run(
    book: Book, task: Batch, period: Period | None, jobs: int | None, progress: Progress | None
) -> tuple[Assessment, dict[str, object]]:
    results = _results(list(_batches_of(task)), processes_for(jobs, len(book.files)))
    return merge(book, task, results, period, progress)


def merge(
    book: Book,
    task: Batch,
    results: Iterable[BatchResult],
    period: Period | None = None,
    progress: Progress | None = None,
) -> tuple[Assessment, dict[str, object]]:
    """Merge what was read, in any order, into the assessment of the book, with what was gathered by account."""
    whole = BatchResult([], list(book.findings), [], [], {})
    for done in results:
        whole.rows.extend(done.rows)
        whole.findings.extend(done.findings)
        whole.broken.extend(done.broken)
        whole.ignores.extend(done.ignores)
        whole.gathered.update(done.gathered)
        if progress:
            progress(len(whole.rows) + len(whole.broken), len(book.files))
    whole.findings.extend(_parent_circles(book, whole.rows))
    whole.findings.sort(key=lambda found: found.sort_key)
    assessment = assess_book(
        whole.rows,
        task.settings,
        task.as_of,
        period=period,
        has_settings=book.has_settings,
        findings=tuple(whole.findings),
        broken=tuple(sorted(whole.broken)),
        ignores=tuple(sorted(whole.ignores)),
    )
    return assessment, {account: whole.gathered[account] for account in sorted(whole.gathered)}


def assess_batch(batch: Batch) -> BatchResult:
    """Read and check the accounts of one batch and measure them."""
    answer = BatchResult([], [], [], [], {})
    with collector_paused():
        at_once = KEPT if batch.inspect or batch.gather else BATCH
        for start in range(0, len(batch.files), at_once):
            _assess(batch, batch.files[start : start + at_once], answer)
    return answer


def _assess(batch: Batch, files: Sequence[AccountFile], answer: BatchResult) -> None:
    """Read all, then measure all: each half stays in the processor's caches. What an inspection needs is kept."""
    keep = bool(batch.inspect or batch.gather)
    loaded = [
        load_account(batch.root, file, batch.settings, batch.account_ids, batch.as_of, keep=keep) for file in files
    ]
    for entry in loaded:
        answer.findings.extend(entry.findings)
        answer.ignores.extend(entry.ignores)
        if entry.account is None:
            answer.broken.append(entry.id)
            continue
        profile = assess_account(entry.id, entry.account, batch.settings, batch.as_of)
        answer.rows.append(make_row(profile, entry.path, batch.wanted))
        if batch.inspect:
            answer.findings.extend(batch.inspect(entry, profile))
        if batch.gather:
            answer.gathered[entry.id] = batch.gather(entry, profile)


def make_card(book: Book, settings: Settings, assessment: Assessment, account_id: str) -> Card:
    """Read one account again and return it with its evidence. Its file must have been sound when the book was run."""
    return read_card(book, settings, assessment, account_id)[0]


def read_card(
    book: Book,
    settings: Settings,
    assessment: Assessment,
    account_id: str,
    wanted: frozenset[str] = ALL,
) -> tuple[Card, Written]:
    """Read one account again and return its card, with the figures that are wanted, and the file as it is written."""
    assessed = assessment.account(account_id)
    file = AccountFile(account_id, assessed.row.path)
    loaded = load_account(book.root, file, settings, book.account_ids, assessment.as_of, keep=True)
    if loaded.account is None or loaded.written is None:
        raise FileNotFoundError(assessed.row.path)
    return card_with(assessment, assessed, loaded.account, wanted), loaded.written


def _batches_of(task: Batch) -> Iterator[Batch]:
    for start in range(0, len(task.files), BATCH):
        yield task._replace(files=task.files[start : start + BATCH])


def _results(batches: Sequence[Batch], jobs: int) -> Iterator[BatchResult]:
    if jobs <= 1 or len(batches) <= 1:
        yield from map(assess_batch, batches)
        return
    # fork starts at once and shares what is loaded; where it is not safe, workers start afresh
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(min(jobs, len(batches)), context, initializer=leave_interrupts_to_the_parent) as pool:
        try:
            with interrupts_held():
                futures = submit(pool, batches)
            yield from (future.result() for future in as_completed(futures))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def submit(executor: Executor, batches: Sequence[Batch]) -> list[Future[BatchResult]]:
    """Hand the batches to any executor of `concurrent.futures`."""
    return [executor.submit(assess_batch, batch) for batch in batches]


def _parent_circles(book: Book, rows: Sequence[Row]) -> list[Finding]:
    paths = {row.id: row.path for row in rows}
    circles = check_parents({row.id: row.parent for row in rows if row.parent})
    return [
        found
        for account, problem in circles
        for found in locate(problem, book.root, AccountFile(account, paths[account]))
    ]
