"""`relmap map --format dot`: the map for Graphviz."""

from collections.abc import Iterator, Mapping

from relmap.map.values import AccountMap, Kind, MapPerson, State, Tie
from relmap.render.clean import clean
from relmap.render.map_marks import Marks, member_rows, node_rows
from relmap.render.map_svg import WIDTHS, relationship_text
from relmap.render.svg_shapes import DARK

_SHAPES = {
    "star": "doubleoctagon",
    "up": "house",
    "circle": "box",
    "down": "invhouse",
    "cross": "octagon",
    "ring": "ellipse",
}


def map_dot(drawn: AccountMap, color_by: str) -> str:
    """Return the map as a DOT graph; ends with a newline."""
    marks = Marks(drawn, color_by)
    title = f"{drawn.name}: stakeholder map on {drawn.as_of}"
    lines = [
        "digraph relmap {",
        f"  graph [label={quoted(title)}, labelloc=t, rankdir=TB, newrank=true];",
        '  node [fontname="Helvetica", fontsize=10, style=filled, fillcolor="#ffffff", color="#1d2430"];',
        '  edge [fontname="Helvetica", fontsize=8, color="#566072"];',
        *(_person(person, marks) for person in drawn.people),
        *_team(drawn),
        *(f"  {_tie(tie)};" for tie in drawn.ties),
        "}",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return a text as a quoted string that Graphviz shows as it is: no escape in it, and no HTML label."""
    text = clean(text).replace("&", "&amp;")  # it reads entities in every label
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _rows(rows: list[str]) -> str:
    r"""Return rows as one quoted string; `\n` between them is Graphviz's own escape."""
    return '"' + "\\n".join(quoted(row)[1:-1] for row in rows) + '"'


def _attributes(pairs: Mapping[str, str]) -> str:
    return "[" + ", ".join(f"{name}={value}" for name, value in pairs.items()) + "]"


def _person(person: MapPerson, marks: Marks) -> str:
    mark = marks.of(person)
    pairs = {
        "label": _rows(node_rows(person, marks)),
        "shape": _SHAPES.get(mark.shape, "box"),
        "fillcolor": quoted(mark.fill),
        "fontcolor": quoted("#ffffff" if mark.fill in DARK else "#1d2430"),
        "penwidth": "2" if (person.power or 0) >= 4 else "1",
    }
    if person.state is not State.ACTIVE:
        pairs["style"] = quoted("filled,dashed")
    return f"  {quoted(person.key)} {_attributes(pairs)};"


def _team(drawn: AccountMap) -> Iterator[str]:
    if not drawn.team:
        return
    yield '  subgraph cluster_ours {\n    label="Our people"; color="#9aa3b2"; style=rounded;'
    for member in drawn.team:
        pairs = {
            "label": _rows(member_rows(member)),
            "shape": "box",
            "style": '"rounded,filled"',
            "fillcolor": '"#eef2f7"',
        }
        yield f"    {quoted(member.key)} {_attributes(pairs)};"
    yield "  }"


def _tie(tie: Tie) -> str:
    ends = [quoted(tie.source), quoted(tie.target)]
    match tie.kind:
        case Kind.REPORTS_TO:
            return f"{ends[1]} -> {ends[0]} [dir=none, kind=reports_to]"
        case Kind.DOTTED:
            return f"{ends[1]} -> {ends[0]} [dir=none, style=dotted, constraint=false, kind=dotted]"
        case Kind.INFLUENCES:
            return f'{ends[0]} -> {ends[1]} [color="#007a59", constraint=false, kind=influences]'
        case Kind.CONFLICTS:
            return f'{ends[0]} -> {ends[1]} [dir=none, color="#b84a00", style=dashed, constraint=false, kind=conflicts]'
    style = {True: "solid", False: "dashed", None: "dotted"}[tie.live]
    said = quoted(relationship_text(tie))
    pairs = {"penwidth": f"{WIDTHS[tie.level]:g}", "style": style, "tooltip": said, "dir": "none", "kind": "known_by"}
    return f"{ends[0]} -> {ends[1]} {_attributes(pairs)}"
