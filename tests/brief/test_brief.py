"""The brief: what is told of a person, who is worth meeting, what is open, and what to ask first."""

from datetime import date

import pytest

from relmap.assess.cards import card_with
from relmap.assess.profile import assess_account
from relmap.assess.row import make_row
from relmap.assess.second_pass import assess_book
from relmap.book.validate import validate
from relmap.brief.brief import Brief, make_brief
from relmap.brief.people import find_people
from relmap.errors import UsageError
from relmap.model.account import Account
from relmap.render.brief_page import brief_page
from relmap.render.brief_words import promise_text, saying_text, tie_text
from relmap.render.page_text import page_text

from ..measures.build import AS_OF, facts, read, settings_of

PEOPLE = """
contacts:
  jane:
    name: Jane Doe
    title: VP Operations
    roles: [budget]
    power: 5
    support: champion
    cares_about: No stops
    influences: ben
    known_by:
      maria: {level: vendor, last_contact: 2026-06-01}
      tom: {level: problem_solver, desired: trusted_advisor, trust: 8, source: theirs, rated: 2026-09-01,
        last_contact: 2026-10-20}
  jan: {name: Jan Kral, power: 5, support: opponent, known_by: {maria: {level: vendor, last_contact: 2026-11-01}}}
  ben: {name: Ben Okoro, power: 2, support: neutral,
    known_by: {tom: {level: credible_source, last_contact: 2026-11-01}}}
  gone: {name: Gone Away, status: left, left: 2026-08-31}
  new: {name: New Comer, since: 2027-01-01}
  seat: {placeholder: true, title: Buyer}
"""


def brief(account: str = PEOPLE, *met: str, financials: str = "financials: {2025: 100}\n") -> Brief:
    """Brief for a meeting with some people of an account of a few lines."""
    noun, problems = validate({"name": "Acme", "owner": "maria", **read(financials + account)}, Account)
    assert noun is not None, problems
    settings, day = settings_of(), date.fromisoformat(AS_OF)
    profile = assess_account("acme", noun, settings, day)
    book = assess_book([make_row(profile, "accounts/acme.yaml")], settings, day)
    card = card_with(book, book.account("acme"), noun)
    return make_brief(book, card, find_people(met, card.profile.facts))


@pytest.mark.parametrize(
    ("word", "said", "hint"),
    [
        ("jnae", "nobody 'jnae' at Acme", "did you mean jane?"),
        ("Ben Okoro", "nobody 'Ben Okoro' at Acme", "did you mean ben?"),
        ("ja", "'ja' could be jan, jane", "write more of it"),
        ("gone", "Gone Away (gone) has left Acme on 2026-08-31", "--as-of an earlier day asks about that day"),
        ("new", "New Comer (new) is not there yet on 2026-11-15: since 2027-01-01", ""),
        ("seat", "seat is a seat without a name: nobody is known to meet", ""),
        ("tom", "nobody 'tom' at Acme", "tom is one of ours; --with names whom of theirs you meet"),
        ("zzz", "nobody 'zzz' at Acme", "known: ben, gone, jan, jane, new, seat"),
        ("", "nobody '' at Acme", "known: ben, gone, jan, jane, new, seat"),
    ],
)
def test_who_cannot_be_met_is_said(word: str, said: str, hint: str) -> None:
    with pytest.raises(UsageError) as raised:
        find_people([word], facts(PEOPLE))
    assert (raised.value.message, raised.value.hint or "") == (said, hint)


def test_people_are_found_by_id_or_unique_beginning_and_once() -> None:
    assert [person.id for person in find_people(["jan", "b", "ben"], facts(PEOPLE))] == ["jan", "ben"]


def test_who_of_ours_knows_a_person_the_latest_contact_first() -> None:
    found = brief(PEOPLE, "jane")
    (jane,) = found.people
    assert [tie_text(found.card.profile, tie) for tie in jane.ties] == [
        "tom: problem solver (should be trusted advisor), live, last contact 2026-10-20, "
        "trusts us 8 of 10 (their word of 2026-09-01)",
        "maria: vendor, not live, last contact 2026-06-01",
    ]
    assert jane.last == date(2026, 10, 20)


def test_trust_that_is_too_old_to_count_says_so() -> None:
    found = brief(PEOPLE.replace("rated: 2026-09-01", "rated: 2025-09-01"), "jane")
    assert tie_text(found.card.profile, found.people[0].ties[0]).endswith(
        "(their word of 2025-09-01, too old to count)"
    )


