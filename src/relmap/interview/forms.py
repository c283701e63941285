"""Read filled-in forms: Markdown as it comes back by mail, CSV, or JSON. What is written is kept with its place."""

import csv
import re
from io import StringIO
from typing import NamedTuple

from relmap.book.codes import finding
from relmap.book.locate import Locator
from relmap.book.parse import parse
from relmap.book.schema_codes import MISSING_KEY, WRONG_KIND
from relmap.book.source import Source, without_bom
from relmap.findings import Finding, Route, Span

FORMATS = ("markdown", "csv", "json")
_LINE = re.compile(r"^(?:>\s?)*(?P<key>[a-z][a-z0-9_-]*):[ \t]*(?P<value>[^\r\n]*?)[ \t\r]*$", re.MULTILINE)
"""`stage: basic` at the beginning of a line; mail programs put `> ` before it."""
COLUMNS = ("respondent", "date", "question", "answer")


class Written(NamedTuple):
    """Something as it is written in a form, and where."""

    text: str
    span: Span


class Form(NamedTuple):
    """What one respondent wrote on one day. A question can stand in it twice."""

    respondent: Written
    date: Written
    answers: tuple[tuple[Written, Written], ...]
    """Questions with their answers; those left empty are not here."""


class ReadForms(NamedTuple):
    """The forms of a file, and what is wrong with the file itself."""

    forms: tuple[Form, ...]
    findings: tuple[Finding, ...] = ()


def read_forms(data: bytes, path: str, form: str) -> ReadForms:
    """Read the forms of one file; `form` is markdown, csv or json."""
    try:
        source = Source(without_bom(data), path)
        data.decode()
    except UnicodeDecodeError:
        return _wrong(Span(path), "the file is not encoded in UTF-8", "save it as UTF-8")
    if form == "json":
        return _read_json(data, path)
    return _read_csv(source) if form == "csv" else _read_markdown(source)


def _wrong(span: Span, message: str, hint: str = "") -> ReadForms:
    return ReadForms((), (finding(WRONG_KIND, message, span, hint=hint),))


def _read_markdown(source: Source) -> ReadForms:
    """Every `respondent:` begins a form."""
    forms = list[list[tuple[Written, Written]]]()
    for match in _LINE.finditer(source.text):
        key, value = (_written(source, match, name) for name in ("key", "value"))
        if key.text == "respondent":
            forms.append([])
        if forms:
            forms[-1].append((key, value))
    if not forms:
        return _wrong(Span(source.path), "no form is in this file", "a form begins with `respondent:`")
    return ReadForms(tuple(_form(entries) for entries in forms))


def _written(source: Source, match: re.Match[str], name: str) -> Written:
    return Written(match[name], source.span(match.start(name), match.end(name)))


def _form(entries: list[tuple[Written, Written]]) -> Form:
    """Sort the lines of one form into who, when and what."""
    (_, respondent), *others = entries
    date = next((value for key, value in others if key.text == "date"), Written("", respondent.span))
    answers = tuple((key, value) for key, value in others if key.text != "date" and value.text)
    return Form(respondent, date, answers)


def _read_csv(source: Source) -> ReadForms:
    """Rows of one respondent and day make a form, wherever they stand."""
    reader = csv.reader(StringIO(source.text, newline=""))
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        return _wrong(Span(source.path, reader.line_num or 1), f"the file is not well-formed CSV: {error}")
    if missing := [name for name in COLUMNS if name not in header]:
        message = f"the column {missing[0]!r} is missing; {', '.join(COLUMNS)} are needed"
        return ReadForms((), (finding(MISSING_KEY, message, Span(source.path)),))
    forms: dict[tuple[str, str], list[tuple[Written, Written]]] = {}
    heads: dict[tuple[str, str], tuple[Written, Written]] = {}
    for line, row in rows:
        cells = {name: _cell(source, line, row, header.index(name)) for name in COLUMNS}
        who = (cells["respondent"].text, cells["date"].text)
        heads.setdefault(who, (cells["respondent"], cells["date"]))
        forms.setdefault(who, []).extend([(cells["question"], cells["answer"])] if cells["answer"].text else [])
    filled = [Form(*heads[who], tuple(answers)) for who, answers in forms.items() if answers or who[0]]
    return ReadForms(tuple(filled)) if filled else _wrong(Span(source.path), "no answer is in this file")


def _cell(source: Source, line: int, row: list[str], position: int) -> Written:
    """Return a cell with its place on its line; of a text that spreadsheets were kept from running, without the `'`."""
    text = row[position].strip() if position < len(row) else ""
    bare = text[1:] if text[:1] == "'" else text
    column = source.line_text(line).find(text) + 1 if text else len(source.line_text(line)) + 1
    return Written(bare, Span(source.path, line, max(column, 1), line, max(column, 1) + len(text)))


def _read_json(data: bytes, path: str) -> ReadForms:
    """JSON is YAML, so our own parser reads it and knows every place."""
    parsed, locator = parse(data, path), Locator(data, path)
    if parsed.document is None or parsed.findings:
        return ReadForms((), parsed.findings)
    entries = parsed.document.get("answers")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return _wrong(locator.value(("answers",)), "`answers` must be a list of forms", "send the form as it was made")
    return ReadForms(tuple(_json_form(entry, ("answers", place), locator) for place, entry in enumerate(entries)))


def _json_form(entry: dict[str, object], route: Route, locator: Locator) -> Form:
    def written(value: object, *below: str) -> Written:
        text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        return Written(text.strip(), locator.value((*route, *below)))

    given = entry.get("answers")
    pairs = (
        (Written(name, locator.key((*route, "answers", name))), written(value, "answers", name))
        for name, value in (given.items() if isinstance(given, dict) else ())
    )
    answers = tuple(pair for pair in pairs if pair[1].text)
    return Form(written(entry.get("respondent"), "respondent"), written(entry.get("date"), "date"), answers)
