"""What the rules of promises, plans, dependence and the book say, and on which side of each line they do."""

from datetime import date
from pathlib import Path

import pytest

from relmap.findings import Route
from relmap.rules.rm3 import (
    changed_since_review,
)
from relmap.rules.rm4 import (
    budget_holder_unread,
    goal_overdue,
    goal_without_initiative,
    goal_without_person,
    initiative_overdue,
    initiative_without_goal,
    initiative_without_owner,
    promise_overdue,
    promise_without_day,
    their_promise_overdue,
)
from relmap.rules.rm5 import (
    contract_ends_unplanned,
    held_by_price,
    margin_eroding,
    one_way_street,
    only_thread_to_much_revenue,
    pattern_and_signs_disagree,
    served_at_a_loss,
    share_over_the_line,
    suffering_deep_dependence,
    tender_unplanned,
)
from relmap.rules.rule import AS_OF, Example, Rule

from .trying import ahead, all_hits, hits_on, write_example

WORDS: tuple[tuple[Rule, Route, str], ...] = (
    (changed_since_review.RULE, ("reviews", 0), "the file says something else than when it was reviewed on 2026-10-20"),
    (
        promise_overdue.RULE,
        ("promises", 0, "due"),
        "maria promised “Spare parts in Leeds” by 2026-11-02, and nothing says that it was kept",
    ),
    (promise_without_day.RULE, ("promises", 0), "the promise “Spare parts in Leeds” has no day by which it is due"),
    (
        goal_without_initiative.RULE,
        ("goals", "hear-out"),
        "no initiative serves the goal “Rosa knows what a stopped line costs”",
    ),
    (initiative_without_owner.RULE, ("initiatives", "visit"), "“A day at their line” has no owner"),
    (
        initiative_overdue.RULE,
        ("initiatives", "visit", "due"),
        "“A day at their line” was to be done by maria until 2026-10-30, and is still open",
    ),
    (
        goal_without_person.RULE,
        ("goals", "known"),
        "the goal “Known where they decide” is to raise coverage, and names nobody with whom",
    ),
    (
        budget_holder_unread.RULE,
        ("contacts", "rosa"),
        "Rosa Lenz holds the budget, and what they want to see happen is not known",
    ),
    (
        initiative_without_goal.RULE,
        ("initiatives", "visit"),
        "“A day at their line” serves no goal, neither of ours nor of theirs",
    ),
    (
        goal_overdue.RULE,
        ("goals", "hear-out", "due"),
        "the goal “Rosa knows what a stopped line costs” was to be reached by 2026-09-30, and nothing says it was",
    ),
    (
        their_promise_overdue.RULE,
        ("promises", 0, "due"),
        "Rosa Lenz promised us “Forecast for 2027” by 2026-11-02, and nothing says that it was kept",
    ),
    (
        share_over_the_line.RULE,
        ("financials",),
        "Harrow Foods makes 10.0 % of the revenue of FY2025; the line of gaap-10 is 10 %",
    ),
    (suffering_deep_dependence.RULE, ("dependence",), "we suffer from deep dependence on Harrow Foods: held to ransom"),
    (margin_eroding.RULE, ("financials",), "the margin falls by 6.0 percentage points a year, down to 24.0 %"),
    (one_way_street.RULE, ("exchanges",), "a one-way street: in four quarters we gave 15 000 and got 0"),
    (
        contract_ends_unplanned.RULE,
        ("contract", "ends"),
        "the contract ends on 2027-03-31, notice is possible until 2027-01-30, and nothing is planned before",
    ),
    (tender_unplanned.RULE, ("contract", "tender"), "the tender is on 2027-03-01, and nothing is planned before"),
    (
        held_by_price.RULE,
        ("exchanges",),
        "of 14 000 that we gave in four quarters, 9 000 (64 %) is price, rebate or terms",
    ),
    (
        pattern_and_signs_disagree.RULE,
        ("dependence",),
        "by the figures it is deep dependence, and the signs say that we suffer (held to ransom)",
    ),
    (
        only_thread_to_much_revenue.RULE,
        ("team", "maria"),
        "only Maria Voss reaches key players of Harrow Foods, 30 % of the revenue of FY2025",
    ),
    (served_at_a_loss.RULE, ("financials", "2025"), "after cost to serve they brought a loss of 6 000 in 2025"),
)


@pytest.mark.parametrize(("rule", "route", "message"), WORDS, ids=lambda value: getattr(value, "code", ""))
def test_it_says_what_is_wrong_and_where(rule: Rule, route: Route, message: str, tmp_path: Path) -> None:
    ((found, *more),) = hits_on(rule, rule.fires, tmp_path).values()
    assert (found.route, found.message, more) == (route, message, [])


