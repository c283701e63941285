"""Answers are checked against the account: all that is wrong with them is told at once."""

from datetime import date

import pytest

from relmap.interview.answers import Answers, Checked, check_forms
from relmap.interview.forms import read_forms
from relmap.interview.questions import every_question

from ..measures.build import facts, facts_of

ACCOUNT = "contacts: {jane: {name: Jane Doe}, ann: {name: Ann Lee}, ann-lee: {name: Ann Lee}}"
LABELS = """
team: {maria: {name: Maria Vidal}}
labels: {stages: {collaborative: Cooperative}}
"""


def checked(form: str) -> Checked:
    known = facts(ACCOUNT, settings=LABELS)
    read = read_forms(form.encode(), "form.md", "markdown", every_question(known))
    return check_forms(read.forms, known)


def one(form: str) -> Answers:
    found = checked(form)
    assert found.findings == ()
    (answers,) = found.answers
    return answers


@pytest.mark.parametrize(
    ("who", "side", "by"),
    [
        ("jane", "theirs", "jane"),
        ("Jane Doe", "theirs", "jane"),
        ("maria", "ours", "maria"),
        ("Maria Vidal", "ours", "maria"),
    ],
)
def test_whose_side_answers_follows_from_who_it_is(who: str, side: str, by: str) -> None:
    found = one(f"respondent: {who}\ndate: 2026-11-01\ntrust: 7\n")
    assert (found.side, found.by, found.day) == (side, by, date(2026, 11, 1))


@pytest.mark.parametrize("word", ["collaborative", "Cooperative", "COOPERATIVE.", "cooperative"])
def test_a_stage_is_taken_in_the_team_s_word_or_by_its_id(word: str) -> None:
    assert one(f"respondent: jane\ndate: 2026-11-01\nstage: {word}\n").views == {"stage": "collaborative"}


@pytest.mark.parametrize(
    ("written", "value"), [("7", 7), ("6.5", 6.5), ("6,5", 6.5), ("7/10", 7), ("0", 0), ("10", 10)]
)
def test_trust_is_a_number_however_people_write_it(written: str, value: float) -> None:
    assert one(f"respondent: jane\ndate: 2026-11-01\ntrust: {written}\n").views == {"trust": value}


@pytest.mark.parametrize(
    ("written", "holds"), [("yes", True), ("Y", True), ("true", True), ("No", False), ("n", False)]
)
def test_a_signal_is_yes_or_no(written: str, holds: bool) -> None:
    assert one(f"respondent: jane\ndate: 2026-11-01\njoint_plan: {written}\n").signals == {"joint_plan": holds}


