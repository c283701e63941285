"""Generated documents are what the code makes them, and nothing is left of what it no longer makes."""

from pathlib import Path

from tools.write_docs import left_over, stale_documents


def test_a_page_that_went_away_is_left_over(tmp_path: Path) -> None:
    kept, gone = tmp_path / "measures" / "stage.md", tmp_path / "measures" / "gone.md"
    kept.parent.mkdir()
    kept.touch()
    gone.touch()
    (tmp_path / "tutorial.md").touch()
    assert left_over(tmp_path, {kept: ""}) == [gone]


def test_a_page_that_is_missing_or_differs_is_stale(tmp_path: Path) -> None:
    same, other, missing = (tmp_path / name for name in ("same.md", "other.md", "missing.md"))
    same.write_text("a")
    other.write_text("a")
    assert stale_documents({same: "a", other: "b", missing: "c"}) == [other, missing]
