"""What to ask next: every gap is a question, the one that can change most stands first, and nothing is asked twice."""

from datetime import date

import pytest

from relmap.assess.profile import Profile, assess_account
from relmap.assess.questions import BOTH_ALTERNATIVES, OUR_ALTERNATIVES, Question, Topic, find_questions
from relmap.assess.row import make_row
from relmap.assess.second_pass import assess_book
from relmap.book.parse import parse
from relmap.book.validate import validate
from relmap.model.account import Account
from relmap.model.settings import Settings

AS_OF = date(2026, 11, 15)
SETTINGS = Settings.model_validate({"company": "Northwind", "team": {"maria": {}, "tom": {}}})
PEOPLE = "Who are the people there, and who decides?"
THEIR_WORD = "How do they see it"
REVENUE = "How much do they buy from us in a year?"
CONTRACT = "Is there a contract"
SOLD = "financials: {2025: 500000}\n"
JANE = "contacts: {jane: {title: Buyer, roles: budget, power: 5, known_by: maria}}\n"


def profile(name: str, account: str) -> Profile:
    parsed = parse(f"name: {name}\nowner: maria\n{account}".encode(), f"{name}.yaml")
    noun, problems = validate(parsed.document or {}, Account)
    assert noun is not None, (parsed.findings, problems)
    return assess_account(name, noun, SETTINGS, AS_OF)


def asked(account: str = "") -> tuple[Question, ...]:
    """The questions about an account beside another one in a book of two."""
    acme, other = profile("acme", account), profile("other", SOLD)
    book = assess_book([make_row(acme, "acme.yaml"), make_row(other, "other.yaml")], SETTINGS, AS_OF)
    return find_questions(acme, book.account("acme"))


def place(questions: tuple[Question, ...], beginning: str) -> int:
    """The place of the question that begins so; -1 where it is not asked."""
    return next((at for at, question in enumerate(questions) if question.text.startswith(beginning)), -1)


def test_of_a_bare_account_first_the_people_then_their_word_then_what_is_at_stake() -> None:
    assert [question.topic for question in asked(SOLD)[:3]] == [Topic.PEOPLE, Topic.THEIR_WORD, Topic.DEPENDENCE]
    assert asked(SOLD)[0].text == PEOPLE


def test_without_revenue_it_is_asked_for_third() -> None:
    assert [place(asked(), text) for text in (PEOPLE, THEIR_WORD, REVENUE)] == [0, 1, 2]
    assert place(asked(SOLD), REVENUE) == -1


@pytest.mark.parametrize("account", ["", SOLD, SOLD + JANE, "status: prospect\n" + JANE])
def test_nothing_is_asked_twice(account: str) -> None:
    texts = [question.text for question in asked(account)]
    assert len(texts) == len(set(texts)) > 2


def test_nobody_is_asked_about_a_former_customer() -> None:
    assert asked("status: former") == ()


def test_a_prospect_is_asked_for_people_and_not_for_money_or_dependence() -> None:
    topics = {question.topic for question in asked("status: prospect")}
    assert Topic.PEOPLE in topics
    assert topics.isdisjoint({Topic.DEPENDENCE, Topic.CONTRACT, Topic.STAGE})


def test_their_silence_is_one_question_worth_the_trust_it_asks_for() -> None:
    questions = asked(SOLD + JANE)
    found = questions[place(questions, THEIR_WORD)]
    assert found.health == pytest.approx(15)
    assert [question.text for question in questions if question.topic is Topic.THEIR_WORD] == [found.text]


def test_what_they_left_out_of_their_view_is_asked_by_itself() -> None:
    view = "views: [{date: 2026-09-01, side: theirs, by: jane, trust: 7}]\n"
    texts = {question.text.partition(":")[0] for question in asked(SOLD + JANE + view)}
    assert {"How do they see the relationship", "What are we to them"} <= texts
    assert THEIR_WORD not in texts


def test_people_of_whom_the_same_is_unknown_share_one_question_that_counts_for_all() -> None:
    people = ", ".join(f"p{number}: {{name: P{number}, known_by: maria}}" for number in range(1, 6))
    questions = asked(SOLD + f"contacts: {{{people}}}")
    found = questions[place(questions, "When was the last contact")]
    assert found.text == "When was the last contact with P1, P2, P3 and 2 more, and what are we to them?"
    assert found.health == pytest.approx(25), "the whole weight of coverage"