def test_what_a_person_says_of_us_as_far_as_it_still_counts() -> None:
    views = """views:
  - {date: 2026-09-01, side: theirs, by: jane, stage: basic, trust: 6}
  - {date: 2026-02-01, side: theirs, by: jane, standing: partner}
  - {date: 2024-01-01, side: theirs, by: ben, stage: basic}
  - {date: 2026-12-01, side: theirs, by: jan, stage: basic}
"""
    found = brief(views + PEOPLE, "jane", "ben", "jan")
    assert [saying_text(found.card.profile, person) for person in found.people] == [
        "stage Basic (2026-09-01), sees us as partner (2026-02-01), trust 6 of 10 (2026-09-01)",
        "nothing that still counts",
        "nothing that still counts",
    ]


PROMISES = """promises:
  - {what: Later, to: jane, by: tom, due: 2026-12-01}
  - {what: Late, to: jane, by: maria, due: 2026-11-01}
  - {what: Undated, to: jane, by: tom}
  - {what: Kept, to: jane, by: tom, due: 2026-10-01, kept: 2026-10-01}
  - {what: Forecast, to: tom, by: jane, due: 2026-10-31}
  - {what: Of another, to: ben, by: tom, due: 2026-11-10}
"""


def test_promises_both_ways_the_most_urgent_first_and_each_once() -> None:
    found = brief(PROMISES + PEOPLE, "jane")
    profile, (jane,) = found.card.profile, found.people
    assert [promise_text(profile, entry) for entry in jane.ours] == [
        "Late (maria, due 2026-11-01, 14 days overdue)",
        "Later (tom, due 2026-12-01)",
        "Undated (tom, no day agreed)",
    ]
    assert [promise_text(profile, entry) for entry in jane.theirs] == [
        "Forecast (Jane Doe, due 2026-10-31, 15 days overdue)"
    ]
    assert [promise_text(profile, entry, whose=True) for entry in found.open.promises] == [
        "Of another (tom to Ben Okoro, due 2026-11-10, 5 days overdue)"
    ]


def test_the_last_three_talks_with_a_person_the_newest_first() -> None:
    days = ("2026-10-01", "2026-11-02", "2026-08-01", "2026-07-01", "2026-11-20")
    talks = "".join(f"  - {{date: {day}, us: tom, them: [jane, ben], note: Day {day}}}\n" for day in days)
    (jane,) = brief(f"touchpoints:\n{talks}{PEOPLE}", "jane").people
    assert [talk.date.isoformat() for talk in jane.talks] == ["2026-11-02", "2026-10-01", "2026-08-01"]
    assert jane.last == date(2026, 11, 2)


def test_goals_value_and_deals_of_a_person() -> None:
    more = """
goals: {g: {what: Jane names us partner, contact: jane}, h: {what: Other, contact: ben}}
customer_goals: {c: {what: Less scrap, contact: jane, measure: scrap, target: 2, due: 2027-03-01}}
value: [{what: Downtime halved, to: jane, promised: 40 h, delivered: 46 h}]
opportunities: [{what: Line 5, value: 180000, contact: jane}, {what: Line 6, contact: jane, since: 2026-12-01}]
competitors: [{name: Voltics, favoured_by: [jane]}]
"""
    (jane,) = brief(more + PEOPLE, "jane").people
    assert list(jane.goals) == ["g"]
    assert [deal.what for deal in jane.opportunities] == ["Line 5"]
    assert jane.favours == ("Voltics",)
    text = page_text(brief_page(brief(more + PEOPLE, "jane")))
    assert (
        "“No stops”; their goal: Less scrap (scrap: 2) by 2027-03-01; "
        "worth: Downtime halved (promised 40 h and came 46 h)"
    ) in text


def test_what_is_open_at_the_account() -> None:
    more = """
contract: {ends: 2027-03-31, notice_days: 90, tender: 2027-03-01}
issues: [{what: Price, since: 2026-09-01}, {what: Closed, status: closed, closed: 2026-10-01},
  {what: Later, since: 2026-12-01}, {what: Closed later, status: closed, closed: 2026-12-01}]
initiatives: {b: {what: B, due: 2027-01-01}, a: {what: A, status: in_progress}, d: {what: D, status: dropped}}
"""
    found = brief(more + PEOPLE, "jane").open
    assert [issue.what for issue in found.issues] == ["Price", "Closed later"]
    assert [key for key, _ in found.initiatives] == ["b", "a"]
    assert (found.ends, found.notice, found.tender) == (date(2027, 3, 31), date(2026, 12, 31), date(2027, 3, 1))
    assert found.talks == ()


