"""What makes no sense in a rubric is told at its place, and the book is not assessed."""

from pathlib import Path

import pytest

from .books import said, write_book

HEAD = """\
company: Northwind
tiers: {key: {}, core: {}}
signals: {orders_online: {question: Do they?, good: true}}
rubric:
"""


def told(tmp_path: Path, rubric: str) -> list[str]:
    """What is said of a rubric, which begins on line 5; everything but a dangling tier keeps the book from use."""
    book = write_book(tmp_path, f"{HEAD}  {rubric}\n")
    found = [said(finding).removeprefix("relmap.yaml:") for finding in book.findings]
    assert (book.settings is None) == any("RM120" not in line for line in found)
    return found


@pytest.mark.parametrize(
    ("rubric", "expected"),
    [
        ("health: {red_to: 80}", "5:20 RM112 red reaches up to 80, beyond amber's 75 (`red_to` is at most `amber_to`)"),
        (
            "health: {amber_to: 49.5}",
            "5:22 RM112 red reaches up to 50, beyond amber's 49.5 (`red_to` is at most `amber_to`)",
        ),
        (
            "promises: {good: 60}",
            "5:20 RM112 serious begins below 70, above where good begins: 60 (`serious` is at most `good`)",
        ),
        (
            "health: {weights: {trust: 0, promises: 0, coverage: 0, support: 0, reciprocity: 0}}",
            "5:21 RM112 every part of health weighs 0, so there is nothing to make it of"
            " (give at least one part a weight)",
        ),
        (
            "dependence: {alternatives: {many: 0.4}}",
            "5:37 RM112 `several` loosens dependence by 0.5, more than `many` by 0.4"
            " (more alternatives are worth at least as much as fewer)",
        ),
        (
            "service: {basic: {touchpoints_least: 13}}",
            "5:40 RM112 13 touchpoints at least and 12 at most (`touchpoints_least` is at most `touchpoints_most`)",
        ),
        (
            "stage: {collaborative_more: 5}",
            "5:31 RM112 5 further tests are needed for collaborative, and there are 4"
            " (lower `collaborative_more`, or mark more tests as `further`)",
        ),
        (
            "stage: {tests: {collaborative: {offerings: skip, promises: skip, goal_initiative: must}}}",
            "5:34 RM112 2 further tests are needed for collaborative, and there are 1"
            " (lower `collaborative_more`, or mark more tests as `further`)",
        ),
        (
            "stage: {tests: {collaborative: {counterpart: must}}}",
            "5:35 RM112 counterpart is a test of interconnected (write it under `interconnected:`, or leave it out)",
        ),
        (
            "stage: {tests: {collaborative: {ofering: skip}}}",
            "5:35 RM105 'ofering' is no test of collaborative and no signal (did you mean offerings?)",
        ),
        (
            "stage: {tests: {basic: {orders_onlin: must}}}",
            "5:27 RM105 'orders_onlin' is no test of basic and no signal (did you mean orders_online?)",
        ),
        ("stage: {tests: {exploratory: {trade: must}}}", "5:19 RM101 `exploratory` is no key of rubric.stage.tests"
            " (known: basic, collaborative, interconnected)"),
        ("stage: {tests: {basic: {trade: maybe}}}",
            "5:34 RM105 'maybe' is not possible here; one of must, further, skip was expected"),
    ],
)  # fmt: skip
def test_of_the_book(tmp_path: Path, rubric: str, expected: str) -> None:
    assert told(tmp_path, rubric) == [expected]


@pytest.mark.parametrize(
    "rubric",
    [
        "health: {red_to: 75}",
        "health: {red_to: 80, amber_to: 90}",
        "health: {weights: {trust: 0, promises: 0, coverage: 0, support: 0}}",
        "promises: {serious: 80}",
        "dependence: {alternatives: {none: 0.25, few: 0.25, several: 0.25, many: 0.25}}",
        "service: {basic: {touchpoints_least: 12}}",
        "stage: {collaborative_more: 5, tests: {collaborative: {orders_online: further}}}",
        "stage: {tests: {basic: {trade: skip, live_relationship: skip}}}",
        "stage: {tests: {interconnected: {joint_product: must, counterpart: must}}}",
        "tiers: {key: {health: {red_to: 75}}}",
    ],
)
def test_what_makes_sense_is_not_told(tmp_path: Path, rubric: str) -> None:
    assert told(tmp_path, rubric) == []


def test_a_tier_is_held_together_with_the_book(tmp_path: Path) -> None:
    assert told(
        tmp_path, "health: {red_to: 60}\n  tiers: {key: {health: {amber_to: 55}}, core: {live: {days: 60}}}"
    ) == ["6:36 RM112 red reaches up to 60, beyond amber's 55 (`red_to` is at most `amber_to`)"]


def test_what_is_wrong_in_the_book_is_not_told_again_for_a_tier(tmp_path: Path) -> None:
    assert told(tmp_path, "health: {red_to: 80}\n  tiers: {key: {live: {days: 60}}}") == [
        "5:20 RM112 red reaches up to 80, beyond amber's 75 (`red_to` is at most `amber_to`)"
    ]


def test_a_tier_that_skips_what_the_book_needs(tmp_path: Path) -> None:
    tier = "stage: {tests: {collaborative: {offerings: skip, orders_onlin: skip}}}"
    assert told(tmp_path, f"stage: {{collaborative_more: 4}}\n  tiers: {{core: {{{tier}}}}}") == [
        "6:49 RM112 4 further tests are needed for collaborative, and there are 3"
        " (lower `collaborative_more`, or mark more tests as `further`)",
        "6:67 RM105 'orders_onlin' is no test of collaborative and no signal (did you mean orders_online?)",
    ]


@pytest.mark.parametrize(
    ("keys", "column", "name"),
    [
        ("version: 2", 17, "version"),
        ("concentration: {profile: lender}", 17, "concentration"),
        ("tiers: {}", 17, "tiers"),
        ("dependence: {core_share: 0.7}", 30, "core_share"),
        ("dependence: {core_customers: 0.7}", 30, "core_customers"),
        ("dependence: {core_alone: 0.7}", 30, "core_alone"),
    ],
)
def test_a_tier_cannot_set_what_is_about_the_whole_book(tmp_path: Path, keys: str, column: int, name: str) -> None:
    assert told(tmp_path, f"tiers: {{key: {{{keys}}}}}") == [
        f"5:{column} RM101 `{name}` is about the whole book: set it outside `tiers`"
    ]


def test_a_tier_that_nobody_has_is_told_and_the_book_can_be_used(tmp_path: Path) -> None:
    assert told(tmp_path, "tiers: {kye: {live: {days: 60}}}") == ["5:11 RM120 no tier 'kye' (did you mean key?)"]


def test_a_role_and_a_stage_that_are_none(tmp_path: Path) -> None:
    found = told(tmp_path, "stage_roles: {collab: [legal], basic: [buyer]}")
    assert [line.partition(" (")[0] for line in found] == [
        "5:17 RM105 `collab` is none of exploratory, basic, collaborative, interconnected",
        "5:42 RM105 'buyer' is not possible here; one of budget, gatekeeper, user, technical, approver, sponsor,"
        " influencer, legal, champion was expected",
    ]


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    settings = f"{HEAD}  health: {{red_to: 80}}\n  promises: {{good: 60}}\nwaivers:\n"
    settings += "  - {rule: RM1, account: acme, reason: x, owner: tom, expires: 2027-01-01}\n"
    codes = [finding.code for finding in write_book(tmp_path, settings).findings]
    assert codes == ["RM112", "RM112", "RM120"]
