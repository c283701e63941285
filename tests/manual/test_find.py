"""What a word means, however it is written."""

import re
from collections import Counter

import pytest

from relmap.manual.find import find_topic, findings, known_words
from relmap.manual.glossary import GLOSSARY
from relmap.manual.pages import PAGES, PAGES_BY_ID
from relmap.render.grid_rich import LONGEST


@pytest.mark.parametrize(
    ("asked", "page", "measure"),
    [
        ("stage", "stage", "stage"),
        ("stage.theirs", "stage", "stage.theirs"),
        ("Health.Band", "health", "health.band"),
        ("trust", "trust", ""),
        (" roles ", "roles", ""),
    ],
)
def test_a_page_or_a_measure(asked: str, page: str, measure: str) -> None:
    topic = find_topic(asked)
    assert topic is not None
    assert (topic.page, topic.measure) == (PAGES_BY_ID[page], measure)


@pytest.mark.parametrize("asked", ["supplier of choice", "Supplier_of_Choice", "SUPPLIER-OF  choice"])
def test_case_spaces_hyphens_and_underscores_do_not_matter(asked: str) -> None:
    topic = find_topic(asked)
    assert topic is not None
    assert topic.word is not None
    assert (topic.word.word, topic.page) == ("supplier of choice", None)


def test_a_page_comes_with_the_word_of_its_name() -> None:
    topic = find_topic("review")
    assert topic is not None
    assert topic.page is PAGES_BY_ID["review"]
    assert topic.word is not None
    assert topic.word.means.startswith("The record that somebody looked")


@pytest.mark.parametrize("asked", ["RM101", "rm101", "unknown-key", "unknown key"])
def test_a_finding_by_code_or_name(asked: str) -> None:
    topic = find_topic(asked)
    assert topic is not None
    assert topic.finding is not None
    assert topic.finding.code == "RM101"


@pytest.mark.parametrize("asked", ["", "hlth", "RM1", "stage.", "dependence.deep"])
def test_what_nothing_is_called(asked: str) -> None:
    assert find_topic(asked) is None


def test_everything_that_is_offered_is_found() -> None:
    assert [word for word in known_words() if find_topic(word) is None] == []


def test_no_two_things_have_one_name() -> None:
    names = Counter(re.sub(r"[\s-]+", "_", name.casefold()) for word in GLOSSARY for name in (word.word, *word.also))
    names.update(measure for page in PAGES for measure in page.measures if measure != page.id)
    assert [name for name, times in names.items() if times > 1] == []
    codes = Counter(code.name.replace("-", "_") for code in findings())
    assert [name for name, times in codes.items() if times > 1] == []


def test_a_rule_that_bears_the_name_of_a_word_is_named_by_it() -> None:
    word = next(entry for entry in GLOSSARY if "single-threaded" in (entry.word, *entry.also))
    topic = find_topic("Single-threaded")
    assert topic is not None
    assert (topic.word, topic.finding and topic.finding.code) == (word, "RM201")


def test_words_belong_to_pages_that_exist_and_fit_a_screen() -> None:
    assert {word.page for word in GLOSSARY if word.page} <= set(PAGES_BY_ID)
    assert [word.word for word in GLOSSARY if len(word.means) > LONGEST or not word.means.endswith(".")] == []


@pytest.mark.parametrize(
    "word",
    [
        *("book", "account", "contact", "team member", "relationship", "view", "signal", "promise", "exchange"),
        *("goal", "initiative", "review", "measure", "rule", "finding", "live", "key player", "active", "placeholder"),
        *("voice", "earned", "claimed", "confirmed", "one-sided", "stale", "undated", "completeness", "bounds", "band"),
        *("HHI", "core group", "effective number", "single point of failure", "single-threaded", "headline", "tier"),
        *("period", "exploratory", "basic", "collaborative", "interconnected", "supplier", "supplier of choice"),
        *("partner", "deep dependence", "deep interdependence", "shallow dependence", "shallow interdependence"),
    ],
)
def test_words_that_people_meet_are_explained(word: str) -> None:
    assert word in {entry.word for entry in GLOSSARY}
