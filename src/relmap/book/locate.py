"""Where a route of the data stands in the file; composed only when somebody asks."""

from functools import cached_property

from relmap.book.compose import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode, compose
from relmap.book.guard import guard
from relmap.book.source import Source, shorten, without_bom
from relmap.findings import Route, Span


def node_span(source: Source, node: Node) -> Span:
    """Return where a node is written, without what follows it."""
    start, end = node.start_mark, node.end_mark
    if source.counts_lines_alike and isinstance(node, ScalarNode) and node.style not in ("|", ">"):
        return Span(source.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    return source.span(node.start_mark.index, end_of(source, node))


def end_of(source: Source, node: Node) -> int:
    """Return the index after a node's last character; the parser ends a block only where the next thing begins."""
    start, end = node.start_mark.index, int(node.end_mark.index)
    if isinstance(node, ScalarNode):
        return end if node.style not in ("|", ">") else start + len(source.text[start:end].rstrip())
    if not isinstance(node, CollectionNode) or node.flow_style or not node.value:
        return end
    last = node.value[-1]
    last = last[1] if isinstance(last, tuple) else last
    if last.start_mark.index <= start:  # an alias: this node is written somewhere above
        return start + len(_without_comments(source.text[start:end]))
    return end_of(source, last)


def _without_comments(text: str) -> str:
    """Cut empty lines and comment lines off the end."""
    lines = text.rstrip().splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return "".join(lines).rstrip()


class Locator:
    """The places of one file's keys and values, by route.

    A route that leads through an alias or a merge key ends where the text really is written; one that the file does not
    have is answered with its nearest ancestor. Whoever has composed the file already hands over its `root`.
    """

    def __init__(self, data: bytes, path: str, root: Node | None = None) -> None:
        self._data = data
        self._composed = root
        self._source = Source(without_bom(data), path)

    def key(self, route: Route) -> Span:
        """Return where the last key of the route is written; a list item has none, so its value answers."""
        key, value = self._find(route)
        return self._span(key or value)

    def line(self, route: Route) -> int:
        """Return the line, from 1, in which the last key of the route is written, as `key` does, and quicker."""
        key, value = self._find(route)
        node = key or value
        if node is None:
            return 1
        start = node.start_mark
        return int(start.line) + 1 if self._source.counts_lines_alike else self._source.place(start.index)[0]

    def value(self, route: Route) -> Span:
        """Return where the value at the route is written; a value that is left out has no length."""
        return self._span(self._find(route)[1])

    def place(self, route: Route) -> Span:
        """Return where a reader looks for the route: its value, or the key where the value leaves the key's line."""
        key, value = self._find(route)
        if key is None or value is None:
            return self._span(value)
        if self._source.counts_lines_alike and value.start_mark.line != key.start_mark.line:
            return self._span(key)
        start, end = key.start_mark.index, end_of(self._source, value)
        is_alias = value.start_mark.index < start  # written somewhere above
        return self._span(key if is_alias or self._source.has_break(start, end) else value)

    def text(self, span: Span) -> str:
        """Return what is written at a place, on one line and shortened; of a block its first line."""
        last = span.end_column - 1 if span.line == span.end_line else None
        return shorten(self._source.line_text(span.line)[span.column - 1 : last].strip())

    def line_text(self, line: int) -> str:
        """Return one line of the file, without its line break."""
        return self._source.line_text(line)

    def _span(self, node: Node | None) -> Span:
        return node_span(self._source, node) if node else Span(self._source.path)

    @cached_property
    def _root(self) -> Node | None:
        if self._composed is not None:
            return self._composed
        guarded = guard(self._data, self._source.path)
        if guarded.refusal:
            return None
        try:
            return compose(guarded.data, plain=guarded.plain)
        except Exception:
            return None  # a file that cannot be parsed has no places; parse() says why

    def _find(self, route: Route) -> tuple[Node | None, Node | None]:
        """Follow the route as far as it goes, and return the last key and value on it."""
        key, node = None, self._root
        for step in route:
            found = _step(node, step)
            if found is None:
                break
            key, node = found
        return key, node


def _step(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, MappingNode) and isinstance(step, str):
        return _entry(node, step)
    if isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return None, node.value[step]
    return None


def _entry(node: MappingNode, key: str, above: tuple[Node, ...] = ()) -> tuple[Node, Node] | None:
    """Return the nodes of a key: its own first, then those that are merged in, in their order."""
    for key_node, value_node in node.value:
        if key_node.value == key and isinstance(key_node, ScalarNode) and not is_merge(key_node):
            return key_node, value_node
    for base in merged(node):
        found = _entry(base, key, (*above, node)) if base not in above else None
        if found:
            return found
    return None


def is_merge(key: ScalarNode) -> bool:
    """Tell whether a key is YAML's merge key; in quotes it is ordinary text."""
    return bool(key.value == "<<" and not key.style)


def merged(node: MappingNode) -> list[MappingNode]:
    """Return the mappings that a mapping merges in, the strongest first."""
    bases: list[Node] = []
    for key, value in node.value:
        if isinstance(key, ScalarNode) and is_merge(key):
            bases += value.value if isinstance(value, SequenceNode) else [value]
    return [base for base in bases if isinstance(base, MappingNode)]
