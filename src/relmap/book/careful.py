"""The careful way from YAML nodes to plain data: aliases, merge keys and tags within bounds, faults with places."""

import re
from typing import NamedTuple

from relmap.book.codes import (
    ALIAS_LOOP,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    MERGE_REFUSED,
    NUMBER_TOO_LONG,
    TAG_REFUSED,
    TOO_DEEP,
    TOO_MANY_VALUES,
    Code,
    finding,
)
from relmap.book.compose import DEPTH_LIMIT, NODE_LIMIT, UNTAGGED, MappingNode, Node, ScalarNode
from relmap.book.locate import is_merge, node_span
from relmap.book.scalars import DIGIT_LIMIT, NULLS, NumberTooLongError, Scalar, resolve
from relmap.book.source import Source, shorten
from relmap.findings import Finding, Related, Route, Span

_CORE = "tag:yaml.org,2002:"
_CORE_TYPES: dict[str, type[object]] = {
    f"{_CORE}{name}": kind
    for name, kind in {"null": type(None), "bool": bool, "int": int, "float": float, "str": str}.items()
}
_LONE_TAG = re.compile(r"(?:&\S+\s+)?!(?=[\s,\]}]|\Z)")


class _Known(NamedTuple):
    """A collection that was constructed before: its data, and what it adds where an alias repeats it."""

    data: object
    values: int
    height: int


class _TooManyError(Exception):
    """The limit of values is passed: nothing further is worth constructing."""


