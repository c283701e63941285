"""`relmap map --format html`: one file that needs no network, to filter, search and look things up in.

Its policy lets only its own script run, by hash, and nothing be fetched. Without a script it is a picture and a table.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from relmap.map.tree import tree_rows
from relmap.map.values import AccountMap, Kind, MapMember, MapPerson, State, Tie
from relmap.model.words import ROLES, SUPPORTS
from relmap.render import labels, words
from relmap.render.clean import clean
from relmap.render.json_text import encode
from relmap.render.map_gaps import CONVENTION, gap_lines, known_by_text
from relmap.render.map_marks import facts_of, role_text
from relmap.render.map_svg import picture, relationship_text
from relmap.render.svg_shapes import escape


def map_html(drawn: AccountMap, color_by: str, view: str) -> str:
    """Return the page; ends with a newline."""
    script, style = _asset("map.js"), _asset("map.css")
    title = escape(f"{drawn.name}: stakeholder map on {drawn.as_of}")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; base-uri 'none'; "
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}form-action \'none\'">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<h1>{title}</h1>",
            *_form(drawn),
            f'<div class="picture">{picture(drawn, color_by, view)}</div>',
            *_gaps(drawn),
            *_table(drawn),
            '<aside id="details" role="dialog" aria-label="Details" hidden><button id="close" type="button">Close'
            '</button><div id="details-body"></div></aside>',
            f'<script type="application/json" id="map-data">{_data(drawn)}</script>',
            f"<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def _asset(name: str) -> str:
    return files("relmap.render").joinpath(name).read_text(encoding="utf-8")


def _form(drawn: AccountMap) -> Iterator[str]:
    yield '<form role="search" aria-label="Filter people" action="#">'
    yield '<label>Search <input id="search" type="search" autocomplete="off"></label>'
    roles = {role for person in drawn.people for role in person.roles}
    yield _select("role", "Role", [(role, labels.role(role)) for role in ROLES if role in roles])
    supports = {person.support for person in drawn.people}
    yield _select("support", "Support", [(word, word) for word in reversed(SUPPORTS) if word in supports])
    yield _select("member", "Known by", [(member.key, member.label) for member in drawn.team])
    yield '<label class="check"><input id="live" type="checkbox"> live only</label>'
    yield '<button id="reset" type="button">Show all</button> <output id="count" aria-live="polite"></output></form>'


def _select(name: str, title: str, options: list[tuple[str, str]]) -> str:
    inside = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options)
    return f'<label>{title} <select id="{name}"><option value="">any</option>{inside}</select></label>'


def _gaps(drawn: AccountMap) -> Iterator[str]:
    for lines in gap_lines(drawn):
        if lines:
            inside = "".join(f"<li>{escape(line)}</li>" for line in lines[1:])
            yield f"<h2>{escape(lines[0])}</h2>\n<ul>{inside}</ul>"
    yield f'<p class="muted">{escape(words.sentence(f"Who stands between others is counted as {CONVENTION}"))}</p>'


def _table(drawn: AccountMap) -> Iterator[str]:
    heads = ("No.", "Who", "Title", "Department", "Roles", "How they stand", "Known by")
    yield "<h2>Everybody</h2>"
    yield f'<table id="list"><thead><tr>{"".join(f"<th scope=col>{head}</th>" for head in heads)}</tr></thead><tbody>'
    for number, row in enumerate(tree_rows(drawn), 1):
        person = row.person
        button = f'<button type="button" data-key="{escape(person.key)}">{escape(person.label)}</button>'
        known = known_by_text(drawn, _known(drawn, person.key)) or "–"
        texts = (person.title, person.department, role_text(person), " · ".join(facts_of(person)), known)
        cells = "".join(f"<td>{escape(text)}</td>" for text in texts)
        yield f'<tr data-key="{escape(person.key)}"><td>{number}</td><td>{button}</td>{cells}</tr>'
    yield "</tbody></table>"


def _known(drawn: AccountMap, key: str) -> list[Tie]:
    return [tie for tie in drawn.ties if tie.kind is Kind.KNOWN_BY and tie.target == key]


def _data(drawn: AccountMap) -> str:
    """Return what the script reads, with nothing in it that could end the element it stands in."""
    people = [_details(drawn, entry) for entry in drawn.everybody]
    text = encode({"people": people})
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _details(drawn: AccountMap, entry: MapPerson | MapMember) -> dict[str, object]:
    facts = _person_facts(entry) if isinstance(entry, MapPerson) else _member_facts(entry)
    lost = words.listed([drawn.label(f"theirs:{person}") for person in entry.loses])
    facts += [("Without them", f"{lost} out of reach")] if lost else []
    facts += [("Betweenness", words.percent(entry.between * 100))] if entry.between else []
    told = [(label, clean(text)) for label, text in facts if text]
    theirs = isinstance(entry, MapPerson)
    return {
        "key": entry.key,
        "side": "theirs" if theirs else "ours",
        "label": clean(entry.label),
        "roles": list(entry.roles) if isinstance(entry, MapPerson) else [],
        "support": entry.support if isinstance(entry, MapPerson) else None,
        "live": isinstance(entry, MapPerson) and entry.live is True,
        "members": [tie.source for tie in _known(drawn, entry.key)],
        "search": " ".join([clean(entry.label), *(text for _, text in told)]),
        "facts": told,
        "lines": [clean(text) for text in _lines(drawn, entry.key)],
    }


def _person_facts(person: MapPerson) -> list[tuple[str, str]]:
    state = "" if person.state is State.ACTIVE else facts_of(person)[0]
    trust = words.UNKNOWN if person.trust is None else words.plain(person.trust)
    return [
        ("", state),
        ("Title", person.title),
        ("Department", person.department),
        ("Roles", role_text(person)),
        ("Power, 1 to 5", str(person.power or words.UNKNOWN)),
        ("Interest, 1 to 5", str(person.interest or words.UNKNOWN)),
        ("Support", person.support or words.UNKNOWN),
        ("Trust, 0 to 10", trust),
        ("On the map", labels.CONTACT_TYPES.get(person.type or "", "")),
        ("Grid", labels.QUADRANTS.get(person.quadrant or "", "")),
        ("Cares about", person.cares_about),
        ("Reach", "no live way leads there" if person.unreached else ""),
        ("Written in", f"line {person.line}" if person.line else ""),
    ]


def _member_facts(member: MapMember) -> list[tuple[str, str]]:
    gone = "has left us" if member.present is False else ""
    return [("", gone), ("Title", member.title), ("Department", member.department)]


_TOLD = {
    Kind.REPORTS_TO: "{} reports to {}",
    Kind.DOTTED: "{} also reports to {} (dotted line)",
    Kind.INFLUENCES: "{} influences {}",
    Kind.CONFLICTS: "{} is at odds with {}",
}


def _lines(drawn: AccountMap, key: str) -> Iterator[str]:
    """Yield every line of a person with the place in the file where it stands."""
    for tie in drawn.ties:
        if key not in (tie.source, tie.target):
            continue
        place = f" ({drawn.path}:{tie.line})" if tie.line else ""
        if tie.kind is Kind.KNOWN_BY:
            trust = "" if tie.trust is None else f", trust {words.plain(tie.trust)}"
            source = {"theirs": ", they say so", "document": ", a document says so"}.get(tie.said_by, ", our estimate")
            ends = f"{drawn.label(tie.source)} – {drawn.label(tie.target)}"
            yield f"{ends}: {relationship_text(tie)}{trust}{source}{place}"
        else:
            yield _TOLD[tie.kind].format(drawn.label(tie.source), drawn.label(tie.target)) + place
