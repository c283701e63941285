"""Where everything stands on the picture of a map: every person a row of its own, set in by reporting line.

Our people stand left of theirs. Since no two of theirs share a row, a line to one of them crosses nobody else.
"""

from typing import NamedTuple

from relmap.map.tree import TreeRow, tree_rows
from relmap.map.values import AccountMap, Kind, MapMember

ROW, CARD = 50, 42
"""The height of a row, and of the card in it."""
STEP, DEEPEST = 22, 8
"""How far a card is set in for each step down, and how many steps are shown so."""
TOP = 92
MEMBER_WIDTH, GAP, CARD_WIDTH = 164, 160, 424
ARCS = 96
"""Room right of the cards for dotted lines, influence and conflicts."""
LEFT = 24


class Box(NamedTuple):
    """A place on the picture."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width


class Layout(NamedTuple):
    """Every box by its person's key, the tree's rows, and the size of the part."""

    rows: tuple[TreeRow, ...]
    boxes: dict[str, Box]
    right: float
    """Where the cards end; arcs stand right of it."""
    bottom: float


def lay_out(drawn: AccountMap) -> Layout:
    """Place everybody. Units are pixels."""
    rows = tree_rows(drawn)
    start = LEFT + (MEMBER_WIDTH + GAP if drawn.team else 0)
    boxes = {}
    for place, row in enumerate(rows):
        indent = STEP * min(row.depth, DEEPEST)
        boxes[row.person.key] = Box(start + indent, TOP + place * ROW, CARD_WIDTH - indent, CARD)
    bottom = TOP + max(len(rows), len(drawn.team)) * ROW
    boxes |= _members(drawn, boxes, bottom)
    return Layout(rows, boxes, start + CARD_WIDTH, bottom)


def _members(drawn: AccountMap, boxes: dict[str, Box], bottom: float) -> dict[str, Box]:
    """Place our people beside whom they know: in the order of the middle of those, and spread over the height."""
    wanted = sorted((_wanted(drawn, member, boxes), member.id, member) for member in drawn.team)
    placed, free = {}, float(TOP)
    for place, (height, _, member) in enumerate(wanted):
        latest = bottom - (len(wanted) - place) * ROW
        y = max(free, min(height, latest))
        placed[member.key] = Box(LEFT, y, MEMBER_WIDTH, CARD)
        free = y + ROW
    return placed


def _wanted(drawn: AccountMap, member: MapMember, boxes: dict[str, Box]) -> float:
    known = [tie.target for tie in drawn.ties if tie.kind is Kind.KNOWN_BY and tie.source == member.key]
    heights = [boxes[key].y for key in known if key in boxes]
    return sum(heights) / len(heights) if heights else TOP
