"""`relmap map --format json`, version 1: people, lines and measures of an account, or our people across a book."""

from typing import Literal, cast

from relmap import __version__
from relmap.map.book_map import BookMap, SamePerson
from relmap.map.values import AccountMap, Kind, MapMember, MapPerson, Tie
from relmap.measures.result import Score
from relmap.model.json_schema import schema_id
from relmap.model.settings import Settings
from relmap.render import json_map_types as published
from relmap.render.json_account import iso
from relmap.render.json_rubric import rubric
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool

MAP_SCHEMA, BOOK_SCHEMA = schema_id("map-v1"), schema_id("map-book-v1")


def map_json(drawn: AccountMap, settings: Settings) -> str:
    """Return one account's map; ends with a newline."""
    document: published.MapDocument = {
        "schema": MAP_SCHEMA,
        "version": 1,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": drawn.as_of.isoformat(),
        "rubric": rubric(settings),
        "account": drawn.account,
        "path": drawn.path,
        "name": drawn.name,
        "left_out": drawn.left_out,
        "coverage": _bounds(drawn.coverage),
        "resilience": _bounds(drawn.resilience),
        "roles": [{"role": e.role, "state": _state(e.state), "people": list(e.people)} for e in drawn.roles],
        "nodes": [*map(_person, drawn.people), *map(_member, drawn.team)],
        "edges": [_edge(tie) for tie in drawn.ties],
    }
    return encode_lines({**document, "nodes": iter(document["nodes"]), "edges": iter(document["edges"])})


def _bounds(score: Score) -> published.Bounds:
    return {"value": score.value, "low": score.low, "high": score.high}


_RoleWord = Literal["covered", "unclear", "not_live", "placeholder", "missing"]


def _state(state: str) -> _RoleWord:
    return cast("_RoleWord", state)


def _person(person: MapPerson) -> published.Node:
    return {
        "key": person.key,
        "id": person.id,
        "side": "theirs",
        "label": person.label,
        "title": person.title or None,
        "department": person.department or None,
        "state": person.state.value,
        "left": iso(person.left),
        "roles": list(person.roles),
        "power": person.power,
        "interest": person.interest,
        "support": person.support,
        "trust": person.trust,
        "coverage": cast("Literal['live', 'unclear', 'not_live', 'nobody']", person.coverage),
        "type": person.type,
        "quadrant": person.quadrant,
        "betweenness": person.between,
        "cuts_off": list(person.loses),
        "unreached": person.unreached,
        "line": person.line,
    }


def _member(member: MapMember) -> published.Node:
    return {
        "key": member.key,
        "id": member.id,
        "side": "ours",
        "label": member.label,
        "title": member.title or None,
        "department": member.department or None,
        "state": "unknown" if member.present is None else "active" if member.present else "left",
        "left": None,
        "roles": [],
        "power": None,
        "interest": None,
        "support": None,
        "trust": None,
        "coverage": None,
        "type": None,
        "quadrant": None,
        "betweenness": member.between,
        "cuts_off": list(member.loses),
        "unreached": None,
        "line": None,
    }


def _edge(tie: Tie) -> published.Edge:
    said_by = cast("Literal['ours', 'theirs', 'document']", tie.said_by)
    return {
        "kind": tie.kind.value,
        "source": tie.source,
        "target": tie.target,
        "live": tie.live,
        "level": tie.level,
        "trust": tie.trust,
        "last_contact": iso(tie.contacted),
        "age": tie.age,
        "said_by": said_by if tie.kind is Kind.KNOWN_BY else None,
        "line": tie.line,
    }


def book_map_json(across: BookMap, settings: Settings) -> str:
    """Return the map of all accounts; ends with a newline."""
    document: published.BookMapDocument = {
        "schema": BOOK_SCHEMA,
        "version": 1,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": across.as_of.isoformat(),
        "rubric": rubric(settings),
        "period": across.period or None,
        "accounts": [{"id": account, "name": name, "revenue": revenue} for account, name, revenue in across.accounts],
        "team": across.names,
        "holds": [cast("published.Hold", hold._asdict()) for hold in across.holds],
        "threads": [
            {"member": e.member, "accounts": list(e.accounts), "revenue": e.revenue, "unknown": e.unknown}
            for e in across.threads
        ],
        "people": [_same(person) for person in across.people],
    }
    return encode_lines(document)


def _same(person: SamePerson) -> published.SamePerson:
    return {
        "moved": person.moved,
        "seats": [
            {"account": e.account, "contact": e.contact, "label": e.label, "left": e.left, "left_on": iso(e.left_on)}
            for e in person.seats
        ],
    }
