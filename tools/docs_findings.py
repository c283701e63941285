"""The list of codes that reading a book, and the gate itself, can report."""

from relmap.book.codes import CODES, Code
from relmap.book.schema_codes import SCHEMA_CODES
from relmap.rules.codes import GATE_CODES
from tools.docs_header import GENERATED


def findings_page() -> str:
    """Return the list of codes that reading a book can report."""
    lines = ["# Findings when a book is read", "", GENERATED]
    lines.append("Every finding names file, line and column. Codes are stable and never used again for something else.")
    lines += [
        "",
        "## Files and YAML",
        "",
        *_codes(CODES),
        "",
        "## The format and references",
        "",
        *_codes(SCHEMA_CODES),
        "",
        "## The gate itself",
        "",
        "Of these, and of the [rules](rules.md), only [`relmap check`](check.md) speaks.",
        "",
        *_codes(GATE_CODES),
    ]
    return "\n".join(lines) + "\n"


def _codes(codes: tuple[Code, ...]) -> list[str]:
    rows = [f"| {code.code} | `{code.name}` | {code.severity} | {code.summary} |" for code in codes]
    return ["| code | name | severity | what it says |", "| --- | --- | --- | --- |", *rows]
