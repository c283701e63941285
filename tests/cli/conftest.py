"""Fixtures: relmap in this process, without the caller's environment, and small books."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from relmap.cli.main import main

from .running import AS_OF, SMALL, Ending, write_book


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("BOOK", "AS_OF", "FORMAT"):
        monkeypatch.delenv(f"RELMAP_{name}", raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    yield
    gc.enable()  # a command switches it off, since it ends soon


@pytest.fixture
def relmap(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ending]:
    """Run relmap with some words."""

    def run(*words: str) -> Ending:
        code = main(words)
        return Ending(code, *capsys.readouterr())

    return run


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of three accounts: acme and acre of maria's, boreal of tom's."""
    return write_book(tmp_path / "book", SMALL)


@pytest.fixture
def assess(relmap: Callable[..., Ending], book: Path) -> Callable[..., Ending]:
    """Run `relmap assess` on that book as of a fixed day."""
    return lambda *words: relmap("assess", "-C", str(book), "--as-of", AS_OF, *words)
