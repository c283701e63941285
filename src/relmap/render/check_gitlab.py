"""A check as GitLab's code quality report: a JSON array, empty where nothing was found."""

from collections import Counter

from relmap.findings import Finding, Severity
from relmap.render.check_report import Report, hashed
from relmap.render.clean import clean
from relmap.render.json_text import encode

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def check_gitlab(report: Report) -> str:
    """Return the report; GitLab asks for fingerprints that are unique, so the second of two alike is numbered."""
    seen = Counter[str]()
    entries = []
    for found in report.checked.active:
        seen[found.fingerprint] += 1
        entries.append(encode(_entry(found, seen[found.fingerprint])))
    listed = ",\n".join(entries)
    return f"[\n{listed}\n]\n" if entries else "[]\n"


def _entry(found: Finding, time: int) -> dict[str, object]:
    identity = found.fingerprint if time == 1 else f"{found.fingerprint}/{time}"
    hint = f" ({clean(found.hint)})" if found.hint else ""
    return {
        "description": f"{found.code}: {clean(found.message)}{hint}",
        "check_name": found.name,
        "fingerprint": hashed(identity),
        "severity": _SEVERITIES[found.severity],
        "location": {"path": found.span.path, "lines": {"begin": found.span.line, "end": found.span.end_line}},
    }
