"""Whatever comes back as a form, it is read, or told with a place in the file; nothing of it is a crash."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.interview.answers import check_forms
from relmap.interview.forms import read_forms
from relmap.interview.questions import every_question

from ..measures.build import facts

KNOWN = facts("contacts: {jane: {name: Jane Doe}, tom-a: {}}")
QUESTIONS = every_question(KNOWN)
ANSWERS = {"stage": "basic", "trust": "7", "joint_plan": "yes"}
WORDS = [
    "respondent",
    "date",
    "account",
    "question",
    "answer",
    "answers",
    "stage",
    "trust",
    "joint_plan",
    "jane",
    "2026-11-10",
    "yes",
    "7",
    "basic",
    "é",
    "x",
]
SIGNS = [":", ": ", ",", ";", "\t", "\n", "\r\n", '"', "'", "{", "}", "[", "]", "> ", "*", "`", "#"]
PIECES = st.sampled_from([*WORDS, *SIGNS])


@pytest.mark.parametrize("form", ["markdown", "csv", "json"])
@given(pieces=st.lists(PIECES, max_size=60))
def test_pieces_of_forms_in_any_order(form: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    read = read_forms(text.encode(), "form", form, QUESTIONS)
    checked = check_forms(read.forms, KNOWN)
    lines = text.splitlines() or [""]
    for finding in (*read.findings, *checked.findings):
        assert 1 <= finding.span.line <= len(lines) + 1
        assert finding.message
    assert read.forms or read.findings


@pytest.mark.parametrize("form", ["markdown", "csv", "json"])
@given(data=st.binary(max_size=80))
def test_any_bytes(form: str, data: bytes) -> None:
    read = read_forms(data, "form", form, QUESTIONS)
    assert read.forms or read.findings


@given(noise=st.text(st.characters(exclude_categories=["C"], exclude_characters=":"), max_size=40).map(str.strip))
def test_prose_around_answers_takes_nothing_away(noise: str) -> None:
    lines = [
        noise,
        "respondent: jane",
        "date: 2026-11-10",
        *(f"\n{noise}\n{key}: {value}" for key, value in ANSWERS.items()),
    ]
    (form,) = read_forms("\n".join(lines).encode(), "form", "markdown", QUESTIONS).forms
    assert {name.text: answer.text for name, answer in form.answers} == ANSWERS


@given(separator=st.sampled_from(",;\t"), quoted=st.booleans(), line_end=st.sampled_from(["\n", "\r\n"]))
def test_every_dialect_of_csv_says_the_same(separator: str, quoted: bool, line_end: str) -> None:
    rows = [["respondent", "date", "question", "answer"], *(["jane", "2026-11-10", *pair] for pair in ANSWERS.items())]
    cells = [[f'"{cell}"' if quoted else cell for cell in row] for row in rows]
    text = line_end.join(separator.join(row) for row in cells)
    (form,) = read_forms(text.encode(), "form", "csv", QUESTIONS).forms
    assert {name.text: answer.text for name, answer in form.answers} == ANSWERS


@given(indent=st.sampled_from([None, 1, 4, "\t"]), name=st.text(max_size=10))
def test_every_layout_of_json_says_the_same(indent: int | str | None, name: str) -> None:
    entry = {"respondent": "jane", "name": name, "date": "2026-11-10", "answers": ANSWERS}
    text = json.dumps({"answers": [entry]}, indent=indent)
    (form,) = read_forms(text.encode(), "form", "json", QUESTIONS).forms
    assert {key.text: answer.text for key, answer in form.answers} == ANSWERS
    assert {answer.span.line for _, answer in form.answers} == ({8, 9, 10} if indent else {1})
