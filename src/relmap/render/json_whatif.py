"""`relmap whatif --format json`, version 1."""

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from relmap import __version__
from relmap.assess.assessment import Assessment
from relmap.assess.figures import Figure, MeasureInfo
from relmap.model.json_schema import schema_id
from relmap.render import json_whatif_types as published
from relmap.render.json_account import answer, figure, iso
from relmap.render.json_rubric import rubric
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool
from relmap.render.whatif_loss_page import loss_summary
from relmap.render.whatif_words import departure_summary
from relmap.whatif.book import BookFigure, book_figures
from relmap.whatif.departure import Departure
from relmap.whatif.effects import Effect, Orphan, Reach
from relmap.whatif.loss import Loss, Shift
from relmap.whatif.mending import Plan
from relmap.whatif.people import Leaver

SCHEMA_ID = schema_id("whatif-v1")
VERSION: Literal[1] = 1


def departure_json(found: Departure) -> str:
    """Return a departure; ends with a newline."""
    document = _document(found.before, departure_summary(found))
    document["leavers"] = [_leaver(who) for who in found.leavers]
    document["accounts"] = [_effect(effect) for effect in found.effects]
    document["book"] = [_of_book(entry) for entry in book_figures(found.before, found.after)]
    return encode_lines(document)


def loss_json(found: Loss) -> str:
    """Return a loss; ends with a newline."""
    document = _document(found.before, loss_summary(found))
    document["lost"] = [{"id": e.row.id, "name": e.row.name, "revenue": e.revenue} for e in found.lost]
    by_account = groupby(found.shifts, key=lambda shift: shift.account)
    document["staying"] = [
        {"id": entry.row.id, "name": entry.row.name, "measures": [_shift(shift) for shift in shifts]}
        for entry, shifts in by_account
    ]
    document["freed"] = list(found.freed)
    document["book"] = [_of_book(entry) for entry in found.figures]
    return encode_lines(document)


def _document(book: Assessment, summary: str) -> published.Document:
    """Return a document that says nothing yet; its keys stand in the published order."""
    return {
        "schema": SCHEMA_ID,
        "version": VERSION,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": book.as_of.isoformat(),
        "period": book.period or None,
        "currency": book.settings.currency,
        "rubric": rubric(book.settings),
        "summary": summary,
        "leavers": [],
        "lost": [],
        "accounts": [],
        "staying": [],
        "freed": [],
        "book": [],
    }


def _leaver(who: Leaver) -> published.Leaver:
    return {"side": who.side, "id": who.id, "name": who.name, "title": who.title or None}  # type: ignore[typeddict-item]


def _effect(effect: Effect) -> published.AccountEffect:
    entry = effect.before.assessed
    return {
        "id": entry.row.id,
        "path": entry.row.path,
        "name": entry.row.name,
        "owner": entry.row.owner,
        "revenue": entry.revenue,
        "loses_owner": effect.loses_owner,
        "measures": [_moved(m.measure, m.before, m.after, m.mended) for m in effect.moved],
        "cut_off": _reaches(effect.cut_off),
        "hanging": _reaches(effect.hanging),
        "out_of_touch": [{"contact": person.id, "name": person.label} for person in effect.out_of_touch],
        "roles_lost": list(effect.roles_lost),
        "orphans": [_orphan(orphan) for orphan in effect.orphans],
        "back": _plan(effect.back),
        "safe": _plan(effect.safe),
    }


def _moved(measure: MeasureInfo, before: Figure, after: Figure, restored: Figure | None) -> published.Moved:
    return {
        "measure": measure.id,
        "unit": measure.unit,
        "before": answer(measure, before),
        "after": answer(measure, after),
        "restored": answer(measure, restored) if restored else None,
    }


def _shift(shift: Shift) -> published.Moved:
    return _moved(shift.measure, shift.before, shift.after, None)


def _reaches(reaches: Sequence[Reach]) -> list[published.Reach]:
    return [
        {
            "contact": reach.person.id,
            "name": reach.person.label,
            "title": reach.person.contact.title,
            "ways_before": reach.before,
            "ways_after": reach.after,
        }
        for reach in reaches
    ]


def _orphan(orphan: Orphan) -> published.Orphan:
    return {
        "kind": orphan.kind,  # type: ignore[typeddict-item]
        "what": orphan.what,
        "due": iso(orphan.due),
        "person": orphan.person,
        "value": orphan.value,
    }


def _plan(plan: Plan) -> published.Plan:
    return {
        "links": [
            {
                "member": link.member,
                "member_name": link.member_name,
                "contact": link.contact,
                "contact_name": link.contact_name,
                "known": link.known,
                "hire": link.hire,
                "roles": list(link.roles),
            }
            for link in plan.links
        ],
        "least": plan.least,
        "is_smallest": plan.is_smallest,
    }


def _of_book(entry: BookFigure) -> published.BookFigure:
    return {
        "id": entry.id,
        "title": entry.title,
        "unit": entry.unit,  # type: ignore[typeddict-item]
        "before": figure(entry.before),
        "after": figure(entry.after),
    }
