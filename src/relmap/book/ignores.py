"""Comments that ask to ignore a finding where it stands: `# relmap: ignore[RM204] the new head starts in May`."""

import re
from typing import NamedTuple

from relmap.book.source import Source, without_bom
from relmap.findings import Span

_MARK = re.compile(rb"#\s*relmap:", re.IGNORECASE)
"""What every such comment has; most files have none, and cost one search."""
_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*relmap:(?P<rest>.*)$", re.IGNORECASE)
_REQUEST = re.compile(r"[ \t]*ignore[ \t]*\[(?P<codes>[^\[\]]*)\](?P<reason>.*)$", re.IGNORECASE)


class Ignore(NamedTuple):
    """One such comment: where it stands, the line it speaks of, the codes, and the reason."""

    span: Span
    line: int
    """The line whose findings it means: its own, or the next where it stands alone."""
    codes: tuple[str, ...]
    """Empty where the comment names none, and so ignores nothing."""
    reason: str


def find_ignores(data: bytes, path: str) -> tuple[Ignore, ...]:
    """Return the comments in the bytes of a file that begin with `relmap:`, in their order."""
    if not _MARK.search(data):
        return ()
    source = Source(without_bom(data), path)
    lines = source.lines()
    found = ((number, text, _COMMENT.search(text)) for number, text in enumerate(lines, 1))
    return tuple(_read(path, number, text, match, lines) for number, text, match in found if match)


def _read(path: str, number: int, text: str, match: re.Match[str], lines: list[str]) -> Ignore:
    alone = not text[: match.start()].strip()
    line = _next_line(number, lines) if alone else number
    span = Span(path, number, match.start() + 1, number, len(text) + 1)
    request = _REQUEST.match(match["rest"])
    if request is None:
        return Ignore(span, line, (), "")
    codes = tuple(code.strip().upper() for code in request["codes"].split(",") if code.strip())
    return Ignore(span, line, codes, request["reason"].strip())


def _next_line(number: int, lines: list[str]) -> int:
    """Return the next line that is more than a comment."""
    for later, text in enumerate(lines[number:], number + 1):
        if text.strip() and not text.lstrip().startswith("#"):
            return later
    return number
