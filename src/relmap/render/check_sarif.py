"""A check as SARIF 2.1.0, for code scanning and editors."""

from collections.abc import Mapping
from urllib.parse import quote

from relmap import __version__
from relmap.book.codes import Code
from relmap.findings import Finding, Severity, Span, State
from relmap.render.check_report import Report, hashed
from relmap.render.clean import clean
from relmap.render.json_text import encode
from relmap.rules.rule import Rule
from relmap.rules.table import KINDS

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "https://github.com/relmap/relmap"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def check_sarif(report: Report) -> str:
    """Return the log: a rule for each code that was found, and every finding, with what is accepted suppressed."""
    findings = report.checked.findings
    codes = sorted({found.code for found in findings})
    positions = {code: position for position, code in enumerate(codes)}
    results = ",\n".join(encode(_result(found, positions)) for found in findings)
    driver = {
        "name": "relmap",
        "version": __version__,
        "informationUri": HOME,
        "rules": [_rule(KINDS[code]) for code in codes],
    }
    run = "".join(
        (
            f'{{\n"tool":{encode({"driver": driver})},\n"columnKind":"unicodeCodePoints",\n',
            f'"results":[\n{results}\n]}}' if results else '"results":[]}',
        )
    )
    return f'{{\n"$schema":"{SCHEMA}",\n"version":"2.1.0",\n"runs":[{run}]\n}}\n'


def _rule(kind: Rule | Code) -> dict[str, object]:
    page, why = f"{HOME}/blob/main/docs/findings.md", kind.summary
    if isinstance(kind, Rule):
        page, why = f"{HOME}/blob/main/docs/rules/{kind.code.lower()}.md", f"{kind.summary} {kind.why}"
    return {
        "id": kind.code,
        "name": "".join(word.title() for word in kind.name.split("-")),
        "shortDescription": {"text": kind.summary},
        "fullDescription": {"text": why},
        "help": {"text": f"{why} See {page}"},
        "helpUri": page,
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _result(found: Finding, positions: Mapping[str, int]) -> dict[str, object]:
    hint = f" ({clean(found.hint)})" if found.hint else ""
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": positions[found.code],
        "level": _LEVELS[found.severity],
        "message": {"text": f"{clean(found.message)}{hint}"},
        "locations": [{"physicalLocation": _location(found.span)}],
        "partialFingerprints": {"relmap/v1": hashed(found.fingerprint)},
    }
    if found.related:
        result["relatedLocations"] = [
            {"physicalLocation": _location(other.span), "message": {"text": clean(other.message)}}
            for other in found.related
        ]
    if found.state is not State.ACTIVE:
        result["suppressions"] = [_suppression(found)]
    return result


def _suppression(found: Finding) -> dict[str, object]:
    if found.accepted is None:
        return {"kind": "external", "justification": "in the baseline"}
    kind = "inSource" if found.accepted.on_the_line else "external"
    return {"kind": kind, "justification": clean(found.accepted.reason)}


def _location(span: Span) -> dict[str, object]:
    uri = quote(span.path.encode("utf-8", "surrogateescape"), safe="/")
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}, "region": region}
