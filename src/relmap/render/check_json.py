"""`relmap check --format json`, version 1, and the same findings as JSON Lines."""

from collections import Counter
from typing import Literal

from relmap import __version__
from relmap.findings import Accepted, Finding, Severity, State
from relmap.model.json_schema import schema_id
from relmap.render.check_report import Report
from relmap.render.json_check_types import Accepted as PublishedAccepted
from relmap.render.json_check_types import CheckFinding, Counts
from relmap.render.json_finding import finding
from relmap.render.json_text import encode, encode_lines
from relmap.render.json_types import Tool

SCHEMA_ID = schema_id("check-v1")
VERSION: Literal[1] = 1


def check_json(report: Report) -> str:
    """Return the document; ends with a newline."""
    checked = report.checked
    members: dict[str, object] = {
        "schema": SCHEMA_ID,
        "version": VERSION,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": checked.as_of.isoformat(),
        "until": checked.until.isoformat(),
        "fail_on": report.fail_on.value,
        "accounts": checked.accounts,
        "counts": _counts(report),
        "findings": (_finding(report, found, "now") for found in checked.findings),
        "upcoming": (_finding(report, found, "ahead") for found in checked.upcoming),
        "fixed": list(checked.fixed),
    }
    return encode_lines(members)


def check_jsonl(report: Report) -> str:
    """Return a line for each finding, those of the day first; empty where there is none."""
    checked = report.checked
    lines = [encode(_finding(report, found, "now")) for found in checked.findings]
    lines += [encode(_finding(report, found, "ahead")) for found in checked.upcoming]
    return "".join(f"{line}\n" for line in lines)


def _finding(report: Report, found: Finding, when: Literal["now", "ahead"]) -> CheckFinding:
    said = finding(found)
    return {
        "code": said["code"],
        "name": said["name"],
        "severity": said["severity"],
        "state": said["state"],
        "fails": when == "now" and report.fails(found),
        "when": when,
        "since": found.on.isoformat() if found.on else None,
        "message": said["message"],
        "hint": said["hint"],
        "path": said["path"],
        "line": said["line"],
        "column": said["column"],
        "end": said["end"],
        "route": said["route"],
        "account": said["account"],
        "subject": said["subject"],
        "related": said["related"],
        "accepted": _accepted(found.accepted) if found.accepted else None,
        "fingerprint": said["fingerprint"],
    }


def _accepted(accepted: Accepted) -> PublishedAccepted:
    return {
        "reason": accepted.reason,
        "by": "comment" if accepted.on_the_line else "waiver",
        "until": accepted.until.isoformat() if accepted.until else None,
    }


def _counts(report: Report) -> Counts:
    active = Counter(found.severity for found in report.checked.active)
    states = Counter(found.state for found in report.checked.findings)
    return {
        "error": active[Severity.ERROR],
        "warning": active[Severity.WARNING],
        "info": active[Severity.INFO],
        "waived": states[State.WAIVED],
        "baseline": states[State.BASELINE],
        "ahead": len(report.checked.upcoming),
        "failing": len(report.failing),
    }
