"""What `relmap explain` shows: every page, word and code in every drawing, and one of each in full."""

import json
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

from relmap.manual.find import Topic, find_topic, findings
from relmap.manual.glossary import GLOSSARY
from relmap.manual.pages import PAGES, PAGES_BY_ID
from relmap.render.explain import topic_page
from relmap.render.explain_page import plain_value
from relmap.render.json_explain import explain_json
from relmap.render.json_schema import explain_schema
from relmap.render.page_rich import page_rich
from relmap.render.page_text import page_text

from .screens import explained, on_screen

EVERY_TOPIC = (
    Topic(),
    *(Topic(page, page.id) for page in PAGES),
    *(Topic(word=word) for word in GLOSSARY),
    *(Topic(finding=code) for code in findings()),
)


def shown(asked: str) -> str:
    return page_text(explained(asked))


def test_a_measure_is_marked_on_its_page() -> None:
    lines = shown("health.band").splitlines()
    assert [line for line in lines if line.startswith("→")] == ["→ health.band  Health band  word"]


def test_nothing_is_marked_where_the_whole_page_was_meant() -> None:
    assert "\n→ " not in shown("health")


def test_a_page_begins_with_its_question_and_the_word_of_its_name() -> None:
    assert shown("review").splitlines()[:4] == [
        "Review",
        "======",
        "Has anybody really looked at this account this quarter?",
        "The record that somebody looked at the whole account, on a day, for a fiscal quarter.",
    ]


def test_a_threshold_comes_with_its_default_and_its_source() -> None:
    text = shown("health")
    assert (
        "health.red_to               50       Up to this figure the band is red. · published: Gainsight scorecards"
        in text
    )
    assert "health.weights.trust        30       Personal and organisational trust. · ours" in text


def test_an_example_shows_bounds_where_there_are_any() -> None:
    text = shown("promises")
    assert "\npromises         50 · 40 to 60\n" in text
    assert "\npromises.theirs  not scored · 0 to 100\n" in text


def test_a_word_tells_where_more_is() -> None:
    assert shown("HHI").splitlines()[2:] == [
        "Herfindahl–Hirschman index: the sum of squared shares in percent, up to 10 000 for a single customer.",
        "",
        "also called  Herfindahl–Hirschman index, Herfindahl",
        "more         relmap explain concentration · " + PAGES_BY_ID["concentration"].question,
    ]


def test_a_word_without_a_page_is_its_definition() -> None:
    assert shown("book") == "book\n====\n" + next(word.means for word in GLOSSARY if word.word == "book") + "\n"


def test_a_finding() -> None:
    assert shown("RM008").splitlines()[2:6] == [
        "A linked folder is not searched for account files.",
        "",
        "name            link-not-followed",
        "severity        warning",
    ]


def test_the_list_has_every_page_measure_and_word() -> None:
    text = page_text(topic_page(Topic()))
    firsts = {line.partition("  ")[0] for line in text.splitlines()}
    assert {page.id for page in PAGES} | {word.word for word in GLOSSARY} <= firsts
    assert {measure for page in PAGES for measure in page.measures} <= firsts


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_line_is_wider_than_the_screen_and_nothing_is_cut_off(width: int) -> None:
    for topic in EVERY_TOPIC:
        drawn = on_screen(page_rich(topic_page(topic), width), width)
        assert max(map(len, drawn.splitlines())) <= width
        assert width < 80 or "…" not in drawn


@pytest.mark.parametrize(
    ("value", "text"),
    [(3800, "3\u202f800"), (0.7, "0.7"), (-2, "−2"), (2 / 15, "0.13"), (10.0, "10"), ("basic", "basic")],
)
def test_a_value_has_no_needless_decimals(value: float | str, text: str) -> None:
    assert plain_value(value) == text


@pytest.mark.parametrize("asked", ["", "stage.theirs", "HHI", "RM101", "review"])
def test_json_is_what_its_schema_says(asked: str) -> None:
    topic = find_topic(asked) if asked else Topic()
    assert topic is not None
    Draft202012Validator(explain_schema()).validate(json.loads(explain_json(topic, asked)))


def test_json_gives_what_was_asked_for_and_nothing_else() -> None:
    topic = find_topic("review")
    assert topic is not None
    found = json.loads(explain_json(topic, "review"))
    assert [page["id"] for page in found["pages"]] == ["review"]
    assert [word["word"] for word in found["words"]] == ["review"]
    assert (found["asked"], found["findings"]) == ("review", [])


def test_json_without_a_word_is_the_whole_manual() -> None:
    found = json.loads(explain_json(Topic()))
    counts = (len(found["pages"]), len(found["words"]), len(found["findings"]))
    assert counts == (len(PAGES), len(GLOSSARY), len(list(findings())))
    assert found["asked"] is None


def test_json_gives_bounds_and_unrounded_values() -> None:
    found = json.loads(explain_json(Topic(PAGES_BY_ID["dependence"]), "dependence"))
    expected = {entry["figure"]: entry for entry in found["pages"][0]["example"]["expected"]}
    theirs = expected["dependence.theirs"]
    assert (theirs["value"], theirs["low"], theirs["high"]) == (2 / 15, 2 / 15, 2 / 15)


def test_the_words_are_known_without_loading_models() -> None:
    code = "import sys, relmap.manual.find as m; print(len(list(m.known_words())), 'pydantic' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split()[1] == "False"


def test_json_has_the_whole_page() -> None:
    (page,) = json.loads(explain_json(Topic(PAGES_BY_ID["dependence"]), "dependence"))["pages"]
    thresholds = {row["path"]: row["default"] for row in page["thresholds"]}
    assert (thresholds["dependence.alternatives.many"], thresholds["completeness"]) == (0.75, 0.6)
    assert {"file": "relmap.yaml", "key": "groups", "means": "Groups of companies, by id."} in page["reads"]
    assert [signal["id"] for signal in page["signals"]] == ["held_to_ransom", "one_way"]
    assert [file["path"] for file in page["example"]["files"]] == ["accounts/harrow.yaml", "accounts/boreal.yaml"]
    assert [word["word"] for word in page["words"]][-2:] == ["no", "yes"]
    assert page["sources"]["published"][0].startswith("Emerson, Power-dependence relations, 1962")
