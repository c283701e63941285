"""Where something is not known, or something else speaks, rules of plans and money are silent or say what speaks."""

from datetime import date
from pathlib import Path

import pytest

from relmap.rules.rm4 import goal_overdue, goal_without_person, promise_overdue
from relmap.rules.rm5 import (
    contract_ends_unplanned,
    held_by_price,
    one_way_street,
    only_thread_to_much_revenue,
    served_at_a_loss,
    tender_unplanned,
)
from relmap.rules.rule import AS_OF, Example, Hit, Rule

from .trying import ahead, all_hits, hits_on, write_example

HEAD = "name: Harrow Foods\nowner: maria\n"
TEAM = "company: Quellwerk\nteam: {maria: {name: Maria Voss}, tom: {name: Tom Berg}}\n"
OTHER = {"other": f"{HEAD}financials: {{2025: {{revenue: 900}}}}\n"}
REBATE = "exchanges:\n  - {date: 2026-03-02, gave: us, kind: rebate, value: 9000}\n"


def hits(rule: Rule, text: str, root: Path, settings: str = "", as_of: date = AS_OF) -> list[Hit]:
    found = hits_on(rule, Example(HEAD + text, settings, as_of, OTHER), root)
    return [hit for of_account in found.values() for hit in of_account]


@pytest.mark.parametrize(
    ("rest", "fires"),
    [
        ("", True),
        ("  - {date: 2026-06-10, gave: us, kind: training}\n", False),
        ("  - {date: 2026-06-10, gave: us, kind: terms}\n", True),
        ("  - {date: 2026-06-10, gave: them, kind: training}\n", True),
        ("  - {date: 2024-06-10, gave: us, kind: training}\n", True),
    ],
    ids=["all-valued", "training-of-unknown-worth", "terms-of-unknown-worth", "theirs", "long-ago"],
)
def test_a_gift_of_unknown_worth_leaves_open_whether_price_is_most(rest: str, fires: bool, tmp_path: Path) -> None:
    assert bool(hits(held_by_price.RULE, REBATE + rest, tmp_path)) is fires


def test_a_one_way_street_by_the_signal_alone_is_not_told_with_balanced_figures(tmp_path: Path) -> None:
    text = f"signals: {{one_way: true}}\n{REBATE}  - {{date: 2026-06-10, gave: them, kind: training, value: 9900}}\n"
    (hit,) = hits(one_way_street.RULE, text, tmp_path)
    assert (hit.route, hit.message) == (("signals", "one_way"), "one side does most of the giving, as the signal says")


def test_figures_tell_a_one_way_street_where_they_show_it_too(tmp_path: Path) -> None:
    text = f"signals: {{one_way: true}}\n{REBATE}  - {{date: 2026-06-10, gave: them, kind: training, value: 900}}\n"
    (hit,) = hits(one_way_street.RULE, text, tmp_path)
    assert hit.message == "a one-way street: in four quarters we gave 9 000 and got 900"


@pytest.mark.parametrize(("known", "fires"), [("level: none", True), ("level: problem_solver", False)])
def test_a_colleague_who_may_be_live_is_a_second_way(known: str, fires: bool, tmp_path: Path) -> None:
    live = "{level: problem_solver, last_contact: 2026-11-02}"
    text = (
        "financials: {2025: {revenue: 300}}\n"
        f"contacts: {{rosa: {{name: Rosa, power: 5, known_by: {{maria: {live}, tom: {{{known}}}}}}}}}\n"
    )
    assert bool(hits(only_thread_to_much_revenue.RULE, text, tmp_path, TEAM)) is fires


def test_the_loss_of_a_quarter_is_not_called_the_year_s(tmp_path: Path) -> None:
    quarters = "".join(f"  2026-Q{n}: {{revenue: 100, gross_profit: 10, cost_to_serve: 30}}\n" for n in (1, 2, 3))
    (hit,) = hits(served_at_a_loss.RULE, f"financials:\n{quarters}", tmp_path)
    assert hit.message == "after cost to serve they brought a loss of 20 in 2026-Q3"


