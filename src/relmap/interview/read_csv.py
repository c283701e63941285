"""Read forms in CSV, as RFC 4180 has it, with the comma, semicolon or tab that a spreadsheet writes."""

import re
from collections.abc import Iterator

from relmap.book.codes import finding
from relmap.book.schema_codes import MISSING_KEY
from relmap.book.source import Source
from relmap.findings import Span
from relmap.interview.form import COLUMNS, Form, ReadForms, Written, no_form

_SEPARATORS = ",;\t"

Row = list[Written]


class _MalformedError(Exception):
    """Something stands behind a closing quote, or a quote is never closed."""


def read_csv(source: Source) -> ReadForms:
    """Return the forms of a table: rows of one respondent and day make a form, wherever they stand."""
    try:
        header, *rows = _rows(source) or [[]]
    except _MalformedError as error:
        return no_form(error.args[0], "this cell is not well-formed CSV", "double each quote inside of quotes")
    names = [name.text.lower() for name in header]
    if missing := [name for name in COLUMNS if name not in names]:
        message = f"the column {missing[0]!r} is missing; {', '.join(COLUMNS)} are needed"
        return ReadForms((), (finding(MISSING_KEY, message, Span(source.path)),))
    forms: dict[tuple[str, str, str], Form] = {}
    for row in rows:
        account, respondent, date, question, answer = (_cell(row, names, name) for name in ("account", *COLUMNS))
        head = (account.text, respondent.text, date.text)
        forms.setdefault(head, Form(account, respondent, date, [])).answers.append((question, answer))
    if not forms:
        return no_form(Span(source.path), "no form is in this file", "every row answers one question")
    return ReadForms(tuple(forms.values()))


def _cell(row: Row, names: list[str], name: str) -> Written:
    """Return the cell in a column; one that is left out has the place of the row's end."""
    if name in names and names.index(name) < len(row):
        return row[names.index(name)]
    return Written("", row[-1].span)


def _rows(source: Source) -> list[Row]:
    """Return the rows in which anything is written."""
    rows: list[Row] = [[]]
    for cell, ends_row in _cells(source, separator=max(_SEPARATORS, key=source.line_text(1).count)):
        rows[-1].append(cell)
        if ends_row:
            rows.append([])
    return [row for row in rows if any(cell.text for cell in row)]


def _cells(source: Source, separator: str) -> Iterator[tuple[Written, bool]]:
    """Yield every cell, and whether its row ends with it."""
    a_cell = re.compile(rf'"(?P<quoted>[^"]*(?:""[^"]*)*)"|(?P<plain>(?!")[^{separator}\r\n]*)')
    its_end = re.compile(rf"{separator}|\r\n|\n|\r|\Z")
    text, at = source.text, 0
    while at < len(text):
        match = a_cell.match(text, at)
        end = its_end.match(text, match.end()) if match else None
        if match is None or end is None:
            raise _MalformedError(source.span(at, match.end() + 1 if match else at + 1))
        span = source.span(*match.span("plain" if match["quoted"] is None else "quoted"))
        yield Written(_content(match), span), end[0] != separator
        at = end.end()


def _content(match: re.Match[str]) -> str:
    """Return what a cell says; of a text that a spreadsheet was kept from running, without the `'` before it."""
    text = match["plain"] if match["quoted"] is None else match["quoted"].replace('""', '"')
    return text.strip().removeprefix("'")