WELL_KNOWN = """
exchanges:
  - {date: 2026-05-02, gave: us, kind: rebate, value: 10}
  - {date: 2026-05-02, gave: them, kind: rebate, value: 90}
  - {date: 2026-05-02, gave: them, kind: reference, what: Talk}
views: [{date: 2026-09-01, side: theirs, by: jane, stage: basic, standing: supplier, trust: 7}]
contacts:
  jane: {roles: budget, power: 5, support: neutral,
         known_by: {maria: {level: vendor, trust: 5, last_contact: 2026-11-01}}}
promises:
  - {what: A, by: maria, due: 2026-05-01, kept: 2026-05-01}
  - {what: B, by: maria, due: 2026-05-01, kept: 2026-05-01}
  - {what: C, by: maria, due: 2026-05-01, kept: 2026-05-01}
"""


def test_an_answer_moves_health_by_no_more_than_its_bounds_are_apart() -> None:
    questions = asked(WELL_KNOWN)
    assert questions[place(questions, "What was “Talk” worth?")].health == pytest.approx(0)


def test_alternatives_of_both_sides_are_one_question_until_one_is_known() -> None:
    assert place(asked(SOLD), BOTH_ALTERNATIVES) > 0
    half = asked(SOLD + "dependence: {theirs: {alternatives: few}}")
    assert (place(half, BOTH_ALTERNATIVES), place(half, OUR_ALTERNATIVES) > 0) == (-1, True)


def test_how_critical_a_large_customer_is_changes_nothing() -> None:
    large = {question.text: question.weight for question in asked(SOLD)}
    small = {question.text: question.weight for question in asked("financials: {2025: 5000}")}
    critical = "How critical are they to us, 1 to 5?"
    assert (large[critical], small[critical] > 10) == (0, True)


def test_a_settled_pattern_makes_its_inputs_matter_less() -> None:
    deep = "dependence: {ours: {criticality: 5, alternatives: none}, theirs: {criticality: 1, alternatives: many}}\n"
    cost = "What would changing supplier cost them, 1 to 5?"
    settled = {question.text: question.weight for question in asked(SOLD + deep)}
    assert settled[cost] < {question.text: question.weight for question in asked(SOLD)}[cost]


@pytest.mark.parametrize(
    ("contract", "text"),
    [
        ("", CONTRACT),
        ("contract: {starts: 2024-01-01}", CONTRACT),
        ("contract: {ends: 2027-03-31}", "With how many days of notice"),
    ],
    ids=["none", "no-end", "no-notice"],
)
def test_the_contract_is_asked_for_as_far_as_it_is_open(contract: str, text: str) -> None:
    (found,) = (question.text for question in asked(SOLD + contract) if question.topic is Topic.CONTRACT)
    assert found.startswith(text)


@pytest.mark.parametrize(
    "contract", ["{ends: 2027-03-31, notice_days: 90}", "{notice_days: 90}"], ids=["full", "open-ended"]
)
def test_a_known_contract_is_not_asked_for(contract: str) -> None:
    assert Topic.CONTRACT not in {question.topic for question in asked(SOLD + f"contract: {contract}")}


def test_the_contract_of_a_small_customer_matters_less() -> None:
    small = asked("financials: {2025: 5000}")
    assert small[place(small, CONTRACT)].weight < asked(SOLD)[place(asked(SOLD), CONTRACT)].weight


BASIC = """
financials: {2026-Q3: 10, 2026-Q4: 10}
contacts:
  jane: {department: Sales, known_by: {maria: {level: credible_source, last_contact: 2026-11-01}}}
  joe: {department: Works, known_by: {tom: {level: credible_source, last_contact: 2026-11-01}}}
"""
SHARES = "Does the customer tell the supplier about internal problems?"


def test_the_test_that_alone_decides_the_next_stage_says_so() -> None:
    one_short = BASIC + "offerings: [a, b]\n"
    why = {question.text: question.why for question in asked(one_short)}
    assert why[SHARES] == "decides whether collaborative is earned"
    why = {question.text: question.why for question in asked(BASIC)}
    assert why[SHARES] == "a test of collaborative"


def test_a_stage_they_hold_back_makes_its_tests_matter_less() -> None:
    view = "views: [{date: 2026-09-01, side: theirs, by: jane, stage: basic}]\n"
    free, held = ({question.text: question.weight for question in asked(text)} for text in (BASIC, BASIC + view))
    assert held[SHARES] == free[SHARES] / 2


def test_the_second_question_about_one_thing_counts_half() -> None:
    seen = dict.fromkeys(Topic, 0)
    counted = []
    for question in asked(SOLD + JANE):
        counted.append(question.weight / 2 ** seen[question.topic])
        seen[question.topic] += 1
    assert counted == sorted(counted, reverse=True)
    assert max(seen.values()) > 2
