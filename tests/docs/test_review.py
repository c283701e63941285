"""The page on reviews does what it says: its command writes its entry, and its lists can be asked for."""

import re
import shlex
from pathlib import Path
from shutil import copytree

import pytest

from relmap.cli.main import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^relmap (review .*?)(?: +#.*)?$", PAGE, re.MULTILINE)
SHOWN = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]


def run(book: Path, command: str) -> int:
    return main([*shlex.split(command), "-C", str(book), "--as-of", "2026-11-15"])


def test_the_command_of_the_page_writes_the_entry_of_the_page(tmp_path: Path) -> None:
    book = copytree(ROOT / "examples" / "meridian", tmp_path / "book")
    (command,) = [command for command in COMMANDS if "--yes" in command]
    assert run(book, command) == 0
    written = (book / "accounts" / "haldermark-marine.yaml").read_text(encoding="utf-8").splitlines()
    assert written[-1] == SHOWN.splitlines()[-1]


@pytest.mark.parametrize("command", [command for command in COMMANDS if "--due" in command or "--status" in command])
def test_every_list_of_the_page_is_one(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ROOT / "examples" / "meridian", command) == 0
    assert "Castelmora" in capsys.readouterr().out
