"""The codes of the rules without loading them, for completion: rules rest on every measure, and a shell waits."""

import re
from pathlib import Path

_FIRST_LINE = re.compile(r'"""(RM\d{3}): ')


def rule_codes() -> list[str]:
    """Return the codes in order, as the first line of each rule's file says."""
    return sorted(code for path in Path(__file__).parent.glob("rm?/*.py") if (code := _code(path)))


def _code(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        found = _FIRST_LINE.match(file.readline())
    return found[1] if found else ""
