"""`relmap explain`: formats, files, wrong words, and completion. It needs no book."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from relmap.cli.explain import complete_word

from .running import Ending, process

Run = Callable[..., Ending]


@pytest.fixture(autouse=True)
def _no_book_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("rich", "Standing\nWhat are we to them: a supplier, their supplier of choice, or a partner?"),
        ("text", "Standing\n========\nWhat are we to them"),
        ("markdown", "# Standing\n\n**What are we to them"),
        ("json", '{\n"schema":"https://'),
    ],
)
def test_a_page_in_every_format(relmap: Run, name: str, begins: str) -> None:
    code, out, err = relmap("explain", "standing.theirs", "--format", name)
    assert (code, err) == (0, "")
    assert out.startswith(begins)
    assert out.endswith("\n")


def test_without_a_terminal_the_format_is_text(relmap: Run) -> None:
    assert relmap("explain", "stage") == relmap("explain", "stage", "--format", "text")


def test_without_a_word_everything_is_listed(relmap: Run) -> None:
    code, out, err = relmap("explain")
    assert (code, err) == (0, "")
    assert out.startswith("What relmap can explain\n")
    for line in ("dependence.imbalance  Imbalance, positive", "effective number  ", "\nroles  "):
        assert line in out


def test_several_words_are_one(relmap: Run) -> None:
    assert relmap("explain", "deep", "dependence") == relmap("explain", "Deep-Dependence")
    assert relmap("explain", "deep", "dependence").out.startswith("deep dependence\n")


def test_a_code(relmap: Run) -> None:
    code, out, err = relmap("explain", "rm105")
    assert (code, err) == (0, "")
    assert out.startswith("RM105\n=====\nA word that is none of those the format offers here.\n")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("helth", "did you mean health?"),
        ("Deep Dependance", "did you mean deep dependence?"),
        ("stage.them", "did you mean stage.theirs?"),
        ("qqqq", "`relmap explain` lists all that can be explained"),
    ],
)
def test_an_unknown_word(relmap: Run, word: str, hint: str) -> None:
    assert relmap("explain", word) == (2, "", f"relmap: nothing is called {word!r}\n  hint: {hint}\n")


def test_a_format_that_it_does_not_have(relmap: Run) -> None:
    hint = "one of rich, text, markdown, json"
    assert relmap("explain", "--format", "csv") == (
        2,
        "",
        f"relmap: --format 'csv' is not possible\n  hint: {hint}\n",
    )


def test_files_instead_of_stdout(relmap: Run, tmp_path: Path) -> None:
    words = ("explain", "trust", "-o", "markdown:trust.md", "-o", "json:trust.json", "-o", "trust.txt")
    assert relmap(*words) == (0, "", "")
    assert (tmp_path / "trust.md").read_text(encoding="utf-8").startswith("# Trust\n")
    assert json.loads((tmp_path / "trust.json").read_text(encoding="utf-8"))["asked"] == "trust"
    assert (tmp_path / "trust.txt").read_text(encoding="utf-8") == relmap("explain", "trust").out


def test_nothing_is_written_for_an_unknown_word(relmap: Run, tmp_path: Path) -> None:
    assert relmap("explain", "helth", "-o", "page.md").code == 2
    assert list(tmp_path.iterdir()) == []


def test_colour_when_it_is_wanted(relmap: Run) -> None:
    words = ("explain", "map.colour", "--format", "rich")
    assert "\x1b[" in relmap(*words, "--color", "always").out
    assert "\x1b" not in relmap(*words, "--color", "never").out


@pytest.mark.parametrize(
    ("begun", "offered"),
    [
        ("stage.t", ["stage.theirs"]),
        ("HH", ["HHI"]),
        ("rm10", [f"RM10{number}" for number in range(1, 10)]),
        ("deep", ["deep dependence", "deep interdependence"]),
        ("zz", []),
    ],
)
def test_words_are_completed(begun: str, offered: list[str]) -> None:
    assert complete_word(begun) == offered


def test_a_shell_is_offered_words() -> None:
    found = process(_RELMAP_COMPLETE="complete_bash", COMP_WORDS="relmap explain resil", COMP_CWORD="2")
    assert (found.code, found.out.strip(), found.err) == (0, "resilience", "")


def test_help_lists_the_command(relmap: Run) -> None:
    assert "explain    What a measure, a word or a code means." in relmap("--help").out
