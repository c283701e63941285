"""How yEd shows a GraphML file: labels, places and lines, in the extension that yEd reads and others pass over.

The keys' ids are those that Gephi knows from yEd's own files: it takes the label from there and makes no column of it.
"""

from xml.etree import ElementTree as ET

from relmap.map.values import Kind, MapMember, MapPerson, State, Tie
from relmap.render.clean import clean
from relmap.render.map_layout import Box
from relmap.render.map_marks import Marks, member_rows, node_rows
from relmap.render.map_svg import WIDTHS
from relmap.render.svg_shapes import DARK

NAMESPACE = "http://www.yworks.com/xml/graphml"
NODE_KEY, EDGE_KEY = "d3", "d7"
_Y = f"{{{NAMESPACE}}}"
_LINE_HEIGHT, _STRETCH = 17, 2.4
"""A node holds more lines than a card of our picture, so that rows stand further apart."""
_LIVE = {True: "line", False: "dashed", None: "dotted"}
_LOOKS = {
    Kind.REPORTS_TO: ("#9aa3b2", "line", 1.0, "none"),
    Kind.DOTTED: ("#6b7486", "dotted", 1.0, "none"),
    Kind.INFLUENCES: ("#007a59", "line", 1.5, "standard"),
    Kind.CONFLICTS: ("#b84a00", "dashed", 1.5, "none"),
}


def add_keys(root: ET.Element) -> None:
    """Declare the two keys that hold how nodes and edges look."""
    ET.SubElement(root, "key", {"id": NODE_KEY, "for": "node", "yfiles.type": "nodegraphics"})
    ET.SubElement(root, "key", {"id": EDGE_KEY, "for": "edge", "yfiles.type": "edgegraphics"})


def add_node(node: ET.Element, entry: MapPerson | MapMember, box: Box, marks: Marks) -> None:
    """Say how a node looks: where our own picture has it, with the lines of its card."""
    theirs = isinstance(entry, MapPerson)
    rows = node_rows(entry, marks) if isinstance(entry, MapPerson) else member_rows(entry)
    fill = marks.of(entry).fill if isinstance(entry, MapPerson) else "#eef2f7"
    absent = isinstance(entry, MapPerson) and entry.state is not State.ACTIVE
    shape = ET.SubElement(ET.SubElement(node, "data", key=NODE_KEY), f"{_Y}ShapeNode")
    height = _LINE_HEIGHT * len(rows) + 10
    place = {"x": f"{box.x:g}", "y": f"{box.y * _STRETCH:g}", "width": f"{box.width:g}", "height": f"{height:g}"}
    ET.SubElement(shape, f"{_Y}Geometry", place)
    ET.SubElement(shape, f"{_Y}Fill", color=fill, transparent="false")
    ET.SubElement(shape, f"{_Y}BorderStyle", color="#1d2430", type="dashed" if absent else "line", width="1.0")
    label = ET.SubElement(shape, f"{_Y}NodeLabel", textColor="#ffffff" if fill in DARK else "#1d2430")
    label.text = "\n".join(map(clean, rows))
    ET.SubElement(shape, f"{_Y}Shape", type="rectangle" if theirs else "roundrectangle")


def add_edge(edge: ET.Element, tie: Tie) -> None:
    """Say how a line looks: the thicker the closer, dashed where it is not live, dotted where nobody can say."""
    known = ("#33415c", _LIVE[tie.live], WIDTHS[tie.level], "none")
    color, style, width, arrow = _LOOKS.get(tie.kind, known)
    line = ET.SubElement(ET.SubElement(edge, "data", key=EDGE_KEY), f"{_Y}PolyLineEdge")
    ET.SubElement(line, f"{_Y}LineStyle", color=color, type=style, width=f"{width:g}")
    ET.SubElement(line, f"{_Y}Arrows", source="none", target=arrow)
