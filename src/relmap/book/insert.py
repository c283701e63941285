"""Where one entry more goes in a list of a file, whatever style the list is written in, or where it is missing."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from relmap.book.compose import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from relmap.book.flow import flow_text
from relmap.book.follow import EditRefusedError, Place, describe, follow, is_alias, is_signal
from relmap.book.layout import Layout, Splice
from relmap.book.locate import end_of, node_span
from relmap.book.scalars import NULLS, resolve
from relmap.book.shape import field_names
from relmap.findings import Route
from relmap.model.account import Account

Entry = Mapping[str, object]


class _New(NamedTuple):
    """The keys that a file does not have yet, and below them a value: alone, or as the first entry of a list."""

    keys: Route
    entry: object
    alone: bool

    def in_flow(self) -> str:
        """Write it on one line."""
        value: object = self.entry if self.alone else [self.entry]
        for key in reversed(self.keys):
            value = {str(key): value}
        return flow_text(value)

    def in_block(self, layout: Layout, nearest: MappingNode) -> list[str]:
        """Write it in lines, with an entry in one of them."""
        lines, column = [], 0
        for depth, key in enumerate(self.keys, start=1):
            lines.append(f"{' ' * column}{flow_text(str(key))}:")
            column += layout.step(SequenceNode if depth == len(self.keys) else MappingNode, nearest)
        if self.alone:
            return [*lines[:-1], f"{lines[-1]} {flow_text(self.entry)}"]
        return [*lines, f"{' ' * column}- {flow_text(self.entry)}"]


def insert(layout: Layout, route: Route, entry: Entry) -> list[Splice]:
    """Return how to write `entry` at the end of the list at `route`; raises EditRefusedError."""
    place = follow(layout, route)
    node = place.node
    new = _New(place.missing, entry, alone=bool(place.missing) and is_signal(route))
    if isinstance(node, MappingNode) and place.missing and (node.value or node is layout.root):
        return _add_key(layout, node, new)
    if isinstance(node, SequenceNode) and node.value and not place.missing:
        return _add_item(layout, node, route, entry)
    if place.key is not None and _is_empty(node, place.missing):
        return _fill(layout, place, place.key, new)
    if place.key is not None and is_signal(route) and _is_only_entry(node):
        return _make_list(layout, place, place.key, entry)
    expected = "mapping" if place.missing else "list"
    where = describe(route[: len(route) - len(place.missing)])
    raise EditRefusedError(f"{where} is not a {expected}", node_span(layout.source, node))


def fill(layout: Layout, route: Route, value: str | float | bool) -> list[Splice]:
    """Return how to write a value at a route that the file does not have yet; raises EditRefusedError."""
    place = follow(layout, route)
    new = _New(place.missing, value, alone=True)
    if isinstance(place.node, MappingNode) and place.missing and (place.node.value or place.node is layout.root):
        return _add_key(layout, place.node, new)
    if place.key is not None and place.missing and _is_empty(place.node, place.missing):
        return _fill(layout, place, place.key, new)
    where = describe(route[: len(route) - len(place.missing)])
    reason = "is not a mapping" if place.missing else "is there already"
    raise EditRefusedError(f"{where} {reason}", node_span(layout.source, place.node))


def _is_empty(node: Node, missing: Route) -> bool:
    if isinstance(node, ScalarNode):
        return not node.style and node.value in NULLS
    return isinstance(node, MappingNode if missing else SequenceNode) and not node.value


def _is_only_entry(node: Node) -> bool:
    """Tell whether this is what the format takes for a list of one: a bare true or false, or a mapping."""
    return isinstance(node, MappingNode) or (
        isinstance(node, ScalarNode) and not node.style and isinstance(resolve(node.value), bool)
    )


def _add_item(layout: Layout, entries: SequenceNode, route: Route, entry: Entry) -> list[Splice]:
    """Add to a list that has entries."""
    *others, last = entries.value
    if last.start_mark.index <= max(item.start_mark.index for item in (entries, *others)):
        raise EditRefusedError(f"the last entry of {describe(route)} is an alias", node_span(layout.source, entries))
    end = end_of(layout.source, last)
    if entries.flow_style:
        return _add_to_flow(layout, entries, flow_text(entry), end)
    return [layout.below(end, layout.column(entries), [f"- {flow_text(entry)}"])]


def _add_key(layout: Layout, mapping: MappingNode, new: _New) -> list[Splice]:
    """Add a key to a mapping, at its end or, at the top of a file, in the format's order."""
    if mapping.flow_style:
        end = _end_of_pair(layout, *mapping.value[-1]) if mapping.value else -1
        return _add_to_flow(layout, mapping, new.in_flow()[1:-1], end)
    column, lines = layout.column(mapping), new.in_block(layout, mapping)
    if mapping is not layout.root:
        return [layout.below(_end_of_pair(layout, *mapping.value[-1]), column, lines)]
    key, value = _neighbour(mapping, str(new.keys[0]))
    end = layout.after_comments(_end_of_pair(layout, key, value), column)
    at_end = not layout.text[end:].strip()
    is_apart = layout.has_blank_above(key) if at_end else layout.has_blank_below(end)
    return [layout.below(end, column, ["", *lines] if is_apart else lines)]


