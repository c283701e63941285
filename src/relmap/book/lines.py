"""In which line of a file every key and list item stands: small, to be kept when the parse tree is gone.

As with the data there is a quick way for the usual file, which has no anchors, and a careful one; where both can go
they find the same.
"""

from collections.abc import Sequence
from typing import TypeAlias

from relmap.book.compose import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from relmap.book.locate import is_merge, merged
from relmap.findings import Route

_Tree: TypeAlias = dict[str, "_Place"] | list["_Place"] | str | None
_Place: TypeAlias = tuple[int, _Tree]
"""A line, and what stands there: a scalar as its text, nothing of what stands wholly in that line."""


class Lines:
    """The lines of one file by route: those that a `Locator` says, in a tenth of the room."""

    def __init__(self, data: bytes, root: Node | None) -> None:
        """Go through the nodes of a file that holds `data`, and that was found to be sound.

        Its keys are text then, and no line breaks are in it that the parser counts and editors do not.
        """
        usual = b"*" not in data and b"<<" not in data
        self._tree = _places(root) if usual and isinstance(root, CollectionNode) else _Carefully().tree(root)

    def line(self, route: Route) -> int | None:
        """Return the line, from 1, in which a route's key or item stands, or else its nearest ancestor's.

        None where the file has nothing of the route. Steps that the file does not have are left out, as shorthands are
        shorter: `roles: user` has no position. An id that the model has as a key may be the item of a list.
        """
        line, tree = None, self._tree
        for step in route:
            if type(tree) is dict:
                found = tree.get(step)  # type: ignore[arg-type]  # a position is no key
            elif type(tree) is list:
                found = _item(tree, step)
            else:
                break
            if found:
                line, tree = found
        return line


def _item(places: list[_Place], step: str | int) -> _Place | None:
    if isinstance(step, str):
        return next((place for place in places if place[1] == step), None)
    return places[step] if step < len(places) else None


def _places(node: CollectionNode) -> dict[str, _Place] | list[_Place]:
    """Go through nodes without aliases."""
    if isinstance(node, MappingNode):
        return {key.value: _below(key.start_mark.line + 1, value) for key, value in node.value}
    return [_below(item.start_mark.line + 1, item) for item in node.value]


def _below(line: int, node: Node) -> _Place:
    if not isinstance(node, CollectionNode):
        return line, node.value
    in_one_line = node.flow_style and node.end_mark.line < line
    return line, None if in_one_line else _places(node)


class _Carefully:
    """Goes through nodes with aliases and merge keys."""

    def __init__(self) -> None:
        self._made: dict[int, _Tree] = {}

    def tree(self, node: Node | None) -> _Tree:
        if isinstance(node, ScalarNode):
            text: str = node.value
            return text
        if id(node) in self._made:  # an alias, perhaps to what it stands in
            return self._made[id(node)]
        if isinstance(node, MappingNode):
            return self._mapping(node)
        return self._list(node.value, id(node)) if isinstance(node, SequenceNode) else None

    def _list(self, items: Sequence[Node], name: int) -> list[_Place]:
        places = self._made[name] = list[_Place]()
        places += [(item.start_mark.line + 1, self.tree(item)) for item in items]
        return places

    def _mapping(self, node: MappingNode) -> dict[str, _Place]:
        places = self._made[id(node)] = dict[str, _Place]()
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value not in places and not is_merge(key):
                places[key.value] = (key.start_mark.line + 1, self.tree(value))
        for base in merged(node):  # the strongest first, and all weaker than what the mapping has itself
            above = self.tree(base)
            if isinstance(above, dict):
                for key, place in list(above.items()):
                    places.setdefault(key, place)
        return places
