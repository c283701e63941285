"""A check as JUnit's XML: a test case for each finding, and one that passes where there is none."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from relmap.findings import Finding, State
from relmap.render.check_report import Report
from relmap.render.clean import clean
from relmap.render.findings_text import findings_text

NAME = "relmap check"


def check_junit(report: Report) -> str:
    """Return the document: what fails the run is a failure, what is accepted is skipped, all else passes."""
    findings = report.checked.findings
    failures = len(report.failing)
    skipped = sum(found.state is not State.ACTIVE for found in findings)
    counts = f'tests="{max(1, len(findings))}" failures="{failures}" errors="0" time="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="{NAME}" {counts}>']
    suite = f'{counts} skipped="{skipped}" timestamp="{report.checked.as_of}T00:00:00"'
    lines += [f'<testsuite name="{NAME}" {suite}>']
    lines += [line for found in findings for line in _case(report, found)]
    if not findings:
        lines.append(f'<testcase name="no findings" classname="{NAME}" time="0"/>')
    return "\n".join([*lines, "</testsuite>", "</testsuites>"]) + "\n"


def _case(report: Report, found: Finding) -> Iterator[str]:
    span = found.span
    name = _attribute(f"{found.code} {found.name}: {found.subject}" if found.subject else f"{found.code} {found.name}")
    yield f'<testcase name={name} classname={_attribute(span.path)} time="0">'
    told = escape(findings_text([found]).rstrip("\n"))
    if report.fails(found):
        yield f'<failure type="{found.severity}" message={_attribute(found.message)}>{told}</failure>'
    elif found.state is State.ACTIVE:
        yield f"<system-out>{told}</system-out>"
    else:
        reason = found.accepted.reason if found.accepted else "in the baseline"
        yield f"<skipped message={_attribute(reason)}/>"
    yield "</testcase>"


def _attribute(text: str) -> str:
    return quoteattr(clean(text))
