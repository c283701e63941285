"""Measures are taken when somebody asks: a table takes few, a card and the machine formats take all."""

from datetime import date

import pytest

from relmap.assess.figures import ALL, EVERYDAY, MEASURES
from relmap.assess.run import make_card, run_book
from relmap.book.load import Book
from relmap.model.settings import Settings

from ..render.screens import example

AS_OF = date(2026, 11, 15)


@pytest.fixture
def meridian() -> tuple[Book, Settings]:
    book = example("meridian")[0]
    assert book.settings is not None
    return book, book.settings


def test_a_book_takes_every_measure_unless_told_otherwise(meridian: tuple[Book, Settings]) -> None:
    for entry in run_book(*meridian, AS_OF, jobs=1).accounts:
        assert set(entry.figures) == {measure.id for measure in MEASURES}


def test_a_table_takes_what_it_shows_and_what_was_asked_for(meridian: tuple[Book, Settings]) -> None:
    run = run_book(*meridian, AS_OF, jobs=1, wanted=frozenset(["phase"]))
    assert all(set(entry.figures) >= EVERYDAY | {"phase", "share", "exposure"} for entry in run.accounts)
    assert all({"crp", "goals", "breakdown"}.isdisjoint(entry.figures) for entry in run.accounts)


def test_a_card_has_every_measure_whatever_the_table_took(meridian: tuple[Book, Settings]) -> None:
    run = run_book(*meridian, AS_OF, jobs=1, wanted=EVERYDAY)
    card = make_card(*meridian, run, "haldermark-marine")
    assert set(card.assessed.figures) == {measure.id for measure in MEASURES}
    whole = make_card(*meridian, run_book(*meridian, AS_OF, jobs=1), "haldermark-marine")
    assert card.assessed.figures == whole.assessed.figures


@pytest.mark.parametrize("measure", sorted(EVERYDAY))
def test_what_is_taken_alone_is_what_is_taken_with_all(meridian: tuple[Book, Settings], measure: str) -> None:
    few, many = (run_book(*meridian, AS_OF, jobs=1, wanted=wanted) for wanted in (EVERYDAY, ALL))
    for one, other in zip(few.accounts, many.accounts, strict=True):
        assert one.figures[measure] == other.figures[measure]