def changed(rule: Rule, *replaced: str, as_of: date = AS_OF) -> Example:
    """Return the example that fires with words of its account replaced, given as old, new, old, new."""
    text = rule.fires.account
    for old, new in zip(replaced[::2], replaced[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    return rule.fires._replace(account=text, as_of=as_of)


def fires(example: Example, rule: Rule, root: Path) -> bool:
    """Say whether a rule says anything of the day itself."""
    hits = all_hits(rule, write_example(root, example), example.as_of)
    return any(not ahead(hit, example.as_of) for found in hits.values() for hit in found)


STAYS_SILENT: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (changed_since_review.RULE, ("2026-10-20", "2026-07-20", "2026-Q4", "2026-Q3")),  # overdue: that is told instead
    (changed_since_review.RULE, ("rm1:", "rm0:")),  # of another recipe: not known
    (promise_overdue.RULE, ("2026-11-02", "2026-11-16")),
    (promise_overdue.RULE, ("by: maria", "by: maria, kept: 2026-11-10")),
    (promise_overdue.RULE, ("by: maria", "by: maria, kept: false")),
    (promise_without_day.RULE, ("by: maria", "by: maria, kept: true")),
    (goal_without_initiative.RULE, ("owner: maria\ncontacts", "status: former\nowner: maria\ncontacts")),
    (initiative_without_owner.RULE, ("in_progress", "done")),
    (initiative_without_owner.RULE, ("in_progress", "dropped")),
    (initiative_overdue.RULE, ("2026-10-30", "2026-11-15")),  # the day itself is still in time
    (initiative_overdue.RULE, ("in_progress", "done")),
    (goal_without_person.RULE, ("measure: coverage", "measure: margin on spares")),
    (budget_holder_unread.RULE, ("roles: budget", "roles: user")),
    (budget_holder_unread.RULE, ("roles: budget", "roles: budget, left: 2026-10-01")),
    (initiative_without_goal.RULE, ("owner: maria}", "owner: maria, status: done}")),
    (goal_overdue.RULE, ("2026-09-30", "2026-11-15")),
    (goal_overdue.RULE, ("rosa, due", "rosa, measure: threads, from: 2, target: 0, due")),  # reached
    (their_promise_overdue.RULE, ("2026-11-02", "2026-11-16")),
    (share_over_the_line.RULE, ("revenue: 100", "revenue: 99")),
    (suffering_deep_dependence.RULE, ("revenue: 900,", "revenue: 9,")),
    (margin_eroding.RULE, ("gross_profit: 240", "gross_profit: 291")),
    (margin_eroding.RULE, ("gross_profit: 240", "cost_to_serve: 240")),  # not known
    (one_way_street.RULE, ("2026-06-10", "2025-06-10")),  # one exchange is not a street
    (one_way_street.RULE, (", value: 6000", "")),  # not known: it may be nothing
    (contract_ends_unplanned.RULE, ("2027-03-31", "2026-11-14")),  # it has ended
    (contract_ends_unplanned.RULE, ("2027-03-31", "2027-07-14")),  # 181 days before the last day for notice
    (tender_unplanned.RULE, ("2027-03-01", "2026-11-14")),
    (tender_unplanned.RULE, ("2027-03-01", "2027-05-15")),  # 181 days before
    (held_by_price.RULE, ("value: 9000", "value: 5000")),  # half is not most
    (pattern_and_signs_disagree.RULE, ("{held_to_ransom: true, one_way: false}", "{one_way: false}")),
    (only_thread_to_much_revenue.RULE, ("revenue: 300", "revenue: 174")),
    (served_at_a_loss.RULE, ("cost_to_serve: 26000", "cost_to_serve: 20000")),
    (served_at_a_loss.RULE, (", cost_to_serve: 26000", "")),  # not known
)


@pytest.mark.parametrize(("rule", "replaced"), STAYS_SILENT, ids=lambda value: getattr(value, "code", ""))
def test_it_stays_silent_just_beside_its_line(rule: Rule, replaced: tuple[str, ...], tmp_path: Path) -> None:
    assert not fires(changed(rule, *replaced), rule, tmp_path)


SPEAKS: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (promise_overdue.RULE, ("2026-11-02", "2026-11-15")),
    (initiative_overdue.RULE, ("2026-10-30", "2026-11-14")),
    (goal_overdue.RULE, ("2026-09-30", "2026-11-14")),
    (contract_ends_unplanned.RULE, ("2027-03-31", "2027-07-13")),
    (tender_unplanned.RULE, ("2027-03-01", "2027-05-14")),
    (held_by_price.RULE, ("value: 9000", "value: 5001")),
    (only_thread_to_much_revenue.RULE, ("revenue: 300", "revenue: 175")),
    (served_at_a_loss.RULE, ("cost_to_serve: 26000", "cost_to_serve: 20001")),
    (one_way_street.RULE, ("gave: us, kind: expertise", "gave: them, kind: expertise", "6000", "1")),
)


@pytest.mark.parametrize(("rule", "replaced"), SPEAKS, ids=lambda value: getattr(value, "code", ""))
def test_it_speaks_from_its_line_on(rule: Rule, replaced: tuple[str, ...], tmp_path: Path) -> None:
    assert fires(changed(rule, *replaced), rule, tmp_path)
