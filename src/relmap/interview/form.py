"""A filled-in form as it is written, before anybody has checked it."""

from typing import NamedTuple

from relmap.book.codes import finding
from relmap.book.schema_codes import WRONG_KIND
from relmap.findings import Finding, Span

COLUMNS = ("respondent", "date", "question", "answer")
"""What a row of a CSV must have; the account is looked at as well, and all other columns are for people."""


class Written(NamedTuple):
    """Something as it is written in a form, and where."""

    text: str
    span: Span


class Form(NamedTuple):
    """What one respondent wrote on one day. A question can stand in it twice, and its answer can be empty."""

    account: Written
    respondent: Written
    date: Written
    answers: list[tuple[Written, Written]]
    """Questions with their answers."""

    @property
    def is_filled(self) -> bool:
        """Is there any answer in it?"""
        return any(answer.text for _, answer in self.answers)


class ReadForms(NamedTuple):
    """The forms of a file, and what is wrong with the file itself."""

    forms: tuple[Form, ...]
    findings: tuple[Finding, ...] = ()


def no_form(span: Span, message: str, hint: str = "") -> ReadForms:
    """Say that a file holds no form, and why."""
    return ReadForms((), (finding(WRONG_KIND, message, span, hint=hint),))
