"""Run the public YAML test suite through guard and parser and print where the verdicts differ.

    python tools/yaml_suite.py DIR

DIR is the `src` folder of https://github.com/yaml/yaml-test-suite. "Well-formed" means here that no finding says "this
is no YAML"; what the format refuses by design (a second document, a list at the top, …) counts as well-formed.
docs/decisions/0003-yaml-verdicts.md says why the verdicts differ where they do.
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


def verdict(case: Case) -> str:
    """Say in what our verdict on a case differs from the suite's; nothing when it does not."""
    findings = parse(case.data, case.id).findings
    well_formed = not any(found.code in NOT_YAML for found in findings)
    if well_formed == case.well_formed:
        return ""
    what = "refused, must be accepted" if case.well_formed else "accepted, must be refused"
    if well_formed and findings:
        what = "refused, but not as YAML"
    said = "".join(f" ({found.span.line}:{found.span.column} {found.message})" for found in findings[:1])
    return f"{case.id}  {what}: {case.name}{said}"


def main(folder: Path) -> int:
    """Print the disagreements and a count; return 1 when there are no cases."""
    cases = list(read_cases(folder))
    differing = [text for text in map(verdict, cases) if text]
    print(*differing, sep="\n")
    print(f"{len(cases) - len(differing)} of {len(cases)} verdicts agree, {len(differing)} differ, no crash")
    return 0 if cases else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
