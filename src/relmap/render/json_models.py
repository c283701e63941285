"""The published JSON of the relationship models on a card: standing, phase, Trust Ladder, plan, service, goals."""

from typing_extensions import TypedDict

from relmap.assess.assessment import Card
from relmap.assess.profile import Profile
from relmap.findings import route_text
from relmap.measures.goals import find_loose_ends
from relmap.measures.ladder import RUNGS
from relmap.measures.repair import RepairState
from relmap.render import json_model_types as published
from relmap.render.json_account import iso
from relmap.render.json_evidence import check


class Models(TypedDict):
    """The part of a card that the models make."""

    transience: published.Transience
    standing: published.StandingEvidence
    phase: published.PhaseEvidence
    repairs: list[published.Repair]
    ladder: published.LadderEvidence
    crp: list[published.Step]
    service: published.ServiceEvidence
    goals: published.GoalEvidence


def models(card: Card) -> Models:
    """Return what the models say of one account beyond their figures and checks."""
    profile = card.profile
    clock, service = profile.transience, profile.service
    return {
        "transience": {
            "quarters": clock.quarters,
            "limit": clock.limit,
            "beyond": clock.beyond,
            "move": clock.move,
        },
        "standing": {
            "missing": [test.id for test in profile.standing.missing],
            "obstacles": [check(entry) for entry in profile.standing.obstacles],
        },
        "phase": {
            "next": profile.phase.next_phase,
            "missing": [entry.id for entry in profile.phase.missing],
            "traits": dict(profile.phase.traits),
        },
        "repairs": [_repair(repair) for repair in profile.repairs],
        "ladder": _ladder(card),
        "crp": [
            {"id": step.id, "state": step.state, "missing": [entry.id for entry in step.missing]}  # type: ignore[typeddict-item]
            for step in profile.crp.steps
        ],
        "service": {
            "aim": service.aim,
            "touchpoints": service.touchpoints,
            "cost": service.cost,
            "year": service.year,
        },
        "goals": _goals(card, profile),
    }


def _repair(repair: RepairState) -> published.Repair:
    return {
        "id": repair.id,
        "issue": repair.repair.issue,
        "agreed": iso(repair.repair.agreed),
        "state": repair.state,  # type: ignore[typeddict-item]  # one of the four
        "promises": [entry.position for entry in repair.promises],
        "kept": repair.kept,
    }


def _ladder(card: Card) -> published.LadderEvidence:
    ladder = card.ladder
    return {
        "choice": ladder.choice,
        "next": RUNGS[ladder.rung].next if ladder.rung else None,
        "prescribed": [check(entry) for entry in ladder.prescribed],
        "excessive_because": card.profile.trust_types.excessive_why or None,
    }


def _goals(card: Card, profile: Profile) -> published.GoalEvidence:
    loose = find_loose_ends(profile.facts)
    return {
        "attained": [
            {
                "goal": entry.target.goal,
                "measure": entry.target.measure,
                "value": entry.score.value,
                "low": entry.score.low,
                "high": entry.score.high,
            }
            for entry in card.goals
        ],
        "without_initiative": list(loose.goals),
        "initiatives_without_goal": list(loose.initiatives),
        "below_desired": [route_text(link.route) for link in loose.levels],
    }
