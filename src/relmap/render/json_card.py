"""The published JSON of an account's evidence: what its card adds to its line in the book."""

from collections.abc import Sequence

from relmap.assess.assessment import Assessment, Card
from relmap.assess.profile import Profile
from relmap.findings import route_text
from relmap.measures.facts import Link
from relmap.measures.promises import PromiseState, is_ours
from relmap.measures.stage import StageResult
from relmap.measures.stakeholders import MappedContact
from relmap.measures.voices import Voice
from relmap.render import json_card_types as published
from relmap.render.json_account import iso
from relmap.render.json_evidence import inputs, measures, unknowns
from relmap.render.json_models import models


def card(assessment: Assessment, entry: Card) -> published.Card:
    """Return everything that stands behind one account's figures."""
    profile = entry.profile
    return {
        "measures": measures(assessment, entry),
        "narrowing": unknowns(profile.health.narrowing),
        "stage": _stage(profile.stage),
        **models(entry),
        "views": _views(profile),
        "map": _map(profile),
        "roles": [
            {"role": role.role, "state": role.state, "people": list(role.people)}  # type: ignore[typeddict-item]
            for role in profile.roles
        ],
        "resilience": _resilience(profile),
        "promises": _promises(profile),
        "trust": {"gap": profile.trust.gap, "person_held": profile.trust.person_held},
        "equity": _equity(profile),
        "wallet": _wallet(profile),
        "review": _review(profile),
        "watch": {
            "overdue_initiatives": list(profile.watch.overdue_initiatives),
            "collaborative_quarters": profile.transience.quarters,
        },
        "divisions": [division.row.id for division in entry.divisions],
    }


def _stage(stage: StageResult) -> published.StageEvidence:
    return {
        "one_sided": stage.one_sided,
        "next": stage.next_stage,
        "missing": [test.id for test in stage.missing],
        "still_needed": stage.still_needed,
        "tests": [
            {
                "id": test.id,
                "stage": test.stage,
                "must": test.must,
                "label": test.label,
                "passed": test.passed,
                "confirmed": test.confirmed,
                "detail": test.detail or None,
                "inputs": inputs(test.inputs),
            }
            for test in stage.tests
        ],
    }


def _views(profile: Profile) -> published.BothViews:
    ours, theirs = (
        _side(stage, standing, trust)
        for stage, standing, trust in zip(
            (profile.stage.ours, profile.stage.theirs), profile.standings, profile.trusts, strict=True
        )
    )
    return {"ours": ours, "theirs": theirs}


def _side(stage: Voice, standing: Voice, trust: Voice) -> published.Views:
    return {"stage": _voice(stage), "standing": _voice(standing), "trust": _voice(trust)}


def _voice(voice: Voice) -> published.View:
    return {
        "said": voice.said,
        "by": voice.by,
        "date": iso(voice.day),
        "others": [{"said": other.said, "by": other.by, "date": other.day.isoformat()} for other in voice.others],
    }


def _map(profile: Profile) -> published.Map:
    return {
        "contacts": [_contact(entry) for entry in profile.map.contacts],
        "placeholders": [contact_id for contact_id, _ in profile.facts.placeholders],
        "left": [contact_id for contact_id, _ in profile.facts.left],
        "suspiciously_positive": profile.map.suspiciously_positive,
    }


def _contact(entry: MappedContact) -> published.Contact:
    """A contact without address or telephone number: those stay in the file."""
    person, contact = entry.person, entry.person.contact
    return {
        "id": person.id,
        "name": contact.name,
        "title": contact.title,
        "department": contact.department,
        "roles": list(contact.roles),
        "power": contact.power,
        "interest": contact.interest,
        "support": contact.support,
        "type": entry.type,  # type: ignore[typeddict-item]
        "quadrant": entry.quadrant,  # type: ignore[typeddict-item]
        "key_player": person.key,
        "live": person.live,
        "known": person.known,
        "relationships": _relationships(person.links),
    }


def _relationships(links: Sequence[Link]) -> list[published.Relationship]:
    return [
        {
            "member": link.member,
            "level": link.relationship.level,
            "live": link.live,
            "last_contact": iso(link.contacted),
            "source": link.relationship.source,
            "route": route_text(link.route),
        }
        for link in links
    ]


def _resilience(profile: Profile) -> published.ResilienceEvidence:
    found = profile.resilience
    return {
        "single_points": [
            {"person": point.person, "side": point.side, "cut_off": list(point.cut_off)}  # type: ignore[typeddict-item]
            for point in found.single_points
        ],
        "unreached": list(found.unreached),
    }


def _promises(profile: Profile) -> published.PromiseEvidence:
    return {
        "verdict": profile.promises.verdict,  # type: ignore[typeddict-item]
        "states": [_promise(profile, entry) for entry in profile.promises.states],
        "overdue": list(profile.watch.overdue_promises),
    }


def _promise(profile: Profile, entry: PromiseState) -> published.PromiseState:
    promise = entry.promise
    return {
        "position": entry.position,
        "what": promise.what,
        "ours": is_ours(profile.facts, promise),
        "by": promise.by,
        "to": promise.to,
        "made": iso(promise.made),
        "due": iso(promise.due),
        "kept": promise.kept if isinstance(promise.kept, bool) else iso(promise.kept),
        "about": promise.about,
        "repair": promise.repair,
        "state": entry.state,  # type: ignore[typeddict-item]
    }


def _equity(profile: Profile) -> published.EquityEvidence:
    equity = profile.equity
    return {
        "balanced": equity.balanced,
        "price_share": None if equity.price_share is None else equity.price_share * 100,
        "by_kind": [{"kind": kind, "gave": gave, "got": got} for kind, gave, got in equity.by_kind],
        "margin_year": equity.margin.latest_year,
        "margin_after_cost_to_serve": equity.margin.after_cost_to_serve,
        "days_beyond_terms": equity.days_beyond_terms,
    }


def _wallet(profile: Profile) -> published.WalletEvidence:
    wallet = profile.wallet
    return {"year": wallet.year, "potential_gap": wallet.potential_gap, "whitespace": list(wallet.whitespace)}


def _review(profile: Profile) -> published.ReviewEvidence:
    review = profile.review
    return {
        "cadence": review.cadence,
        "last": iso(review.last),
        "quarter": review.quarter,
        "due_by": iso(review.due_by),
    }
