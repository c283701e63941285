"""`relmap agenda --format json`, version 1."""

from relmap import __version__
from relmap.agenda.agenda import Agenda, Item
from relmap.assess.assessment import AssessedAccount
from relmap.assess.figures import of_score
from relmap.findings import route_text
from relmap.measures.result import Score
from relmap.model.json_schema import schema_id
from relmap.render import json_agenda_types as published
from relmap.render.json_account import figure, iso
from relmap.render.json_rubric import rubric
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Figure, Tool

SCHEMA_ID = schema_id("agenda-v1")


def agenda_json(agenda: Agenda) -> str:
    """Return the agenda, one item a line; ends with a newline."""
    document = dict(_head(agenda))
    document["items"] = map(_item, agenda.items)
    return encode_lines(document)


def _head(agenda: Agenda) -> published.Document:
    run = agenda.assessment
    accounts = {item.account.row.id: item.account for item in agenda.items}
    return {
        "schema": SCHEMA_ID,
        "version": 1,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": run.as_of.isoformat(),
        "until": agenda.until.isoformat(),
        "within": agenda.within,
        "currency": run.settings.currency,
        "rubric": rubric(run.settings),
        "owners": list(agenda.owners),
        "broken": list(run.broken),
        "accounts": [_account(entry) for entry in accounts.values()],
        "items": [],
    }


def _account(entry: AssessedAccount) -> published.Account:
    row = entry.row
    return {
        "id": row.id,
        "name": row.name,
        "owner": row.owner,
        "status": row.status,  # type: ignore[typeddict-item]  # the model has checked it
        "revenue": entry.revenue,
        "exposure": score_figure(entry.exposure),
    }


def score_figure(score: Score) -> Figure:
    """Return a score as a figure; the reason only where there is one."""
    return figure(of_score(score))


def _item(item: Item) -> published.Item:
    todo, row = item.todo, item.account.row
    return {
        "kind": todo.kind.value,
        "account": row.id,
        "subject": todo.subject,
        "what": todo.what,
        "owner": todo.owner,
        "contact": todo.contact or None,
        "person": todo.person or None,
        "due": iso(todo.due),
        "overdue_days": None if todo.due is None else item.overdue,
        "path": row.path,
        "line": todo.line,
        "route": route_text(todo.route),
    }
