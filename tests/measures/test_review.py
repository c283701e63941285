"""The review state."""

from datetime import date

import pytest

from relmap.measures.review import ReviewState, changed_since_review, last_review, measure_review
from relmap.model.account_digest import digest_account

from .build import facts


def measured(account: str, as_of: str, **more: str) -> ReviewState:
    return measure_review(facts(account, as_of=as_of, **more))


def state(account: str, as_of: str = "2026-11-15", **more: str) -> str:
    return measured(account, as_of, **more).state


def reviewed(*quarters: str) -> str:
    rows = [f"{{date: 2026-01-01, by: maria, quarter: {quarter}}}" for quarter in quarters]
    return f"reviews: [{', '.join(rows)}]\n"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-09-30", "current"),  # the last day of the quarter
        ("2026-10-01", "due"),  # the first of the next
        ("2026-10-15", "due"),  # 14 days into it
        ("2026-10-16", "overdue"),
    ],
)
def test_a_review_is_good_for_its_quarter_and_then_for_the_grace_days(as_of: str, expected: str) -> None:
    assert state(reviewed("2026-Q3"), as_of) == expected


@pytest.mark.parametrize(
    ("starts", "quarter", "last", "first"),
    [
        (4, "2027-Q2", "2026-09-30", "2026-10-01"),
        (7, "2027-Q1", "2026-09-30", "2026-10-01"),
        (10, "2026-Q4", "2026-09-30", "2026-10-01"),
        (2, "2027-Q3", "2026-10-31", "2026-11-01"),
    ],
)
def test_the_quarter_is_a_fiscal_one(starts: int, quarter: str, last: str, first: str) -> None:
    fiscal = f"fiscal_year_starts: {starts}"
    assert state(reviewed(quarter), last, settings=fiscal) == "current"
    assert state(reviewed(quarter), first, settings=fiscal) == "due"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2026-12-31", "current"), ("2027-01-01", "due"), ("2027-01-15", "due"), ("2027-01-16", "overdue")],
)
def test_a_yearly_tier_asks_once_a_year(as_of: str, expected: str) -> None:
    assert state(f"tier: core\n{reviewed('2026-Q1')}", as_of) == expected
    assert state(f"tier: core\n{reviewed('2025-Q4')}", "2026-02-01") == "overdue"


def test_grace_days_can_be_set() -> None:
    account, settings = reviewed("2026-Q3"), "grace_days: 0"
    assert state(account, "2026-10-01", settings=settings) == "due"
    assert state(account, "2026-10-02", settings=settings) == "overdue"


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2026-11-01", "due"), ("2026-10-31", "never"), ("2026-11-15", "due"), ("2026-12-01", "due")],
)
def test_never_reviewed_has_the_grace_days_from_since(since: str, expected: str) -> None:
    assert state(f"since: {since}") == expected


def test_without_since_it_is_never_at_once() -> None:
    found = measured("", "2026-11-15")
    assert (found.state, found.due_by, found.last, found.quarter) == ("never", None, None, None)


def test_any_review_of_this_quarter_makes_it_current_wherever_it_stands() -> None:
    assert state(reviewed("2026-Q4", "2025-Q1")) == "current"
    assert state(reviewed("2025-Q1", "2026-Q4")) == "current"
    assert state(reviewed("2027-Q1")) == "overdue", "the next quarter is not this one"


def test_a_review_after_the_day_does_not_exist() -> None:
    account = "reviews: [{date: 2026-11-16, by: maria, quarter: 2026-Q4}]"
    assert state(account, "2026-11-15") == "never"
    assert state(account, "2026-11-16") == "current"


@pytest.mark.parametrize("account", ["status: prospect", "status: former", "tier: free"])
def test_prospects_former_accounts_and_tiers_without_cadence_are_asked_for_nothing(account: str) -> None:
    found = measured(f"{account}\n{reviewed('2025-Q1')}", "2026-11-15", settings="tiers: {free: {}}")
    assert (found.state, found.due_by) == ("none", None)


