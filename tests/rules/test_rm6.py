"""The rules of stage and perception: place, message and the boundary of each threshold."""

from datetime import date
from pathlib import Path

import pytest

from relmap.rules.rm6 import (
    claimed_above_earned,
    collaborative_past_its_clock,
    customer_goal_not_theirs,
    dissolution_without_answer,
    earned_only_on_our_word,
    key_account_not_interconnected,
    no_view_of_theirs,
    respondents_disagree,
    trust_beyond_evidence,
    views_apart,
)
from relmap.rules.rule import ACCOUNT, Example, Hit, Rule

from .trying import all_hits, hits_on, write_example

EXPECTED = (
    (
        claimed_above_earned.RULE,
        ("views", 0, "stage"),
        "maria said interconnected on 2026-09-01; the file earns basic at best",
    ),
    (
        earned_only_on_our_word.RULE,
        ("contacts", "jane", "known_by", "maria"),
        "basic is earned on our own word, exploratory on theirs or a document's; ours alone: a live relationship",
    ),
    (
        views_apart.RULE,
        ("views", 0, "stage"),
        "maria said interconnected on 2026-09-01, Jane Doe said basic on 2026-09-10",
    ),
    (
        no_view_of_theirs.RULE,
        ("views", 0, "date"),
        "Jane Doe last told us on 2025-11-13 how they see the relationship",
    ),
    (
        customer_goal_not_theirs.RULE,
        ("customer_goals", "less-waste"),
        "“A third less waste by 2027” stands here as a goal of theirs on our word alone; "
        "nobody on their side is named for it",
    ),
    (
        collaborative_past_its_clock.RULE,
        ("views", 0, "stage"),
        "called collaborative since 2025-12-31; it should have moved by 2026-10-01",
    ),
    (
        key_account_not_interconnected.RULE,
        ("ambition", "stage"),
        "tier key is for key accounts; this one is exploratory at best and the aim is collaborative",
    ),
    (
        respondents_disagree.RULE,
        ("views", 1, "stage"),
        "Jane Doe said interconnected on 2026-09-01 and Omar Haddad said basic on 2026-09-10",
    ),
    (
        dissolution_without_answer.RULE,
        ("signals", "notice_given", 0),
        "it is ending: notice is given; no initiative, goal or repair has been begun since 2026-10-01",
    ),
    (
        trust_beyond_evidence.RULE,
        ("views", 0, "trust"),
        "they put their trust at 9 of 10 on 2026-02-10; nothing of theirs and no delivery record of late",
    ),
)


@pytest.mark.parametrize(("rule", "route", "message"), EXPECTED, ids=lambda value: getattr(value, "code", ""))
def test_the_example_says_where_and_what(
    rule: Rule, route: tuple[str | int, ...], message: str, tmp_path: Path
) -> None:
    hit = only(rule, rule.fires.account, tmp_path)
    assert hit is not None
    assert (hit.route, hit.message) == (route, message)


QUIET_WHEN_FORMER = [rule for rule, _, _ in EXPECTED]
QUIET_WHEN_EMPTY = [rule for rule in QUIET_WHEN_FORMER if rule is not key_account_not_interconnected.RULE]
"""A key account with nobody on the map is not interconnected, whatever else turns out."""


@pytest.mark.parametrize("rule", QUIET_WHEN_FORMER, ids=lambda rule: rule.code)
def test_a_former_account_is_left_alone(rule: Rule, tmp_path: Path) -> None:
    account = f"{rule.fires.account}status: former\n"
    assert only(rule, account, tmp_path) is None


@pytest.mark.parametrize("rule", QUIET_WHEN_EMPTY, ids=lambda rule: rule.code)
def test_an_account_of_which_little_is_known_is_left_alone(rule: Rule, tmp_path: Path) -> None:
    account = "name: Harrow Foods\nowner: maria\ntier: key\nsince: 2026-06-01\n"
    assert hits_on(rule, Example(account), tmp_path) == {}


