"""What people see, kept as files. RELMAP_UPDATE_GOLDENS=1 writes them anew: read the difference before it goes in."""

import os
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from relmap.agenda.account import AccountAgenda
from relmap.agenda.agenda import Agenda, By, make_agenda
from relmap.assess.run import gather_book
from relmap.render.agenda_csv import agenda_csv
from relmap.render.agenda_ics import agenda_ics
from relmap.render.agenda_page import agenda_page
from relmap.render.json_agenda import agenda_json
from relmap.render.page_markdown import page_markdown
from relmap.render.page_rich import page_rich
from relmap.render.page_text import page_text

from ..render.screens import AS_OF, example, on_screen

GOLDEN = Path(__file__).parent / "golden"


@cache
def agenda(*owners: str, days: int = 14, by: By = "account") -> Agenda:
    book = example("meridian")[0]
    assert book.settings is not None
    until = AS_OF + timedelta(days)
    run, gathered = gather_book(book, book.settings, AS_OF, AccountAgenda(until), jobs=1)
    return make_agenda(run, run.accounts, gathered, until, owners=owners, by=by)


DRAWINGS: dict[str, Callable[[], str]] = {
    "agenda.txt": lambda: page_text(agenda_page(agenda())),
    "agenda.md": lambda: page_markdown(agenda_page(agenda())),
    "agenda.csv": lambda: agenda_csv(agenda()),
    "agenda.json": lambda: agenda_json(agenda()),
    "agenda.ics": lambda: agenda_ics(agenda()),
    "agenda-80.txt": lambda: on_screen(page_rich(agenda_page(agenda()), 80), 80),
    "jonas-120.txt": lambda: on_screen(page_rich(agenda_page(agenda("jonas", days=42)), 120), 120),
    "owners-80.txt": lambda: on_screen(page_rich(agenda_page(agenda(by="owner"), 20), 80), 80),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawn_as_before(name: str) -> None:
    drawn, path = DRAWINGS[name]().encode(), GOLDEN / name
    if os.environ.get("RELMAP_UPDATE_GOLDENS"):
        path.write_bytes(drawn)
    assert drawn == path.read_bytes()


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(DRAWINGS)