def test_without_a_tier_it_is_every_quarter() -> None:
    assert measured("", "2026-11-15").cadence == "quarter"
    assert measured("tier: key", "2026-11-15").cadence == "quarter"
    assert measured("tier: core", "2026-11-15").cadence == "year"


def waiver(**more: str) -> str:
    fields = {"rule": "RM301", "account": "acme", "reason": "r", "owner": "maria", "expires": "2026-11-15"} | more
    return f"waivers: [{{{', '.join(f'{key}: {value}' for key, value in fields.items())}}}]"


def test_overdue_and_never_can_be_waived() -> None:
    assert state(reviewed("2026-Q1"), settings=waiver()) == "waived"
    assert state("", settings=waiver()) == "waived"


def test_a_waiver_covers_neither_current_nor_due() -> None:
    assert state(reviewed("2026-Q4"), settings=waiver()) == "current"
    assert state(reviewed("2026-Q3"), "2026-10-15", settings=waiver()) == "due"


@pytest.mark.parametrize("other", [{"expires": "2026-11-14"}, {"account": "other"}, {"rule": "RM204"}])
def test_only_a_live_waiver_of_this_account_and_rule_counts(other: dict[str, str]) -> None:
    assert state("", settings=waiver(**other)) == "never"


@pytest.mark.parametrize(
    ("account", "as_of", "expected"),
    [
        (reviewed("2026-Q3"), "2026-10-01", "2026-10-15"),
        (reviewed("2026-Q3"), "2026-11-15", "2026-10-15"),
        (reviewed("2026-Q4"), "2026-11-15", "2027-01-15"),
        ("since: 2026-11-10", "2026-11-15", "2026-11-24"),
    ],
)
def test_by_when_a_review_is_due(account: str, as_of: str, expected: str) -> None:
    assert str(measured(account, as_of).due_by) == expected


def test_the_last_review_is_the_newest_in_any_order() -> None:
    old = "{date: 2026-04-08, by: maria, quarter: 2026-Q2}"
    new = "{date: 2026-07-08, by: maria, quarter: 2026-Q3}"
    for rows, position in ((f"[{old}, {new}]", 1), (f"[{new}, {old}]", 0)):
        found = measured(f"reviews: {rows}", "2026-11-15")
        assert (str(found.last), found.quarter) == ("2026-07-08", "2026-Q3")
        assert [entry.route for entry in found.inputs] == [("reviews", position)]


def test_of_two_reviews_of_one_day_the_later_quarter_is_the_last() -> None:
    for quarters in (("2026-Q2", "2026-Q3"), ("2026-Q3", "2026-Q2")):
        assert measured(reviewed(*quarters), "2026-11-15").quarter == "2026-Q3"


STAMPED = "reviews: [{{date: 2026-10-05, by: maria, quarter: 2026-Q4, digest: '{}'}}]\n"


def test_what_was_reviewed_has_not_changed_until_the_file_says_something_else() -> None:
    digest = digest_account(facts("tier: key\n").account)
    assert changed_since_review(facts(f"tier: key\n{STAMPED.format(digest)}")) is False
    assert changed_since_review(facts(f"tier: growth\n{STAMPED.format(digest)}")) is True


@pytest.mark.parametrize(
    "account", ["", reviewed("2026-Q4"), STAMPED.format("rm1:5f0c"), STAMPED.format("rm9:0123456789ab")]
)
def test_without_a_digest_to_compare_nobody_knows_whether_it_changed(account: str) -> None:
    assert changed_since_review(facts(account)) is None


def test_a_review_after_the_day_is_not_compared() -> None:
    assert changed_since_review(facts(STAMPED.format("rm1:0123456789ab"), as_of="2026-10-04")) is None


def test_the_newest_review_is_the_last_whatever_the_order_of_the_file() -> None:
    rows = "reviews: [{date: 2026-07-01, by: tom, quarter: 2026-Q3}, {date: 2026-04-01, by: maria, quarter: 2026-Q2}]"
    last = last_review(facts(rows).account, date(2026, 11, 15))
    assert last is not None
    assert last.by == "tom"
