"""Dissolution lies over any phase: signs in their window, and a notice."""

import pytest

from relmap.measures.dissolution import Dissolution, measure_dissolution
from relmap.measures.logic import Truth
from relmap.measures.promises import measure_promises

from .build import facts

GONE = "jane: {name: Jane, power: 5, left: 2026-09-01}"
NO_KEY_PLAYER = "ann: {power: 5, known_by: {tom: {level: vendor}}}"


def dissolution(account: str, *, mere: Truth = False) -> Dissolution:
    found = facts(account)
    return measure_dissolution(found, measure_promises(found).states, is_mere_supplier=mere)


def sign(account: str, name: str, *, mere: Truth = False) -> bool | None:
    return next(sign.passed for sign in dissolution(account, mere=mere).signs if sign.id == name)


def test_one_sign_is_none_and_two_put_it_at_risk() -> None:
    assert dissolution(f"contacts: {{{GONE}, bob: {{power: 2}}}}\n").verdict.value == "none"
    assert dissolution(f"contacts: {{{GONE}, {NO_KEY_PLAYER}}}\n").verdict.value == "at_risk"


def test_notice_opens_it_whatever_else_is_there() -> None:
    assert dissolution("signals: {notice_given: true}\n").verdict.value == "open"
    assert dissolution("signals: {notice_given: false}\n").verdict.value == "none"


def test_what_is_not_known_leaves_the_verdict_open() -> None:
    unknown = "ann: {power: 5, known_by: {tom: {level: credible_source}}}"
    found = dissolution(f"contacts: {{{GONE}, {unknown}}}\n").verdict
    assert (found.value, found.possible) == (None, ("none", "at_risk"))
    assert found.reason == "1 of 2 signs are there, 1 are not known"


@pytest.mark.parametrize(
    ("contact", "passed"),
    [
        ("{power: 4, left: 2026-05-19}", True),
        ("{power: 4, left: 2026-05-18}", False),  # 181 days ago
        ("{power: 3, left: 2026-09-01}", False),
        ("{left: 2026-09-01}", None),
        ("{power: 5, status: left}", None),
        ("{power: 5, left: 2026-11-16}", False),  # not yet
    ],
)
def test_a_key_player_left_within_180_days(contact: str, passed: bool | None) -> None:
    assert sign(f"contacts: {{jane: {contact}}}\n", "key_player_left") is passed


@pytest.mark.parametrize(
    ("contacts", "passed"),
    [
        ("{}", None),
        ("{ann: {power: 2}}", False),
        ("{ann: {power: 5}}", True),
        ("{ann: {power: 5, known_by: {tom: {level: credible_source, last_contact: 2026-11-01}}}}", False),
        ("{ann: {power: 5, known_by: tom}}", None),
        ("{ann: {}}", None),
    ],
)
def test_no_key_player_is_live(contacts: str, passed: bool | None) -> None:
    assert sign(f"contacts: {contacts}\n", "no_key_player") is passed


@pytest.mark.parametrize(
    ("money", "passed"),
    [
        ("{2024: 100, 2025: 80}", True),
        ("{2024: 100, 2025: 80.1}", False),
        ("{2024: 100, 2025: 80, 2025-Q3: 10, 2026-Q3: 10}", False),  # the newest comparison counts
        ("{2025: 100}", False),
        ("{2024: 100, 2025: {cost_to_serve: 1}}", None),
    ],
)
def test_revenue_fell_by_a_fifth(money: str, passed: bool | None) -> None:
    assert sign(f"financials: {money}\n", "revenue_fell") is passed


def promises(before: list[str], after: list[str]) -> str:
    lines = [f"  - {{what: p, by: maria, due: 2025-03-01, kept: {kept}}}" for kept in before]
    lines += [f"  - {{what: p, by: maria, due: 2026-03-01, kept: {kept}}}" for kept in after]
    return "promises:\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("before", "after", "passed"),
    [
        (["2025-02-01"] * 3, ["2026-02-01", "2026-02-01", "false"], True),
        (["2025-02-01"] * 3, ["2026-02-01"] * 3, False),
        (["2025-02-01"] * 2, ["false"] * 3, False),  # too few to compare
        (["2025-02-01"] * 3, ["2026-02-01", "2026-02-01", "true"], None),
    ],
)
def test_promises_kept_fell_between_the_halves(before: list[str], after: list[str], passed: bool | None) -> None:
    assert sign(promises(before, after), "promises_fell") is passed


@pytest.mark.parametrize(
    ("day", "mere", "support", "passed"),
    [
        ("2027-05-14", True, "champion", True),
        ("2027-05-15", True, "champion", False),  # 181 days ahead
        ("2026-11-14", True, "champion", False),  # over
        ("2027-01-01", False, "champion", False),
        ("2027-01-01", False, "neutral", True),
        ("2027-01-01", None, "champion", None),
    ],
)
def test_a_tender_is_a_sign_for_a_mere_supplier_or_without_a_supporter(
    day: str, mere: Truth, support: str, passed: bool | None
) -> None:
    account = f"contract: {{tender: {day}}}\ncontacts: {{ann: {{power: 5, support: {support}}}}}\n"
    assert sign(account, "tender", mere=mere) is passed


@pytest.mark.parametrize(
    ("views", "passed"),
    [
        ("[{date: 2026-01-01, side: theirs, trust: 7}, {date: 2026-09-01, side: theirs, trust: 5}]", True),
        ("[{date: 2026-01-01, side: theirs, trust: 7}, {date: 2026-09-01, side: theirs, trust: 5.1}]", False),
        ("[{date: 2026-01-01, side: theirs, trust: 7}, {date: 2026-05-18, side: theirs, trust: 5}]", False),
        ("[{date: 2026-01-01, side: ours, trust: 9}, {date: 2026-09-01, side: theirs, trust: 5}]", False),
        ("[{date: 2026-09-01, side: theirs, trust: 5}]", False),
    ],
)
def test_their_trust_fell_between_two_views_of_theirs(views: str, passed: bool) -> None:
    assert sign(f"views: {views}\n", "trust_fell") is passed


def test_the_views_of_two_people_are_no_trend() -> None:
    views = "[{date: 2026-05-01, side: theirs, by: ann, trust: 8}, {date: 2026-09-01, side: theirs, by: bob, trust: 4}]"
    assert sign(f"views: {views}\n", "trust_fell") is False
    both = views.replace("]", ", {date: 2026-03-01, side: theirs, by: bob, trust: 6}]")
    assert sign(f"views: {both}\n", "trust_fell") is True, "bob's own trust fell, whatever ann said between"


def test_an_old_misunderstanding_is_no_sign() -> None:
    assert sign("signals: {talking_past_each_other: {holds: true, date: 2026-09-01}}\n", "talking_past") is True
    assert sign("signals: {talking_past_each_other: {holds: true, date: 2026-05-18}}\n", "talking_past") is False
    assert sign("signals: {talking_past_each_other: true}\n", "talking_past") is True, "undated evidence counts"


def test_a_recent_no_does_not_make_an_old_yes_recent() -> None:
    old, recent = "{holds: true, date: 2026-05-18, by: ann}", "{holds: false, date: 2026-09-01, by: bob}"
    assert sign(f"signals: {{talking_past_each_other: [{old}, {recent}]}}\n", "talking_past") is False
    assert sign(f"signals: {{talking_past_each_other: [{old.replace('05-18', '05-19')}, {recent}]}}\n", "talking_past")
