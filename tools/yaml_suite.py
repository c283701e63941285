"""Run the public YAML test suite through guard and parser and print where the verdicts differ.

    python tools/yaml_suite.py DIR

DIR is the `src` folder of https://github.com/yaml/yaml-test-suite. "Well-formed" means here that no finding says "this is
no YAML"; what the format refuses by design (a second document, a list at the top, …) counts as well-formed.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from relmap.book.codes import CONTROL_CHARACTER, NOT_UTF8, PARSER_FAILED, UNKNOWN_ANCHOR, YAML_SYNTAX
from relmap.book.parse import parse

NOT_YAML = {code.code for code in (CONTROL_CHARACTER, NOT_UTF8, PARSER_FAILED, UNKNOWN_ANCHOR, YAML_SYNTAX)}


class Case(NamedTuple):
    """One text of the suite, and whether a YAML parser must accept it."""

    id: str
    name: str
    data: bytes
    well_formed: bool


def read_cases(folder: Path) -> Iterator[Case]:
    """Yield the cases of all files, in order; those of one file after the first are numbered."""
    for path in sorted(folder.glob("*.yaml")):
        entries = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)
        for number, entry in enumerate(entries):
            case_id = path.stem if len(entries) == 1 else f"{path.stem}-{number:02}"
            name = entry.get("name", entries[0]["name"])
            yield Case(case_id, name, written_out(entry["yaml"]), entry.get("fail") != "true")


def written_out(text: str) -> bytes:
    """Replace the suite's visible signs by what they stand for."""
    text = re.sub(r"—*»", "\t", text.replace("␣", " "))
    text = text.replace("⇔", "\ufeff").replace("←", "\r").replace("↵", "")
    return re.sub(r"∎\n\Z", "", text).encode()


def main(folder: Path) -> int:
    """Print the disagreements and a count; return 1 when there is none to be counted."""
    cases = list(read_cases(folder))
    agreed = 0
    for case in cases:
        findings = parse(case.data, case.id).findings
        well_formed = not any(found.code in NOT_YAML for found in findings)
        agreed += well_formed == case.well_formed
        if well_formed != case.well_formed:
            verdict = "accepted, must be refused" if well_formed else "refused, must be accepted"
            said = f" ({findings[0].span.line}:{findings[0].span.column} {findings[0].message})" if findings else ""
            print(f"{case.id}  {verdict}: {case.name}{said}")
    print(f"{agreed} of {len(cases)} verdicts agree, {len(cases) - agreed} differ, no crash")
    return 0 if cases else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
