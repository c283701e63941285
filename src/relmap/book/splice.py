"""Where to put a new entry into a file's text, and which characters that takes: everything else stays as it was."""

from typing import NamedTuple

from relmap.book.compose import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from relmap.book.locate import node_span
from relmap.book.source import Source
from relmap.findings import Route
from relmap.model.account import Account

ORDER = [field.alias or name for name, field in Account.model_fields.items()]
"""The order of the format's keys: a key that is missing goes behind the last that comes before it."""
STEP = "  "


class CannotSpliceError(Exception):
    """The text at a place is written in a way that is better changed by hand; says why, and at which character."""

    def __init__(self, why: str, index: int | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.index = index


class Change(NamedTuple):
    """One change of a text: what stands from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str


class Splicer:
    """One file's text with its nodes, in which places for entries are looked up."""

    def __init__(self, source: Source, root: MappingNode) -> None:
        self._source = source
        self._text = source.text
        self._root = root
        self._newline = "\r\n" if "\r\n" in source.text else "\n"

    def append(self, route: Route, entry: str) -> list[Change]:
        """Return the changes that put an entry at the end of the list at a route of one key, or of two.

        Below a second key the first entry stands alone, without a list.
        """
        key, *below = map(str, route)
        found = self._entry(self._root, key)
        if found is None:
            return self._new_key(key, below, entry)
        value = found[1]
        if below and isinstance(value, MappingNode):
            inner = self._entry(value, below[0])
            if inner is None:
                return self._into_mapping(value, f"{below[0]}: {entry}")
            return self._into(inner, entry, in_flow=bool(value.flow_style))
        if below:
            return self._instead(found, [f"{below[0]}: {entry}"], in_flow=False)
        return self._into(found, entry, in_flow=bool(self._root.flow_style))

    def _entry(self, mapping: MappingNode, key: str) -> tuple[Node, Node] | None:
        for key_node, value in mapping.value:
            if isinstance(key_node, ScalarNode) and key_node.value == key:
                self._refuse_shared(key, key_node, value)
                return key_node, value
        return None

    def _refuse_shared(self, key: str, key_node: Node, value: Node) -> None:
        """Refuse what other places of the file share: an alias, or a value with an anchor."""
        if value.start_mark.index < key_node.end_mark.index:
            raise CannotSpliceError(f"`{key}` is an alias of something written above", key_node.start_mark.index)
        if self._text[value.start_mark.index : value.start_mark.index + 1] == "&":
            raise CannotSpliceError(f"`{key}` has an anchor, so other places share it", value.start_mark.index)

    def _into(self, found: tuple[Node, Node], entry: str, *, in_flow: bool) -> list[Change]:
        """Add to a list; what stands alone becomes the first of a list."""
        value = found[1]
        if isinstance(value, SequenceNode):
            if value.value:
                return self._after_last(value, entry)
            return self._instead(found, [f"- {entry}"], in_flow=in_flow)
        if isinstance(value, ScalarNode) and not value.value.strip("~") and not value.style:
            return self._instead(found, [f"- {entry}"], in_flow=in_flow)
        if isinstance(value, MappingNode) and not value.flow_style:
            return self._block_entry(value, entry)
        return self._instead(found, [f"- {self._as_entry(value)}", f"- {entry}"], in_flow=in_flow)

    def _as_entry(self, value: Node) -> str:
        """Return a lone answer as an entry: a bare yes or no gets its key."""
        text = self._slice(value)
        return text if isinstance(value, MappingNode) else f"{{holds: {text}}}"

    def _after_last(self, value: SequenceNode, entry: str) -> list[Change]:
        last = value.value[-1]
        end = self._end(last)
        if not value.flow_style:
            indent = self._column(value.start_mark.index)
            return [self._line_after(end, f"{' ' * indent}- {entry}")]
        if self._line(last.start_mark.index) == self._line(value.start_mark.index):
            return [Change(end, end, f", {entry}")]
        return [Change(end, end, f",{self._newline}{' ' * self._column(last.start_mark.index)}{entry}")]

    def _block_entry(self, value: MappingNode, entry: str) -> list[Change]:
        """Make a lone block mapping the first item of a list: its lines move in by the width of `- `."""
        begin, end = value.start_mark.index, self._end(value)
        indent = " " * self._column(begin)
        changes = [Change(begin, begin, "- ")]
        position = self._text.find("\n", begin, end)
        while position != -1:
            if self._text[position + 1 :].lstrip(" ")[:1] not in ("\n", "\r", ""):
                changes.append(Change(position + 1, position + 1, STEP))
            position = self._text.find("\n", position + 1, end)
        return [*changes, self._line_after(end, f"{indent}- {entry}")]

    def _instead(self, found: tuple[Node, Node], items: list[str], *, in_flow: bool) -> list[Change]:
        """Put items in the place of a key's value: on lines of their own, or within brackets."""
        key, value = found
        colon = self._text.index(":", key.end_mark.index)
        begin, end = max(value.start_mark.index, colon + 1), max(self._end(value), colon + 1)
        if in_flow:
            bare = [item.removeprefix("- ") for item in items]
            return [Change(colon + 1, end, f" [{', '.join(bare)}]")]
        if "\n" in self._text[colon:begin]:
            raise CannotSpliceError("the value stands below its key", begin)
        indent = " " * self._column(key.start_mark.index) + STEP
        first, *others = items
        changes = [Change(colon + 1, end, f"{self._newline}{indent}{first}")]
        if others:
            lines = self._newline.join(indent + item for item in others)
            changes.append(self._line_after(end, lines))
        return changes

    def _into_mapping(self, mapping: MappingNode, line: str) -> list[Change]:
        """Add a key to a mapping that has others."""
        if mapping.flow_style:
            if not mapping.value:
                return [Change(mapping.end_mark.index - 1, mapping.end_mark.index - 1, line)]
            last = mapping.value[-1][1]
            end = max(self._end(last), int(last.start_mark.index))
            return [Change(end, end, f", {line}")]
        indent = " " * self._column(mapping.start_mark.index)
        return [self._line_after(self._end(mapping), f"{indent}{line}")]

    def _new_key(self, key: str, below: list[str], entry: str) -> list[Change]:
        """Add a key of the format to the file, in the format's order."""
        if self._root.flow_style:
            return self._into_mapping(self._root, f"{key}: {{{below[0]}: {entry}}}" if below else f"{key}: [{entry}]")
        line = f"{key}:{self._newline}{STEP}" + (f"{below[0]}: {entry}" if below else f"- {entry}")
        before = [
            (ORDER.index(name.value), value)
            for name, value in self._root.value
            if isinstance(name, ScalarNode) and name.value in ORDER[: ORDER.index(key)]
        ]
        if not before:
            return [self._line_after(self._end(self._root), line)]
        anchor = max(before, key=lambda entry: entry[0])[1]
        return [self._line_after(self._end_of_entry(anchor), line)]

    def _end_of_entry(self, value: Node) -> int:
        """Return where a key's value ends; an empty one ends with its key."""
        return max(self._end(value), int(value.start_mark.index))

    def _line_after(self, index: int, lines: str) -> Change:
        """Write lines below the line at `index`, and behind what is commented on it."""
        end = self._text.find("\n", index)
        if end == -1:
            return Change(len(self._text), len(self._text), f"{self._newline}{lines}")
        return Change(end + 1, end + 1, f"{lines}{self._newline}")

    def _end(self, node: Node) -> int:
        if isinstance(node, CollectionNode) and not node.flow_style and not node.value:
            return int(node.end_mark.index)
        span = node_span(self._source, node)
        return self._source.index(span.end_line, span.end_column)

    def _slice(self, node: Node) -> str:
        return self._text[node.start_mark.index : self._end(node)]

    def _column(self, index: int) -> int:
        return self._source.place(index)[1] - 1

    def _line(self, index: int) -> int:
        return self._source.place(index)[0]


def spliced(text: str, changes: list[Change]) -> str:
    """Return the text with the changes made."""
    for change in sorted(changes, key=lambda change: (change.start, change.end), reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text
