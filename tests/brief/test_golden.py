"""What people see, kept as files. RELMAP_UPDATE_GOLDENS=1 writes them anew: read the difference before it goes in."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from relmap.brief.brief import Brief, make_brief
from relmap.brief.people import find_people
from relmap.render.brief_page import brief_page
from relmap.render.json_brief import brief_json
from relmap.render.page_markdown import page_markdown
from relmap.render.page_rich import page_rich
from relmap.render.page_text import page_text

from ..render.screens import card, example, on_screen

GOLDEN = Path(__file__).parent / "golden"
SCREEN = 45
"""A brief for an account or one person is one screen: so many lines at 80 columns."""


@cache
def brief(account: str, *met: str) -> Brief:
    assessment, found = card(account)
    return make_brief(assessment, found, find_people(met, found.profile.facts))


def screen(width: int, account: str, *met: str) -> str:
    return on_screen(page_rich(brief_page(brief(account, *met)), width), width)


DRAWINGS: dict[str, Callable[[], str]] = {
    "champion.txt": lambda: page_text(brief_page(brief("haldermark-marine", "nils-torp"))),
    "champion.md": lambda: page_markdown(brief_page(brief("haldermark-marine", "nils-torp"))),
    "champion.json": lambda: brief_json(brief("haldermark-marine", "nils-torp")),
    "champion-80.txt": lambda: screen(80, "haldermark-marine", "nils-torp"),
    "repair-120.txt": lambda: screen(120, "rothmere-steel", "agnes-thorne"),
    "two-80.txt": lambda: screen(80, "haldermark-marine", "bram-oster", "karin-eide"),
    "account-80.txt": lambda: screen(80, "haldermark-marine"),
    "account.json": lambda: brief_json(brief("haldermark-marine")),
    "unknown.txt": lambda: page_text(brief_page(brief("sundvik-cranes"))),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawn_as_before(name: str) -> None:
    drawn, path = DRAWINGS[name](), GOLDEN / name
    if os.environ.get("RELMAP_UPDATE_GOLDENS"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(DRAWINGS)


ACCOUNTS = [entry.row.id for entry in example("meridian")[1].accounts]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_brief_for_the_account_or_one_person_is_one_screen(account: str) -> None:
    people = card(account)[1].profile.facts.people
    for met in ((), *((person.id,) for person in people)):
        lines = screen(80, account, *met).rstrip("\n").splitlines()
        assert len(lines) <= SCREEN, (met, len(lines))
