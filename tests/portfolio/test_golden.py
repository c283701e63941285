"""What people see, kept as files. RELMAP_UPDATE_GOLDENS=1 writes them anew: read the difference before it goes in."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from relmap.assess.run import gather_book
from relmap.book.load import open_book
from relmap.portfolio.build import MEASURES, make_portfolio
from relmap.portfolio.case import gather_case
from relmap.portfolio.values import Portfolio
from relmap.render.page_markdown import page_markdown
from relmap.render.page_rich import page_rich
from relmap.render.page_text import page_text
from relmap.render.portfolio_csv import portfolio_csv
from relmap.render.portfolio_page import SCREEN_ROWS, portfolio_page

from ..render.screens import AS_OF, EXAMPLES, on_screen
from .books import portfolio

GOLDEN = Path(__file__).parent / "golden"
LENDER = "currency: GBP\nrubric: {concentration: {profile: lender}}"


@cache
def example(name: str) -> Portfolio:
    book = open_book(EXAMPLES / name)
    assert book.settings is not None
    assessment, cases = gather_book(book, book.settings, AS_OF, gather_case, jobs=1, wanted=MEASURES)
    return make_portfolio(assessment, assessment.accounts, cases)


def screen(found: Portfolio, width: int) -> str:
    return on_screen(page_rich(portfolio_page(found, SCREEN_ROWS), width), width)


DRAWINGS: dict[str, Callable[[], str]] = {
    "meridian.txt": lambda: page_text(portfolio_page(example("meridian"))),
    "meridian.md": lambda: page_markdown(portfolio_page(example("meridian"))),
    "meridian.csv": lambda: portfolio_csv(example("meridian")),
    "meridian-80.txt": lambda: screen(example("meridian"), 80),
    "meridian-120.txt": lambda: screen(example("meridian"), 120),
    "minimal.txt": lambda: page_text(portfolio_page(example("minimal"))),
    "one.txt": lambda: page_text(portfolio_page(portfolio({"acme": "financials: {2024: 80, 2025: 100}"}, LENDER))),
    "no-money.txt": lambda: page_text(portfolio_page(portfolio({"acme": "", "boreal": ""}))),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawn_as_before(name: str) -> None:
    drawn, path = DRAWINGS[name](), GOLDEN / name
    if os.environ.get("RELMAP_UPDATE_GOLDENS"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(DRAWINGS)


def test_screens_stay_within_their_width() -> None:
    for width in (80, 120):
        assert max(map(len, screen(example("meridian"), width).splitlines())) <= width
