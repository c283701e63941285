"""The relationship stage in three voices."""

import pytest

from relmap.measures.promises import measure_promises
from relmap.measures.stage import StageResult, measure_stage

from .build import facts

LIVE = "{level: credible_source, last_contact: 2026-11-01}"
THEIRS = "{level: credible_source, last_contact: 2026-11-01, source: theirs}"
BASIC = f"""
financials: {{2026: 100}}
contacts:
  jane: {{power: 5, department: Operations, known_by: {{maria: {LIVE}}}}}
"""
MUSTS = f"""
financials: {{2026: 100}}
contacts:
  jane: {{power: 5, department: Operations, roles: sponsor, known_by: {{maria: {LIVE}, tom: {LIVE}}}}}
  carl: {{power: 3, department: IT, known_by: {{tom: {LIVE}}}}}
"""
NOTHING_MORE = """
signals: {shares_internal_problems: false, joint_plan: false}
offerings: [support]
promises:
  - {what: a, by: maria, due: 2026-10-01, kept: false}
  - {what: b, by: maria, due: 2026-10-01, kept: false}
  - {what: c, by: maria, due: 2026-10-01, kept: false}
"""
TWO_MORE = "signals: {shares_internal_problems: true}\nofferings: [support, firmware]\n"
TOP = """
offerings: [support, firmware]
signals:
  shares_internal_problems: true
  joint_plan: true
  mutual_acknowledgement: true
  open_information: true
"""


def measured(account: str, **more: str) -> StageResult:
    found = facts(account, **more)
    ours = measure_promises(found).ours
    return measure_stage(found, ours.low, ours.high)


def earned(account: str) -> tuple[str | None, tuple[str, ...]]:
    found = measured(account).earned
    return found.value, found.possible


def test_nothing_known_is_exploratory() -> None:
    assert earned("") == ("exploratory", ("exploratory",))


def test_trade_and_a_live_relationship_are_basic() -> None:
    assert earned(BASIC) == ("basic", ("basic",))


def test_trade_without_anybody_live_is_exploratory() -> None:
    assert earned("financials: {2026: 100}") == ("exploratory", ("exploratory",))


def test_an_open_test_gives_the_best_case() -> None:
    open_date = "financials: {2026: 100}\ncontacts: {jane: {power: 5, known_by: {maria: {level: credible_source}}}}"
    assert earned(open_date) == ("exploratory", ("exploratory", "basic"))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (NOTHING_MORE, ("basic", ("basic",))),
        (
            "offerings: [a, b]\nsignals: {shares_internal_problems: false, joint_plan: false}",
            ("basic", ("basic", "collaborative")),
        ),
        (f"{TWO_MORE}", ("collaborative", ("collaborative", "interconnected"))),
    ],
)
def test_collaborative_needs_its_musts_and_two_more(more: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert earned(MUSTS + more) == expected


def test_two_more_without_the_musts_are_not_enough() -> None:
    assert earned(BASIC + TWO_MORE)[0] == "basic"


def test_interconnected_needs_its_musts_and_two_more() -> None:
    assert earned(MUSTS + TOP) == ("interconnected", ("interconnected",)), "open information, and an executive with tom"
    assert earned((MUSTS + TOP).replace("joint_plan: true", "joint_plan: false"))[0] == "collaborative"
    assert earned((MUSTS + TOP).replace("open_information: true", "open_information: false"))[0] == "collaborative"


def test_a_stage_needs_the_stages_below_it() -> None:
    above = (MUSTS + TOP).replace("shares_internal_problems: true", "shares_internal_problems: false")
    assert earned(above)[0] == "basic", "the tests of interconnected pass, those of collaborative do not"


def test_the_rubric_says_how_many_more() -> None:
    one = measured(
        MUSTS + NOTHING_MORE.replace("[support]", "[support, firmware]"),
        settings="rubric: {stage: {collaborative_more: 1}}",
    )
    assert one.earned.value == "collaborative"


VIEW = "views: [{date: 2026-09-01, side: %s, stage: %s}]\n"


@pytest.mark.parametrize(
    ("said", "headline"),
    [
        ("exploratory", "exploratory"),
        ("basic", "basic"),
        ("collaborative", "collaborative"),
        ("interconnected", "collaborative"),
    ],
)
def test_the_headline_is_the_lower_of_earned_and_theirs(said: str, headline: str) -> None:
    found = measured(MUSTS + TWO_MORE + "\n" + VIEW % ("theirs", said))
    assert (found.earned.value, found.headline.value, found.one_sided) == ("collaborative", headline, False)


def test_their_word_caps_what_is_possible_too() -> None:
    found = measured(MUSTS + TWO_MORE + VIEW % ("theirs", "collaborative"))
    assert found.earned.possible == ("collaborative", "interconnected")
    assert found.headline.possible == ("collaborative",)


def test_our_claim_raises_nothing() -> None:
    found = measured(BASIC + VIEW % ("ours", "interconnected"))
    assert (found.headline.value, found.earned.value, found.ours.said) == ("basic", "basic", "interconnected")


@pytest.mark.parametrize(
    "views", ["", VIEW % ("ours", "basic"), "views: [{date: 2025-11-13, side: theirs, stage: exploratory}]"]
)
def test_without_a_fresh_word_of_theirs_it_is_one_sided(views: str) -> None:
    found = measured(BASIC + views)
    assert (found.one_sided, found.headline.value) == (True, "basic")


def test_confirmed_is_what_it_would_be_on_their_word_and_documents_alone() -> None:
    assert measured(BASIC).confirmed == "exploratory"
    assert measured(BASIC.replace(LIVE, THEIRS)).confirmed == "basic"
    more = MUSTS.replace(LIVE, THEIRS) + "offerings: [a, b]\n"
    said = "signals: {shares_internal_problems: {holds: true, source: theirs}}"
    assert measured(f"{more}{said}").confirmed == "collaborative"
    assert measured(f"{more}{said.replace('theirs', 'ours')}").confirmed == "basic"


def test_the_next_stage_and_what_is_missing_for_it() -> None:
    found = measured(BASIC)
    assert found.next_stage == "collaborative"
    assert [test.id for test in found.missing] == [
        "departments",
        "our_people",
        "shares_internal_problems",
        "goal_initiative",
        "offerings",
        "promises",
    ]
    assert found.still_needed == 2


def test_once_enough_of_the_rest_pass_only_musts_are_missing() -> None:
    found = measured(BASIC + TWO_MORE)
    assert ([test.id for test in found.missing], found.still_needed) == (["departments", "our_people"], 0)


def test_after_the_last_stage_nothing_is_missing() -> None:
    found = measured(MUSTS + TOP)
    assert (found.next_stage, found.missing, found.still_needed) == (None, (), 0)


def test_completeness_is_the_share_of_tests_answered() -> None:
    assert measured("").earned.completeness == 6 / 16
