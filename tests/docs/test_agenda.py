"""The page on agenda and brief says what the commands do."""

import re
import shlex
from pathlib import Path

import pytest

from relmap.agenda.agenda import WITHIN
from relmap.agenda.todo import Kind
from relmap.brief.asking import MOST, MOST_AT_HOME
from relmap.cli.main import main
from relmap.render.agenda_page import RICH_ITEMS
from relmap.render.agenda_words import KINDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "agenda.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^relmap ((?:agenda|brief).*?)(?:\s+#.*)?$", PAGE, re.MULTILINE)
BOOK = str(ROOT / "examples" / "meridian")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_page_answer(
    command: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command.replace("-C examples/meridian --as-of 2026-11-15", ""))
    assert main([*words, "-C", BOOK, "--as-of", "2026-11-15"]) == 0
    assert capsys.readouterr().out or (tmp_path / "agenda.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_sentence_of_the_page_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", "-C", BOOK, "--as-of", "2026-11-15"]) == 0
    said = [line.removeprefix("> ") for line in PAGE.splitlines() if line.startswith("> ")]
    assert len(said) == 1
    assert said[0] in capsys.readouterr().out


def test_every_kind_has_its_row_in_the_order_of_the_agenda() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \|", PAGE, re.MULTILINE)
    assert rows == ["kind", *(KINDS[kind][0] for kind in Kind)]


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    assert f"`--within` is {WITHIN} days unless" in PAGE
    assert f"rich (the first {RICH_ITEMS} lines)" in PAGE
    assert (MOST, MOST_AT_HOME) == (5, 3)
    assert "at most five questions" in PAGE
    assert "at most three questions" in PAGE
