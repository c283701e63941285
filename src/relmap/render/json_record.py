"""`relmap review ACCOUNT` as JSON, version 1."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from pydantic import JsonValue

from relmap import __version__
from relmap.book.edit import unified_diff
from relmap.findings import route_text
from relmap.interview.update import Update
from relmap.model.json_schema import schema_id
from relmap.model.plans import Review
from relmap.render import json_record_types as published
from relmap.render.json_account import answer
from relmap.render.json_finding import finding
from relmap.render.json_review_types import LastReview
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool
from relmap.review.changes import Change
from relmap.review.report import Report

SCHEMA_ID = schema_id("review-record-v1")


def record_json(report: Report, made: Update, *, recorded: bool) -> str:
    """Return one review with what was seen and what the file gets; ends with a newline."""
    return encode_lines(document(report, made, recorded=recorded))


def document(report: Report, made: Update, *, recorded: bool) -> published.Document:
    """Return the document that is written."""
    facts = report.card.profile.facts
    return {
        "schema": SCHEMA_ID,
        "version": 1,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": facts.as_of.isoformat(),
        "account": facts.id,
        "name": facts.account.name,
        "path": made.path,
        "quarter": str(facts.quarter),
        "last": _last(report.previous.review),
        "unknown": report.previous.unknown or None,
        "measures": [
            {"id": info.id, "before": answer(info, before), "after": answer(info, after)}
            for info, before, after in report.measures
        ],
        "changes": None if report.changes is None else [_change(change) for change in report.changes],
        "questions": [{"text": question.text} for question in report.questions],
        "findings": [finding(found) for found in report.findings],
        "entries": list(_entries(made)),
        "diff": unified_diff(made.before, made.after, made.path),
        "recorded": recorded,
    }


def _last(review: Review | None) -> LastReview | None:
    if review is None:
        return None
    return {
        "date": review.date.isoformat(),
        "quarter": str(review.quarter),
        "by": review.by,
        "outcome": review.outcome,
    }


def _change(change: Change) -> published.Change:
    return {
        "kind": change.kind,
        "label": change.label,
        "state": change.state,  # type: ignore[typeddict-item]
        "fields": [
            {"field": moved.field, "before": plain(moved.before), "after": plain(moved.after)} for moved in change.moved
        ],
    }


def _entries(made: Update) -> Iterator[published.Entry]:
    for span, change in made.entries:
        yield {"line": span.line, "route": route_text(change.route), "value": plain(change.entry)}


def plain(value: object) -> JsonValue:
    """Return what a file says as JSON has it: days and words as text."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, Sequence):
        return [plain(entry) for entry in value]
    return str(value)
