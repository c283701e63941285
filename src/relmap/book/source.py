"""Places in a text: from a character's index to line and column, and from there to a span."""

import re
from bisect import bisect_right
from functools import cached_property
from io import StringIO
from itertools import accumulate

from relmap.findings import Span

BOM = b"\xef\xbb\xbf"
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def without_bom(data: bytes) -> bytes:
    """Return the bytes after a byte order mark, which counts for no column."""
    return data.removeprefix(BOM)


def shorten(text: str) -> str:
    """Cut text from a file to what a message can carry."""
    return text if len(text) <= 40 else f"{text[:39]}…"


class Source:
    """The text of one file without its byte order mark, and where each of its characters stands.

    The parser's own line numbers do not always help: it counts U+0085 and U+2028 as line breaks, which no editor does.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.text = data.decode("utf-8", "replace")

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]
        starts = [0, *accumulate(map(len, StringIO(self.text, newline="\n")))]  # quicker, and nearly always
        return starts if self.text.endswith("\n") or not self.text else starts[:-1]

    @cached_property
    def counts_lines_alike(self) -> bool:
        """Do editors and the parser count the lines of this text alike?"""
        return self.text.isascii() or not any(sign in self.text for sign in "\x85\u2028\u2029")

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column, both from 1, of the character at `index`."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the span from one character up to, not including, another; of no length without `end`."""
        start = min(start, len(self.text))
        return Span(self.path, *self.place(start), *self.place(min(max(start, end or start), len(self.text))))

    def has_break(self, start: int, end: int) -> bool:
        """Tell whether a line ends between two characters."""
        return "\n" in self.text[start:end] or "\r" in self.text[start:end]

    def lines(self) -> list[str]:
        """Return the lines of the text, without their line breaks."""
        return _LINE_BREAK.split(self.text)

    def line_text(self, line: int) -> str:
        """Return the text of a line without its line break, or nothing when there is no such line."""
        if not 1 <= line <= len(self._starts):
            return ""
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[self._starts[line - 1] : end].rstrip("\r\n")