class CarefulConstructor:
    """Constructs one document; `findings` says what is wrong with it.

    Aliases share their data, so callers must not change it in place.
    """

    def __init__(self, source: Source, account: str = "") -> None:
        self.findings: list[Finding] = []
        self._source = source
        self._may_have_lone_tags = "!" in source.text
        self._account = account
        self._known: dict[int, _Known] = {}
        self._open: set[int] = set()
        self._values = 0
        self._deepest = 0

    def document(self, root: Node) -> object:
        """Return the data of a document; what is refused is left out or stands as the text that was written."""
        try:
            return self._value(root, (), 1)
        except _TooManyError:
            message = f"with its aliases written out, the file has more than {NODE_LIMIT} values"
            self._report(TOO_MANY_VALUES, message, self._source.span(0), ())
            return None

    def _report(self, code: Code, message: str, span: Span, route: Route, hint: str = "", *related: Related) -> None:
        self.findings.append(
            finding(code, message, span, hint=hint, route=route, account=self._account, related=related)
        )

    def _value(self, node: Node, route: Route, depth: int) -> object:
        if isinstance(node, ScalarNode):
            self._count(1)
            return self._scalar(node, route)
        known = self._known.get(id(node))
        if known:
            return self._again(known, node, route, depth)
        if id(node) in self._open:
            message = "this value contains itself through an alias"
            self._report(ALIAS_LOOP, message, self._start(node), route, "write the inner one out")
            return None
        return self._collection(node, route, depth)

    def _collection(self, node: Node, route: Route, depth: int) -> object:
        if depth > DEPTH_LIMIT:
            self._report_depth(node, route)
            return None
        self._check_collection_tag(node, route)
        before, deepest_before = self._values, self._deepest
        self._count(1)
        self._deepest = depth
        self._open.add(id(node))
        data: object = (
            self._mapping(node.value, route, depth)
            if isinstance(node, MappingNode)
            else [self._value(item, (*route, index), depth + 1) for index, item in enumerate(node.value)]
        )
        self._open.remove(id(node))
        self._known[id(node)] = _Known(data, self._values - before, self._deepest - depth)
        self._deepest = max(self._deepest, deepest_before)
        return data

    def _again(self, known: _Known, node: Node, route: Route, depth: int) -> object:
        """Use an anchor's data once more; it counts as if it were written out."""
        self._count(known.values)
        self._deepest = max(self._deepest, depth + known.height)
        if depth + known.height > DEPTH_LIMIT:
            self._report_depth(node, route)
            return None
        return known.data

    def _count(self, values: int) -> None:
        self._values += values
        if self._values > NODE_LIMIT:
            raise _TooManyError

    def _report_depth(self, node: Node, route: Route) -> None:
        message = f"values are nested more than {DEPTH_LIMIT} levels deep"
        self._report(TOO_DEEP, message, self._start(node), route)

    def _mapping(self, pairs: list[tuple[Node, Node]], route: Route, depth: int) -> dict[str, object]:
        data: dict[str, object] = {}
        merged: dict[str, object] = {}
        first: dict[str, Node] = {}
        for key_node, value_node in pairs:
            self._count(1)
            key = self._key(key_node, route)
            value_route = (*route, key) if key is not None else route
            if key is not None and key in first:
                self._report_duplicate(key_node, first[key], value_route)
            value = self._value(value_node, value_route, depth + 1)
            if key is None or key in first:
                continue
            first[key] = key_node
            if isinstance(key_node, ScalarNode) and is_merge(key_node):
                merged = self._merge(value, value_node, value_route)
            else:
                data[key] = value
        return {**merged, **data} if merged else data

    def _merge(self, value: object, node: Node, route: Route) -> dict[str, object]:
        """Return what a merge key brings in: of several mappings, the first that has a key gives its value."""
        if id(node) in self._open:  # it merges itself, which is reported
            return {}
        bases = value if isinstance(value, list) else [value]
        merged: dict[str, object] = {}
        for base in reversed(bases):
            if isinstance(base, dict):
                merged.update(base)
            else:
                message = "`<<` merges a mapping, an alias of one, or a list of these"
                self._report(MERGE_REFUSED, message, node_span(self._source, node), route)
        return merged

    def _key(self, node: Node, route: Route) -> str | None:
        """Return a key exactly as it is written; None, with a finding, when it is no text."""
        if not isinstance(node, ScalarNode):
            kind = "mapping" if isinstance(node, MappingNode) else "list"
            message = f"a key must be text, and this one is a {kind}"
            hint = "put text with braces or brackets in quotes"
            self._report(KEY_NOT_TEXT, message, node_span(self._source, node), route, hint)
            return None
        text: str = node.value
        if node.tag == UNTAGGED and not node.style and text in NULLS:
            message = f"a key must be text, and {text} is null" if text else "there is no key before the colon"
            hint = f'write "{text}" if the word is meant' if text else ""
            self._report(KEY_NOT_TEXT, message, node_span(self._source, node), route, hint)
            return None
        if node.tag != UNTAGGED or self._has_lone_tag(node):
            self._tagged(node, (*route, text))
        return text

    def _report_duplicate(self, node: Node, first: Node, route: Route) -> None:
        here, there = node_span(self._source, node), node_span(self._source, first)
        message = f"the key {shorten(str(route[-1]))!r} stands here again; it is first on line {there.line}"
        hint = "keep one of the two"
        self._report(DUPLICATE_KEY, message, here, route, hint, Related(there, "the first of the two"))

    def _scalar(self, node: ScalarNode, route: Route) -> Scalar:
        text: str = node.value
        if node.tag != UNTAGGED or self._has_lone_tag(node):
            return self._tagged(node, route)
        return text if node.style else self._resolve(node, route)

    def _resolve(self, node: ScalarNode, route: Route) -> Scalar:
        text: str = node.value
        try:
            return resolve(text)
        except NumberTooLongError:
            message = f"the number {shorten(text)} is too long; at most {DIGIT_LIMIT} digits are kept exactly"
            hint = "put it in quotes if it is text"
            self._report(NUMBER_TOO_LONG, message, node_span(self._source, node), route, hint)
            return text

    def _tagged(self, node: ScalarNode, route: Route) -> Scalar:
        """Return what a core tag makes of a scalar; with any other tag, its text and a finding."""
        text: str = node.value
        kind = _CORE_TYPES.get(node.tag)
        if kind is None:
            self._report_tag(node, route)
            return text
        if kind is str:
            return text
        value = self._resolve(node, route)
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind:
            self._report_tag(node, route, f"{shorten(text)!r} is not what the tag {_shown_tag(node)} says")
        return value

    def _check_collection_tag(self, node: Node, route: Route) -> None:
        natural = f"{_CORE}map" if isinstance(node, MappingNode) else f"{_CORE}seq"
        tag = node.tag
        if (node.tag == UNTAGGED and not self._has_lone_tag(node)) or tag == natural:
            return
        kind = "mapping" if isinstance(node, MappingNode) else "list"
        is_core = tag in _CORE_TYPES or tag in (f"{_CORE}map", f"{_CORE}seq")
        self._report_tag(node, route, f"a {kind} is not what the tag {_shown_tag(node)} says" if is_core else "")

    def _report_tag(self, node: Node, route: Route, contradiction: str = "") -> None:
        message = contradiction or f"the tag {_shown_tag(node)} is none of YAML's core tags"
        self._report(TAG_REFUSED, message, self._start(node), route, "leave the tag out")

    def _has_lone_tag(self, node: Node) -> bool:
        """Tell whether a node has the tag `!`, of which the parser keeps nothing."""
        return self._may_have_lone_tags and bool(_LONE_TAG.match(self._source.text, node.start_mark.index))

    def _start(self, node: Node) -> Span:
        """Return the first word of a node, which is its tag or anchor where it has one."""
        start = node.start_mark.index
        word = re.compile(r"[^\s,\[\]{}]*").match(self._source.text, start)
        return self._source.span(start, word.end() if word else start)


def _shown_tag(node: Node) -> str:
    tag = "!" if node.tag == UNTAGGED else node.tag
    return shorten(f"!!{tag.removeprefix(_CORE)}" if tag.startswith(_CORE) else tag)
