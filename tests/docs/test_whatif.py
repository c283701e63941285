"""The page on what-if says what the command says."""

import re
from pathlib import Path

import pytest

from relmap.cli.main import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "whatif.md").read_text(encoding="utf-8")


def test_the_paragraph_of_the_page_is_the_paragraph_of_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    command = re.findall(r"relmap (whatif haldermark --leaves nils-torp -C .*)", PAGE)[0]
    assert main(command.replace("examples/meridian", str(ROOT / "examples" / "meridian")).split()) == 0
    paragraph = capsys.readouterr().out.splitlines()[2]
    shown = " ".join(line.removeprefix("> ") for line in PAGE.splitlines() if line.startswith("> "))
    assert shown.split() == paragraph.split()


@pytest.mark.parametrize("command", re.findall(r"^relmap (whatif .*?)\s+#", PAGE, re.MULTILINE))
def test_the_questions_of_the_page_can_be_asked(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    book = ["-C", str(ROOT / "examples" / "meridian"), "--as-of", "2026-11-15"]
    assert main([*command.split(), *book]) == 0
    assert "Without " in capsys.readouterr().out
