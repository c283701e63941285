"""`relmap why --format json`, version 1: one figure taken apart."""

from collections.abc import Sequence
from typing import Literal

from relmap import __version__
from relmap.assess.figures import MeasureInfo
from relmap.findings import Span, route_text
from relmap.model.json_schema import schema_id
from relmap.render import json_why_types as published
from relmap.render.json_account import answer, iso
from relmap.render.json_evidence import check, part
from relmap.render.json_rubric import rubric
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool
from relmap.render.why_formula import formula_lines
from relmap.why.explanation import Asked, Explanation
from relmap.why.moves import Move
from relmap.why.places import Placed
from relmap.why.raising import Change
from relmap.why.sensitivity import Sensitivity

SCHEMA_ID = schema_id("why-v1")
VERSION: Literal[1] = 1


def why_json(found: Explanation) -> str:
    """Return the figure taken apart; ends with a newline."""
    return encode_lines(document(found))


def document(found: Explanation) -> published.Document:
    """Return the document that is written."""
    row, basis = found.card.assessed.row, found.basis
    made: published.Document = {
        "schema": SCHEMA_ID,
        "version": VERSION,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": found.assessment.as_of.isoformat(),
        "period": found.assessment.period or None,
        "rubric": rubric(found.assessment.settings),
        "account": row.id,
        "path": row.path,
        "name": row.name,
        "measure": _measure(found.measure),
        "figure": answer(found.measure, found.figure),
        "formula": formula_lines(found),
        "confirmed": basis.confirmed,
        "possible": list(basis.possible),
        "parts": [part(entry) for entry in basis.parts],
        "checks": [check(entry) for entry in basis.checks],
        "inputs": _placed(found.inputs),
        "stale": _placed(found.stale),
        "unknowns": [_asked(entry) for entry in found.unknowns],
        "changes": [_change(found.measure, entry) for entry in found.changes],
    }
    if found.sensitivity is not None:
        made["sensitivity"] = _sensitivity(found.sensitivity)
    return made


def _measure(info: MeasureInfo) -> published.Measure:
    return {"id": info.id, "title": info.title, "unit": info.unit, "words": list(info.words)}


def _place(span: Span) -> published.Place:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end": {"line": span.end_line, "column": span.end_column},
    }


def _placed(entries: Sequence[Placed]) -> list[published.PlacedInput]:
    return [
        {
            "route": route_text(entry.entry.route),
            "place": _place(entry.span),
            "written": entry.written,
            "state": entry.entry.known.value,
            "source": entry.entry.source,
            "day": iso(entry.entry.day),
            "age": entry.age,
        }
        for entry in entries
    ]


def _asked(entry: Asked) -> published.Asked:
    unknown = entry.unknown
    return {
        "route": route_text(unknown.route),
        "place": _place(entry.span),
        "question": unknown.question,
        "spread": unknown.spread,
    }


def _move(move: Move) -> published.Move:
    return {
        "kind": move.kind.value,
        "what": move.what,
        "before": _plain(move.before),
        "after": _plain(move.after),
        "routes": [route_text(route) for route, _ in move.edits],
    }


def _plain(value: object) -> str | float | bool | None:
    return value if value is None or isinstance(value, str | float | int) else str(value)


def _change(info: MeasureInfo, change: Change) -> published.Change:
    return {"moves": [_move(move) for move in change.moves], "figure": answer(info, change.figure)}


def _sensitivity(found: Sensitivity) -> published.Sensitivity:
    return {
        "measure": found.measure,
        "steps": found.tried,
        "turns": [{"move": _move(turn.move), "figure": answer(found.info, turn.figure)} for turn in found.turns],
    }
