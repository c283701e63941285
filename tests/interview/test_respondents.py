"""Who answers is found by id or by a name that only one bears."""

from datetime import date

import pytest

from relmap.interview.respondents import Respondent, Unclear, find_respondent, find_respondents

from ..measures.build import facts

ACCOUNT = """
contacts:
  jane: {name: Jane Doe}
  ann: {name: Ann Lee}
  ann-lee: {name: Ann Lee}
  carl: {status: left, left: 2026-10-31}
  seat: {placeholder: true, title: Head of Procurement}
  eve: {name: Eve Roe, since: 2027-01-01}
"""
KNOWN = facts(ACCOUNT)
PEOPLE = find_respondents(KNOWN.account, KNOWN.settings, KNOWN.as_of)


@pytest.mark.parametrize("word", ["jane", "JANE", "Jane Doe", " jane   doe "])
def test_found_by_id_or_name(word: str) -> None:
    assert find_respondent(word, PEOPLE) == Respondent("jane", "Jane Doe", "theirs")


def test_our_side_is_the_team() -> None:
    assert find_respondent("tom", PEOPLE) == Respondent("tom", "tom", "ours")


@pytest.mark.parametrize(
    ("word", "unclear"),
    [
        ("Ann Lee", Unclear("'Ann Lee' could be ann (theirs), ann-lee (theirs)", "write the id")),
        ("jnae", Unclear("no contact or team member 'jnae'", "did you mean jane?")),
        ("Jane Do", Unclear("no contact or team member 'Jane Do'", "did you mean Jane Doe?")),
    ],
)
def test_who_it_is_may_be_unclear(word: str, unclear: Unclear) -> None:
    assert find_respondent(word, PEOPLE) == unclear


@pytest.mark.parametrize(
    ("who", "away"),
    [
        ("jane", ""),
        ("carl", "has left"),
        ("seat", "is a seat without a name"),
        ("eve", "is not there yet"),
        ("olaf", "has left"),
    ],
)
def test_who_cannot_be_asked_says_why(who: str, away: str) -> None:
    assert [person.away for person in PEOPLE if person.id == who] == [away]


def test_who_leaves_later_can_still_be_asked() -> None:
    before = find_respondents(KNOWN.account, KNOWN.settings, date(2026, 10, 30))
    assert [person.away for person in before if person.id == "carl"] == [""]
