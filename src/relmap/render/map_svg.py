"""`relmap map --format svg`: the map as a picture that needs nothing but a viewer."""

from collections.abc import Iterator
from itertools import chain

from relmap.map.values import AccountMap, Kind, MapMember, MapPerson, State, Tie
from relmap.render import labels, words
from relmap.render.map_layout import ARCS, CARD_WIDTH, LEFT, MEMBER_WIDTH, Box, Layout, lay_out
from relmap.render.map_marks import Marks, facts_of, role_text
from relmap.render.map_svg_side import SIDE_WIDTH, side
from relmap.render.svg_shapes import escape, fitted, shape, text_at

WIDTHS = {None: 1.2, "none": 0.8, "vendor": 1.3, "credible_source": 2.4, "problem_solver": 3.8, "trusted_advisor": 5.4}
"""How thick a relationship is drawn, by level."""
STYLE = """\
text{font-family:system-ui,-apple-system,'Segoe UI','Noto Sans','DejaVu Sans',Arial,sans-serif;
fill:#1d2430;font-size:11px}
.title{font-size:20px;font-weight:650}.sub{fill:#566072;font-size:12px}
.head{font-size:12px;font-weight:650;fill:#3b4454}
.name{font-size:12.5px;font-weight:650}.small{font-size:10.5px;fill:#4a5364}
.warn{font-size:10.5px;font-weight:650;fill:#a33b00}
.letter{font-size:8.5px;font-weight:700}.num{font-size:10px;font-weight:650;fill:#566072}
.mark{stroke:#1d2430;stroke-width:1}
.card{fill:#fff;stroke:#8a93a3;stroke-width:1}.key .card{stroke:#1d2430;stroke-width:1.8}
.left .card,.placeholder .card{stroke-dasharray:4 3;fill:#f3f4f7}
.left .name{text-decoration:line-through;fill:#687284}
.ours .card{fill:#eef2f7}
.line{fill:none;stroke:#9aa3b2;stroke-width:1.2}
.tie{fill:none;stroke:#33415c;stroke-opacity:.72}
.not{stroke-dasharray:7 5}.unknown{stroke-dasharray:1.5 4}
.dotted{fill:none;stroke:#6b7486;stroke-width:1.3;stroke-dasharray:2 3}
.influences{fill:none;stroke:#007a59;stroke-width:1.6}.tip{fill:#007a59}
.conflicts{fill:none;stroke:#b84a00;stroke-width:1.8;stroke-dasharray:6 3}
.grid{fill:none;stroke:#c3c9d3}.cross{stroke:#5b6577;stroke-width:1.4}
.pip{fill:#1d2430}.nopip{fill:#fff;stroke:#8a93a3}
"""


