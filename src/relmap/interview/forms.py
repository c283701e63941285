"""Read filled-in forms: Markdown as it comes back by mail, CSV, or JSON. What is written is kept with its place."""

from collections.abc import Collection

from relmap.book.guard import guard
from relmap.book.source import Source
from relmap.interview.form import ReadForms
from relmap.interview.read_csv import read_csv
from relmap.interview.read_json import read_json
from relmap.interview.read_markdown import read_markdown


def read_forms(data: bytes, path: str, form: str, questions: Collection[str]) -> ReadForms:
    """Read the forms of one file; `form` is markdown, csv or json, `questions` are the ids that can be answered."""
    guarded = guard(data, path)
    if guarded.refusal:
        return ReadForms((), (guarded.refusal,))
    if form == "json":
        return read_json(guarded.data, path)
    source = Source(guarded.data, path)
    return read_csv(source) if form == "csv" else read_markdown(source, questions)
