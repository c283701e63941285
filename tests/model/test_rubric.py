"""The rubric of the book and of its tiers, the tests it asks for, and the stamp that tells two rubrics apart."""

import pickle
from itertools import pairwise
from typing import Any

import pytest

from relmap.model.rubric import Rubric
from relmap.model.rubric_stamp import stamp_rubric
from relmap.model.scalars import Noun
from relmap.model.settings import Settings
from relmap.model.stage_tests import STAGE_TESTS, TESTED_STAGES
from relmap.model.thresholds import Threshold, list_thresholds, thresholds_at, value_at

DEFAULT = stamp_rubric(Settings(company="Northwind")).digest
CHANGED = [threshold for threshold in list_thresholds() if threshold.path != "version"]


def settings(rubric: dict[str, Any], **more: Any) -> Settings:
    return Settings.model_validate({"company": "Northwind", "rubric": rubric, **more})


def digest(rubric: dict[str, Any], **more: Any) -> str:
    return stamp_rubric(settings(rubric, **more)).digest


# tiers


def test_a_tier_sets_its_own_and_keeps_the_rest_of_the_book() -> None:
    found = settings(
        {
            "health": {"red_to": 40, "weights": {"trust": 50}},
            "tiers": {"key": {"health": {"amber_to": 80, "weights": {"support": 5}}}},
        }
    )
    health = found.rubric_for("key").health
    assert (health.red_to, health.amber_to, health.weights.trust, health.weights.support) == (40, 80, 50, 5)
    assert (found.rubric.health.amber_to, found.rubric.health.weights.support) == (75, 15)


def test_a_tier_replaces_a_list_and_adds_to_a_mapping() -> None:
    tests = {"collaborative": {"offerings": "skip"}}
    more = {"collaborative": {"promises": "must"}}
    found = settings(
        {
            "roles": ["budget", "user"],
            "stage_roles": {"basic": ["legal"]},
            "stage": {"tests": tests},
            "tiers": {
                "key": {"roles": ["budget"], "stage_roles": {"collaborative": ["user"]}, "stage": {"tests": more}}
            },
        }
    ).rubric_for("key")
    assert found.roles == ["budget"]
    assert found.stage_roles == {"basic": ["legal"], "collaborative": ["user"]}
    assert found.stage.tests.collaborative == {"offerings": "skip", "promises": "must"}


@pytest.mark.parametrize("tier", [None, "core", "unheard-of"])
def test_every_other_account_has_the_rubric_of_the_book(tier: str | None) -> None:
    found = settings({"tiers": {"key": {"health": {"red_to": 40}}}})
    assert found.rubric_for(tier) is found.rubric
    assert found.tests_for(tier) is found.tests_for(None)


def test_settings_go_to_other_processes_with_their_tiers() -> None:
    found = settings({"tiers": {"key": {"health": {"red_to": 40}}}})
    before = pickle.loads(pickle.dumps(found))
    assert found.rubric_for("key").health.red_to == 40
    after = pickle.loads(pickle.dumps(found))
    assert before == after == found
    assert before.rubric_for("key") == after.rubric_for("key") == found.rubric_for("key")


# tests


def asked(rubric: dict[str, Any], stage: str, **more: Any) -> list[tuple[str, bool]]:
    return [(test.id, test.must) for test in settings(rubric, **more).tests_for(None) if test.stage == stage]


def test_by_default_every_test_of_ours_is_asked_in_its_order() -> None:
    found = settings({}).tests_for(None)
    assert [(test.id, test.stage, test.must) for test in found] == [
        (kind.id, kind.stage, kind.must) for kind in STAGE_TESTS.values()
    ]
    places = [TESTED_STAGES.index(test.stage) for test in found]
    assert all(before <= after for before, after in pairwise(places))


def test_tests_are_skipped_weighed_otherwise_and_added_behind_their_stage() -> None:
    tests = {"basic": {"one_way": "must", "live_relationship": "further", "trade": "skip", "our_own": "skip"}}
    own = {"our_own": {"question": "Do they?", "good": True}}
    assert asked({"stage": {"tests": tests}}, "basic", signals=own) == [("live_relationship", False), ("one_way", True)]


def test_a_name_of_ours_means_the_test_and_not_a_signal_of_the_book() -> None:
    own = {"trade": {"question": "Do they trade?", "good": False}}
    plan = settings({"stage": {"tests": {"basic": {"trade": "further"}}}}, signals=own).tests_for(None)
    assert [(test.id, test.must, test.label) for test in plan if test.id == "trade"] == [
        ("trade", False, STAGE_TESTS["trade"].words)
    ]


def test_a_label_says_the_figure_and_which_answer_is_the_good_one() -> None:
    own = {"our_own": {"question": "Do they?", "good": True}}
    tests = {"collaborative": {"our_own": "further", "price_first": "must"}}
    plan = settings({"stage": {"departments": 3, "promises": 82.5, "tests": tests}}, signals=own).tests_for(None)
    labels = {test.id: test.label for test in plan}
    assert labels["departments"] == "live in 3 of their departments"
    assert labels["promises"] == "82.5 % of promises kept"
    assert labels["our_own"] == "a yes to “Do they?”"
    assert labels["price_first"] == "a no to “Does price decide first?”"


# the stamp


def nested(route: tuple[str, ...], value: object) -> dict[str, Any]:
    for step in reversed(route):
        value = {step: value}
    assert isinstance(value, dict)
    return value