def map_svg(drawn: AccountMap, color_by: str, view: str) -> str:
    """Return the picture as an SVG document; ends with a newline."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + picture(drawn, color_by, view)


def picture(drawn: AccountMap, color_by: str, view: str) -> str:
    """Return the picture as an svg element, which may stand in a page."""
    layout, marks = lay_out(drawn), Marks(drawn, color_by)
    beside = side(drawn, layout, marks, layout.right + ARCS)
    total, height = layout.right + ARCS + SIDE_WIDTH + 24, max(layout.bottom, beside.bottom) + 24
    parts = chain(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total:g} {height:g}" width="{total:g}" '
            f'height="{height:g}" role="group" aria-labelledby="map-title map-desc">',
            f'<title id="map-title">Stakeholder map: {escape(drawn.name)}</title>',
            f'<desc id="map-desc">{escape(_description(drawn))}</desc>',
            f"<style>{STYLE}</style>{_MARKERS}",
            f'<rect width="{total:g}" height="{height:g}" fill="#fff"/>',
        ],
        _head(drawn, layout, color_by, view),
        *(_lines(drawn, layout, kinds) for kinds in ("org", "ours", "side")),
        (_card(row.person, place, layout.boxes[row.person.key], marks) for place, row in enumerate(layout.rows, 1)),
        (_member(member, layout.boxes[member.key]) for member in drawn.team),
        beside.parts,
        ["</svg>\n"],
    )
    return "\n".join(parts)


def _description(drawn: AccountMap) -> str:
    active = sum(person.state is State.ACTIVE for person in drawn.people)
    return f"{words.count(active, 'active contact')}, {words.count(len(drawn.team), 'team member')} who know them"


_MARKERS = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    '<path class="tip" d="M0,0.6 L7.4,4 L0,7.4 z"/></marker></defs>'
)


def _head(drawn: AccountMap, layout: Layout, color_by: str, view: str) -> Iterator[str]:
    yield text_at(LEFT, 34, fitted(drawn.name, 70), "title")
    left_out = f" · {words.count(drawn.left_out, 'person', 'people')} left out" if drawn.left_out else ""
    told = f"Stakeholder map on {drawn.as_of} · coloured by {color_by} · view: {view}{left_out}"
    yield text_at(LEFT, 54, told, "sub")
    if drawn.team:
        yield text_at(LEFT, 80, "Our people", "head")
    yield text_at(layout.right - CARD_WIDTH, 80, "Their people, set in by reporting line", "head")


def _lines(drawn: AccountMap, layout: Layout, group: str) -> Iterator[str]:
    """Yield the lines of one group, so that each group lies above the one before."""
    kinds = {"org": (Kind.REPORTS_TO,), "ours": (Kind.KNOWN_BY,)}.get(group, _SIDE_KINDS)
    for tie in drawn.ties:
        if tie.kind not in kinds or tie.source not in layout.boxes or tie.target not in layout.boxes:
            continue
        here, there = layout.boxes[tie.source], layout.boxes[tie.target]
        if group == "org":
            if there.x < here.x:  # people in a circle of lines stand at the top, without one
                down = f"M{there.x + 11:g},{there.middle + 21:g} V{here.middle:g} H{here.x:g}"
                yield f'<path class="line" {_ends(tie)} d="{down}"/>'
        elif group == "ours":
            yield _relationship(tie, here, there)
        else:
            yield _arc(tie, here, there, layout.right)


_SIDE_KINDS = (Kind.DOTTED, Kind.INFLUENCES, Kind.CONFLICTS)


def _ends(tie: Tie) -> str:
    return f'data-from="{escape(tie.source)}" data-to="{escape(tie.target)}" data-kind="{tie.kind}"'


def _relationship(tie: Tie, here: Box, there: Box) -> str:
    state = {True: "", False: " not", None: " unknown"}[tie.live]
    middle = (here.right + there.x) / 2
    bends = f"{middle:g},{here.middle:g} {middle:g},{there.middle:g}"
    curve = f"M{here.right:g},{here.middle:g} C{bends} {there.x:g},{there.middle:g}"
    told = f"<title>{escape(relationship_text(tie))}</title>"
    return f'<path class="tie{state}" stroke-width="{WIDTHS[tie.level]:g}" {_ends(tie)} d="{curve}">{told}</path>'


def relationship_text(tie: Tie) -> str:
    """Say how a relationship stands: level, whether it is live, and how old the last contact is."""
    level = labels.LEVELS[tie.level] if tie.level else "level not known"
    live = {True: "live", False: "not live", None: "live or not is unknown"}[tie.live]
    age = (
        "no day of a contact" if tie.age is None else f"last contact {tie.contacted}, {words.count(tie.age, 'day')} ago"
    )
    return f"{level}, {live}, {age if tie.age != 0 else 'last contact today'}"


def _arc(tie: Tie, here: Box, there: Box, right: float) -> str:
    reach = min(ARCS - 14, 22 + abs(here.middle - there.middle) * 0.16)
    shift = {Kind.DOTTED: -7, Kind.INFLUENCES: 0, Kind.CONFLICTS: 7}[tie.kind]
    start, end = here.middle + shift, there.middle + shift + (4 if there.y > here.y else -4)
    bend = right + reach * 1.3
    tip = ' marker-end="url(#tip)"' if tie.kind is Kind.INFLUENCES else ""
    curve = f"M{right:g},{start:g} C{bend:g},{start:g} {bend:g},{end:g} {right + 2:g},{end:g}"
    return f'<path class="{tie.kind}" {_ends(tie)}{tip} d="{curve}"><title>{tie.kind.replace("_", " ")}</title></path>'


def _card(person: MapPerson, number: int, box: Box, marks: Marks) -> str:
    mark = marks.of(person)
    kinds = ["person", person.state, *(["key"] if (person.power or 0) >= 4 and person.state is State.ACTIVE else [])]
    columns = int((box.width - 116) / 7.5)
    room = box.width - 40 - (7 * len(_short_warning(person)))
    parts = [
        f'<g class="{" ".join(kinds)}" data-key="{escape(person.key)}" aria-label="{escape(spoken(person, number))}">',
        f'<rect class="card" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="5"/>',
        shape(mark.shape, box.x + 17, box.middle, 8, mark.fill, mark.letter),
        text_at(box.x + 33, box.y + 16, fitted(_name(person), columns), "name"),
        text_at(box.x + 33, box.y + 31, fitted(_below(person), int(room / 5.9)), "small"),
        *_pips(person, box),
        text_at(box.right - 8, box.y + 15, str(number), "num", anchor="end"),
        *_warning(person, box),
        "</g>",
    ]
    return "".join(parts)


def spoken(person: MapPerson, number: int) -> str:
    """Say all of a person's card, for whoever hears the map."""
    parts = [f"{number}. {_name(person)}", role_text(person), *facts_of(person), *_warnings(person)]
    return ", ".join(part for part in parts if part)


