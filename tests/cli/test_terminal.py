"""On a terminal: rich, coloured where it may be, and a progress bar where work takes long."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from .running import MERIDIAN, Ending, command, environment

Run = Callable[..., Ending]
ASSESS = ("assess", "-C", str(MERIDIAN), "--as-of", "2026-11-15")
pty = pytest.importorskip("pty", reason="no pseudo-terminals here")


def on_terminal(*words: str, **env: str) -> str:
    """Run relmap with a terminal for stdout and return what it shows."""
    leading, following = pty.openpty()
    started = subprocess.Popen(command(*words), stdout=following, env=environment(**env), stderr=subprocess.PIPE)
    os.close(following)
    shown = b""
    while True:
        try:
            piece = os.read(leading, 65536)
        except OSError:  # Linux ends a terminal so
            break
        if not piece:
            break
        shown += piece
    os.close(leading)
    _, err = started.communicate(timeout=60)
    assert (started.returncode, err) == (0, b"")
    return shown.decode().replace("\r\n", "\n")


def test_the_format_is_rich_in_colour_and_fits(relmap: Run) -> None:
    shown = on_terminal(*ASSESS, TERM="xterm-256color", COLUMNS="100")
    assert "\x1b[" in shown
    plain = on_terminal(*ASSESS, TERM="xterm-256color", COLUMNS="100", NO_COLOR="1")
    assert "\x1b" not in plain
    assert max(map(len, plain.splitlines())) <= 100
    assert plain == on_terminal(*ASSESS, TERM="dumb", COLUMNS="100")


def test_the_format_may_still_be_named() -> None:
    assert on_terminal(*ASSESS, TERM="xterm", RELMAP_FORMAT="csv").startswith("id,name,owner")


def test_a_bar_appears_on_stderr_when_work_takes_long(relmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = relmap(*ASSESS)
    monkeypatch.setattr("relmap.cli.progress.PATIENCE", -1)
    assert relmap(*ASSESS) == quiet, "no terminal, no bar"
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    code, out, err = relmap(*ASSESS)
    assert (code, out) == (0, quiet.out)
    assert "Assessing accounts" in err
    assert relmap(*ASSESS, "-q") == quiet


def test_no_bar_for_what_is_quick(relmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr("relmap.cli.progress.PATIENCE", 60)
    assert relmap(*ASSESS).err == ""
