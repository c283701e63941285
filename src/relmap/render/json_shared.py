"""`relmap plan --shareable --format json`, version 1."""

from collections.abc import Iterable

from relmap import __version__
from relmap.model.json_schema import schema_id
from relmap.plan.shareable import SharedGoal, SharedPlan, SharedPromise
from relmap.render import json_shared_types as published
from relmap.render.json_account import iso
from relmap.render.json_text import encode_lines
from relmap.render.plan_shared import shared_title

SCHEMA_ID = schema_id("plan-shareable-v1")


def shared_json(plans: Iterable[SharedPlan]) -> str:
    """Return plans as JSON; ends with a newline."""
    return encode_lines(
        {
            "schema": SCHEMA_ID,
            "version": 1,
            "tool": {"name": "relmap", "version": __version__},
            "plans": map(shared_document, plans),
        }
    )


def shared_document(plan: SharedPlan) -> published.SharedPlanDocument:
    """Return one plan as plain data."""
    return {
        "id": plan.account,
        "name": plan.name,
        "company": plan.company,
        "owner": plan.owner,
        "title": shared_title(plan),
        "as_of": plan.as_of.isoformat(),
        "people": [{"name": who.name, "title": who.title or None, "ours": list(who.ours)} for who in plan.people],
        "goals": [_goal(goal) for goal in plan.goals],
        "promises_ours": [_promise(entry) for entry in plan.ours],
        "promises_theirs": [_promise(entry) for entry in plan.theirs],
        "value": [
            {
                "what": entry.what,
                "to": entry.to or None,
                "promised": entry.promised or None,
                "delivered": entry.delivered or None,
                "confirmed_by": entry.confirmed_by or None,
                "day": iso(entry.day),
            }
            for entry in plan.value
        ],
        "meetings": [
            {
                "day": entry.day.isoformat(),
                "kind": entry.kind or None,
                "ours": list(entry.ours),
                "theirs": list(entry.theirs),
            }
            for entry in plan.meetings
        ],
    }


def _goal(goal: SharedGoal) -> published.SharedGoalDocument:
    return {
        "what": goal.what,
        "whose": goal.whose or None,
        "measure": goal.measure or None,
        "start": goal.start or None,
        "target": goal.target or None,
        "due": iso(goal.due),
        "initiatives": [
            {
                "what": entry.what,
                "owner": entry.owner or None,
                "started": iso(entry.started),
                "due": iso(entry.due),
                "status": entry.status,  # type: ignore[typeddict-item]  # what was dropped is not shared
                "done": iso(entry.done),
            }
            for entry in goal.initiatives
        ],
    }


def _promise(entry: SharedPromise) -> published.SharedPromiseDocument:
    return {
        "what": entry.what,
        "by": entry.by,
        "to": entry.to or None,
        "made": iso(entry.made),
        "due": iso(entry.due),
        "status": entry.status,
        "kept": iso(entry.kept),
    }
