"""Answers are checked against the account: all that is wrong with them is told at once."""

from datetime import date

import pytest

from relmap.interview.answers import Answers, Checked, check_forms
from relmap.interview.forms import read_forms

from ..measures.build import facts

ACCOUNT = "contacts: {jane: {name: Jane Doe}, ann: {name: Ann Lee}, ann-lee: {name: Ann Lee}}"
LABELS = """
team: {maria: {name: Maria Vidal}}
labels: {stages: {collaborative: Cooperative}}
"""


def checked(form: str) -> Checked:
    read = read_forms(form.encode(), "form.md", "markdown")
    return check_forms(read.forms, facts(ACCOUNT, settings=LABELS))


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
        ("respondent: jnae\ndate: 2026-11-01", "RM120", "1:13", "no contact or team member 'jnae'"),
        ("respondent: Ann Lee\ndate: 2026-11-01", "RM120", "1:13", "'Ann Lee' could be ann or ann-lee"),
        ("respondent:\ndate: 2026-11-01", "RM102", "1:12", "who answered is missing"),
        ("respondent: jane\ndate:", "RM102", "2:6", "the day of the answers is missing"),
        ("respondent: jane", "RM102", "1:13", "the day of the answers is missing"),
        ("respondent: jane\ndate: 1.11.2026", "RM107", "2:7", "'1.11.2026' is no day"),
        ("respondent: jane\ndate: 2026-02-30", "RM107", "2:7", "'2026-02-30' is no day"),
        ("respondent: jane\ndate: 2026-11-16", "RM107", "2:7", "2026-11-16 lies after 2026-11-15"),
        ("respondent: jane\ndate: 2026-11-01\nstage: base", "RM105", "3:8", "'base' is no answer to stage"),
        ("respondent: jane\ndate: 2026-11-01\ntrust: 11", "RM106", "3:8", "'11' is no number from 0 to 10"),
        ("respondent: jane\ndate: 2026-11-01\njoint_plan: maybe", "RM105", "3:13", "'maybe' is neither yes nor no"),
        ("respondent: jane\ndate: 2026-11-01\njoint_paln: yes", "RM101", "3:1", "no question 'joint_paln'"),
        ("respondent: jane\ndate: 2026-11-01\ntrust: 7\ntrust: 8", "RM110", "4:8", "trust is answered twice"),
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
