"""`relmap plan --format json`, version 1: the plan as it is drawn, and the parts that machines ask for."""

from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from relmap import __version__
from relmap.assess.assessment import Assessment
from relmap.findings import Route, route_text
from relmap.map.build import LineOf
from relmap.measures.initiatives import status_on
from relmap.model.json_schema import schema_id
from relmap.plan.values import AccountPlan, NextThing, Traced
from relmap.render import json_plan_types as published
from relmap.render import words
from relmap.render.json_account import iso
from relmap.render.json_rubric import rubric
from relmap.render.json_text import encode_lines
from relmap.render.page import Block, Bullets, Cell, Code, Facts, Grid, Heading, Prose
from relmap.render.plan_page import PlanSection, plan_sections, plan_title
from relmap.render.plan_words import member, thing_text

SCHEMA_ID = schema_id("plan-v1")
VERSION: Literal[1] = 1


def plans_json(run: Assessment, plans: Sequence[tuple[AccountPlan, LineOf]], wanted: Collection[str]) -> str:
    """Return plans as JSON; ends with a newline."""
    return encode_lines(
        {
            "schema": SCHEMA_ID,
            "version": VERSION,
            "tool": {"name": "relmap", "version": __version__},
            "as_of": run.as_of.isoformat(),
            "currency": run.settings.currency,
            "rubric": rubric(run.settings),
            "plans": (plan_document(run, plan, line_of, wanted) for plan, line_of in plans),
        }
    )


def plan_document(
    run: Assessment, plan: AccountPlan, line_of: LineOf, wanted: Collection[str]
) -> published.PlanDocumentAccount:
    """Return one plan as plain data."""
    row = plan.card.assessed.row
    return {
        "id": row.id,
        "name": row.name,
        "path": row.path,
        "owner": row.owner,
        "title": plan_title(plan),
        "next": [_next(plan, thing, line_of) for thing in plan.things],
        "initiatives": [_initiative(plan, traced) for traced in plan.trace.rows],
        "deadlines": [
            {"name": entry.name, "day": entry.day.isoformat(), "days": entry.days}
            for entry in (plan.runway.deadlines if plan.runway else ())
        ],
        "sections": [_section(entry, line_of) for entry in plan_sections(run, plan, wanted)],
    }


def _next(plan: AccountPlan, thing: NextThing, line_of: LineOf) -> published.PlanNext:
    return {
        "kind": thing.kind,
        "text": words.sentence(thing_text(thing)),
        "owner": thing.owner,
        "owner_name": member(plan, thing.owner),
        "due": iso(thing.due),
        "sources": _sources(thing.routes, line_of),
    }


def _initiative(plan: AccountPlan, traced: Traced) -> published.PlanInitiative:
    facts = plan.card.profile.facts
    entry = facts.account.initiatives[traced.initiative]
    return {
        "initiative": traced.initiative,
        "what": entry.what,
        "owner": entry.owner,
        "due": iso(entry.due),
        "status": status_on(facts, entry),
        "goals": list(traced.goals),
        "customer_goals": list(traced.customer_goals),
        "contacts": list(traced.people),
    }


def _sources(routes: Iterable[Route], line_of: LineOf) -> list[published.PlanSource]:
    return [{"route": route_text(route), "line": line_of(route)} for route in routes]


def _section(entry: PlanSection, line_of: LineOf) -> published.PlanSectionDocument:
    blocks = [_block(block, line_of) for block in entry.section.blocks]
    return {"id": entry.id, "title": entry.section.title, "blocks": blocks}


def _block(block: Block, line_of: LineOf) -> published.PlanBlock:
    found: published.PlanBlock = {"kind": "text", "text": "", "cells": [], "facts": [], "columns": [], "rows": []}
    match block:
        case Heading(text):
            found["kind"], found["text"] = "heading", text
        case Prose(cell):
            found["cells"] = [_cell(cell, line_of)]
        case Bullets(items):
            found["kind"], found["cells"] = "list", [_cell(item, line_of) for item in items]
        case Facts(rows):
            found["kind"] = "facts"
            found["facts"] = [{"label": row.label, "cell": _cell(row.cell, line_of)} for row in rows]
        case Grid(columns, lines, _):
            found["kind"], found["columns"] = "table", [column.title for column in columns]
            found["rows"] = [[_cell(cell, line_of) for cell in line] for line in lines]
        case Code(lines, _):
            found["kind"], found["text"] = "picture", "\n".join(lines)
    return found


def _cell(cell: Cell, line_of: LineOf) -> published.PlanCell:
    return {
        "text": cell.text,
        "note": cell.note,
        "tone": cell.tone.value,
        "sources": _sources(cell.routes, line_of),
    }
