"""`relmap ask`: the form that is sent, as Markdown, CSV or JSON. The same questions whoever it goes to."""

from collections.abc import Sequence
from typing import Literal

from relmap import __version__
from relmap.interview.form import COLUMNS
from relmap.interview.questions import Option, Question, Questionnaire
from relmap.interview.respondents import Respondent
from relmap.model.json_schema import schema_id
from relmap.render import json_ask_types as published
from relmap.render.clean import markdown_cell
from relmap.render.csv_table import Cell, csv_text
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool

SCHEMA_ID = schema_id("ask-v1")
VERSION: Literal[1] = 1


def ask_markdown(found: Questionnaire, respondents: Sequence[Respondent]) -> str:
    """Return one form for each respondent, or for anybody, to be filled in with any editor or mail program."""
    title = f"Questions about {found.customer} and {found.supplier}"
    lines = [
        f"# {markdown_cell(title)}",
        "",
        "Please answer as you see it; the same questions go to people of both sides. Say at the top who you are and",
        "which day it is (as 2026-11-15), write each answer behind its colon, and leave out what you would rather not",
        "say.",
    ]
    for respondent in respondents or (None,):
        lines += ["", *_form(found, respondent)]
    return "\n".join(lines) + "\n"


def _form(found: Questionnaire, respondent: Respondent | None) -> list[str]:
    heading, who = (markdown_cell(respondent.name), f" {respondent.id}") if respondent else ("Your answers", "")
    lines = [f"## {heading}", "", f"account: {found.account}", f"respondent:{who}", "date:"]
    for position, question in enumerate(found.questions, 1):
        how = " (yes or no)" if question.is_signal else ""
        lines += ["", f"### {position}. {markdown_cell(question.text)}{how}", ""]
        lines += [*_options(question), f"{question.id}:"]
    return lines


def _options(question: Question) -> list[str]:
    if question.is_signal or not question.options:
        return []
    return [*map(_option, question.options), ""]


def _option(option: Option) -> str:
    label = f" ({markdown_cell(option.own_label)})" if option.own_label else ""
    return f"- `{option.id}`{label}: {markdown_cell(option.means)}"


def ask_csv(found: Questionnaire, respondents: Sequence[Respondent]) -> str:
    """Return a line for each respondent and question; the answer's column is empty."""
    rows: list[Sequence[Cell]] = [("account", *COLUMNS[:3], "text", "possible", COLUMNS[3])]
    for respondent in respondents or (None,):
        who = respondent.id if respondent else ""
        rows += [_row(found.account, who, question) for question in found.questions]
    return csv_text(rows)


def _row(account: str, who: str, question: Question) -> Sequence[Cell]:
    return account, who, "", question.id, question.text, _possible(question), ""


def _possible(question: Question) -> str:
    return " | ".join(map(_explained, question.options)) or "0 to 10"


def _explained(option: Option) -> str:
    label = f" ({option.own_label})" if option.own_label else ""
    return f"{option.id}{label}: {option.means}" if option.means else option.id


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
            {
                "respondent": respondent.id if respondent else "",
                "date": None,
                "answers": {question.id: None for question in found.questions},
            }
            for respondent in respondents or (None,)
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