def otherwise(threshold: Threshold) -> object:
    """Another value that the format allows."""
    default = threshold.default
    if isinstance(default, list):
        return default[1:]
    if isinstance(default, dict):
        return {"basic": ["legal"]}
    if isinstance(default, str):
        return "lender"
    assert isinstance(default, int | float)
    if threshold.path == "dependence.share_line":
        return 0.31
    if isinstance(default, int):
        return default - 1 if default > 1 else default + 1
    return default + 0.01 if default <= 0.99 else default - 0.01


@pytest.mark.parametrize("threshold", CHANGED, ids=lambda threshold: threshold.path)
def test_any_single_threshold_changes_the_digest(threshold: Threshold) -> None:
    changed = nested(threshold.route, otherwise(threshold))
    assert digest(changed) != DEFAULT
    if threshold.path not in BOOK_WIDE:
        in_tier = digest({"tiers": {"key": changed}})
        assert in_tier not in (DEFAULT, digest(changed))


BOOK_WIDE = ("concentration.profile", "dependence.core_share", "dependence.core_customers", "dependence.core_alone")


@pytest.mark.parametrize("threshold", list_thresholds(), ids=lambda threshold: threshold.path)
def test_writing_out_a_default_does_not(threshold: Threshold) -> None:
    assert digest(nested(threshold.route, threshold.default)) == DEFAULT


@pytest.mark.parametrize(
    ("rubric", "more"),
    [
        ({"version": 7}, {}),
        ({}, {"labels": {"stages": {"basic": "Trading"}}}),
        ({}, {"signals": {"our_own": {"question": "Do they?", "good": False}}}),
        ({"tiers": {"key": {}}}, {}),
        ({"tiers": {"key": {"health": {"red_to": 50.0}}}}, {}),
        ({"stage_roles": {"basic": []}}, {}),
        ({"stage": {"tests": {"collaborative": {"offerings": "further", "departments": "must"}}}}, {}),
        ({"stage": {"tests": {"basic": {"one_way": "skip"}}}}, {}),
    ],
    ids=str,
)
def test_what_changes_no_result_changes_no_digest(rubric: dict[str, Any], more: dict[str, Any]) -> None:
    assert digest(rubric, **more) == DEFAULT


def test_tests_change_the_digest_and_so_does_the_direction_of_a_signal_that_is_one() -> None:
    rubric = {"stage": {"tests": {"basic": {"our_own": "further"}}}}
    good, bad = (
        digest(rubric, signals={"our_own": {"question": "Do they?", "good": is_good}}) for is_good in (True, False)
    )
    skipped = [digest({"stage": {"tests": {kind.stage: {kind.id: "skip"}}}}) for kind in STAGE_TESTS.values()]
    assert len({DEFAULT, good, bad, *skipped}) == 3 + len(STAGE_TESTS)


def test_the_order_of_keys_does_not_matter() -> None:
    tests = {"one_way": "further", "price_first": "must"}
    one = {"live": {"days": 60, "days_power_5": 100}, "stage": {"tests": {"basic": tests}}}
    two = {"stage": {"tests": {"basic": dict(reversed(tests.items()))}}, "live": {"days_power_5": 100, "days": 60}}
    assert digest(one) == digest(two) != DEFAULT


def test_the_stamp_is_the_same_on_every_machine() -> None:
    assert str(stamp_rubric(settings({"version": 3}))) == f"3 {DEFAULT}"
    assert DEFAULT == "rb1:0c7b474b3553"


# the list


def leaves(noun: Noun, above: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    found = set[tuple[str, ...]]()
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        found |= leaves(value, (*above, name)) if isinstance(value, Noun) else {(*above, name)}
    return found


def test_every_threshold_is_listed_once_with_its_meaning() -> None:
    listed = list_thresholds()
    tests = {("stage", "tests", stage) for stage in TESTED_STAGES}
    assert sorted(threshold.route for threshold in listed) == sorted(leaves(Rubric()) - {("tiers",)} - tests)
    assert all(threshold.meaning.endswith(".") for threshold in listed)
    assert all(value_at(Rubric(), threshold.route) == threshold.default for threshold in listed)


def test_what_was_published_names_its_source() -> None:
    sources = {threshold.path: threshold.source for threshold in list_thresholds()}
    assert sources["health.red_to"] == "Gainsight scorecards"
    assert sources["dependence.core_alone"].startswith("ASC 280")
    assert sources["health.weights.trust"] == ""


def test_one_threshold() -> None:
    assert thresholds_at("health.red_to") == (
        Threshold(("health", "red_to"), 50, "Up to this figure the band is red.", "Gainsight scorecards"),
    )


def test_a_section_has_all_below_it_and_nothing_beside_it() -> None:
    paths = [row.path for row in thresholds_at("dependence.alternatives")]
    assert paths == [f"dependence.alternatives.{word}" for word in ("none", "few", "several", "many")]
    assert [row.path for row in thresholds_at("completeness")] == ["completeness"]


def test_what_nobody_published_says_so() -> None:
    assert thresholds_at("live.days")[0].source == ""


@pytest.mark.parametrize("path", ["", "helth", "health.red", "dependence.deep.er"])
def test_a_path_that_the_rubric_does_not_have(path: str) -> None:
    with pytest.raises(KeyError):
        thresholds_at(path)
