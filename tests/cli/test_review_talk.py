"""`relmap review` at a terminal: what it asks, and what becomes of the answers."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from relmap.book.parse import parse

from .running import AS_OF, Ending, command, environment

Run = Callable[..., Ending]
Talk = Callable[..., Ending]


class Person(io.StringIO):
    """Somebody at a terminal, who answers questions that contain a text, each in turn; others with Enter.

    Without an answer left, where there was one, the line ends: Ctrl-D.
    """

    def __init__(self, answers: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.answers = {text: [*said] for text, said in answers.items()}
        self.heard: list[str] = []

    def hear(self, text: str) -> None:
        self.heard.append(text)
        sys.stderr.write(text)

    def isatty(self) -> bool:
        return True

    def readline(self, *_: object) -> str:  # type: ignore[override]
        for text, said in self.answers.items():
            if text in self.heard[-1]:
                return f"{said.pop(0)}\n" if said else ""
        return "\n"


@pytest.fixture
def account(book: Path) -> Path:
    return book / "accounts" / "north" / "boreal.yaml"


@pytest.fixture
def talk(relmap: Run, book: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Review boreal with somebody who answers so; what comes of it is held unless an answer says something else."""

    def run(answers: Mapping[str, Sequence[str]], *words: str, form: str = "text") -> Ending:
        person = Person({OUTCOME: ["hold"], WRITE: ["y"], **answers})
        monkeypatch.setattr(sys, "stdin", person)
        monkeypatch.setattr("relmap.cli.talk._say", person.hear)
        return relmap("review", "boreal", *words, "-C", str(book), "--as-of", AS_OF, "--format", form)

    return run


def document(account: Path) -> dict[str, Any]:
    found = parse(account.read_bytes(), "boreal.yaml").document
    assert found is not None
    return found


BY, WITH, OUTCOME, NOTE, WRITE = "Who reviews", "With whom", "What comes of it", "A note", "Write this"
STAGE, TRUST, RANSOM, CRITICAL, THEIRS = (
    "which stage",
    "0 (not",
    "get its way",
    "critical is our supply",
    "our place for them",
)


def test_with_json_the_page_and_the_questions_stand_on_stderr(talk: Talk, account: Path) -> None:
    ending = talk({}, form="json")
    assert json.loads(ending.out)["recorded"] is True
    assert ending.err.startswith("Boreal Pumps: review for FY2026-Q4")
    assert "What comes of it" in ending.err
    assert document(account)["reviews"]


def test_with_json_a_no_leaves_stdout_empty(talk: Talk, account: Path) -> None:
    before = account.read_bytes()
    ending = talk({WRITE: ["n"]}, form="json")
    assert (ending.code, ending.out, account.read_bytes()) == (130, "", before)


def test_everything_is_asked_and_written_after_a_yes(talk: Talk, account: Path) -> None:
    ending = talk({WITH: ["jane"], STAGE: ["basic"], TRUST: ["6"], OUTCOME: ["move back"], NOTE: ["All well"]})
    assert ending.code == 0
    found = document(account)
    assert found["views"] == [
        {"date": "2026-11-15", "side": "theirs", "by": "jane", "source": "asked", "stage": "basic", "trust": 6}
    ]
    (entry,) = found["reviews"]
    assert (entry["by"], entry["with"], entry["outcome"]) == ("tom", ["jane"], "move_back")
    assert entry["note"] == "All well"
    assert ending.out.startswith("Boreal Pumps: review for FY2026-Q4 on 2026-11-15\n")
    assert "2 entries recorded in accounts/north/boreal.yaml:\n" in ending.out


def test_signals_and_gaps_are_answered_by_who_reviews(talk: Talk, account: Path) -> None:
    ending = talk({RANSOM: ["no"], CRITICAL: ["4"], THEIRS: ["Few."]})
    assert ending.code == 0
    found = document(account)
    assert found["signals"] == {"held_to_ransom": {"holds": False, "date": "2026-11-15", "source": "ours", "by": "tom"}}
    assert found["dependence"] == {"theirs": {"criticality": 4, "alternatives": "few"}}
    assert "dependence.theirs.criticality: 4\n" in ending.out


def test_a_gap_is_not_asked_for_where_the_file_has_no_place_for_it(talk: Talk, account: Path) -> None:
    assert CRITICAL in talk({WRITE: ["n"]}).err
    text = account.read_text(encoding="utf-8")
    account.write_text(f"{text}custom: {{old: &d {{ours: {{}}}}}}\ndependence: *d\n", encoding="utf-8")
    ending = talk({})
    assert ending.code == 0
    assert CRITICAL not in ending.err


def test_questions_go_to_stderr_the_page_to_stdout(talk: Talk) -> None:
    ending = talk({})
    assert ending.code == 0
    assert "Who reviews it? [tom]" in ending.err
    assert "5 questions that would decide most (Enter: not known)" in ending.err
    assert "What comes of it: advance, hold or move_back?" in ending.err
    assert "Write this to accounts/north/boreal.yaml? [y/N]" in ending.err
    assert "Write this" not in ending.out


def test_what_is_given_is_not_asked(talk: Talk) -> None:
    ending = talk({}, "--by", "tom", "--with", "", "--outcome", "hold", "--note", "")
    assert ending.code == 0
    assert [asked for asked in (BY, WITH, OUTCOME, NOTE) if asked in ending.err] == []


