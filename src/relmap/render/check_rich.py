"""A check for a terminal: each finding with the line of the file that it is about."""

from collections.abc import Iterator

from rich.text import Text

from relmap.findings import Finding, Span
from relmap.render.check_report import Report
from relmap.render.clean import clean, width

SHOWN = 100
"""The most findings that are shown with their lines; nobody reads more on a screen."""
STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


def check_rich(report: Report, columns: int) -> Text:
    """Return the findings that ask for something; what they come to in sum is told beside them."""
    active = report.checked.active
    text = Text()
    for found in active[:SHOWN]:
        text.append_text(_finding(found, report.excerpts.get(found.span, ""), columns))
        text.append("\n")
    if len(active) > SHOWN:
        text.append(f"… and {len(active) - SHOWN} more; --format text lists all\n\n", "dim")
    return text


def _finding(found: Finding, line: str, columns: int) -> Text:
    text = Text()
    text.append(f"{found.severity}[{found.code}]", STYLES[found.severity])
    text.append(f" {clean(found.message)}\n", "bold")
    gutter = " " * len(str(found.span.line))
    text.append(f"{gutter}--> ", "blue")
    text.append(f"{clean(str(found.span))} {found.name}\n")
    for part, style in _excerpt(found.span, line, columns - len(gutter) - 5, STYLES[found.severity]):
        text.append(part, style)
    for related in found.related:
        text.append(f"{gutter}  = {clean(str(related.span))}: {clean(related.message)}\n")
    if found.hint:
        text.append(f"{gutter}  = hint: {clean(found.hint)}\n")
    return text


def _excerpt(span: Span, line: str, room: int, style: str) -> Iterator[tuple[str, str]]:
    """Yield the line with its number, cut to the room there is, and below it what is meant."""
    if not line.strip():
        return
    start = span.column - 1
    skipped = max(0, start - room // 2)
    before, rest = clean(line[skipped:start]), line[start : skipped + room]
    end = span.end_column - 1 - start if span.end_line == span.line else len(rest.rstrip())
    marks = max(1, width(clean(rest[:end])))
    yield f"{span.line} | ", "blue"
    yield f"{'…' if skipped else ''}{before}{clean(rest)}\n", ""
    yield f"{' ' * len(str(span.line))} | ", "blue"
    yield f"{' ' * (width(before) + bool(skipped))}{'^' * marks}\n", style