def _name(person: MapPerson) -> str:
    return f"{person.label}, {person.title}" if person.title else person.label


def _below(person: MapPerson) -> str:
    parts = [role_text(person), *(fact for fact in facts_of(person) if not fact.startswith("power"))]
    return " · ".join(part for part in parts if part)


def _pips(person: MapPerson, box: Box) -> Iterator[str]:
    """Yield five dots for the power, filled as far as it goes; a question mark where nobody rated it."""
    if person.power is None:
        if person.state is State.ACTIVE:
            yield text_at(box.right - 28, box.y + 15, "power ?", "small", anchor="end")
        return
    for place in range(5):
        kind = "pip" if place < person.power else "nopip"
        yield f'<circle class="{kind}" cx="{box.right - 66 + place * 9:g}" cy="{box.y + 12:g}" r="3"/>'


def _warnings(person: MapPerson) -> list[str]:
    found = ["single point of failure"] if person.loses else []
    return [*found, "out of reach"] if person.unreached else found


def _short_warning(person: MapPerson) -> str:
    return "⚠ single point" if person.loses else "⚠ out of reach" if person.unreached else ""


def _warning(person: MapPerson, box: Box) -> Iterator[str]:
    if told := _short_warning(person):
        yield text_at(box.right - 8, box.y + 31, told, "warn", anchor="end")


def _member(member: MapMember, box: Box) -> str:
    note = member.title or member.department
    if member.present is False:
        note = "has left us"
    columns = int((MEMBER_WIDTH - 20) / 7)
    below = text_at(box.x + 14, box.y + 31, fitted(note, columns + 2), "small")
    if member.loses:
        below = text_at(box.x + 9, box.y + 31, "⚠ single point of failure", "warn")
    kind = "ours left" if member.present is False else "ours"
    return (
        f'<g class="{kind}" data-key="{escape(member.key)}" aria-label="{escape(member.label)}, ours">'
        f'<rect class="card" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="20"/>'
        f"{text_at(box.x + 14, box.y + 16, fitted(member.label, columns), 'name')}"
        f"{below}</g>"
    )
