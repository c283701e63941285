"""`relmap map --format graphml`: the map for Gephi, yEd and networkx.

Written with the standard library: an attribute that is not known is left out, since GraphML has no null.
"""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from relmap.map.values import AccountMap, MapMember, MapPerson, Tie
from relmap.render import map_yfiles
from relmap.render.clean import clean
from relmap.render.map_layout import lay_out
from relmap.render.map_marks import Marks

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
Value = str | int | float | bool | None
_NODE = {
    "label": "string",
    "side": "string",
    "title": "string",
    "department": "string",
    "state": "string",
    "roles": "string",
    "power": "int",
    "interest": "int",
    "support": "string",
    "trust": "double",
    "coverage": "string",
    "quadrant": "string",
    "betweenness": "double",
    "cuts_off": "int",
    "unreached": "boolean",
}
_EDGE = {
    "kind": "string",
    "level": "string",
    "live": "string",
    "trust": "double",
    "last_contact": "string",
    "age": "int",
    "said_by": "string",
    "weight": "double",
}
_WEIGHTS = {
    "none": 0.5,
    "vendor": 1.0,
    "credible_source": 2.0,
    "problem_solver": 3.0,
    "trusted_advisor": 4.0,
}
"""What layouts read as the strength of a relationship; other lines weigh 1, and an unknown level has no weight."""


def map_graphml(drawn: AccountMap, color_by: str) -> str:
    """Return the map as GraphML; ends with a newline."""
    marks, boxes = Marks(drawn, color_by), lay_out(drawn).boxes
    ET.register_namespace("y", map_yfiles.NAMESPACE)
    root = ET.Element("graphml", xmlns=NAMESPACE)
    for target, attributes in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in attributes.items():
            ET.SubElement(root, "key", {"id": f"{target}_{name}", "for": target, "attr.name": name, "attr.type": kind})
    map_yfiles.add_keys(root)
    graph = ET.SubElement(root, "graph", id="map", edgedefault="directed")
    for entry in drawn.everybody:
        node = ET.SubElement(graph, "node", id=entry.key)
        map_yfiles.add_node(node, entry, boxes[entry.key], marks)  # first, so that the label of who reads both is ours
        _add(node, "node", _person(entry) if isinstance(entry, MapPerson) else _member(entry))
    for place, tie in enumerate(drawn.ties):
        edge = ET.SubElement(graph, "edge", id=f"e{place}", source=tie.source, target=tie.target)
        _add(edge, "edge", _tie(tie))
        map_yfiles.add_edge(edge, tie)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add(element: ET.Element, target: str, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        if value is not None and value != "":
            text = str(value).lower() if isinstance(value, bool) else clean(str(value))
            ET.SubElement(element, "data", key=f"{target}_{name}").text = text


def _person(person: MapPerson) -> dict[str, Value]:
    return {
        "label": person.label,
        "side": "theirs",
        "title": person.title,
        "department": person.department,
        "state": person.state.value,
        "roles": ",".join(person.roles),
        "power": person.power,
        "interest": person.interest,
        "support": person.support,
        "trust": person.trust,
        "coverage": person.coverage,
        "quadrant": person.quadrant,
        "betweenness": person.between,
        "cuts_off": len(person.loses),
        "unreached": person.unreached,
    }


def _member(member: MapMember) -> dict[str, Value]:
    return {
        "label": member.label,
        "side": "ours",
        "title": member.title,
        "department": member.department,
        "state": "left" if member.present is False else "active",
        "betweenness": member.between,
        "cuts_off": len(member.loses),
    }


def _tie(tie: Tie) -> dict[str, Value]:
    known = tie.kind == "known_by"
    return {
        "kind": tie.kind.value,
        "level": tie.level,
        "live": {True: "yes", False: "no", None: "unknown"}[tie.live] if known else None,
        "trust": tie.trust,
        "last_contact": tie.contacted.isoformat() if tie.contacted else None,
        "age": tie.age,
        "said_by": tie.said_by if known else None,
        "weight": (_WEIGHTS[tie.level] if tie.level else None) if known else 1.0,
    }
