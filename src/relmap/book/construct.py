"""From YAML nodes to plain data, twice: quickly for the usual file, and carefully with a finding for every doubt.

The quick way looks at no mark and no tag and gives up at the first thing it cannot take for granted; the careful way
then does the whole file again, so both give the same data for what both accept.
"""

from relmap.book.compose import DEPTH_LIMIT, MappingNode, Node, ScalarNode
from relmap.book.scalars import NULLS, NumberTooLongError, Scalar, resolve

_NEED_CARE = NULLS | {"<<"}
_REMEMBERED = 20_000
_REMEMBERED_LENGTH = 40


class DoubtError(Exception):
    """Something the quick way leaves to the careful one."""


class _Meanings(dict[str, Scalar]):
    """The meanings of plain scalars met so far: most of them come again in every file."""

    def __missing__(self, text: str) -> Scalar:
        try:
            value = resolve(text)
        except NumberTooLongError as error:
            raise DoubtError from error
        if len(text) <= _REMEMBERED_LENGTH:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[text] = value
        return value


_meanings = _Meanings()


def construct_quickly(node: Node, depth: int = 1) -> object:
    """Return the data of an untagged tree without anchors; raise DoubtError on anything out of the ordinary."""
    if type(node) is ScalarNode:
        return node.value if node.style else _meanings[node.value]
    if depth > DEPTH_LIMIT:
        raise DoubtError
    if type(node) is MappingNode:
        return _mapping(node.value, depth + 1)
    return [
        (item.value if item.style else _meanings[item.value])
        if type(item) is ScalarNode
        else construct_quickly(item, depth + 1)
        for item in node.value
    ]


def _mapping(pairs: list[tuple[Node, Node]], depth: int) -> dict[str, object]:
    data: dict[str, object] = {}
    for key, value in pairs:
        if type(value) is ScalarNode:
            data[key.value] = value.value if value.style else _meanings[value.value]
        else:
            data[key.value] = construct_quickly(value, depth)
    if len(data) != len(pairs) or not _NEED_CARE.isdisjoint(data):
        raise DoubtError
    return data
