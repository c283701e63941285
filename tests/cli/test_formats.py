"""Formats, files to write to, and colour."""

import csv
import json
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from .running import MERIDIAN, Ending, process

Run = Callable[..., Ending]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


FORMATS = ("rich", "text", "markdown", "json", "csv")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rich", lambda out: "Acme Foods" in out and "\x1b" not in out),
        ("text", lambda out: out.startswith("Northwind: 3 accounts on 2026-11-15\n=")),
        (
            "markdown",
            lambda out: out.startswith("# Northwind: 3 accounts on 2026-11-15\n") and "\n| **Acme Foods** |" in out,
        ),
        ("json", lambda out: len(json.loads(out)["accounts"]) == 3),
        ("csv", lambda out: len(list(csv.DictReader(StringIO(out)))) == 3),
    ],
)
def test_the_book_in_every_format(assess: Run, name: str, expected: Callable[[str], bool]) -> None:
    code, out, err = assess("--format", name)
    assert (code, err) == (0, "")
    assert expected(out)
    assert out.endswith("\n")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rich", lambda out: "Acme Foods" in out),
        ("text", lambda out: out.startswith("Acme Foods on 2026-11-15\n=")),
        ("markdown", lambda out: out.startswith("# Acme Foods on 2026-11-15\n")),
        ("json", lambda out: [card["id"] for card in json.loads(out)["accounts"]] == ["acme"]),
        ("csv", lambda out: [row["id"] for row in csv.DictReader(StringIO(out))] == ["acme"]),
    ],
)
def test_a_card_in_every_format(assess: Run, name: str, expected: Callable[[str], bool]) -> None:
    code, out, err = assess("acme", "--format", name)
    assert (code, err) == (0, "")
    assert expected(out)
    assert "Boreal" not in out


def test_without_a_terminal_the_format_is_text(assess: Run) -> None:
    assert assess() == assess("--format", "text")


def test_the_environment_names_a_format_and_the_option_goes_before(
    assess: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_json, in_csv, in_text = (assess("--format", name) for name in ("json", "csv", "text"))
    monkeypatch.setenv("RELMAP_FORMAT", "json")
    assert assess() == in_json
    assert assess("--format", "csv") == in_csv
    monkeypatch.setenv("RELMAP_FORMAT", "")
    assert assess() == in_text


@pytest.mark.parametrize(
    ("word", "hint"), [("jsn", "did you mean json?"), ("pdf", "one of rich, text, markdown, json, csv")]
)
def test_an_unknown_format(assess: Run, word: str, hint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = (2, "", f"relmap: --format {word!r} is not possible\n  hint: {hint}\n")
    assert assess("--format", word) == expected
    monkeypatch.setenv("RELMAP_FORMAT", word)
    assert assess() == expected


def test_several_files_in_one_run_instead_of_stdout(assess: Run, tmp_path: Path) -> None:
    words = [word for name in FORMATS for word in ("-o", f"{name}:{tmp_path / name}")]
    assert assess(*words) == (0, "", "")
    for name in FORMATS:
        assert (tmp_path / name).read_bytes().decode() == assess("--format", name).out


def test_without_a_prefix_a_file_has_the_format_of_the_run_or_is_text(assess: Run, tmp_path: Path) -> None:
    place = tmp_path / "book.json"
    assert assess("-o", str(place)) == (0, "", "")
    assert place.read_text(encoding="utf-8").startswith("Northwind: 3 accounts")
    assert assess("--output", str(place), "--format", "json") == (0, "", "")
    assert json.loads(place.read_text(encoding="utf-8"))


def test_a_prefix_counts_only_when_it_is_a_format(assess: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert assess("-o", "svg:book") == (0, "", "")
    assert Path("svg:book").read_text(encoding="utf-8").startswith("Northwind")


def test_files_have_no_colour_and_a_width_of_their_own(
    assess: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert assess("--color", "always", "-o", f"rich:{tmp_path / 'book.txt'}") == (0, "", "")
    text = (tmp_path / "book.txt").read_text(encoding="utf-8")
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) > 40


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(assess: Run, tmp_path: Path) -> None:
    place = tmp_path / "out" / "book.txt"
    place.parent.mkdir()
    place.write_text("before", encoding="utf-8")
    place.chmod(0o640)
    number = place.stat().st_ino
    assert assess("-o", str(place)) == (0, "", "")
    assert place.stat().st_ino != number, "a new file took its place"
    assert place.stat().st_mode & 0o777 == 0o640
    assert names(place.parent) == ["book.txt"]


def test_a_link_stays_a_link(assess: Run, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("before", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert assess("-o", str(tmp_path / "link.txt")) == (0, "", "")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8").startswith("Northwind")


def test_a_device_is_written_to_and_not_replaced(assess: Run) -> None:
    assert assess("-o", "/dev/null") == (0, "", "")
    assert not Path("/dev/null").is_file()


def test_a_new_file_has_the_rights_that_new_files_have(assess: Run, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    assert assess("-o", str(tmp_path / "book.txt")) == (0, "", "")
    assert (tmp_path / "book.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize(
    ("place", "reason"), [("gone/book.txt", "no such file or directory"), ("folder", "is a directory")]
)
def test_a_file_that_cannot_be_written(
    assess: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    assert assess("-o", place) == (2, "", f"relmap: cannot write {place}: {reason}\n")
    assert names(Path("folder")) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(assess: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert assess("-o", str(tmp_path / "a"))[:2] == (2, "")
    finally:
        tmp_path.chmod(0o700)


def test_when_writing_breaks_off_the_old_file_stays(
    assess: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    place = tmp_path / "out" / "book.txt"
    place.parent.mkdir()
    place.write_text("before", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", full)
    assert assess("-o", str(place)) == (2, "", f"relmap: cannot write {place}: no space left on device\n")
    assert (names(place.parent), place.read_text(encoding="utf-8")) == (["book.txt"], "before")


@pytest.mark.parametrize(
    ("words", "env", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, False),
        ((), {"FORCE_COLOR": ""}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (("--color", "auto"), {"FORCE_COLOR": "3", "TERM": "dumb"}, True),
    ],
)
def test_colour(
    assess: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], env: dict[str, str], *, coloured: bool
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    code, out, err = assess("--format", "rich", *words)
    assert (code, err, "\x1b[" in out) == (0, "", coloured)


@pytest.mark.parametrize("name", ["text", "markdown", "json", "csv"])
def test_only_rich_is_ever_coloured(assess: Run, name: str) -> None:
    assert assess("--format", name, "--color", "always") == assess("--format", name)


def test_an_unknown_colour(assess: Run) -> None:
    assert assess("--color", "alway") == (
        2,
        "",
        "relmap: --color 'alway' is not possible\n  hint: did you mean always?\n",
    )


@pytest.mark.parametrize("columns", ["1", "20", "400", "junk"])
def test_piped_output_is_the_same_at_any_width(columns: str) -> None:
    words = ("assess", "-C", str(MERIDIAN), "--as-of", "2026-11-15")
    code, out, err = process(*words, COLUMNS=columns, TERM="xterm-256color", FORCE_COLOR="1")
    assert (code, err) == (0, "")
    assert "\x1b" not in out
    assert (out, "") == process(*words)[1:]


@pytest.mark.parametrize("columns", ["1", "30", "80", "250"])
def test_rich_takes_the_width_it_is_given(assess: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    code, out, err = assess("--format", "rich")
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= max(int(columns), 30)
