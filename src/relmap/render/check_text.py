"""A check as plain lines, and what goes red next."""

from relmap.render.check_report import Report
from relmap.render.clean import log_text
from relmap.render.findings_text import findings_text

NEXT = 20
"""The most lines that say what goes red next."""


def check_text(report: Report) -> str:
    """Return what asks for something, a finding a line; empty where there is nothing."""
    return findings_text(report.checked.active)


def upcoming_text(report: Report) -> str:
    """Return what goes red next, by day; says so where nothing does."""
    until, ahead = report.checked.until, report.checked.upcoming
    if until <= report.checked.as_of:
        return ""
    if not ahead:
        return f"nothing more goes red by {until}\n"
    lines = [f"goes red by {until}:"]
    for found in ahead[:NEXT]:
        where = f"{log_text(found.span.path)}:{found.span.line}"
        lines.append(f"  {found.on} {where}: {found.code} {found.severity}: {log_text(found.message)}")
    if len(ahead) > NEXT:
        lines.append(f"  … and {len(ahead) - NEXT} more")
    return "\n".join(lines) + "\n"
