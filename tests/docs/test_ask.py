"""The page on asking does what it says: its form is recorded, and the file then has what the page shows."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from relmap.cli.main import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ask.md").read_text(encoding="utf-8")
FORM = re.findall(r"```\n(respondent:.*?)```", PAGE, re.DOTALL)[0]
SHOWN = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]


def test_the_form_of_the_page_becomes_the_entries_of_the_page(tmp_path: Path) -> None:
    book = copytree(ROOT / "examples" / "meridian", tmp_path / "book")
    (tmp_path / "answers.md").write_text(FORM)
    words = ["ask", "haldermark", "-C", str(book), "--as-of", "2026-11-15", "--record", str(tmp_path / "answers.md")]
    assert main([*words, "--quiet"]) == 0
    written = (book / "accounts" / "haldermark-marine.yaml").read_text(encoding="utf-8").splitlines()
    entries = [line for line in SHOWN.splitlines() if not line.endswith(":")]
    assert len(entries) == 2
    assert all(entry in written for entry in entries)


def test_the_page_s_command_asks_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    command = re.findall(r"relmap (ask haldermark -C examples/meridian .*)", PAGE)[0]
    words = command.replace("examples/meridian", str(ROOT / "examples" / "meridian")).split()
    assert main(words) == 0
    out = capsys.readouterr().out
    assert "respondent: bram-oster" in out
    assert "respondent: jonas" in out
    assert out.count("(yes or no)") == 2 * 5
