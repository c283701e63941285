"""The same book and day give the same bytes, and reading never writes."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .running import AS_OF, MERIDIAN, ROOT, SMALL, Ending, process, write_book

Run = Callable[..., Ending]
FORMATS = ("rich", "text", "markdown", "json", "csv")
ASSESS = ("assess", "--as-of", AS_OF)


@pytest.mark.parametrize("name", FORMATS)
def test_twice_the_same(relmap: Run, name: str) -> None:
    words = (*ASSESS, "-C", str(MERIDIAN), "--format", name)
    assert relmap(*words) == relmap(*words)
    assert relmap(*words, "haldermark-marine") == relmap(*words, "haldermark-marine")


def test_hashes_do_not_matter(tmp_path: Path) -> None:
    answers = []
    for seed in ("0", "1", "4242"):
        words = [word for name in FORMATS for word in ("-o", f"{name}:{tmp_path / name}")]
        card = [word for name in FORMATS for word in ("-o", f"{name}:{tmp_path / name}-card")]
        for more in (words, ["vindskar-turbines", "lumenta-logistics", *card]):
            assert process(*ASSESS, "-C", str(MERIDIAN), *more, PYTHONHASHSEED=seed).code == 0
        answers.append([path.read_bytes() for path in sorted(tmp_path.iterdir())])
    assert len(answers[0]) == 10
    assert answers[0] == answers[1] == answers[2]


def test_the_folder_one_stands_in_does_not_matter(relmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = relmap(*ASSESS, "-C", str(MERIDIAN), "--format", "json")
    for folder, words in (
        (MERIDIAN, ()),
        (MERIDIAN / "accounts" / "tarnholt", ()),
        (ROOT, ("-C", "examples/meridian")),
        (ROOT / "examples", ("-C", "./meridian/")),
        (tmp_path, ("-C", os.path.relpath(MERIDIAN, tmp_path))),
    ):
        monkeypatch.chdir(folder)
        assert relmap(*ASSESS, *words, "--format", "json") == expected


@pytest.mark.parametrize("name", ["text", "json"])
def test_the_order_in_which_files_were_made_does_not_matter(relmap: Run, tmp_path: Path, name: str) -> None:
    broken = {"accounts/a.yaml": "name: [\n", "accounts/z.yaml": "name: Z\nowner: mario\n"}
    files = [*(SMALL | broken).items()]
    one = write_book(tmp_path / "one" / "book", dict(files))
    two = write_book(tmp_path / "two" / "book", dict(reversed(files)))
    assert relmap(*ASSESS, "-C", str(one), "--format", name) == relmap(*ASSESS, "-C", str(two), "--format", name)


def state(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Everything in a folder: its rights, when it changed, and what is in it."""
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mode,
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in (folder, *sorted(folder.rglob("*")))
    }


def test_reading_never_writes(tmp_path: Path, relmap: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    book = tmp_path / "book"
    shutil.copytree(MERIDIAN, book)
    (book / "accounts" / "broken.yaml").write_text("name: [\n", encoding="utf-8")
    before = state(book)
    monkeypatch.chdir(book)
    for name in FORMATS:
        relmap(*ASSESS, "--format", name)
        relmap(*ASSESS, "--format", name, "pikestone-mills", "--jobs", "2")
    relmap(*ASSESS, "-o", str(tmp_path / "out.txt"))
    relmap(*ASSESS, "nonsense")
    assert process(*ASSESS, cwd=book).code == 2
    assert state(book) == before


def test_a_book_that_nobody_may_write_can_be_read(tmp_path: Path, relmap: Run, book: Path) -> None:
    expected = relmap(*ASSESS, "-C", str(book))
    paths = [book, *book.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert relmap(*ASSESS, "-C", str(book)) == expected
    finally:
        for path in paths:
            path.chmod(0o755)
