"""Initiatives on a day: open, and active of late (held by the tests of the stage as well)."""

import pytest

from relmap.assess.profile import Profile
from relmap.measures.initiatives import is_open, status_on

from .build import facts


@pytest.mark.parametrize(
    ("fields", "is_so"),
    [
        ("status: planned", True),
        ("status: in_progress", True),
        ("status: dropped", False),
        ("status: done", False),
        ("status: done, done: 2026-11-15", False),
        ("status: done, done: 2026-11-16", True),  # on the day it was still under way
    ],
)
def test_an_initiative_is_open_until_it_is_done_or_dropped(fields: str, is_so: bool) -> None:
    found = facts(f"initiatives: {{visit: {{what: Visit, {fields}}}}}\n")
    assert is_open(found, found.account.initiatives["visit"]) is is_so


def test_what_is_open_after_its_day_is_overdue() -> None:
    late = "initiatives: {visit: {what: Visit, due: 2026-11-14, status: done, done: 2026-11-16}}\n"
    assert Profile(facts(late)).watch.overdue_initiatives == ("visit",)
    assert Profile(facts(late.replace("11-14", "11-15"))).watch.overdue_initiatives == ()


@pytest.mark.parametrize(
    ("entry", "status"),
    [
        ("status: planned", "planned"),
        ("status: in_progress", "in_progress"),
        ("status: in_progress, started: 2026-11-15", "in_progress"),
        ("status: in_progress, started: 2026-11-16", "planned"),
        ("status: done", "done"),
        ("status: done, done: 2026-11-15", "done"),
        ("status: done, done: 2026-11-16", "in_progress"),
        ("status: done, started: 2026-11-16, done: 2026-11-20", "planned"),
        ("status: dropped", "dropped"),
    ],
)
def test_where_an_initiative_stands_on_the_day(entry: str, status: str) -> None:
    found = facts(f"initiatives: {{visit: {{what: Visit, {entry}}}}}")
    assert status_on(found, found.account.initiatives["visit"]) == status


@pytest.mark.parametrize(
    ("member", "whose"), [(None, "maria"), ("tom", "tom"), ("olaf", "maria"), ("stranger", "stranger")]
)
def test_work_of_nobody_and_of_who_has_left_is_the_owner_s(member: str | None, whose: str) -> None:
    assert facts().responsible(member) == whose