@pytest.mark.parametrize(
    ("form", "code", "place", "told"),
    [
        ("respondent: jnae\ndate: 2026-11-01\ntrust: 7", "RM120", "1:13", "no contact or team member 'jnae'"),
        (
            "respondent: Ann Lee\ndate: 2026-11-01\ntrust: 7",
            "RM120",
            "1:13",
            "'Ann Lee' could be ann (theirs), ann-lee",
        ),
        ("respondent:\ndate: 2026-11-01\ntrust: 7", "RM102", "1:12", "who answered is missing"),
        ("date: 2026-11-01\ntrust: 7", "RM102", "1:1", "who answered is missing"),
        ("respondent: jane\ndate:\ntrust: 7", "RM102", "2:6", "the day of the answers is missing"),
        ("respondent: jane\ntrust: 7", "RM102", "1:13", "the day of the answers is missing"),
        ("respondent: jane\ndate: 1.11.2026\ntrust: 7", "RM107", "2:7", "'1.11.2026' is no day"),
        ("respondent: jane\ndate: 2026-W46-7\ntrust: 7", "RM107", "2:7", "'2026-W46-7' is no day"),
        ("respondent: jane\ndate: 2026-02-30\ntrust: 7", "RM107", "2:7", "'2026-02-30' is no day"),
        ("respondent: jane\ndate: 2026-11-16\ntrust: 7", "RM107", "2:7", "2026-11-16 lies after 2026-11-15"),
        ("respondent: jane\ndate: 2026-11-01\nstage: base", "RM105", "3:8", "'base' is no answer to stage"),
        ("respondent: jane\ndate: 2026-11-01\ntrust: 11", "RM106", "3:8", "'11' is no number from 0 to 10"),
        ("respondent: jane\ndate: 2026-11-01\ntrust: ٧", "RM106", "3:8", "'٧' is no number from 0 to 10"),
        ("respondent: jane\ndate: 2026-11-01\njoint_plan: maybe", "RM105", "3:13", "'maybe' is neither yes nor no"),
        ("respondent: jane\ndate: 2026-11-01\njoint_paln: yes", "RM101", "3:1", "no question 'joint_paln'"),
        ("respondent: jane\ndate: 2026-11-01\ntrust: 7\ntrust: 8", "RM110", "4:8", "trust is answered twice"),
        ("account: other\nrespondent: jane\ndate: 2026-11-01\ntrust: 7", "RM110", "1:10", "this form is about 'other'"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(form: str, code: str, place: str, told: str) -> None:
    (finding,) = checked(form).findings
    assert (finding.code, str(finding.span)) == (code, f"form.md:{place}")
    assert told in finding.message


def test_all_that_is_wrong_is_told_at_once() -> None:
    found = checked("respondent: x\ndate: y\nstage: z\ntrust: 99\n\nrespondent: jane\ndate: 2026-11-01\ntrust: -1\n")
    assert len(found.findings) == 5
    assert found.answers == ()


def test_empty_answers_are_no_answers() -> None:
    assert checked("respondent: jane\ndate: 2026-11-01\nstage:\ntrust:\n") == Checked((), ())


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("date: 2026/11/01\ntrust: 7", "did you mean 2026-11-01?"),
        ("date: 2026-11-01\nstage: colaborative", "did you mean collaborative?"),
        ("date: 2026-11-01\nstanding: x", "one of supplier, supplier_of_choice, partner"),
        ("date: 2026-11-01\njoint_paln: yes", "did you mean joint_plan?"),
    ],
)
def test_the_nearest_right_thing_is_offered(written: str, hint: str) -> None:
    (finding,) = checked(f"respondent: jane\n{written}\n").findings
    assert finding.hint == hint


def test_a_name_counts_however_it_is_spaced_and_cased() -> None:
    assert one("respondent: jane  DOE\ndate: 2026-11-01\ntrust: 7\n").by == "jane"


def test_an_answer_twice_is_one_if_it_is_the_same() -> None:
    assert one("respondent: jane\ndate: 2026-11-01\ntrust: 7\ntrust: 7\n").views == {"trust": 7}


def test_what_is_left_empty_is_remembered() -> None:
    assert one("respondent: jane\ndate: 2026-11-01\nstage:\ntrust: 7\none_way:\n").open == ("stage", "one_way")


def test_without_a_team_the_owner_answers_for_our_side() -> None:
    known = facts_of({}, settings="team: {}")
    read = read_forms(b"respondent: maria\ndate: 2026-11-01\ntrust: 7\n", "form.md", "markdown", every_question(known))
    (answers,) = check_forms(read.forms, known).answers
    assert (answers.side, answers.by) == ("ours", "maria")


def test_an_id_of_both_sides_is_nobody() -> None:
    known = facts("contacts: {maria: {}}")
    read = read_forms(b"respondent: maria\ndate: 2026-11-01\ntrust: 7\n", "form.md", "markdown", every_question(known))
    (finding,) = check_forms(read.forms, known).findings
    assert finding.message == "'maria' could be maria (theirs), maria (ours)"


def test_of_very_many_problems_the_first_hundred_are_listed() -> None:
    found = checked("respondent: jane\ndate: 2026-11-01\n" + "trsut: 7\n" * 5000).findings
    assert len(found) == 101
    assert found[-1].code == "RM111"


def test_more_forms_than_an_account_can_need_are_refused() -> None:
    forms = "".join(
        f"respondent: jane\ndate: 2025-{month:02}-{day:02}\ntrust: 7\n"
        for month in range(1, 13)
        for day in range(1, 18)
    )
    assert checked(forms).findings[-1].message == "more than 200 forms at once"
