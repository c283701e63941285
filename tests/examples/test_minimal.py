"""How much little gives: the answers to files of three, ten and thirty lines, as golden texts.

After a change that is meant: RELMAP_GOLDEN=write pytest tests/examples, and read the difference.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from relmap.cli.main import main

MINIMAL = Path(__file__).parents[2] / "examples" / "minimal"
GOLDEN = Path(__file__).parent / "golden"
LINES = {"three-lines": 3, "ten-lines": 10, "thirty-lines": 30}


@pytest.fixture
def answer(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def run(*words: str) -> str:
        command = ("assess", "-C", str(MINIMAL), "--as-of", "2026-11-15", "--format", "text", *words)
        assert main(command) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return run


@pytest.mark.parametrize(("account", "lines"), LINES.items(), ids=LINES)
def test_the_files_are_as_short_as_they_are_called(account: str, lines: int) -> None:
    text = (MINIMAL / "accounts" / f"{account}.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) == lines


@pytest.mark.parametrize("name", ["book", *LINES])
def test_golden_answers(answer: Callable[..., str], name: str) -> None:
    found = answer(*([] if name == "book" else [name]))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("RELMAP_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(found.encode())
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("account", "given"),
    [
        (
            "three-lines",
            (
                "41 % of the book's revenue, the largest of 3 customers",
                "Losing them",
                "What is left",
                "The three questions that matter most",
            ),
        ),
        (
            "ten-lines",
            (
                "Maria Vidal: live or not is unknown; Tom Aldous: live or not is unknown",
                "0–3 of 3",
                "nobody known",
                "red–green",
                "they say Basic",
            ),
        ),
        (
            "thirty-lines",
            (
                "Stage          Basic; we have not said, they say Basic",
                "Collaborative · on their word and documents alone: Exploratory",
                "Interconnected still needs: a joint plan",
                "78 (67–81) green",
                "if Maria Vidal leaves, Plant manager is out of reach",
            ),
        ),
    ],
)
def test_what_little_already_gives(answer: Callable[..., str], account: str, given: tuple[str, ...]) -> None:
    card = answer(account)
    assert [part for part in given if part not in card] == []


def test_three_lines_make_three_sensible_questions(answer: Callable[..., str]) -> None:
    lines = answer("three-lines").splitlines()
    start = lines.index("The three questions that matter most") + 2
    assert [line.partition("?")[0].partition(":")[0] for line in lines[start : start + 3]] == [
        "- Who are the people there, and who decides",
        "- How do they see it",
        "- How many others could take our place for them, and theirs for us",
    ]


def test_more_lines_leave_less_unknown(answer: Callable[..., str]) -> None:
    health = [next(line for line in answer(account).splitlines() if line.startswith("Known ")) for account in LINES
              if account != "three-lines"]  # fmt: skip
    assert [line.split()[1] for line in health] == ["15", "90"]
