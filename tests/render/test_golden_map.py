"""Maps as people see them, kept as files. RELMAP_UPDATE_GOLDENS=1 writes them anew: read the difference first."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from relmap.assess.run import gather_book
from relmap.map.book_map import gather, make_book_map
from relmap.map.build import make_map
from relmap.map.values import AccountMap
from relmap.render.map_book_page import book_map_page
from relmap.render.map_dot import map_dot
from relmap.render.map_graphml import map_graphml
from relmap.render.map_mermaid import map_mermaid, markdown_with_picture
from relmap.render.map_page import map_page
from relmap.render.map_svg import map_svg
from relmap.render.page import Page
from relmap.render.page_rich import page_rich
from relmap.render.page_text import page_text

from .screens import AS_OF, card, example, on_screen

GOLDEN = Path(__file__).parent / "golden_map"


def drawn() -> AccountMap:
    return make_map(card("haldermark-marine")[1])


def page() -> Page:
    return map_page(drawn(), "support", "all")


def across() -> Page:
    book, _ = example("meridian")
    assert book.settings is not None
    assessment, gathered = gather_book(book, book.settings, AS_OF, gather, jobs=1)
    return book_map_page(make_book_map(book.settings, assessment, gathered))


DRAWINGS: dict[str, Callable[[], str]] = {
    "haldermark.txt": lambda: page_text(page()),
    "haldermark-80.txt": lambda: on_screen(page_rich(page(), 80), 80),
    "haldermark-120.txt": lambda: on_screen(page_rich(page(), 120), 120),
    "haldermark.md": lambda: markdown_with_picture(page(), drawn(), "support"),
    "haldermark.mmd": lambda: map_mermaid(drawn(), "support"),
    "haldermark.dot": lambda: map_dot(drawn(), "support"),
    "haldermark.graphml": lambda: map_graphml(drawn(), "support"),
    "haldermark.svg": lambda: map_svg(drawn(), "support", "all"),
    "book.txt": lambda: page_text(across()),
    "book-80.txt": lambda: on_screen(page_rich(across(), 80), 80),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_map_is_drawn_as_before(name: str) -> None:
    made, path = DRAWINGS[name](), GOLDEN / name
    if os.environ.get("RELMAP_UPDATE_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def test_no_golden_map_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(DRAWINGS)
