"""What the readers of a check's machine formats ask of it, as far as relmap writes it.

These are our own, compact: they repeat what SARIF 2.1.0 (OASIS, section 3), GitLab's code quality report and the JUnit
XML of Jenkins and GitLab require of the members that relmap writes, with the same names, kinds, words and counts, and
allow no others. They are not the official files, which belong to their owners.
"""

from typing import Any

TEXT: dict[str, Any] = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    """An object with these members and no others."""
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


POSITION = {"type": "integer", "minimum": 1}
PHYSICAL = closed(
    ["artifactLocation", "region"],
    artifactLocation=closed(
        ["uri"],
        uri={"type": "string", "format": "uri-reference", "pattern": "^[^\\s\\\\]+$"},
        uriBaseId={"const": "%SRCROOT%"},
    ),
    region=closed(["startLine"], startLine=POSITION, startColumn=POSITION, endLine=POSITION, endColumn=POSITION),
)
SARIF: dict[str, Any] = closed(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "minItems": 1,
        "items": closed(
            ["tool", "results"],
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            tool=closed(
                ["driver"],
                driver=closed(
                    ["name"],
                    name={"type": "string"},
                    version={"type": "string"},
                    informationUri={"type": "string", "format": "uri"},
                    rules={
                        "type": "array",
                        "uniqueItems": True,
                        "items": closed(
                            ["id"],
                            id={"type": "string"},
                            name={"type": "string"},
                            shortDescription=TEXT,
                            fullDescription=TEXT,
                            help=TEXT,
                            helpUri={"type": "string", "format": "uri"},
                            defaultConfiguration=closed([], level=LEVEL),
                        ),
                    },
                ),
            ),
            results={
                "type": "array",
                "items": closed(
                    ["message"],
                    ruleId={"type": "string"},
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=TEXT,
                    locations={"type": "array", "items": closed([], physicalLocation=PHYSICAL)},
                    relatedLocations={
                        "type": "array",
                        "uniqueItems": True,
                        "items": closed([], physicalLocation=PHYSICAL, message=TEXT),
                    },
                    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
                    suppressions={
                        "type": "array",
                        "uniqueItems": True,
                        "items": closed(
                            ["kind"], kind={"enum": ["inSource", "external"]}, justification={"type": "string"}
                        ),
                    },
                ),
            },
        ),
    },
)
GITLAB: dict[str, Any] = {
    "type": "array",
    "items": closed(
        ["description", "check_name", "fingerprint", "severity", "location"],
        description={"type": "string", "minLength": 1},
        check_name={"type": "string", "minLength": 1},
        fingerprint={"type": "string", "minLength": 1},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=closed(
            ["path", "lines"],
            path={"type": "string", "pattern": "^[^/.]"},
            lines=closed(["begin"], begin=POSITION, end=POSITION),
        ),
    ),
}
JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time", "timestamp"}, {"testcase"}),
    "testcase": ({"name", "classname", "time"}, {"failure", "skipped", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "skipped": ({"message"}, set()),
    "system-out": (set(), set()),
}
"""By element: the attributes it has, all of them, and the elements it may hold."""