def test_a_claim_that_the_unknowns_may_still_earn_is_no_claim_above(tmp_path: Path) -> None:
    claim = claimed_above_earned.RULE.fires.account.replace("stage: interconnected", "stage: collaborative")
    assert only(claimed_above_earned.RULE, claim, tmp_path) is not None
    account = f"{claim}  omar: {{department: Finance, known_by: tom}}\n"
    assert only(claimed_above_earned.RULE, account, tmp_path) is None


@pytest.mark.parametrize(("ours", "theirs", "fires"), [(8, 5, True), (8, 5.5, False), (5, 8, True), (5, 7, False)])
def test_a_gap_of_trust_counts_from_three_points_either_way(
    ours: float, theirs: float, fires: bool, tmp_path: Path
) -> None:
    hit = only(views_apart.RULE, trusts(ours, theirs), tmp_path)
    assert (hit is not None) is fires
    if hit:
        said = f"maria said trust {ours:g} of 10 on 2026-09-01, jane said trust {theirs:g} of 10 on 2026-09-10"
        assert (hit.subject, hit.message) == ("trust", said)


def test_a_gap_of_one_step_counts_where_the_book_says_so(tmp_path: Path) -> None:
    assert hits_on(views_apart.RULE, views_apart.RULE.clean, tmp_path, {"steps": 1})


def test_a_gap_of_standing_is_told_in_the_books_own_words(tmp_path: Path) -> None:
    account = trusts(5, 5).replace("maria, trust: 5", "maria, standing: partner")
    account = account.replace("jane, trust: 5", "jane, standing: supplier")
    settings = "company: Example Ltd\nteam: {maria: {name: Maria Sol}}\nlabels: {standings: {partner: Ally}}\n"
    hit = only(views_apart.RULE, account, tmp_path, settings)
    assert hit is not None
    assert hit.message == "Maria Sol said Ally on 2026-09-01, jane said supplier on 2026-09-10"


def test_a_view_of_theirs_is_too_old_on_the_367th_day(tmp_path: Path) -> None:
    example = no_view_of_theirs.RULE.clean
    hit = all_hits(no_view_of_theirs.RULE, write_example(tmp_path, example), example.as_of)[ACCOUNT][0]
    assert hit.on == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("since", "on"),
    [("", None), ("since: 2026-11-14\n", date(2027, 11, 16)), ("since: 2020-01-01\n", date(2021, 1, 2))],
)
def test_a_young_account_has_a_year_to_hear_them(since: str, on: date | None, tmp_path: Path) -> None:
    account = f"name: Harrow Foods\nowner: maria\n{since}"
    hits = all_hits(no_view_of_theirs.RULE, write_example(tmp_path, Example(account)), Example(account).as_of)
    assert [hit.on for hit in hits[ACCOUNT]] == [on]


@pytest.mark.parametrize("view", ["stage: basic, source: inferred", "by: jane"])
def test_what_we_infer_or_rates_nothing_is_no_view_of_theirs(view: str, tmp_path: Path) -> None:
    account = no_view_of_theirs.RULE.clean.account.replace("by: jane, stage: basic", view)
    hit = only(no_view_of_theirs.RULE, account, tmp_path)
    assert hit is not None
    assert hit.message == (
        "nobody on their side has told us since they became a customer on 2024-05-01 how they see the relationship"
    )


@pytest.mark.parametrize("rule", [no_view_of_theirs.RULE, dissolution_without_answer.RULE], ids=lambda rule: rule.code)
def test_a_prospect_is_no_customer_yet(rule: Rule, tmp_path: Path) -> None:
    assert only(rule, f"{rule.fires.account}status: prospect\n", tmp_path) is None


@pytest.mark.parametrize(("tier", "fires"), [("key", True), ("core", True), ("growth", False), ("top", True)])
def test_a_goal_of_theirs_has_to_be_theirs_in_the_tiers_that_matter(tier: str, fires: bool, tmp_path: Path) -> None:
    account = customer_goal_not_theirs.RULE.fires.account.replace("tier: key", f"tier: {tier}")
    settings = "company: Example Ltd\ntiers: {key: {}, core: {}, growth: {}, top: {key: true}}\n"
    assert (only(customer_goal_not_theirs.RULE, account, tmp_path, settings) is not None) is fires


