"""Every piece of YAML on the page about the rubric is a sound relmap.yaml, and does what the page says."""

import re
from pathlib import Path

import pytest

from relmap.book.load import open_book
from relmap.model.rubric_stamp import stamp_rubric
from relmap.model.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "rubric.md").read_text(encoding="utf-8")
PIECES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def opened(folder: Path, text: str) -> Settings:
    (folder / "relmap.yaml").write_text(f"company: Northwind\n{text}", encoding="utf-8")
    book = open_book(folder)
    assert book.settings is not None, book.findings
    assert book.findings == ()
    return book.settings


@pytest.mark.parametrize("text", PIECES)
def test_each_piece_is_sound(tmp_path: Path, text: str) -> None:
    changed = stamp_rubric(opened(tmp_path, text)).digest != stamp_rubric(Settings(company="Northwind")).digest
    assert changed == ("rubric:" in text)


def test_the_pieces_do_what_the_page_says(tmp_path: Path) -> None:
    thresholds, tiers, roles, tests, labels = (opened(tmp_path, text) for text in PIECES)
    assert (thresholds.rubric.dependence.deep, thresholds.rubric.dependence.deep_share) == (0.6, 0.2)
    assert [tiers.rubric_for(tier).live.days for tier in ("key", "core", "growth")] == [60, 180, 90]
    assert roles.rubric.stage_roles == {"interconnected": ["technical", "approver"]}
    planned = {test.id: test.must for test in tests.tests_for(None) if test.stage == "collaborative"}
    assert planned == {
        "departments": True,
        "our_people": True,
        "shares_internal_problems": True,
        "goal_initiative": False,
        "offerings": False,
        "orders_through_portal": False,
        "price_first": False,
    }
    assert labels.labels.stages == {"collaborative": "Cooperative"}
