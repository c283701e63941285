"""How a file is laid out, and what to put where in its text so that all else stays as it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from relmap.book.compose import CollectionNode, MappingNode, Node
from relmap.book.source import Source

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r) *(?=[\r\n])")
_STEP = 2
"""Columns that a block is indented below its key, where the file has no block to go by."""


class Splice(NamedTuple):
    """A stretch of a text, by the indexes of its characters, and what is to stand there instead."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """Return the text with all splices made; their indexes are those of the text as it was."""
    pieces, done = [], 0
    for start, end, new in sorted(splices, key=lambda splice: splice.start):
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


class Layout:
    """The lines, columns and indentations of one file with its nodes."""

    def __init__(self, source: Source, root: MappingNode) -> None:
        self.source = source
        self.text = source.text
        self.root = root

    def line(self, node: Node) -> int:
        """Return the line on which a node begins."""
        return self.source.place(node.start_mark.index)[0]

    def column(self, node: Node) -> int:
        """Return how many characters stand before a node on its line."""
        return self.source.place(node.start_mark.index)[1] - 1

    def indent(self, index: int) -> str:
        """Return the spaces that begin the line of the character at `index`."""
        line = self.source.line_text(self.source.place(index)[0])
        return line[: len(line) - len(line.lstrip(" "))]

    def step(self, kind: type[CollectionNode], nearest: MappingNode) -> int:
        """Return how far lists, or mappings, in block style are indented below their keys: as a neighbour is."""
        for mapping in (nearest, self.root):
            for key, value in mapping.value:
                if type(value) is kind and not value.flow_style and self.line(value) > self.line(key):
                    return self.column(value) - self.column(key)
        return _STEP

    def below(self, index: int, column: int, lines: Sequence[str], *, inside: int | None = None) -> Splice:
        """Put lines, indented by `column`, below that of `index` and the comments that belong to it.

        These are the comment lines that follow at once and are indented deeper than `inside`, if given, or `column`.
        """
        at = self.after_comments(index, column if inside is None else inside)
        new = (" " * column + line if line else "" for line in lines)
        return Splice(at, at, "".join(self.line_break(at) + line for line in new))

    def shifted(self, start: int, end: int, columns: int) -> list[Splice]:
        """Indent all lines of a stretch that are not empty, but the one it begins on, by more columns."""
        breaks = re.compile(r"(?:\r\n|\n|\r)(?=[^\r\n])").finditer(self.text, start, end)
        return [Splice(found.end(), found.end(), " " * columns) for found in breaks]

    def after_comments(self, index: int, column: int) -> int:
        """Return where the line of `index`, with the comment lines below it indented beyond `column`, ends."""
        at = self.line_end(index)
        comment = re.compile(rf"(?:\r\n|\n|\r) {{{column + 1},}}#[^\r\n]*")
        while found := comment.match(self.text, at):
            at = found.end()
        return at

    def line_end(self, index: int) -> int:
        """Return where the line of `index` ends, before its line break."""
        found = _LINE_BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def line_break(self, index: int) -> str:
        """Return how the line that ends at `index` is ended; where nothing follows, as the first line is."""
        found = _LINE_BREAK.match(self.text, index) or _LINE_BREAK.search(self.text)
        return found.group() if found else "\n"

    def has_blank_below(self, index: int) -> bool:
        """Tell whether a blank line follows the line that ends at `index`."""
        return bool(_BLANK_LINE.match(self.text, index))

    def has_blank_above(self, node: Node) -> bool:
        """Tell whether the line above a node's own, and above the comments there, is blank."""
        line = self.line(node) - 1
        while self.source.line_text(line).startswith("#"):
            line -= 1
        return line > 0 and not self.source.line_text(line).strip()
