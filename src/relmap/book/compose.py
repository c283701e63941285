"""From bytes to YAML nodes with marks: the C parser of PyYAML, driven at the lowest cost.

The composer calls three hooks for every node. The lean parser fills them with the cheapest callables there are; the
cautious one, for files the guard does not call plain, uses them to bound the depth and the number of nodes.
"""

import operator

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
    resolve = staticmethod(lambda _kind, _value, _implicit: UNTAGGED)
    descend_resolver = staticmethod(operator.is_)  # takes the two arguments, does nothing, costs nothing
    ascend_resolver = staticmethod(bool)  # the same without arguments


class _CautiousParser(CParser):
    resolve = staticmethod(lambda _kind, _value, _implicit: UNTAGGED)

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
