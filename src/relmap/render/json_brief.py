"""`relmap brief --format json`, version 1."""

from collections.abc import Iterable

from relmap import __version__
from relmap.brief.asking import Ask
from relmap.brief.brief import Brief
from relmap.brief.person import PersonBrief
from relmap.measures.facts import Facts
from relmap.measures.promises import PromiseState, is_ours
from relmap.model.json_schema import schema_id
from relmap.model.plans import CustomerGoal, Goal, Opportunity, Touchpoint
from relmap.render import json_brief_types as published
from relmap.render.json_account import figure, iso
from relmap.render.json_agenda import score_figure
from relmap.render.json_rubric import rubric
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool
from relmap.render.labels import members

SCHEMA_ID = schema_id("brief-v1")


def brief_json(brief: Brief) -> str:
    """Return the brief; ends with a newline."""
    return encode_lines(document(brief))


def document(brief: Brief) -> published.Document:
    """Return the document that is written."""
    settings = brief.assessment.settings
    return {
        "schema": SCHEMA_ID,
        "version": 1,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": brief.assessment.as_of.isoformat(),
        "period": brief.assessment.period or None,
        "currency": settings.currency,
        "rubric": rubric(settings),
        "account": _account(brief),
        "people": [_person(brief, entry) for entry in brief.people],
        "worth_meeting": [
            {"person": _person(brief, worth.brief), "reasons": list(worth.reasons)} for worth in brief.worth
        ],
        "open": _open(brief),
        "ask": _asks(brief.asking.there),
        "look_up": _asks(brief.asking.at_home),
    }


def _account(brief: Brief) -> published.Account:
    entry = brief.card.assessed
    row, figures = entry.row, entry.figures
    return {
        "id": row.id,
        "path": row.path,
        "name": row.name,
        "owner": row.owner,
        "status": row.status,  # type: ignore[typeddict-item]  # the model has checked it
        "revenue": entry.revenue,
        "health": figure(figures["health"]),
        "stage": figure(figures["stage"]),
        "dependence": figure(figures["dependence"]),
        "exposure": score_figure(entry.exposure),
        "leads": [lead.text for lead in brief.card.leads],
    }


def _person(brief: Brief, entry: PersonBrief) -> published.Person:
    facts, person = brief.card.profile.facts, entry.person
    contact = person.contact
    return {
        "contact": person.id,
        "name": person.label,
        "title": contact.title,
        "department": contact.department,
        "roles": list(contact.roles),
        "power": contact.power,
        "interest": contact.interest,
        "support": contact.support,
        "type": entry.type,  # type: ignore[typeddict-item]
        "live": person.live,
        "last_contact": iso(entry.last),
        "cares_about": contact.cares_about,
        "reports_to": list(contact.reports_to),
        "influences": list(contact.influences),
        "influenced_by": list(entry.swayed_by),
        "conflicts_with": list(contact.conflicts_with),
        "favours": list(entry.favours),
        "known_by": _ties(facts, entry),
        "says": [
            {"field": field, "said": said.said, "date": said.day.isoformat()}  # type: ignore[typeddict-item]
            for field, said in entry.sayings.items()
        ],
        "we_owe": _promises(facts, entry.ours),
        "they_owe": _promises(facts, entry.theirs),
        "their_goals": _goals(entry.customer_goals.items()),
        "our_goals": _goals(entry.goals.items()),
        "value": [
            {"what": v.what, "promised": v.promised, "delivered": v.delivered, "confirmed_by": v.confirmed_by}
            for v in entry.value
        ],
        "opportunities": _opportunities(entry.opportunities),
        "touchpoints": _talks(entry.talks),
    }


def _ties(facts: Facts, entry: PersonBrief) -> list[published.Tie]:
    names = members(facts.settings)
    return [
        {
            "member": tie.member,
            "name": names.get(tie.member, tie.member),
            "level": tie.level,
            "desired": tie.desired,
            "live": tie.live,
            "last_contact": iso(tie.contacted),
            "trust": tie.trust,
            "source": tie.source,  # type: ignore[typeddict-item]
            "rated": iso(tie.rated),
            "trust_counts": tie.trust_counts,
        }
        for tie in entry.ties
    ]


def _promises(facts: Facts, states: Iterable[PromiseState]) -> list[published.Promise]:
    return [
        {
            "what": entry.promise.what,
            "side": "ours" if is_ours(facts, entry.promise) else "theirs",
            "by": entry.promise.by,
            "to": entry.promise.to,
            "due": iso(entry.promise.due),
            "state": entry.state,  # type: ignore[typeddict-item]
            "overdue_days": None if entry.promise.due is None else max(0, (facts.as_of - entry.promise.due).days),
        }
        for entry in states
    ]


def _goals(goals: Iterable[tuple[str, Goal | CustomerGoal]]) -> list[published.Goal]:
    return [{"id": key, "what": goal.what, "due": iso(goal.due)} for key, goal in goals]


def _opportunities(entries: Iterable[Opportunity]) -> list[published.Opportunity]:
    return [{"what": entry.what, "value": entry.value, "contact": entry.contact} for entry in entries]


def _talks(talks: Iterable[Touchpoint]) -> list[published.Talk]:
    return [
        {
            "date": talk.date.isoformat(),
            "kind": talk.kind,
            "us": list(talk.us),
            "them": list(talk.them),
            "note": talk.note,
        }
        for talk in talks
    ]


def _open(brief: Brief) -> published.OpenMatters:
    matters, facts = brief.open, brief.card.profile.facts
    return {
        "contract_ends": iso(matters.ends),
        "notice_until": iso(matters.notice),
        "tender": iso(matters.tender),
        "issues": [{"what": i.what, "about": i.about, "since": iso(i.since)} for i in matters.issues],
        "opportunities": _opportunities(matters.opportunities),
        "initiatives": [
            {"id": key, "what": entry.what, "owner": entry.owner, "due": iso(entry.due)}
            for key, entry in matters.initiatives
        ],
        "promises": _promises(facts, matters.promises),
        "touchpoints": _talks(matters.talks),
    }


def _asks(asks: Iterable[Ask]) -> list[published.Ask]:
    return [
        {
            "text": ask.text,
            "why": ask.why or None,
            "weight": ask.weight,
            "health": ask.health,
            "contact": ask.contact or None,
        }
        for ask in asks
    ]