def test_a_wrong_answer_is_told_and_asked_again(talk: Talk, account: Path) -> None:
    answers = {BY: ["tim", "maria"], WITH: ["jan", ""], RANSOM: ["maybe", "no"], CRITICAL: ["6", "high", "5"]}
    ending = talk({**answers, THEIRS: ["lots", "many"], OUTCOME: ["hodl", "", "hold"]})
    assert ending.code == 0
    for told in (
        "no contact or team member 'tim' (did you mean tom?)",
        "no contact or team member 'jan' (did you mean jane?)",
        "'maybe' is neither yes nor no (write yes or no)",
        "'6' is no answer to this (one of 1, 2, 3, 4, 5)",
        "'high' is no answer to this (one of 1, 2, 3, 4, 5)",
        "'lots' is no answer to this (one of none, few, several, many)",
        "the outcome 'hodl' is not possible (did you mean hold?)",
        "the outcome '' is not possible (one of advance, hold, move_back)",
    ):
        assert f"  {told}\n" in ending.err
    assert document(account)["dependence"] == {"theirs": {"criticality": 5, "alternatives": "many"}}


def test_what_no_encoding_knows_is_asked_again(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    readline, said = Person.readline, [b"\xff"]

    def odd(person: Person) -> str:
        return said.pop().decode() if said else readline(person)

    monkeypatch.setattr(Person, "readline", odd)
    ending = talk({})
    assert "  what was typed is no text of this terminal (type it again)\n" in ending.err
    assert (ending.code, ending.err.count(BY)) == (0, 2)


def test_at_most_five_are_asked_and_their_word_comes_first(talk: Talk) -> None:
    ending = talk({}, "--by", "tom", "--with", "jane")
    asked = [line for line in ending.err.splitlines() if line.startswith(("jane:", "Tom Hansen:", "> jane:", "> Tom"))]
    assert len(asked) == 5
    assert [line.removeprefix("> ").partition(":")[0] for line in asked] == ["jane"] * 3 + ["Tom Hansen"] * 2
    assert "which stage" in asked[0]


@pytest.mark.parametrize("answer", ["n", "", "no", "nonsense"])
def test_anything_but_a_yes_leaves_the_file_alone(talk: Talk, account: Path, answer: str) -> None:
    before = account.read_bytes()
    ending = talk({WRITE: [answer]})
    assert (ending.code, account.read_bytes()) == (130, before)
    assert ending.err.endswith("note: nothing was recorded\n")


@pytest.mark.parametrize("where", [BY, WITH, RANSOM, OUTCOME, NOTE, WRITE])
def test_an_end_of_input_leaves_the_file_alone(talk: Talk, account: Path, where: str) -> None:
    before = account.read_bytes()
    ending = talk({where: []})
    assert (ending.code, account.read_bytes()) == (130, before)
    assert ending.err.endswith("note: nothing was recorded\n")


def test_an_interruption_leaves_the_file_alone(talk: Talk, account: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Person) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Person, "readline", interrupted)
    before = account.read_bytes()
    ending = talk({})
    assert (ending.code, account.read_bytes()) == (130, before)
    assert ending.err.endswith("note: nothing was recorded\n")


def test_a_dry_run_shows_the_page_on_stderr_and_the_diff_alone_on_stdout(talk: Talk, account: Path) -> None:
    before = account.read_bytes()
    ending = talk({RANSOM: ["yes"]}, "--dry-run")
    assert (ending.code, account.read_bytes()) == (0, before)
    assert ending.out.startswith("--- a/accounts/north/boreal.yaml\n")
    assert "\n+signals:\n" in ending.out
    assert "Boreal Pumps: review for FY2026-Q4" in ending.err
    assert "Write this" not in ending.err


def test_the_digest_is_that_of_the_file_with_the_answers_in_it(talk: Talk, relmap: Run, book: Path) -> None:
    assert talk({RANSOM: ["yes"], CRITICAL: ["2"]}).code == 0
    listed = relmap("review", "boreal", "--status", "-C", str(book), "--as-of", AS_OF, "--format", "csv").out
    assert ",no," in listed.splitlines()[1]


def test_what_was_answered_today_is_not_asked_again(talk: Talk) -> None:
    assert talk({STAGE: ["basic"], RANSOM: ["yes"]}, "--with", "jane").code == 0
    ending = talk({}, "--with", "jane", "--note", "again")
    assert ending.code == 0
    assert STAGE not in ending.err
    assert TRUST in ending.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
def test_at_a_real_terminal(book: Path, account: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    words = ["review", "boreal", "--with", "", "-C", str(book), "--as-of", AS_OF]
    with subprocess.Popen(command(*words), env=environment(), stdin=theirs, stdout=-1, stderr=-1, text=True) as running:
        os.write(ours, b"tim\ntom\n" + b"\n" * 5 + b"hold\nWell\ny\n")
        out, err = running.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert running.returncode == 0, err
    assert "Who reviews it? [tom]   no contact or team member 'tim'" in err
    assert out.startswith("Boreal Pumps: review for FY2026-Q4")
    assert [(entry["by"], entry["note"]) for entry in document(account)["reviews"]] == [("tom", "Well")]
