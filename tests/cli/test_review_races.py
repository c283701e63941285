"""Killed at any moment, or two at once: the file is the old one or the new one, and no review is lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from relmap.book.parse import parse
from relmap.cli.main import main

from .running import AS_OF, command, environment, process

PROCESSES = 4


def words(book: Path, note: str) -> list[str]:
    said = ["--by", "tom", "--outcome", "hold", "--note", note, "--yes", "--quiet"]
    return ["review", "boreal", *said, "-C", str(book), "--as-of", AS_OF]


def notes(book: Path) -> list[object]:
    document = parse((book / "accounts" / "north" / "boreal.yaml").read_bytes(), "").document
    assert document is not None
    found = document.get("reviews", [])
    assert isinstance(found, list)
    return [entry["note"] for entry in found]


def test_several_at_once_each_stand_in_the_file_or_say_that_they_do_not(book: Path) -> None:
    running = [
        subprocess.Popen(command(*words(book, str(number))), env=environment(), stdout=-1, stderr=-1)
        for number in range(PROCESSES)
    ]
    ended = [(one.communicate()[1].decode(), one.returncode) for one in running]
    recorded = [str(number) for number, (_, code) in enumerate(ended) if code == 0]
    assert recorded
    assert sorted(map(str, notes(book))) == recorded
    refused = [err for err, code in ended if code == 2]
    assert len(recorded) + len(refused) == PROCESSES
    assert all("has been changed meanwhile, and is left as it is" in err for err in refused)


APPEND = """
import sys
from pathlib import Path
from relmap.book.write import replace_file
from relmap.errors import RelmapError
root, name, done = Path(sys.argv[1]), sys.argv[2], 0
for number in range(60):
    before = (root / "list.yaml").read_bytes()
    try:
        replace_file(root, "list.yaml", before, before + f"- {name}-{number}\\n".encode())
        print(f"{name}-{number}")
    except RelmapError:
        pass
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such lock")
def test_no_write_that_succeeded_is_ever_overwritten_by_another(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_bytes(b"")
    script = [sys.executable, "-c", APPEND, str(tmp_path)]
    running = [subprocess.Popen([*script, name], env=environment(), stdout=-1, text=True) for name in "abcd"]
    written = [line for one in running for line in one.communicate()[0].split()]
    assert [one.returncode for one in running] == [0, 0, 0, 0]
    assert len(written) > 4
    assert sorted((tmp_path / "list.yaml").read_text().split()[1::2]) == sorted(written)
    assert [path.name for path in tmp_path.iterdir()] == ["list.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_a_process_killed_at_any_moment_leaves_the_old_file_or_the_new_one(book: Path) -> None:
    started = time.monotonic()
    assert process(*words(book, "0")).code == 0
    whole = time.monotonic() - started
    for number in range(1, 9):
        before = notes(book)
        killed = subprocess.Popen(command(*words(book, str(number))), env=environment(), stdout=-1, stderr=-1)
        time.sleep(whole * (0.5 + 0.07 * number))
        killed.send_signal(signal.SIGKILL)
        killed.communicate()
        assert notes(book) in (before, [*before, str(number)])


DIE = """
import os, signal, sys
from pathlib import Path
from relmap.cli.main import main
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
{what} = die
main(sys.argv[1:])
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("what", ["os.fsync", "Path.chmod", "Path.replace"])
def test_killed_while_it_writes_nothing_has_changed_and_the_next_review_works(book: Path, what: str) -> None:
    before = (book / "accounts" / "north" / "boreal.yaml").read_bytes()
    script = [sys.executable, "-c", DIE.format(what=what), *words(book, "killed")]
    assert subprocess.run(script, env=environment(), check=False).returncode == -signal.SIGKILL
    assert (book / "accounts" / "north" / "boreal.yaml").read_bytes() == before
    assert main(words(book, "next")) == 0
    assert notes(book) == ["next"]
