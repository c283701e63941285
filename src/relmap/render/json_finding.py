"""The published JSON of a finding."""

from relmap.findings import Finding, Related, Span, route_text
from relmap.render import json_types as published


def finding(found: Finding) -> published.Finding:
    """Return one finding; what it does not say is null."""
    span = found.span
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "state": found.state.value,
        "message": found.message,
        "hint": found.hint or None,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end": _end(span),
        "route": route_text(found.route) or None,
        "account": found.account or None,
        "subject": found.subject or None,
        "related": [_related(place) for place in found.related],
        "fingerprint": found.fingerprint,
    }


def _related(place: Related) -> published.Related:
    span = place.span
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end": _end(span),
        "message": place.message,
    }


def _end(span: Span) -> published.Position:
    return {"line": span.end_line, "column": span.end_column}
