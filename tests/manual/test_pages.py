"""The pages hold together: with the measures, the format, the rubric, the signals, and each other."""

import re
from collections import Counter

import pytest

from relmap.assess.figures import MEASURES, MEASURES_BY_ID
from relmap.manual.keys import describe_key
from relmap.manual.page import Page
from relmap.manual.pages import PAGES, PAGES_BY_ID
from relmap.model.account import Account
from relmap.model.settings import Settings
from relmap.model.signals import CATALOGUE, signals_read_by
from relmap.model.thresholds import list_thresholds, thresholds_at
from relmap.render.grid_rich import LONGEST

EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
CODE_WIDTH = 76
"""What a terminal of 80 columns has for a line that must not break."""


def test_every_measure_is_on_exactly_one_page() -> None:
    covered = Counter(measure for page in PAGES for measure in page.measures)
    assert covered == Counter(measure.id for measure in MEASURES)


def test_pages_have_ids_of_their_own() -> None:
    assert len(PAGES_BY_ID) == len(PAGES)


@EVERY_PAGE
def test_the_example_sets_every_measure_of_its_page(page: Page) -> None:
    assert set(page.measures) - {expected.figure for expected in page.example.expected} == set()


@EVERY_PAGE
def test_every_word_of_its_measures_is_explained(page: Page) -> None:
    words = {word for measure in page.measures for word in MEASURES_BY_ID[measure].words}
    assert not page.measures or set(page.words) == words


@EVERY_PAGE
def test_the_keys_it_reads_are_in_the_format(page: Page) -> None:
    assert page.reads
    assert all(describe_key(key, Account) for key in page.reads)
    assert all(describe_key(key, Settings) for key in page.settings)


@EVERY_PAGE
def test_its_thresholds_are_in_the_rubric(page: Page) -> None:
    assert all(thresholds_at(path) for path in page.rubric)


@EVERY_PAGE
def test_a_threshold_that_a_text_names_is_printed_on_the_page(page: Page) -> None:
    texts = " ".join((*page.formula, *page.ours, *page.raises, *page.not_for))
    every = {row.path for row in list_thresholds()}
    named = every.intersection(re.findall(r"[a-z_0-9]+(?:\.[a-z_0-9]+)+", texts))
    assert named <= {row.path for path in page.rubric for row in thresholds_at(path)}


@EVERY_PAGE
def test_it_refers_to_other_pages(page: Page) -> None:
    assert page.see
    assert page.id not in page.see
    assert set(page.see) <= set(PAGES_BY_ID)


@EVERY_PAGE
def test_it_says_all_that_a_page_must_say(page: Page) -> None:
    assert page.question.endswith("?")
    assert all((page.formula, page.ours, page.raises, page.not_for, page.example.working))
    sentences = (*page.published, *page.ours, *page.raises, *page.not_for, *page.words.values())
    assert [text for text in sentences if not text.endswith(".")] == []


@EVERY_PAGE
def test_it_fits_a_screen(page: Page) -> None:
    sentences = (page.question, *page.published, *page.ours, *page.raises, *page.not_for, *page.words.values())
    assert [text for text in sentences if len(text) > LONGEST] == []
    files = [line for text in page.example.files().values() for line in text.splitlines()]
    lines = (*page.formula, *page.example.working, *files)
    assert [line for line in lines if len(line) > CODE_WIDTH] == []


def test_every_signal_is_read_by_a_page() -> None:
    assert {reader for kind in CATALOGUE.values() for reader in kind.read_by} <= set(PAGES_BY_ID)


@EVERY_PAGE
def test_a_page_that_reads_signals_says_so(page: Page) -> None:
    assert bool(signals_read_by(page.id)) == ("signals" in page.reads)
