"""The page on the portfolio says what the command and its rule say."""

import re
from pathlib import Path

import pytest

from relmap.cli.main import main
from relmap.portfolio.moves import ROOM
from relmap.portfolio.values import Move
from relmap.render.portfolio_words import MOVES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "portfolio.md").read_text(encoding="utf-8")
EXAMPLE = ["-C", str(ROOT / "examples" / "meridian")]


@pytest.mark.parametrize("command", re.findall(r"^relmap (portfolio.*?)\s+#", PAGE, re.MULTILINE))
def test_the_commands_of_the_page_can_be_run(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = [word.strip("'").replace("maria", "jonas") for word in command.split()]
    day = [] if "--as-of" in words else ["--as-of", "2026-11-15"]
    assert main([*words, *EXAMPLE, *day]) == 0
    assert "Meridian Drives: portfolio of 16 accounts" in capsys.readouterr().out


def test_the_table_has_every_answer_of_the_rule() -> None:
    answers = re.findall(r"^\| ([a-z ]+) \| (?!where)", PAGE, re.MULTILINE)
    assert answers == [MOVES[move] for move in Move]


def test_the_page_names_the_room_that_the_rule_asks_for() -> None:
    assert f"at least {ROOM * 100:.0f} % more revenue is within reach" in PAGE
