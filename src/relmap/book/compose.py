"""From bytes to YAML nodes with marks: the C parser of PyYAML, driven at the lowest cost.

The composer calls three hooks for every node. The lean parser leaves them empty; the cautious one, for files the guard
does not call plain, uses them to bound the depth and the number of nodes.
"""

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

__all__ = [
    "DEPTH_LIMIT",
    "NODE_LIMIT",
    "UNTAGGED",
    "CollectionNode",
    "LimitError",
    "MappingNode",
    "MarkedYAMLError",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "compose",
]

DEPTH_LIMIT = 64
"""The most levels that values may be nested."""

NODE_LIMIT = 100_000
"""The most keys and values of a file, aliases written out."""

UNTAGGED = ""
"""The tag of a node that has none, or a lone `!`: its style and text say what it is."""


class LimitError(Exception):
    """A file nests deeper or has more values than is allowed; says which, and at which character."""

    def __init__(self, index: int, *, deep: bool) -> None:
        super().__init__(index)
        self.index = index
        self.deep = deep


def compose(data: bytes, *, plain: bool) -> Node | None:
    """Return the root node of the only document in `data`, or None when there is none.

    Raises MarkedYAMLError where the text is no YAML, LimitError where it is too much, and whatever else a C extension
    may come up with.
    """
    parser = _LeanParser(data) if plain else _CautiousParser(data)
    root: Node | None = parser.get_single_node()
    return root


class _LeanParser(CParser):
    """Calls nothing that costs: tags are not resolved, depth is not counted."""

    def resolve(self, _kind: type[Node], _value: str | None, _implicit: object) -> str:
        return UNTAGGED

    def descend_resolver(self, _parent: Node | None, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


class _CautiousParser(_LeanParser):
    """Stops as soon as a file nests too deeply or has too many nodes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.depth = 0
        self.nodes = 0

    def descend_resolver(self, parent: Node | None, _index: object) -> None:
        self.depth += 1
        self.nodes += 1
        deep = self.depth > DEPTH_LIMIT + 1  # the innermost values count for no level
        if parent and (deep or self.nodes > NODE_LIMIT):
            raise LimitError(parent.start_mark.index, deep=deep)

    def ascend_resolver(self) -> None:
        self.depth -= 1
