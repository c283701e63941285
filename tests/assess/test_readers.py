"""Work on accounts that were read already, in one process and in several."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from relmap.assess import reader as module
from relmap.assess.assessment import Assessment
from relmap.assess.reader import CHUNK, Kept, Reader, Work
from relmap.assess.readers import Readers
from relmap.assess.run import run_book
from relmap.book.load import open_book
from relmap.errors import RelmapError

AS_OF = date(2026, 11, 15)
COUNT = 3 * CHUNK + 1
IDS = [f"a{number:03}" for number in range(COUNT)]
Answer = TypeVar("Answer")

needs_forks = pytest.mark.skipif(sys.platform != "linux", reason="one process does it all where forking is not safe")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which every account is named after its number."""
    root = tmp_path_factory.mktemp("book")
    (root / "accounts").mkdir()
    for number, account in enumerate(IDS):
        (root / f"accounts/{account}.yaml").write_text(f"name: Account {number}\nowner: maria\n")
    return root


def reading(root: Path, work: Work[Answer], jobs: int, keep: tuple[str, ...] = ()) -> Readers[Answer]:
    opened = open_book(root)
    assert opened.settings is not None
    return Readers(opened, opened.settings, AS_OF, work, keep=keep, jobs=jobs)


def answered(
    root: Path, work: Work[Answer], jobs: int, accounts: list[str], keep: tuple[str, ...] = ()
) -> list[Answer]:
    with reading(root, work, jobs, keep) as readers:
        readers.assess()
        return list(readers.answers(accounts))


def name(run: Assessment, account: str, kept: Kept | None) -> str:
    assert kept is not None
    assert kept.lines.line(("owner",)) == 2
    assert kept.profile.facts.id == run.account(account).row.id
    return kept.profile.facts.account.name


def is_kept(_: Assessment, account: str, kept: Kept | None) -> tuple[str, bool]:
    return account, kept is not None


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_answers_come_in_the_order_that_was_asked_for(book: Path, jobs: int) -> None:
    backwards = IDS[::-1]
    assert answered(book, name, jobs, backwards) == [f"Account {number}" for number in reversed(range(COUNT))]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_assessment_is_what_it_is_without_keeping(book: Path, jobs: int) -> None:
    opened = open_book(book)
    assert opened.settings is not None
    plain = run_book(opened, opened.settings, AS_OF, jobs=1)
    with reading(book, name, jobs) as readers:
        run = readers.assess()
    assert [(entry.row.id, entry.figures) for entry in run.accounts] == [
        (entry.row.id, entry.figures) for entry in plain.accounts
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_who_works_on_an_account_knows_the_whole_book(book: Path, jobs: int) -> None:
    answers = answered(book, lambda run, _account, _kept: [entry.row.id for entry in run.accounts], jobs, IDS[:60])
    assert answers == [IDS] * 60


@pytest.mark.parametrize("jobs", [1, 2])
def test_of_a_few_accounts_only_those_are_kept(book: Path, jobs: int) -> None:
    assert answered(book, is_kept, jobs, IDS[:3], keep=("a001",)) == [("a000", False), ("a001", True), ("a002", False)]


def test_no_more_is_kept_than_there_is_room_for(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    assert answered(book, is_kept, 1, IDS[:4]) == [("a000", True), ("a001", True), ("a002", False), ("a003", False)]


def test_nothing_asked_for_is_nothing_answered(book: Path) -> None:
    assert answered(book, name, 2, []) == []


@needs_forks
def test_every_account_is_worked_on_where_it_was_read(book: Path) -> None:
    workers = set(answered(book, lambda _run, _account, kept: kept and os.getpid(), 2, IDS))
    assert len(workers) == 2
    assert not {os.getpid(), None} & workers


@needs_forks
def test_work_need_not_be_something_that_can_be_sent(book: Path) -> None:
    shared: Callable[[str], int] = {account: number for number, account in enumerate(IDS)}.__getitem__
    assert answered(book, lambda _run, account, _kept: shared(account), 2, IDS) == list(range(COUNT))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_in_a_process_is_told_with_its_hint(book: Path, jobs: int) -> None:
    def fail(_run: Assessment, account: str, _kept: Kept | None) -> str:
        if account == IDS[CHUNK]:
            raise RelmapError("cannot go on", hint="do this")
        return account

    with pytest.raises(RelmapError) as raised:
        answered(book, fail, jobs, IDS)
    assert (raised.value.message, raised.value.hint) == ("cannot go on", "do this")


@needs_forks
def test_a_bug_in_a_process_is_told_with_the_place_where_it_is(book: Path) -> None:
    def fault(_run: Assessment, _account: str, _kept: Kept | None) -> float:
        return 1 / 0

    with pytest.raises(ZeroDivisionError) as raised:
        answered(book, fault, 2, IDS)
    assert "in fault\n" in "".join(raised.value.__notes__)


@needs_forks
def test_a_process_that_dies_is_told(book: Path) -> None:
    with pytest.raises(RelmapError, match="a process ended before its work was done"):
        answered(book, lambda _run, _account, _kept: os._exit(1), 2, IDS)


@needs_forks
def test_a_process_that_is_killed_while_it_reads_is_told(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reader, "read", lambda _reader, _files: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(RelmapError, match="a process ended before its work was done"):
        answered(book, name, 2, IDS)


@needs_forks
def test_a_process_that_is_gone_before_it_is_asked_is_told(book: Path) -> None:
    with reading(book, name, 2) as readers:
        readers.assess()
        for process in multiprocessing.active_children():
            process.kill()
            process.join(timeout=10)
        with pytest.raises(RelmapError, match="a process ended before its work was done"):
            list(readers.answers(IDS))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_file_is_in_the_assessment_as_broken(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts/good.yaml").write_text("name: Good\nowner: maria\n")
    (tmp_path / "accounts/bad.yaml").write_text("name: [\n")
    with reading(tmp_path, name, jobs) as readers:
        run = readers.assess()
        assert run.broken == ("bad",)
        assert list(readers.answers(["good"])) == ["Good"]


@needs_forks
def test_processes_end_when_nobody_asks_for_answers(book: Path) -> None:
    before = set(multiprocessing.active_children())
    with reading(book, name, 2) as readers:
        readers.assess()
        started = set(multiprocessing.active_children()) - before
        assert len(started) == 2
    for process in started:
        process.join(timeout=10)
        assert process.exitcode == 0