def test_contracts_and_tenders_that_are_over_are_not_open() -> None:
    found = brief("contract: {ends: 2026-11-14, notice_days: 90, tender: 2026-11-14}\n" + PEOPLE).open
    assert (found.ends, found.notice, found.tender) == (None, None, None)


def test_who_is_worth_meeting_and_why() -> None:
    found = brief(PROMISES + "goals: {g: {what: Win Ben, contact: ben}}\n" + PEOPLE)
    assert [(worth.brief.person.id, worth.reasons) for worth in found.worth] == [
        ("jane", ("we_owe", "they_owe", "no_word", "champion")),
        ("jan", ("not_live", "against_us", "no_word")),
        ("ben", ("we_owe", "goal")),
    ]
    assert brief(PEOPLE, "jane").worth == ()


def test_questions_stand_by_how_far_they_move_what_is_said() -> None:
    asking = brief(PEOPLE, "jane").asking
    weights = [ask.weight for ask in asking.there]
    assert asking.there[0].text.startswith("How do they see it")
    assert len(asking.there) == 5
    assert weights[0] == max(weights)


UNRATED = """views: [{date: 2026-09-01, side: theirs, by: ben, trust: 6}]
contacts:
  ben: {name: Ben Okoro, roles: [budget, user, technical, legal, approver, influencer, gatekeeper, sponsor],
    power: 3, cares_about: Quiet, known_by: {tom: {level: vendor, last_contact: 2026-11-01}}}
  jan: {name: Jan Kral, support: opponent, known_by: {maria: {level: vendor, trust: 2, last_contact: 2026-11-01}}}
"""
TRUST_OF_BEN = "How far does Ben Okoro trust our people, 0 to 10?"
STANCE_OF_BEN = "Where does Ben Okoro stand towards us?"
POWER_OF_JAN = "How much does Jan Kral decide, 1 to 5?"
SPEND = "How much do they spend a year in our category, with anybody?"
CHAMPION = "Who is the champion?"


@pytest.mark.parametrize(
    ("met", "asked"),
    [
        ([], [POWER_OF_JAN, SPEND, TRUST_OF_BEN, STANCE_OF_BEN, CHAMPION]),
        (["ben"], [SPEND, TRUST_OF_BEN, STANCE_OF_BEN, CHAMPION, POWER_OF_JAN]),
        (["jan"], [POWER_OF_JAN, SPEND, CHAMPION, "What does Jan Kral want to see happen?", TRUST_OF_BEN]),
    ],
)
def test_what_is_about_people_who_are_not_met_is_asked_last(met: list[str], asked: list[str]) -> None:
    there = brief(f"status: prospect\n{UNRATED}", *met).asking.there
    assert [ask.text for ask in there] == asked


def test_what_is_about_people_who_are_not_met_takes_no_place_from_the_rest() -> None:
    told = [[ask.text for ask in brief(UNRATED, who).asking.there] for who in ("ben", "jan")]
    assert [TRUST_OF_BEN in texts for texts in told] == [True, False]
    assert [len(texts) for texts in told] == [5, 5]


def test_what_we_can_answer_ourselves_is_not_asked_of_them() -> None:
    asking = brief(PEOPLE, "jane", financials="").asking
    home = [ask.text for ask in asking.at_home]
    assert "How much do they buy from us in a year?" in home
    assert not set(home) & {ask.text for ask in asking.there}
    assert not any("have we promised" in ask.text for ask in asking.there)


def test_who_has_not_said_how_they_see_us_is_asked_when_others_have() -> None:
    said = "views: [{date: 2026-09-01, side: theirs, by: jane, stage: basic, standing: supplier, trust: 6}]\n"
    asked = [ask for ask in brief(said + PEOPLE, "ben").asking.there if ask.contact == "ben"]
    assert [ask.text for ask in asked] == [
        "How does Ben Okoro see it: at which stage are we, what are we to them, and how far trusted, 0 to 10?",
        "What does Ben Okoro want to see happen?",
    ]
    assert [ask for ask in brief(said + PEOPLE, "jane").asking.there if ask.contact] == []


def test_of_an_account_without_people_the_first_question_is_who_they_are() -> None:
    found = brief("")
    assert found.worth == ()
    assert found.asking.there[0].text == "Who are the people there, and who decides?"
    assert "Nobody is on the map yet." in page_text(brief_page(found))


def test_nobody_is_asked_about_a_former_customer() -> None:
    assert brief("status: former\n" + PEOPLE, "jane").asking.there == ()