@pytest.mark.parametrize(
    ("measure", "fires"),
    [
        ("threads, from: 0, target: 1", True),
        ("coverage, from: 0, target: 50", False),
        ("share, from: 90, target: 50", False),
    ],
    ids=["known-to-fall-short", "not-scored", "takes-the-whole-book"],
)
def test_a_goal_that_may_be_reached_is_not_overdue(measure: str, fires: bool, tmp_path: Path) -> None:
    text = (
        "financials: {2025: {revenue: 100}}\n"
        "contacts: {rosa: {name: Rosa, known_by: {maria: {level: KNOWN}}}}\n"
        f"goals: {{near: {{what: Nearer, contact: rosa, measure: {measure}, due: 2026-10-01}}}}\n"
    ).replace("KNOWN}", "vendor}" if fires else "problem_solver}")
    assert bool(hits(goal_overdue.RULE, text, tmp_path)) is fires


CONTRACT = "contract: {ends: 2027-03-31, notice_days: 60}\n"  # the last day for notice is 2027-01-30


def plan(due: str) -> str:
    return f"initiatives: {{renew: {{what: Talk, owner: maria, due: {due}}}}}\n"


@pytest.mark.parametrize(
    ("due", "as_of", "on"),
    [
        ("2026-11-16", AS_OF, date(2026, 11, 17)),
        ("2026-06-01", AS_OF, date(2026, 8, 3)),
        ("2027-01-29", AS_OF, date(2027, 1, 30)),
        ("2027-01-30", AS_OF, None),
        ("2027-01-31", AS_OF, date(2026, 8, 3)),
        ("2027-03-20", date(2027, 1, 31), date(2027, 3, 21)),
        ("2027-03-31", date(2027, 1, 31), None),
    ],
)
def test_a_contract_is_without_a_plan_from_the_day_after_the_last_one(
    due: str, as_of: date, on: date | None, tmp_path: Path
) -> None:
    root = write_example(tmp_path, Example(HEAD + CONTRACT + plan(due), as_of=as_of))
    found = all_hits(contract_ends_unplanned.RULE, root, as_of)
    assert [hit.on for hit in found.get("harrow", [])] == ([] if on is None else [on])


def test_after_the_day_for_notice_the_message_says_that_it_is_over(tmp_path: Path) -> None:
    (hit,) = hits(contract_ends_unplanned.RULE, CONTRACT, tmp_path, as_of=date(2027, 1, 31))
    assert (
        hit.message
        == "the contract ends on 2027-03-31, notice was possible until 2027-01-30, and nothing is planned before"
    )


def test_who_means_to_leave_needs_no_plan_for_the_contract(tmp_path: Path) -> None:
    assert hits(contract_ends_unplanned.RULE, f"ambition: {{choice: exit}}\n{CONTRACT}", tmp_path) == []


def test_a_tender_is_without_a_plan_from_the_day_after_the_last_one(tmp_path: Path) -> None:
    root = write_example(tmp_path, Example(f"{HEAD}contract: {{tender: 2027-03-01}}\n{plan('2026-11-20')}"))
    (hit,) = all_hits(tender_unplanned.RULE, root, AS_OF)["harrow"]
    assert hit.on == date(2026, 11, 21)
    assert ahead(hit, AS_OF)


@pytest.mark.parametrize("rule", [contract_ends_unplanned.RULE, tender_unplanned.RULE], ids=lambda rule: rule.code)
def test_a_window_longer_than_the_calendar_is_all_of_it(rule: Rule, tmp_path: Path) -> None:
    text = f"{HEAD}contract: {{ends: 2027-03-31, tender: 2027-03-01}}\n"
    root = write_example(tmp_path, Example(text))
    assert [hit.on for hit in all_hits(rule, root, AS_OF, {"days": 1e300})["harrow"]] == [date.min]


def test_a_goal_with_a_former_customer_needs_no_person(tmp_path: Path) -> None:
    goal = "goals: {known: {what: Known, measure: coverage, from: 0, target: 50}}\n"
    assert hits(goal_without_person.RULE, goal, tmp_path)
    assert hits(goal_without_person.RULE, f"status: former\n{goal}", tmp_path) == []


def test_a_long_promise_is_cut_in_the_message_and_whole_in_the_subject(tmp_path: Path) -> None:
    text = f"promises:\n  - {{what: {'x' * 200}, by: maria, due: 2026-11-02}}\n"
    (hit,) = hits(promise_overdue.RULE, text, tmp_path)
    assert hit.message == f"maria promised “{'x' * 39}…” by 2026-11-02, and nothing says that it was kept"
    assert hit.subject == f"maria: {'x' * 200}"