def _neighbour(root: MappingNode, key: str) -> tuple[Node, Node]:
    """Return the pair below which a new key goes: the nearest before it in the format's order, else the last."""
    order = field_names(Account, ())
    before = order[: order.index(key)] if key in order else []
    pairs = [pair for pair in root.value if pair[0].value in before]
    found: tuple[Node, Node] = max(pairs, key=lambda pair: before.index(pair[0].value), default=root.value[-1])
    return found


def _end_of_pair(layout: Layout, key: Node, value: Node) -> int:
    """Return where a key's value ends; an alias stands on the line of its key."""
    return int(key.end_mark.index) if is_alias(key, value) else end_of(layout.source, value)


def _add_to_flow(layout: Layout, within: CollectionNode, addition: str, last_end: int) -> list[Splice]:
    """Add to a list or mapping in brackets; where the closing one has a line of its own, so has what is new."""
    closing = within.end_mark.index - 1
    before = layout.text[:closing].rstrip(" \t")
    if not before.endswith(("\n", "\r")):
        comma = "" if before[-1] in "[{" else " " if before[-1] == "," else ", "
        return [Splice(len(before), len(before), comma + addition)]
    if not within.value:  # only comments
        at = len(before.rstrip())
        return [Splice(at, at, f"{layout.line_break(at)}{layout.indent(at)}{addition}")]
    last = within.value[-1][0] if isinstance(within, MappingNode) else within.value[-1]
    comma_there = re.compile(r"(?:\s|#[^\r\n]*+)*+,").match(layout.text, last_end, closing)
    at = layout.line_end(comma_there.end() if comma_there else last_end)
    new = f"{layout.line_break(at)}{layout.indent(last.start_mark.index)}{addition}"
    return [Splice(at, at, f"{new},")] if comma_there else [Splice(last_end, last_end, ","), Splice(at, at, new)]


def _fill(layout: Layout, place: Place, key: Node, new: _New) -> list[Splice]:
    """Write what is new where there is nothing, null, or an empty pair of brackets."""
    start, end = place.node.start_mark.index, place.node.end_mark.index
    written = layout.text[start:end]
    if isinstance(place.node, CollectionNode) and "#" in written:  # a comment between the brackets
        return _add_to_flow(layout, place.node, new.in_flow()[1:-1], -1)
    if place.in_flow:
        space = " " if layout.text[start - 1] == ":" else ""
        return [Splice(start, end, space + new.in_flow())]
    outer = layout.column(key)
    column = outer + layout.step(MappingNode if new.keys else SequenceNode, place.parent)
    before = len(layout.text[:start].rstrip(" \t"))
    lines = new.in_block(layout, place.parent)
    return [Splice(before, end, ""), layout.below(end, column, lines, inside=outer)]


def _make_list(layout: Layout, place: Place, key: Node, entry: Entry) -> list[Splice]:
    """Turn a bare true or false, or one entry, into a list of that and the new entry."""
    node, start, end = place.node, place.node.start_mark.index, end_of(layout.source, place.node)
    opening, closing = ("{holds: ", "}") if isinstance(node, ScalarNode) else ("", "")
    if place.in_flow:
        return [Splice(start, start, f"[{opening}"), Splice(end, end, f"{closing}, {flow_text(entry)}]")]
    column = layout.column(key) + layout.step(SequenceNode, place.parent)
    colon = layout.text.index(":", key.end_mark.index)
    if layout.line_end(colon) > start:
        before, line_break, shift = colon + 1, layout.line_break(layout.line_end(start)), column - layout.column(key)
    else:
        column = max(column, layout.column(node) - len("- "))
        before, line_break, shift = start - layout.column(node), "", column + len("- ") - layout.column(node)
    return [
        Splice(before, start, f"{line_break}{' ' * column}- {opening}"),
        *layout.shifted(start, end, shift),
        Splice(end, end, closing),
        layout.below(end, column, [f"- {flow_text(entry)}"]),
    ]
