"""How relmap ends: version, help, wrong words, crashes, closed pipes, full disks and interruptions."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.generate import write_book as generate

from relmap import __version__
from relmap.cli.main import main

from .running import MERIDIAN, ROOT, Ending, command, environment, process

Run = Callable[..., Ending]
ASSESS = ("assess", "-C", str(MERIDIAN), "--as-of", "2026-11-15")
VERSION = Ending(0, f"relmap {__version__}\n", "")
BOXES = re.compile("[│─╭╮╰╯\x1b]")


@pytest.mark.parametrize("words", [("--version",), ("-V",), ("--version", "assess")])
def test_version(relmap: Run, words: tuple[str, ...]) -> None:
    assert relmap(*words) == VERSION


def test_the_module_runs_as_the_command_does() -> None:
    assert process("--version") == VERSION
    assert process("assess", "--jobs", "0").code == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--help",), ("Usage: relmap [OPTIONS] COMMAND", "assess", "--version", "--help")),
        (("-h",), ("Usage: relmap [OPTIONS] COMMAND",)),
        (("assess", "--help"), ("Usage: relmap assess [OPTIONS] [ACCOUNT]...", "--where", "--as-of", "RELMAP_AS_OF")),
        (("assess", "-h"), ("Usage: relmap assess",)),
    ],
)
def test_help_fits_80_columns_without_boxes(
    relmap: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("FORCE_COLOR", "1")
    code, out, err = relmap(*words)
    assert (code, err) == (0, "")
    assert [part for part in expected if part not in out] == []
    assert max(map(len, out.splitlines())) <= 80
    assert not BOXES.search(out)


def test_every_option_of_assess_is_explained(relmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = relmap("assess", "--help").out.partition("Options:\n")[2].splitlines()
    bare = [line for line in lines if re.match(r"  -", line) and not re.search(r"\S {2,}\S", line.strip())]
    assert bare == []


def test_without_words_the_help_comes_on_stderr(relmap: Run) -> None:
    code, out, err = relmap()
    assert (code, out) == (2, "")
    assert err == relmap("--help").out


@pytest.mark.parametrize(
    ("words", "said", "command_path"),
    [
        (("asess",), "no such command 'asess'", "relmap"),
        (("--verson",), "no such option: --verson", "relmap"),
        (("assess", "--frmat", "csv"), "no such option: --frmat", "relmap assess"),
        (("assess", "--as-of"), "option '--as-of' requires an argument", "relmap assess"),
    ],
)
def test_wrong_words(relmap: Run, words: tuple[str, ...], said: str, command_path: str) -> None:
    code, out, err = relmap(*words)
    assert (code, out) == (2, "")
    assert err.startswith(f"relmap: {said}")
    assert err.endswith(f"\n  hint: see `{command_path} --help`\n")
    assert not BOXES.search(err)


@pytest.mark.parametrize(
    ("words", "nearest"),
    [(("asess",), "assess"), (("--verson",), "--version"), (("assess", "--frmat", "csv"), "--format")],
)
def test_wrong_words_name_the_nearest(relmap: Run, words: tuple[str, ...], nearest: str) -> None:
    assert nearest in relmap(*words).err.splitlines()[0]


def crash(*_: object, **__: object) -> None:
    raise ValueError("a secret of Acme")


def test_a_crash_ends_with_2_and_shows_no_values(relmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relmap.cli.running.run_book", crash)
    code, out, err = relmap(*ASSESS)
    assert (code, out) == (2, "")
    assert re.fullmatch(
        r"relmap: this is a bug in relmap: ValueError at test_endings\.py:\d+\n"
        r"  hint: run it again with --debug for the traceback\n",
        err,
    )


def test_debug_shows_the_traceback_of_a_crash(relmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relmap.cli.running.run_book", crash)
    code, out, err = relmap(*ASSESS, "--debug")
    assert (code, out) == (2, "")
    assert err.startswith("Traceback (most recent call last):\n")
    assert err.endswith("ValueError: a secret of Acme\n")


def test_debug_changes_nothing_else(relmap: Run) -> None:
    assert relmap(*ASSESS, "--debug") == relmap(*ASSESS)
    assert relmap(*ASSESS, "--debug", "--as-of", "x") == relmap(*ASSESS, "--as-of", "x")


def test_what_the_system_refuses_is_no_bug(relmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("relmap.cli.running.run_book", refuse)
    code, out, err = relmap(*ASSESS)
    assert (code, out) == (2, "")
    assert err.startswith("relmap: cannot go on: resource temporarily unavailable\n")


def test_an_interruption_inside_a_command(relmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("relmap.cli.running.run_book", interrupt)
    code, out, err = relmap(*ASSESS)
    assert (code, out, err.strip()) == (130, "", "")


def test_an_interruption_while_things_are_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("relmap.cli.endings.run", interrupt)
    assert main(["assess"]) == 130


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book whose answer is larger than any pipe."""
    folder = tmp_path_factory.mktemp("large")
    generate(folder, 300)
    return folder


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("action", "delay"), [("assess", 0.15), ("assess", 0.5), ("plan --all --into", 0.7)])
def test_ctrl_c(large: Path, tmp_path: Path, action: str, jobs: str, delay: float) -> None:
    into = (str(tmp_path / "plans"),) if action.endswith("--into") else ()
    words = command(*action.split(), *into, "-C", str(large), "--jobs", jobs)
    # untraced: interrupted under coverage the process was once seen not to end
    untraced = {name: value for name, value in environment().items() if not name.startswith("COVERAGE")}
    started = subprocess.Popen(
        words, env=untraced, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(delay)
    os.killpg(started.pid, signal.SIGINT)  # as a terminal does: the workers get it too
    try:
        _, err = started.communicate(timeout=30)
    finally:
        started.kill()
    assert started.returncode in (130, -signal.SIGINT)  # Python itself ends so while it starts
    assert "Traceback" not in err or started.returncode == -signal.SIGINT


@pytest.mark.parametrize(
    "words",
    [
        ("assess", "--format", "json"),
        ("assess", "--format", "rich"),
        ("assess",),
        ("--help",),
        ("assess", "--help"),
        ("--version",),
    ],
)
def test_a_reader_that_goes_away(large: Path, words: tuple[str, ...]) -> None:
    code, err = read_one_line(*words, RELMAP_BOOK=str(large))
    assert code in (0, 141)
    assert err == ""


def read_one_line(*words: str, **env: str) -> tuple[int, str]:
    """Run relmap with a pipe behind it that nobody reads, as behind `| true`, and return the code and stderr."""
    reading, writing = os.pipe()
    started = subprocess.Popen(command(*words), env=environment(**env), stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    os.close(reading)
    _, err = started.communicate(timeout=60)
    return started.returncode, err.decode()


def test_head_shows_the_first_line_and_nothing_else(large: Path) -> None:
    line = f"{sys.executable} -m relmap assess -C {large} --as-of 2026-11-15 | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], env=environment(), capture_output=True, text=True, check=False)
    first, code = done.stdout.splitlines()
    assert first == "Northwind Industrial AS: 300 accounts on 2026-11-15"
    assert (code in ("0", "141"), done.stderr) == (True, "")


def test_a_reader_of_stderr_that_goes_away() -> None:
    line = f"{sys.executable} -m relmap nonsense 2>&1 >/dev/null | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], env=environment(), capture_output=True, text=True, check=False)
    assert (done.stdout in ("2\n", "141\n"), done.stderr) == (True, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "line", [f"assess -C {MERIDIAN} >/dev/full", "--version >/dev/full", "--help >/dev/full", "nonsense 2>/dev/full"]
)
def test_a_full_disk_is_2(line: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m relmap {line}"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert "this is a bug" not in done.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"assess -C {MERIDIAN} >&-", 0),
        (f"assess -C {MERIDIAN} 2>&-", 0),
        ("nonsense 2>&-", 2),
        ("assess --as-of x >&- 2>&-", 2),
    ],
)
def test_closed_streams(line: str, code: int) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m relmap {line}"], env=environment(), capture_output=True, check=False
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
