"""A check as workflow commands of GitHub Actions, which become annotations of the changed files.

The runner obeys `::command` where a line begins, after any blanks, and `##[command]` anywhere. So no line begins with
text from a file, line breaks and `%` are written as numbers, and `##[` is broken up.
"""

from relmap.findings import Finding, Severity
from relmap.render.check_report import Report, worst_first
from relmap.render.clean import log_text

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def check_github(report: Report) -> str:
    """Return a command for each finding that asks for something, worst first: GitHub shows ten of each kind a step."""
    return "".join(f"{_command(found)}\n" for found in worst_first(report.checked.active))


def _command(found: Finding) -> str:
    span = found.span
    properties = {"file": span.path, "line": span.line, "endLine": span.end_line, "col": span.column}
    if span.end_line == span.line:
        properties["endColumn"] = span.end_column
    properties["title"] = f"{found.code} {found.name}"
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    hint = f" ({found.hint})" if found.hint else ""
    return f"::{_COMMANDS[found.severity]} {said}::{_data(found.message + hint)}"


def _data(text: str) -> str:
    return log_text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
