"""The types of trust: each builds on the one below; and trust beyond the evidence."""

import pytest

from relmap.assess.profile import Profile
from relmap.measures.trust_types import TrustTypes

from .build import facts

CONTRACT = "contract: {starts: 2024-01-01, ends: 2027-12-31}\n"
RENEWED = "contract: {starts: 2024-01-01, ends: 2027-12-31, renewed: [2025-06-01]}\n"
KEPT = """
promises:
  - {what: a, by: maria, due: 2026-01-10, kept: 2026-01-10}
  - {what: b, by: maria, due: 2026-02-10, kept: 2026-02-10}
  - {what: c, by: maria, due: 2026-03-10, kept: 2026-03-10}
"""
TOGETHER = """
views: [{date: 2026-09-01, side: theirs, trust: 8, standing: partner}]
signals: {joint_plan: {holds: true, source: theirs}}
"""


def types(account: str) -> TrustTypes:
    return Profile(facts(account)).trust_types


@pytest.mark.parametrize(
    ("account", "earned"),
    [
        ("contract: {starts: 2024-01-01, ends: 2025-12-31}\n", "none"),
        (CONTRACT, "calculus"),
        (RENEWED + KEPT, "knowledge"),
        (CONTRACT + KEPT + "financials: {2025: 100, 2026: 100}\n", "knowledge"),
        (RENEWED + KEPT + TOGETHER, "identification"),
        (KEPT + TOGETHER, "none"),  # higher types build on the lower
        (RENEWED + TOGETHER, "calculus"),  # promises are not known to be kept
    ],
)
def test_the_highest_unbroken_type_is_earned(account: str, earned: str) -> None:
    assert types(account).earned.value == earned


def test_an_open_issue_breaks_knowledge_by_trade_and_not_by_renewal() -> None:
    trade, issue = CONTRACT + KEPT + "financials: {2025: 100, 2026: 100}\n", "issues: [{what: Outage}]\n"
    assert types(trade + issue).earned.value == "calculus"
    assert types(trade + issue.replace("}", ", closed: 2026-10-01}")).earned.value == "knowledge"
    assert types(RENEWED + KEPT + issue).earned.value == "knowledge"


@pytest.mark.parametrize(
    ("money", "possible"),
    [
        ("{2025: 100, 2026: 50}", ("knowledge",)),
        ("{2025: 100, 2026: 0}", ("calculus",)),
        ("{2025: 100, 2026: 50, 2026-Q3: 0}", ("calculus",)),  # a quarter's own figure comes before its year's
        ("{2025: 100}", ("calculus", "knowledge")),  # of three quarters of 2026 nothing is known
    ],
)
def test_trade_needs_revenue_in_each_of_four_quarters(money: str, possible: tuple[str, ...]) -> None:
    silent = "views: [{date: 2026-09-01, side: theirs, trust: 2, standing: supplier}]\nsignals: {joint_plan: false}\n"
    assert types(f"{CONTRACT}{KEPT}{silent}financials: {money}\n").earned.possible == possible


@pytest.mark.parametrize(
    "broken", [("trust: 8", "trust: 7.9"), ("partner", "supplier"), ("holds: true", "holds: false")]
)
def test_identification_needs_all_three(broken: tuple[str, str]) -> None:
    assert types(RENEWED + KEPT + TOGETHER.replace(*broken)).earned.possible == ("knowledge",)


def test_promises_just_good_enough_do_not_break_knowledge() -> None:
    seven = "".join(f"  - {{what: k{n}, by: maria, due: 2026-01-10, kept: 2026-01-10}}\n" for n in range(7))
    three = "".join(f"  - {{what: b{n}, by: maria, due: 2026-01-10, kept: false}}\n" for n in range(3))
    assert types(f"{RENEWED}promises:\n{seven}{three}").earned.value == "knowledge", "70 % is not below 70"
    more = "  - {what: x, by: maria, due: 2026-01-10, kept: false}\n"
    assert types(f"{RENEWED}promises:\n{seven}{three}{more}").earned.value == "calculus"


def test_promises_have_no_source_so_nothing_on_them_is_confirmed() -> None:
    assert types(RENEWED + KEPT + TOGETHER).confirmed == "calculus"


LONG_AGO = "{date: 2025-12-01, side: theirs, trust: 5}"
HIGH = "contacts: {jane: {power: 5, known_by: {maria: {trust: 8, rated: 2026-09-01}}}}\n" + KEPT
SILENT = f"{HIGH}views: [{LONG_AGO}]\n"


@pytest.mark.parametrize(
    ("account", "excessive"),
    [
        (SILENT, True),
        (f"{HIGH}views: [{LONG_AGO}, {{date: 2026-04-01, side: theirs, stage: basic}}]\n", False),
        (f"{HIGH}views: [{LONG_AGO}, {{date: 2026-03-31, side: theirs, stage: basic}}]\n", True),
        (SILENT + "delivery: {2026-Q2: {on_time: 99}}\n", False),
        (SILENT + "delivery: {2025: {on_time: 99}}\n", True),
        (SILENT + "value: [{what: v, confirmed_by: jane, date: 2026-09-01}]\n", False),
        (SILENT.replace("trust: 8", "trust: 7.9"), False),
        (SILENT.replace("trust: 8", "level: vendor"), None),  # nobody rated it
        (SILENT.replace("trust: 8", "source: theirs, trust: 8"), False),  # it is their own word
    ],
)
def test_trust_is_excessive_where_nothing_recent_stands_behind_it(account: str, excessive: bool | None) -> None:
    found = types(account)
    assert found.excessive is excessive
    assert found.excessive_why == ("nothing of theirs and no delivery record of late" if excessive else "")


def test_trust_is_excessive_where_promises_are_not_kept() -> None:
    broken = SILENT.replace("kept: 2026", "kept: 2027") + "delivery: {2026-Q2: {on_time: 99}}\n"
    assert types(broken).excessive_why == "promises are not kept"
    few = HIGH.replace(KEPT, "") + "delivery: {2026-Q2: {on_time: 99}}\n"
    assert types(few).excessive is None, "too few promises to say"


def test_confirmed_is_what_they_or_a_document_say() -> None:
    assert types(RENEWED + KEPT + TOGETHER).confirmed == "calculus", "nobody of theirs says that promises were kept"
    assert types(KEPT).confirmed == "none"