@pytest.mark.parametrize(("due", "fires"), [("2026-11-14", False), ("2026-11-15", True)])
def test_a_goal_of_theirs_that_is_past_is_let_be(due: str, fires: bool, tmp_path: Path) -> None:
    account = customer_goal_not_theirs.RULE.fires.account.replace("source: ours", f"source: ours, due: {due}")
    assert (only(customer_goal_not_theirs.RULE, account, tmp_path) is not None) is fires


def test_the_clock_of_collaborative_runs_out_with_a_quarters_first_day(tmp_path: Path) -> None:
    example = collaborative_past_its_clock.RULE.clean
    hit = all_hits(collaborative_past_its_clock.RULE, write_example(tmp_path, example), example.as_of)[ACCOUNT][0]
    assert hit.on == date(2027, 1, 1)


def test_a_key_account_without_an_aim_is_told_so_at_its_tier(tmp_path: Path) -> None:
    account = key_account_not_interconnected.RULE.fires.account.replace("ambition: {stage: collaborative}\n", "")
    hit = only(key_account_not_interconnected.RULE, account, tmp_path)
    assert hit is not None
    assert hit.route == ("tier",)
    assert hit.message.endswith("and no stage is aimed at")


def test_respondents_whose_words_are_too_old_do_not_disagree(tmp_path: Path) -> None:
    account = respondents_disagree.RULE.fires.account.replace("date: 2026-09-01", "date: 2023-09-01")
    assert only(respondents_disagree.RULE, account, tmp_path) is None


@pytest.mark.parametrize(
    ("answer", "fires"),
    [
        ("goals:\n  stay: {what: Stay in talks, due: 2026-11-15}\n", False),
        ("goals:\n  stay: {what: Stay in talks, due: 2026-11-14}\n", True),
        ("repairs:\n  back: {agreed: 2026-10-01}\n", False),
        ("repairs:\n  back: {agreed: 2026-09-30}\n", True),
        ("ambition: {choice: exit}\n", False),
        ("ambition: {choice: climb}\n", True),
    ],
)
def test_a_goal_a_repair_or_letting_go_answers_a_notice(answer: str, fires: bool, tmp_path: Path) -> None:
    account = dissolution_without_answer.RULE.fires.account + answer
    assert (only(dissolution_without_answer.RULE, account, tmp_path) is not None) is fires


def test_a_goal_that_an_older_initiative_serves_is_no_answer(tmp_path: Path) -> None:
    account = dissolution_without_answer.RULE.fires.account.replace("status:", "goals: [stay], status:")
    assert only(dissolution_without_answer.RULE, f"{account}goals:\n  stay: {{what: Stay}}\n", tmp_path) is not None


@pytest.mark.parametrize(("trust", "fires"), [("8", True), ("7.9", False)])
def test_trust_is_excessive_from_eight_on(trust: str, fires: bool, tmp_path: Path) -> None:
    account = trust_beyond_evidence.RULE.fires.account.replace("trust: 9", f"trust: {trust}")
    account = account.replace("jane: {name: Jane Doe}", "jane: {name: Jane Doe, known_by: {maria: {trust: 5}}}")
    assert (only(trust_beyond_evidence.RULE, account, tmp_path) is not None) is fires


def trusts(ours: float, theirs: float) -> str:
    """Return an account in which either side says how far they trust us."""
    return (
        "name: Harrow Foods\nowner: maria\nviews:\n"
        f"  - {{date: 2026-09-01, side: ours, by: maria, trust: {ours:g}}}\n"
        f"  - {{date: 2026-09-10, side: theirs, by: jane, trust: {theirs:g}}}\n"
        "contacts: {jane: {}}\n"
    )


def only(rule: Rule, account: str, folder: Path, settings: str | None = None) -> Hit | None:
    """Return the one hit of a rule on an account, on the examples' day; None where it does not fire."""
    chosen = rule.fires.settings if settings is None else settings
    hits = hits_on(rule, Example(account, chosen), folder).get(ACCOUNT, [])
    assert len(hits) < 2
    return hits[0] if hits else None
