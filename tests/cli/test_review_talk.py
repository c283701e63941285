"""`relmap review` at a terminal: what it asks, and what becomes of the answers."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relmap.book.parse import parse

from .running import AS_OF, Ending

Run = Callable[..., Ending]
Talk = Callable[..., Ending]


class Terminal(io.StringIO):
    """Somebody who has typed all answers already."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def account(book: Path) -> Path:
    return book / "accounts" / "north" / "boreal.yaml"


@pytest.fixture
def talk(relmap: Run, book: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Review boreal at a terminal, with these answers."""

    def run(answers: str, *words: str) -> Ending:
        monkeypatch.setattr(sys, "stdin", Terminal(answers))
        return relmap("review", "boreal", *words, "-C", str(book), "--as-of", AS_OF, "--format", "text")

    return run


def document(account: Path) -> dict[str, Any]:
    found = parse(account.read_bytes(), "boreal.yaml").document
    assert found is not None
    return found


WHO = ("--by", "tom", "--with", "")


def test_everything_is_asked_and_written_after_a_yes(talk: Talk, account: Path) -> None:
    ending = talk("\njane\nbasic\n\n6\nyes\n\nmove back\nAll well\ny\n")
    assert ending.code == 0
    found = document(account)
    assert found["views"] == [
        {"date": "2026-11-15", "side": "theirs", "by": "jane", "source": "asked", "stage": "basic", "trust": 6}
    ]
    assert [*found["signals"].values()] == [{"holds": True, "date": "2026-11-15", "source": "ours", "by": "tom"}]
    (entry,) = found["reviews"]
    assert (entry["by"], entry["with"], entry["outcome"]) == ("tom", ["jane"], "move_back")
    assert entry["note"] == "All well"
    assert ending.out.startswith("Boreal Pumps: review for FY2026-Q4 on 2026-11-15\n")
    assert "3 entries recorded in accounts/north/boreal.yaml:\n" in ending.out


def test_questions_go_to_stderr_the_page_to_stdout(talk: Talk) -> None:
    ending = talk("\n\n\n\n\n\n\nhold\n\ny\n")
    assert ending.code == 0
    assert "Who reviews it? [tom]" in ending.err
    assert "questions that would decide most (Enter: not known)" in ending.err
    assert "What comes of it: advance, hold or move_back?" in ending.err
    assert "Write this to accounts/north/boreal.yaml? [y/N]" in ending.err
    assert "?" not in ending.out.split("What is not known")[0].split("three questions")[0]


def test_what_is_given_is_not_asked(talk: Talk) -> None:
    ending = talk("\n" * 3 + "y\n", *WHO, "--outcome", "hold", "--note", "")
    assert ending.code == 0
    assert "Who reviews it?" not in ending.err
    assert "With whom" not in ending.err
    assert "What comes of it" not in ending.err
    assert "A note" not in ending.err


def test_a_wrong_answer_is_told_and_asked_again(talk: Talk) -> None:
    ending = talk("tim\ntom\njan\n\nmaybe\nno\n\n\n\n\nhodl\nhold\n\ny\n")
    assert ending.code == 0
    assert "  no contact or team member 'tim' (did you mean tom?)\n" in ending.err
    assert "  no contact or team member 'jan' (did you mean jane?)\n" in ending.err
    assert "  'maybe' is neither yes nor no (write yes or no)\n" in ending.err
    assert "  the outcome 'hodl' is not possible (did you mean hold?)\n" in ending.err


def test_what_no_encoding_knows_is_asked_again(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    readline, said = Terminal.readline, [True]

    def odd(terminal: Terminal) -> str:
        return (b"\xff".decode() if said.pop() else "") if said else readline(terminal)

    monkeypatch.setattr(Terminal, "readline", odd)
    ending = talk("tom\n\n\n\n\n\n\nhold\n\ny\n")
    assert "  what was typed is no text of this terminal (type it again)\n" in ending.err
    assert ending.err.count("Who reviews it?") == 2


def test_only_the_questions_that_decide_most_are_asked_and_nothing_of_ours_is_told(talk: Talk) -> None:
    ending = talk("\n" * 5 + "hold\n\nn\n", "--by", "tom", "--with", "jane")
    asked = [line for line in ending.err.splitlines() if line.startswith(("> jane", "jane:", "> Tom", "Tom"))]
    assert 3 <= len(asked) <= 5
    assert "which stage" in asked[0]


@pytest.mark.parametrize("answer", ["n", "", "no", "nonsense"])
def test_anything_but_a_yes_leaves_the_file_alone(talk: Talk, account: Path, answer: str) -> None:
    before = account.read_bytes()
    ending = talk("\n" * 5 + f"hold\n\n{answer}\n", *WHO)
    assert (ending.code, account.read_bytes()) == (130, before)
    assert ending.err.endswith("note: nothing was recorded\n")


@pytest.mark.parametrize("answers", ["", "tom\n", "tom\n\n", "tom\n\nyes\n"])
def test_an_end_of_input_leaves_the_file_alone(talk: Talk, account: Path, answers: str) -> None:
    before = account.read_bytes()
    ending = talk(answers)
    assert (ending.code, account.read_bytes()) == (130, before)
    assert ending.err.endswith("note: nothing was recorded\n")


def test_an_interruption_leaves_the_file_alone(talk: Talk, account: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Terminal) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Terminal, "readline", interrupted)
    before = account.read_bytes()
    ending = talk("")
    assert (ending.code, account.read_bytes()) == (130, before)
    assert ending.err.endswith("note: nothing was recorded\n")


def test_a_dry_run_shows_the_page_on_stderr_and_the_diff_alone_on_stdout(talk: Talk, account: Path) -> None:
    before = account.read_bytes()
    ending = talk("yes\n" + "\n" * 4 + "hold\n\n", *WHO, "--dry-run")
    assert (ending.code, account.read_bytes()) == (0, before)
    assert ending.out.startswith("--- a/accounts/north/boreal.yaml\n")
    assert "\n+signals:\n" in ending.out
    assert "Boreal Pumps: review for FY2026-Q4" in ending.err
    assert "Write this" not in ending.err


def test_the_digest_is_that_of_the_file_with_the_answers_in_it(talk: Talk, relmap: Run, book: Path) -> None:
    assert talk("yes\n" + "\n" * 4 + "hold\n\ny\n", *WHO).code == 0
    listed = relmap("review", "boreal", "--status", "-C", str(book), "--as-of", AS_OF, "--format", "csv").out
    assert ",no," in listed.splitlines()[1]


def test_what_was_answered_today_is_not_asked_again(talk: Talk) -> None:
    assert talk("basic\nsupplier\n6\nyes\nyes\nhold\n\ny\n", "--by", "tom", "--with", "jane").code == 0
    ending = talk("\n" * 9 + "hold\n\ny\n", "--by", "tom", "--with", "jane", "--outcome", "hold", "--note", "")
    assert "which stage" not in ending.err
