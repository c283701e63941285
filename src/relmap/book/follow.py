"""Follow a route to the place in a file that is to be edited, and refuse what an edit would have to guess about."""

from typing import NamedTuple

from relmap.book.compose import MappingNode, Node, ScalarNode
from relmap.book.layout import Layout
from relmap.book.locate import is_merge, node_span
from relmap.findings import Route, Span, route_text


class EditRefusedError(Exception):
    """An edit that cannot be made without guessing: the message says why, the span where."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


class Place(NamedTuple):
    """How far a route leads in a file: the last value on it, its key and mapping, and what is missing of the route."""

    parent: MappingNode
    key: Node | None
    node: Node
    missing: Route
    in_flow: bool


def follow(layout: Layout, route: Route) -> Place:
    """Go along the route as far as the file does, and refuse what makes one text stand for data in several places."""
    parent: MappingNode = layout.root
    key: Node | None = None
    node: Node = layout.root
    in_flow, depth = False, 0
    _refuse_shared(layout, key, node, ())
    while isinstance(node, MappingNode) and depth < len(route):
        found = next((pair for pair in node.value if getattr(pair[0], "value", None) == route[depth]), None)
        if found is None:
            break
        in_flow = in_flow or bool(node.flow_style)
        parent, (key, node) = node, found
        depth += 1
        _refuse_shared(layout, key, node, route[:depth])
    return Place(parent, key, node, route[depth:], in_flow)


def _refuse_shared(layout: Layout, key: Node | None, node: Node, route: Route) -> None:
    value, place = describe(route), node_span(layout.source, node if key is None else key)
    if key is not None and is_alias(key, node):
        raise EditRefusedError(f"{value} is an alias, so other places share it", place)
    sign = layout.text[node.start_mark.index : node.start_mark.index + 1]
    if sign == "&":
        raise EditRefusedError(f"{value} has an anchor, so other places share it", place)
    if sign == "!":
        raise EditRefusedError(f"{value} has a tag", place)
    for inner, _ in node.value if isinstance(node, MappingNode) else ():
        if isinstance(inner, ScalarNode) and is_merge(inner):
            raise EditRefusedError(f"{value} merges other data in with `<<`", node_span(layout.source, inner))


def is_signal(route: Route) -> bool:
    """Tell whether a route is that of a signal, where an entry, or a bare true or false, may stand without a list."""
    return len(route) == 2 and route[0] == "signals"


def describe(route: Route) -> str:
    """Return what a message calls the value at a route."""
    return f"`{route_text(route)}`" if route else "the file"


def is_alias(key: Node, value: Node) -> bool:
    """An alias is the node that it repeats, with the place of that."""
    return bool(value.start_mark.index < key.end_mark.index)
