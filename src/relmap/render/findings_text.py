"""Findings as plain lines: `path:line:column: CODE severity: message (hint)`, one finding a line, never wrapped."""

from collections.abc import Iterable, Iterator

from relmap.findings import Finding, Span
from relmap.render.clean import log_text


def findings_text(findings: Iterable[Finding]) -> str:
    """Return the findings as lines, each followed by its related places, set in; empty where there are none."""
    return "".join(f"{line}\n" for finding in findings for line in _lines(finding))


def _lines(finding: Finding) -> Iterator[str]:
    hint = f" ({log_text(finding.hint)})" if finding.hint else ""
    yield f"{_place(finding.span)}: {log_text(finding.code)} {finding.severity}: {log_text(finding.message)}{hint}"
    for related in finding.related:
        yield f"    {_place(related.span)}: {log_text(related.message)}"


def _place(span: Span) -> str:
    path = log_text(span.path)
    return f"{'./' if path.lstrip().startswith(':') else ''}{path}:{span.line}:{span.column}"
