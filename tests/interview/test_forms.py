"""Filled-in forms are read as they come back, each answer with its place."""

import pytest

from relmap.interview.forms import Form, ReadForms, read_forms

MARKDOWN = """\
# Questions

## Jane
respondent: jane
date: 2026-11-10

- **basic**: goods and money change hands
stage: basic
trust:   7
standing:

respondent: maria
date: 2026-11-11
joint_plan: yes
"""
CSV = """\
respondent,date,question,text,possible,answer
jane,2026-11-10,stage,At which?,"a | b",basic
jane,2026-11-10,standing,What?,a,
maria,2026-11-11,joint_plan,Do both?,yes | no,yes
jane,2026-11-10,trust,How far?,0 to 10,7
"""
JSON = """\
{"version": 1, "answers": [
  {"respondent": "jane", "date": "2026-11-10", "answers": {"stage": "basic", "standing": null, "trust": 7}},
  {"respondent": "maria", "date": "2026-11-11", "answers": {"joint_plan": true}}
]}
"""


def said(forms: tuple[Form, ...]) -> list[tuple[str, str, dict[str, str]]]:
    return [
        (form.respondent.text, form.date.text, {name.text: value.text for name, value in form.answers})
        for form in forms
    ]


def read(text: str, form: str) -> ReadForms:
    return read_forms(text.encode(), "form", form)


@pytest.mark.parametrize(
    ("text", "form", "yes"), [(MARKDOWN, "markdown", "yes"), (CSV, "csv", "yes"), (JSON, "json", "true")]
)
def test_each_format_says_the_same(text: str, form: str, yes: str) -> None:
    assert said(read(text, form).forms) == [
        ("jane", "2026-11-10", {"stage": "basic", "trust": "7"}),
        ("maria", "2026-11-11", {"joint_plan": yes}),
    ]


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("\n", "\n> "), ("# Questions", "\ufeff# Questions")])
def test_mail_programs_may_do_what_they_do(change: tuple[str, str]) -> None:
    assert len(read(MARKDOWN.replace(*change), "markdown").forms) == 2


@pytest.mark.parametrize(
    ("text", "form", "place"),
    [(MARKDOWN, "markdown", "form:8:8"), (CSV, "csv", "form:2:41"), (JSON, "json", "form:2:69")],
)
def test_an_answer_knows_its_place(text: str, form: str, place: str) -> None:
    (_, answer), *_ = read(text, form).forms[0].answers
    assert (answer.text, str(answer.span)) == ("basic", place)


@pytest.mark.parametrize(
    ("text", "form", "told"),
    [
        ("Dear all,\n", "markdown", "no form is in this file"),
        ("a,b\n1,2\n", "csv", "the column 'respondent' is missing"),
        ("respondent,date,question,answer\n", "csv", "no answer is in this file"),
        ("[1, 2]", "json", "the file is a list"),
        ('{"answers": "x"}', "json", "`answers` must be a list of forms"),
        ('{"answers": [', "json", "a value was expected here"),
    ],
)
def test_what_is_no_form_is_told(text: str, form: str, told: str) -> None:
    found = read(text, form)
    assert found.forms == ()
    assert told in found.findings[0].message


def test_what_is_no_text_is_told() -> None:
    (finding,) = read_forms(b"respondent: \xff", "form", "markdown").findings
    assert "UTF-8" in finding.message
