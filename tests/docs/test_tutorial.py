"""The tutorial does what it says: its files are made, its commands run, and what it shows is what they print."""

import re
from pathlib import Path

import pytest

from relmap.cli.main import main

TUTORIAL = (Path(__file__).parents[2] / "docs" / "tutorial.md").read_text(encoding="utf-8")
FILES = re.findall(r"```yaml\n# (\S+)\n(.*?)```", TUTORIAL, re.DOTALL)
LAST_PART = re.findall(r"```yaml\n(dependence:.*?)```", TUTORIAL, re.DOTALL)[0]


def write(folder: Path, *, until: int) -> None:
    for name, text in FILES[:until]:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


def assess(folder: Path, *words: str) -> int:
    return main(["assess", "-C", str(folder), "--as-of", "2026-11-15", "--format", "text", *words])


def test_three_lines_an_account_say_how_much_hangs_on_whom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, until=3)
    assert assess(tmp_path) == 0
    assert "largest 80.6 %; HHI 6 878.3 of 10 000" in spaced(capsys.readouterr().out)


def test_a_slip_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, until=4)
    assert assess(tmp_path) == 2
    told = capsys.readouterr().err
    assert told.startswith("accounts/acme-robotics.yaml:16:14: RM105 error: 'suporter' is not possible here")
    assert "note: 1 of 2 accounts cannot be read" in told


def test_the_card_shows_what_the_tutorial_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, until=4)
    mend(tmp_path)
    assert assess(tmp_path, "acme") == 0
    card = spaced(capsys.readouterr().out)
    for line in (
        "if Maria Vidal leaves, Jane Doe is out of reach",
        "80 (49.5–88) green",
        "we say Collaborative, they say Basic",
        "16 % (9.6–41 %) of the book's revenue",
        "7.0 (5.0–7.9)",
    ):
        assert line in card
        assert line in spaced(TUTORIAL)


def test_the_last_part_makes_the_review_current(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, until=4)
    mend(tmp_path)
    with (tmp_path / "accounts" / "acme-robotics.yaml").open("a") as file:
        file.write("\n" + LAST_PART)
    assert assess(tmp_path, "acme") == 0
    card = capsys.readouterr().out
    assert "they hold the power: we depend on them more" in card
    assert "overdue since 2026-10-01: Spare parts on site" in card
    assert "current; the next one by" in card


def test_why_prints_what_the_tutorial_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, until=4)
    mend(tmp_path)
    with (tmp_path / "accounts" / "acme-robotics.yaml").open("a") as file:
        file.write("\n" + LAST_PART)
    shown = re.findall(r"\$ relmap why acme health\n(.*?)```", TUTORIAL, re.DOTALL)[0]
    assert main(["why", "acme", "health", "-C", str(tmp_path), "--as-of", "2026-11-15", "--format", "text"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(shown)
    assert "Jane Doe: support: supporter → champion · then 80.9" in told
    assert "2 more promises of ours, kept in time · then 79.7" in told
    assert main(["why", "acme", "stage", "-C", str(tmp_path), "--as-of", "2026-11-15", "--sensitivity"]) == 0
    assert "2 change the verdict" in capsys.readouterr().out


def mend(folder: Path) -> None:
    path = folder / "accounts" / "acme-robotics.yaml"
    path.write_text(path.read_text().replace("suporter", "supporter"))


def spaced(text: str) -> str:
    """Write every kind of space as a plain one."""
    return re.sub(r"[^\S\n]", " ", text)
