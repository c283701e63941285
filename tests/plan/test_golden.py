"""Plans as people read them, kept as files. RELMAP_UPDATE_GOLDENS=1 writes them anew: read the difference."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from relmap.assess.assessment import Assessment
from relmap.book.lines import Lines
from relmap.book.parse import parse
from relmap.plan.make import make_plan
from relmap.plan.values import SECTIONS, AccountPlan
from relmap.render.json_plan import plans_json
from relmap.render.plan_html import plans_html
from relmap.render.plan_markdown import plan_markdown, source_link
from relmap.render.plan_page import plan_sections, plan_title

from ..render.screens import EXAMPLES, card

GOLDEN = Path(__file__).parent / "golden"
Made = tuple[Assessment, AccountPlan, Callable[..., int | None]]


def made(account: str) -> Made:
    assessment, found = card(account)
    data = (EXAMPLES / "meridian" / found.assessed.row.path).read_bytes()
    return assessment, make_plan(assessment, found), Lines(data, parse(data, account).root).line


def markdown(account: str) -> str:
    assessment, plan, line_of = made(account)
    link = source_link(plan.card.assessed.row.path, line_of)
    return "".join(part.text for part in plan_markdown(plan_title(plan), plan_sections(assessment, plan), link))


def html(account: str) -> str:
    assessment, plan, line_of = made(account)
    return plans_html(assessment, [(plan, line_of)], SECTIONS)


def json(account: str) -> str:
    assessment, plan, line_of = made(account)
    return plans_json(assessment, [(plan, line_of)], SECTIONS)


DRAWINGS: dict[str, Callable[[], str]] = {
    "hostage.md": lambda: markdown("haldermark-marine"),
    "partner.md": lambda: markdown("vindskar-turbines"),
    "prospect.md": lambda: markdown("fermanova-bio"),
    "former.md": lambda: markdown("greyfall-textiles"),
    "division.html": lambda: html("tarnholt-elevators"),
    "division.json": lambda: json("tarnholt-elevators"),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_written_as_before(name: str) -> None:
    drawn, path = DRAWINGS[name](), GOLDEN / name
    if os.environ.get("RELMAP_UPDATE_GOLDENS"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(DRAWINGS)
