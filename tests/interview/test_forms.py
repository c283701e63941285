"""Filled-in forms are read as they come back, each answer with its place."""

import pytest

from relmap.interview.form import Form, ReadForms
from relmap.interview.forms import read_forms

QUESTIONS = ("stage", "standing", "trust", "joint_plan")
MARKDOWN = """\
# Questions

## Jane
respondent: jane
date: 2026-11-10

- `basic`: goods and money change hands
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
        (form.respondent.text, form.date.text, {name.text: value.text for name, value in form.answers if value.text})
        for form in forms
    ]


def read(text: str, form: str) -> ReadForms:
    return read_forms(text.encode(), "form", form, QUESTIONS)


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
        ("respondent,date,question,answer\n", "csv", "no form is in this file"),
        ("[1, 2]", "json", "`answers` must be a list of forms"),
        ('{"answers": "x"}', "json", "`answers` must be a list of forms"),
        ('{"answers": [', "json", "this is no JSON: expecting value"),
    ],
)
def test_what_is_no_form_is_told(text: str, form: str, told: str) -> None:
    found = read(text, form)
    assert found.forms == ()
    assert told in found.findings[0].message


def test_what_is_no_text_is_told() -> None:
    (finding,) = read_forms(b"respondent: \xff", "form", "markdown", QUESTIONS).findings
    assert "UTF-8" in finding.message


@pytest.mark.parametrize(
    "line",
    ["trust:7", "trust : 7", "**trust:** 7", "**trust**: 7", "* trust: `7`", "- trust: 7", "> > trust: 7", "Trust: 7"],
)
def test_an_answer_is_found_however_an_editor_has_dressed_it(line: str) -> None:
    assert said(read(f"respondent: jane\ndate: 2026-11-10\n{line}\n", "markdown").forms)[0][2] == {"trust": "7"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_answer_may_stand_alone_on_the_next_line(line_end: str) -> None:
    lines = [
        "respondent: jane",
        "date: 2026-11-10",
        "stage:",
        "basic",
        "trust:",
        "",
        "Best regards",
        "standing:",
        "# 7",
    ]
    (form,) = read(line_end.join(lines), "markdown").forms
    assert said((form,))[0][2] == {"stage": "basic"}
    assert str(form.answers[0][1].span) == "form:4:1"


def test_what_a_mail_brings_along_is_no_answer() -> None:
    mail = "From: Jane\nDate: Tue, 10 Nov 2026 10:11\nSubject: Re: questions\n\nDear all: here it is.\n"
    (form,) = read(f"{mail}respondent: jane\ndate: 2026-11-10\ntrust: 7\n-- \nTel: +47 555 01 17\n", "markdown").forms
    assert said((form,)) == [("jane", "2026-11-10", {"trust": "7"})]


def test_what_looks_like_an_answer_to_no_question_is_kept_to_be_told() -> None:
    assert said(read("respondent: jane\njoint_paln: yes\n", "markdown").forms)[0][2] == {"joint_paln": "yes"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("trust: 7\nrespondent: jane\ntrust: 8\n", 2),
        ("respondent: jane\ndate: 2026-11-10\ntrust: 7\ndate: 2026-11-11\nstage: basic\n", 2),
        ("account: acme\nrespondent: jane\ntrust: 7\naccount: acme\nrespondent: tom\ntrust: 7\n", 2),
        ("respondent: jane\ntrust: 7\ndate: 2026-11-10\n", 1),
    ],
)
def test_no_answer_slips_into_another_s_form(text: str, count: int) -> None:
    assert len(read(text, "markdown").forms) == count


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_spreadsheet_may_use_its_own_separator(separator: str) -> None:
    text = CSV.replace('"a | b"', '"a, b; c\td"') if separator == "," else CSV.replace(",", separator)
    assert len(read(text, "csv").forms) == 2


def test_an_answer_in_csv_has_its_own_place_though_its_text_stands_elsewhere_in_the_line() -> None:
    text = "respondent,date,question,answer\njane,2026-11-10,knows_our_business,now\n"
    assert str(read(text, "csv").forms[0].answers[0][1].span) == "form:2:36"


def test_cells_may_have_line_breaks_and_quotes() -> None:
    text = 'respondent,date,question,text,answer\njane,2026-11-10,stage,"At ""which""\nstage?","basic"\n'
    (_, answer), *_ = read(text, "csv").forms[0].answers
    assert (answer.text, str(answer.span)) == ("basic", "form:3:10")


@pytest.mark.parametrize(("row", "place"), [('jane,"open', "2:6"), ('"jane"x,2026-11-10', "2:1")])
def test_malformed_csv_is_told_with_its_place(row: str, place: str) -> None:
    (finding,) = read(f"respondent,date,question,answer\n{row}\n", "csv").findings
    assert str(finding.span) == f"form:{place}"


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ('{"answers": [{"respondent": "jane", "dat": "x", "answers": {}}]}', "1:37", "no key 'dat'"),
        ('{"answers": [{"respondent": "jane", "answers": []}]}', "1:14", "a form was expected here"),
        ('{"answers": [{"respondent": "jane", "answers": {"trust": [7]}}]}', "1:58", "one value was expected here"),
        (
            '{"answers": [{"respondent": "\\ud83d\\ude00", "answers": {"trust": {}}}]}',
            "1:66",
            "one value was expected here",
        ),
    ],
)
def test_json_of_another_shape_is_told_with_its_place(text: str, place: str, told: str) -> None:
    (finding,) = read(text, "json").findings
    assert str(finding.span) == f"form:{place}"
    assert told in finding.message


def test_a_key_twice_in_json_is_not_lost() -> None:
    (form,) = read('{"answers": [{"respondent": "jane", "answers": {"trust": 7, "trust": 8}}]}', "json").forms
    assert [answer.text for _, answer in form.answers] == ["7", "8"]


def test_numbers_in_json_stay_as_they_are_written() -> None:
    (form,) = read(f'{{"answers": [{{"respondent": "jane", "answers": {{"trust": {"9" * 5000}}}}}]}}', "json").forms
    assert form.answers[0][1].text == "9" * 5000


def test_json_nested_without_end_is_told() -> None:
    assert "nested deeper" in read("[" * 100_000, "json").findings[0].message


def test_control_characters_are_told() -> None:
    (finding,) = read("respondent: jane\ntrust: 7\x1b[31m\n", "markdown").findings
    assert (finding.code, str(finding.span)) == ("RM011", "form:2:9")
