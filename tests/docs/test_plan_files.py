"""The page on plans on disk: its commands run, its block is one that is kept, and its table has every state."""

import re
from pathlib import Path

import pytest

from relmap.cli.main import main
from relmap.plan.notes import State, take_apart

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "plan-files.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^relmap (.*?)(?: +#.*)?$", PAGE, re.MULTILINE)
BLOCK = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)[0]


def test_the_commands_of_the_page_run_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    book = ["-C", str(ROOT / "examples" / "minimal"), "--quiet"]
    days = [[] if "--as-of" in command else ["--as-of", "2026-11-01"] for command in COMMANDS]
    ends = [main([*command.split(), *book, *day]) for command, day in zip(COMMANDS, days, strict=True)]
    assert (len(COMMANDS), set(ends)) == (5, {0})
    assert capsys.readouterr().out.count("3 plans: 3 current\n") == 2
    assert len(list((tmp_path / "plans").iterdir())) == len(list((tmp_path / "for-customers").iterdir())) == 3


def test_the_block_of_the_page_is_one_that_is_kept() -> None:
    assert take_apart(BLOCK.encode()).notes == {"situation": BLOCK.splitlines(keepends=True)[1].encode()}


def test_the_page_explains_every_state() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == [
        State.CURRENT,
        State.OUTDATED,
        State.MISSING,
        State.EDITED,
        State.ORPHANED,
    ]
