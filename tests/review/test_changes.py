"""What is new, gone or said otherwise, in words and by people's names."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.model.account import Account
from relmap.model.account_digest import digest_account
from relmap.render.review_page import change_text
from relmap.review.changes import find_changes

from ..measures.accounts import Author
from ..measures.build import facts

BEFORE = """
tier: key
contacts:
  jane: {name: Jane Doe, power: 5, known_by: {tom: {level: vendor}}}
promises:
  - {what: Report, by: tom, due: 2026-10-01}
  - {what: Report, by: maria}
goals: {win: {what: Jane names us partner}}
"""


def changes(old: str, new: str) -> list[str]:
    assert old in BEFORE
    before, after = facts(BEFORE).account, facts(BEFORE.replace(old, new)).account
    return [change_text(change) for change in find_changes(before, after)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("tier: key", "tier: growth", "Tier: key → growth."),
        ("tier: key", "", "Gone: tier (key)."),
        ("tier: key", "tier: key\ncontract: {ends: 2027-01-31}", "New: contract (ends 2027-01-31)."),
        ("tier: key", "tier: key\nstatus: former", "Status: customer → former."),
        ("tier: key", "tier: key\ndependence: {ours: {criticality: 4}}", "Dependence: ours not said → criticality 4."),
        ("power: 5", "power: 4, support: skeptic", "Contact Jane Doe: power 5 → 4; support not said → skeptic."),
        ("Jane Doe", "Jane Roe", "Contact Jane Roe: name Jane Doe → Jane Roe."),
        ("level: vendor", "level: problem_solver", "Relationship Jane Doe and tom: level vendor → problem solver."),
        ("due: 2026-10-01", "due: 2026-10-01, kept: false", "Promise Report: kept not said → no."),
        ("due: 2026-10-01", "due: 2026-10-01, kept: 2026-09-30", "Promise Report: kept not said → 2026-09-30."),
        ("  - {what: Report, by: maria}\n", "", "Gone: promise Report (by maria)."),
        ("goals:", "signals: {joint_plan: true}\ngoals:", "New: signal joint plan (holds yes)."),
        ("goals: {win:", "goals: {grow: {what: More}, win:", "New: goal More."),
        ("tier: key", "tier: key\nfinancials: {2025: 500}", "New: money of 2025 (revenue 500)."),
        ("tier: key", "tier: key\ntags: [a_b, b]", "New: tags (a_b and b)."),
        ("Jane Doe", "jane_doe", "Contact jane_doe: name Jane Doe → jane_doe."),
        ("tier: key", "tier: key\ncustom: {limit: .inf, low: -.inf}", "New: custom (limit inf, low −inf)."),
    ],
)  # fmt: skip
def test_each_change_is_told_in_words(old: str, new: str, expected: str) -> None:
    assert changes(old, new) == [expected]


def test_two_numbers_that_differ_never_look_alike() -> None:
    before, after = (facts(f"potential: {{revenue: {amount}}}").account for amount in (100.01, 100.04))
    (change,) = find_changes(before, after)
    assert change_text(change) == "Potential: revenue 100.01 → 100.04."


def test_nothing_is_told_where_only_the_writing_differs_and_reviews_do_not_count() -> None:
    assert (
        changes("tier: key", "status: customer\ntier: key\nreviews: [{date: 2026-10-01, by: tom, quarter: 2026-Q4}]")
        == []
    )


def test_changes_come_in_the_order_of_the_format() -> None:
    found = changes("tier: key", "tier: core\nissues: [{what: Late}]\ncompetitors: [{name: Voltics}]")
    assert found == ["Tier: key → core.", "New: competitor Voltics.", "New: issue Late."]


def written(seed: int) -> Account:
    document: dict[str, Any] = json.loads(json.dumps(Author(seed).account()))
    return Account.model_validate({"name": "Acme", "owner": "maria", **document})


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_whatever_changes_the_digest_is_told_and_every_change_can_be_written(first: int, second: int) -> None:
    before, after = written(first), written(second)
    told = find_changes(before, after)
    assert bool(told) or digest_account(before) == digest_account(after)
    assert find_changes(before, before) == ()
    assert all(change_text(change).endswith(".") for change in told)
