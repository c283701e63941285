"""What people see, kept as files. RELMAP_UPDATE_GOLDENS=1 writes them anew: read the difference before it goes in."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from relmap.assess.run import make_card
from relmap.render.page import Page
from relmap.render.page_markdown import page_markdown
from relmap.render.page_rich import page_rich
from relmap.render.page_text import page_text
from relmap.render.whatif_csv import departure_csv
from relmap.render.whatif_loss_page import loss_page
from relmap.render.whatif_page import departure_page
from relmap.whatif.departure import Departure, accounts_of, depart
from relmap.whatif.loss import accounts_below, lose, name_of
from relmap.whatif.people import find_leavers, find_members

from ..render.screens import card, example, on_screen

GOLDEN = Path(__file__).parent / "golden"


def leaves(account: str, *who: str) -> Departure:
    assessment, found = card(account)
    return depart(assessment, [found], find_leavers(who, found.profile.facts))


def leaves_the_book(who: str) -> Departure:
    assessment = example("meridian")[1]
    members = find_members([who], assessment)
    cards = [card(account)[1] for account in accounts_of(assessment, members)]
    return depart(assessment, cards, members, whole_book=True)


def lost(customer: str) -> Page:
    book, assessment = example("meridian")
    assert book.settings is not None
    cards = [make_card(book, book.settings, assessment, entry) for entry in accounts_below(assessment, [customer])]
    return loss_page(lose(assessment, [name_of(assessment, customer)], cards))


DRAWINGS: dict[str, Callable[[], str]] = {
    "champion.txt": lambda: page_text(departure_page(leaves("haldermark-marine", "nils-torp"))),
    "champion.md": lambda: page_markdown(departure_page(leaves("haldermark-marine", "nils-torp"))),
    "champion.csv": lambda: departure_csv(leaves("haldermark-marine", "nils-torp")),
    "champion-80.txt": lambda: on_screen(page_rich(departure_page(leaves("haldermark-marine", "nils-torp")), 80), 80),
    "partner.txt": lambda: page_text(departure_page(leaves("vindskar-turbines", "astrid-holm"))),
    "member.txt": lambda: page_text(departure_page(leaves_the_book("jonas"))),
    "member-120.txt": lambda: on_screen(page_rich(departure_page(leaves_the_book("jonas")), 120), 120),
    "loss.txt": lambda: page_text(lost("haldermark-marine")),
    "loss-80.txt": lambda: on_screen(page_rich(lost("haldermark-marine"), 80), 80),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawn_as_before(name: str) -> None:
    drawn, path = DRAWINGS[name](), GOLDEN / name
    if os.environ.get("RELMAP_UPDATE_GOLDENS"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(DRAWINGS)
