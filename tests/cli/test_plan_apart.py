"""Our own plan and the customer's version of it never end in one file, whatever is left of the first."""

from pathlib import Path

import pytest

from relmap.cli.main import main

BOOK = Path(__file__).parents[2] / "examples" / "meridian"
ACCOUNT = "castelmora-foods"


def plan(folder: Path, *options: str) -> int:
    words = ["plan", ACCOUNT, "-C", str(BOOK), "--as-of", "2026-11-15", "--quiet", "--into", str(folder)]
    return main([*words, *options])


def test_the_customer_s_version_is_not_written_over_our_own_and_no_line_of_ours_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert plan(tmp_path) == 0
    ours = (tmp_path / f"{ACCOUNT}.md").read_bytes()
    capsys.readouterr()
    assert plan(tmp_path, "--shareable") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"error: {(tmp_path / ACCOUNT).as_posix()}.md is not written over: it is the plan of {ACCOUNT}\n"
        "hint: keep our own plans and those for customers in folders of their own, "
        "and each under the id of its account\n"
    )
    assert (tmp_path / f"{ACCOUNT}.md").read_bytes() == ours


def test_notes_of_our_own_plan_do_not_move_into_the_customer_s(tmp_path: Path) -> None:
    assert plan(tmp_path) == 0
    path = tmp_path / f"{ACCOUNT}.md"
    mark = path.read_text().splitlines()[-1]
    left = f"<!-- relmap:notes people -->\nThey may leave us\n<!-- relmap:end -->\n{mark}\n"
    path.write_text(left)
    assert plan(tmp_path, "--shareable") == 2
    assert path.read_text() == left


def test_our_own_plan_is_filled_again_from_its_notes(tmp_path: Path) -> None:
    assert plan(tmp_path) == 0
    path = tmp_path / f"{ACCOUNT}.md"
    path.write_text("<!-- relmap:notes situation -->\nCall Jane\n<!-- relmap:end -->\n")
    assert plan(tmp_path) == 0
    assert "<!-- relmap:notes situation -->\nCall Jane\n<!-- relmap:end -->\n" in path.read_text()
    assert plan(tmp_path, "--check") == 0
