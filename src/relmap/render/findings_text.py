"""Findings as plain lines: `path:line:column: CODE severity: message (hint)`, one finding a line, never wrapped."""

from collections.abc import Iterable, Iterator

from relmap.findings import Finding, Span
from relmap.render.clean import clean


def findings_text(findings: Iterable[Finding]) -> str:
    """Return the findings as lines, each followed by its related places, set in; empty where there are none."""
    return "".join(f"{line}\n" for finding in findings for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    hint = f" ({clean(finding.hint)})" if finding.hint else ""
    yield f"{_place(finding.span)}: {clean(finding.code)} {finding.severity}: {clean(finding.message)}{hint}"
    for related in finding.related:
        yield f"    {_place(related.span)}: {clean(related.message)}"


def _place(span: Span) -> str:
    return f"{clean(span.path)}:{span.line}:{span.column}"
