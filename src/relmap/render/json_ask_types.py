"""The published JSON of `relmap ask`, version 1, as types: the questions, and forms to be filled in and recorded."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Tool, published


@published
class Option(TypedDict):
    """One possible answer."""

    id: str
    """What to answer with; the label will do as well."""
    label: str
    means: str | None


@published
class Question(TypedDict):
    """One question, worded the same for both sides."""

    id: str
    text: str
    options: list[Option]
    """Empty: a number from 0 to 10."""


@published
class Form(TypedDict):
    """The answers of one respondent on one day."""

    respondent: str
    """The id of a contact or of a team member; empty in a form that is for anybody."""
    date: Day | None
    """The day on which it was answered."""
    answers: dict[str, str | float | bool | None]
    """By question; null: not answered."""


@published
class Document(TypedDict):
    """A questionnaire about one account, as `relmap ask --format json` writes it and `--record` reads it."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    account: str
    customer: str
    supplier: str
    questions: list[Question]
    answers: list[Form]
    """One form for each respondent."""
