"""`relmap ask`: the form that is sent, as Markdown, CSV or JSON. The same questions whoever it goes to."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from relmap import __version__
from relmap.interview.forms import COLUMNS
from relmap.interview.questions import Question, Questionnaire
from relmap.model.json_schema import schema_id
from relmap.render import json_ask_types as published
from relmap.render.clean import clean, markdown_cell
from relmap.render.csv_table import Cell, csv_text
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool

SCHEMA_ID = schema_id("ask-v1")
VERSION: Literal[1] = 1


class Respondent(NamedTuple):
    """Who is asked: the id that is recorded, and the name to greet; both empty where the form is for anybody."""

    id: str = ""
    name: str = ""


def ask_markdown(found: Questionnaire, respondents: Sequence[Respondent]) -> str:
    """Return one form for each respondent, to be filled in with any editor or mail program."""
    title = f"Questions about {found.customer} and {found.supplier}"
    lines = [
        f"# {markdown_cell(title)}",
        "",
        "Please answer as you see it. The same questions go to people of both sides. Write each answer behind its",
        "colon, and leave out what you would rather not say.",
    ]
    for respondent in respondents:
        lines += ["", *_form(found, respondent)]
    return "\n".join(lines) + "\n"


def _form(found: Questionnaire, respondent: Respondent) -> list[str]:
    heading = markdown_cell(respondent.name) if respondent.name else "Your answers"
    lines = [f"## {heading}", "", f"respondent: {clean(respondent.id)}".rstrip(), "date:"]
    for position, question in enumerate(found.questions, 1):
        how = " (yes or no)" if question.is_signal else ""
        lines += ["", f"### {position}. {markdown_cell(question.text)}{how}", ""]
        lines += [*_options(question), f"{question.id}:"]
    return lines


def _options(question: Question) -> list[str]:
    if question.is_signal or not question.options:
        return []
    said = (f"- **{markdown_cell(option.label)}**: {markdown_cell(option.means)}" for option in question.options)
    return [*said, ""]


def ask_csv(found: Questionnaire, respondents: Sequence[Respondent]) -> str:
    """Return a line for each respondent and question; the answer's column is empty."""
    rows: list[Sequence[Cell]] = [(*COLUMNS[:3], "text", "possible", COLUMNS[3])]
    for respondent in respondents:
        rows += [_row(respondent, question) for question in found.questions]
    return csv_text(rows)


def _row(respondent: Respondent, question: Question) -> Sequence[Cell]:
    return respondent.id, "", question.id, question.text, _possible(question), ""


def _possible(question: Question) -> str:
    return " | ".join(option.label for option in question.options) or "0 to 10"


def ask_json(found: Questionnaire, respondents: Sequence[Respondent]) -> str:
    """Return the questions and an empty form for each respondent, in a document of its own version."""
    made: published.Document = {
        "schema": SCHEMA_ID,
        "version": VERSION,
        "tool": Tool(name="relmap", version=__version__),
        "account": found.account,
        "customer": found.customer,
        "supplier": found.supplier,
        "questions": [_question(question) for question in found.questions],
        "answers": [
            {"respondent": respondent.id, "date": None, "answers": {question.id: None for question in found.questions}}
            for respondent in respondents
        ],
    }
    return encode_lines(made)


def _question(question: Question) -> published.Question:
    return {
        "id": question.id,
        "text": question.text,
        "options": [
            {"id": option.id, "label": option.label, "means": option.means or None} for option in question.options
        ],
    }
