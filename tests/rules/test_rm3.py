"""The rules of reviews: where each fires, with what words, and on which side of each threshold."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from relmap.rules.rm3 import (
    move_back_not_acted_on,
    ratings_that_never_change,
    review_without_them,
    reviewed_in_the_future,
)
from relmap.rules.rule import ACCOUNT, AS_OF, Example, Hit, OptionValue, Rule

from .trying import NONE, ahead, all_hits, hits_on, write_example

HEAD = "name: Harrow Foods\nowner: maria\n"
NO_TEAM = "company: Quellwerk\n"


def hits(
    rule: Rule,
    root: Path,
    lines: str,
    *,
    settings: str = NO_TEAM,
    as_of: date = AS_OF,
    options: Mapping[str, OptionValue] = NONE,
) -> list[Hit]:
    """Return what a rule says of an account with these lines, that which lies ahead as well."""
    return all_hits(rule, write_example(root, Example(HEAD + lines, settings)), as_of, options).get(ACCOUNT, [])


def review(day: str, quarter: str, more: str = "") -> str:
    """Return the line of one review."""
    return f"  - {{date: {day}, quarter: {quarter}, by: maria{more and f', {more}'}}}\n"


@pytest.mark.parametrize(
    ("rule", "route", "message"),
    [
        (
            reviewed_in_the_future.RULE,
            ("reviews", 0, "quarter"),
            "the review of 2026-10-20 counts for FY2027-Q1, which begins on 2027-01-01",
        ),
        (
            move_back_not_acted_on.RULE,
            ("reviews", 0, "outcome"),
            "the review of 2026-07-20 said to move back, and neither ambition nor plan has changed since",
        ),
        (
            review_without_them.RULE,
            ("reviews", 3),
            "nobody of theirs took part in a review since 2026-01-20, in 4 reviews",
        ),
        (
            ratings_that_never_change.RULE,
            ("reviews", 3, "found"),
            "every review since 2026-01-20 found the same, and nobody was rated since 2025-10-02",
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Rule) else "",
)
def test_the_example_says_where_and_what(
    rule: Rule, route: tuple[str | int, ...], message: str, tmp_path: Path
) -> None:
    assert [(hit.route, hit.message) for hit in hits_on(rule, rule.fires, tmp_path)[ACCOUNT]] == [(route, message)]


# RM304


@pytest.mark.parametrize(("as_of", "fires"), [(date(2026, 10, 19), True), (date(2026, 10, 20), False)])
def test_reviewed_in_the_future_until_the_day_of_the_review(as_of: date, fires: bool, tmp_path: Path) -> None:
    found = hits(reviewed_in_the_future.RULE, tmp_path, "reviews:\n" + review("2026-10-20", "2026-Q4"), as_of=as_of)
    message = "the review of 2026-10-20 for FY2026-Q4 has not taken place yet, and does not count"
    assert [(hit.route, hit.message) for hit in found] == [(("reviews", 0, "date"), message)] * fires


@pytest.mark.parametrize(
    ("day", "quarter", "fires"),
    [
        ("2026-09-16", "2026-Q4", True),
        ("2026-09-17", "2026-Q4", False),
        ("2026-09-30", "2026-Q3", False),
        ("2026-10-20", "2025-Q1", False),
    ],
    ids=["15 days before", "14 days before", "its last day", "an old one made up for"],
)
def test_reviewed_in_the_future_leaves_days_before_a_quarter(
    day: str, quarter: str, fires: bool, tmp_path: Path
) -> None:
    assert len(hits(reviewed_in_the_future.RULE, tmp_path, "reviews:\n" + review(day, quarter))) == fires


def test_reviewed_in_the_future_counts_fiscal_quarters_and_the_days_of_the_option(tmp_path: Path) -> None:
    settings, lines = f"{NO_TEAM}fiscal_year_starts: 4\n", "reviews:\n" + review("2026-09-28", "2027-Q3")
    for days, fires in [(2.0, True), (3.0, False), (1e12, False)]:
        found = hits(reviewed_in_the_future.RULE, tmp_path, lines, settings=settings, options={"early_days": days})
        assert [hit.message for hit in found] == [
            "the review of 2026-09-28 counts for FY2027-Q3, which begins on 2026-10-01"
        ] * fires


# RM305


MOVE_BACK = "reviews:\n" + review("2026-08-16", "2026-Q3", "outcome: move_back")


@pytest.mark.parametrize(("day", "on"), [("2026-08-16", 15), ("2026-08-17", 16)])
def test_move_back_not_acted_on_holds_from_the_91st_day(day: str, on: int, tmp_path: Path) -> None:
    lines = "reviews:\n" + review(day, "2026-Q3", "outcome: move_back")
    assert [hit.on for hit in hits(move_back_not_acted_on.RULE, tmp_path, lines)] == [date(2026, 11, on)]


def test_move_back_not_acted_on_counts_the_days_of_the_option(tmp_path: Path) -> None:
    for days, on in [(30.0, [date(2026, 9, 16)]), (1e12, [])]:
        found = hits(move_back_not_acted_on.RULE, tmp_path, MOVE_BACK, options={"days": days})
        assert [hit.on for hit in found] == on


@pytest.mark.parametrize(
    ("more", "fires"),
    [
        ("ambition: {choice: maximise}\n", True),
        ("ambition: {choice: exit}\n", False),
        ("status: former\n", False),
        ("initiatives: {portal: {what: Portal, started: 2026-08-15}}\n", True),
        ("initiatives: {portal: {what: Portal, started: 2026-08-16}}\n", False),
        ("initiatives: {portal: {what: Portal, status: dropped}}\n", True),
        ("initiatives: {portal: {what: Portal}}\n", False),
        ("initiatives: {portal: {what: Portal, status: done, done: 2026-08-15}}\n", True),
        ("goals: {less: {what: Fewer visits, due: 2026-08-15}}\n", True),
        ("goals: {less: {what: Fewer visits}}\n", False),
        (
            "goals: {less: {what: Fewer visits}}\n"
            "initiatives: {portal: {what: Portal, goals: less, started: 2026-05-02}}\n",
            True,
        ),
    ],
)
def test_move_back_not_acted_on_looks_for_what_may_have_followed(more: str, fires: bool, tmp_path: Path) -> None:
    assert len(hits(move_back_not_acted_on.RULE, tmp_path, more + MOVE_BACK)) == fires


def test_move_back_not_acted_on_looks_at_the_last_review_by_its_day(tmp_path: Path) -> None:
    hold = review("2026-08-20", "2026-Q3", "outcome: hold")
    assert hits(move_back_not_acted_on.RULE, tmp_path, MOVE_BACK.replace("reviews:\n", f"reviews:\n{hold}")) == []
    ahead_of_us = review("2026-12-20", "2026-Q4", "outcome: hold")
    assert len(hits(move_back_not_acted_on.RULE, tmp_path, MOVE_BACK + ahead_of_us)) == 1


# RM306


def alone(*whom: str, head: str = "contacts: {rosa: {}}\n") -> str:
    days = enumerate(whom, start=1)
    return f"{head}reviews:\n" + "".join(review(f"2026-0{n}-05", "2026-Q2", f"with: {who}") for n, who in days)


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        (alone("tom", "tom", "tom"), False),
        (alone("rosa", "tom", "[]", "[tom, maria]", "tom"), True),
        (alone("tom", "rosa", "tom", "tom", "tom"), False),
        (alone("tom", "tom", "tom", "somebody"), False),
        (alone("tom", "tom", "tom", "tom", head="contacts: {rosa: {}}\nstatus: former\n"), False),
    ],
    ids=["three", "the last four", "one of four", "unknown name", "former"],
)
def test_review_without_them_looks_at_the_last_four(lines: str, fires: bool, tmp_path: Path) -> None:
    settings = f"{NO_TEAM}team: {{maria: {{}}, tom: {{}}}}\n"
    assert len(hits(review_without_them.RULE, tmp_path, lines, settings=settings)) == fires


@pytest.mark.parametrize(("as_of", "fires"), [(date(2026, 4, 4), False), (date(2026, 4, 5), True)])
def test_review_without_them_counts_a_review_from_its_day_on(as_of: date, fires: bool, tmp_path: Path) -> None:
    lines = alone("tom", "tom", "tom", "tom")
    assert len(hits(review_without_them.RULE, tmp_path, lines, as_of=as_of)) == fires


def test_review_without_them_takes_as_many_as_the_option_says(tmp_path: Path) -> None:
    for reviews, fires in [(0.0, True), (2.0, True), (3.0, False)]:
        found = hits(review_without_them.RULE, tmp_path, alone("tom", "tom"), options={"reviews": reviews})
        assert len(found) == fires


# RM307


def found_by(*found: str, rated: str = "rated: 2025-10-02", head: str = "") -> str:
    """Return a relationship and one review a quarter up to 2026-Q4, each with what it found."""
    reviews = [
        review(f"2026-{month:02}-05", f"2026-Q{quarter}", f"found: {{{text}}}")
        for (month, quarter), text in zip([(1, 1), (4, 2), (7, 3), (10, 4)][-len(found) :], found, strict=True)
    ]
    return f"{head}contacts: {{rosa: {{known_by: {{maria: {{level: vendor, {rated}}}}}}}}}\nreviews:\n" + "".join(
        reviews
    )


SAME = "stage: basic, standing: supplier, health: 71"


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        (found_by(SAME, SAME, SAME), False),
        (found_by(SAME, SAME, SAME, SAME), True),
        (found_by(SAME, SAME.replace("71", "70"), SAME, SAME), False),
        (found_by(SAME, SAME.replace("basic", "collaborative"), SAME, SAME), False),
        (found_by(SAME, SAME, SAME.replace(", health: 71", ""), SAME), False),
        (found_by(*["stage: basic, standing: supplier"] * 4), False),
        (found_by(SAME, SAME, SAME, SAME, rated="trust: 7"), False),
        (found_by(SAME, SAME, SAME, SAME, head="status: former\n"), False),
    ],
    ids=["three", "four", "health moved", "stage moved", "one unknown", "no health", "undated ratings", "former"],
)
def test_ratings_that_never_change_needs_the_same_found_in_all(lines: str, fires: bool, tmp_path: Path) -> None:
    assert len(hits(ratings_that_never_change.RULE, tmp_path, lines)) == fires


@pytest.mark.parametrize(("rated", "holds"), [("2025-11-13", True), ("2025-11-14", False)])
def test_ratings_that_never_change_begin_when_ratings_stop_counting(rated: str, holds: bool, tmp_path: Path) -> None:
    (hit,) = hits(ratings_that_never_change.RULE, tmp_path, found_by(*[SAME] * 4, rated=f"rated: {rated}"))
    assert ahead(hit, AS_OF) is not holds


def test_ratings_that_never_change_do_so_from_the_last_of_the_reviews_on(tmp_path: Path) -> None:
    (hit,) = hits(ratings_that_never_change.RULE, tmp_path, found_by(*[SAME] * 4))
    assert hit.on == date(2026, 10, 5)


def test_ratings_that_never_change_is_silent_where_one_has_no_day(tmp_path: Path) -> None:
    undated = "}, tom: {level: vendor, trust: 7"
    lines = found_by(*[SAME] * 4, rated=f"rated: 2025-10-02{undated}")
    assert hits(ratings_that_never_change.RULE, tmp_path, lines) == []


def test_ratings_that_never_change_takes_the_days_of_the_rubric_and_the_option(tmp_path: Path) -> None:
    settings = f"{NO_TEAM}rubric: {{valid_days: {{ratings: 500}}}}\n"
    for reviews, count in [(2.0, 1), (3.0, 0)]:
        lines, options = found_by(SAME, SAME), {"reviews": reviews}
        found = hits(ratings_that_never_change.RULE, tmp_path, lines, settings=settings, options=options)
        assert [hit.on for hit in found] == [date(2027, 2, 15)] * count
