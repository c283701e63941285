"""The published JSON of what one measure was made from: parts, inputs with their places, unknowns with questions."""

from collections.abc import Iterable, Mapping

from relmap.assess.assessment import Card
from relmap.findings import route_text
from relmap.measures.result import Input, Score, Unknown, Verdict
from relmap.render import json_card_types as published
from relmap.render.json_account import iso

_IN_PERCENT = frozenset(("wallet", "share", "share.group", "exposure"))
"""Measures that are computed on 0–1 and published on 0–100."""


def measures(card: Card) -> dict[str, published.Evidence]:
    """Return the evidence of every measure by id."""
    of_scores = {
        measure: _of_score(score, 100.0 if measure in _IN_PERCENT else 1.0) for measure, score in _scores(card).items()
    }
    of_verdicts = {measure: _evidence(verdict.inputs, verdict.possible) for measure, verdict in _verdicts(card).items()}
    of_inputs = {measure: _evidence(found) for measure, found in _bare_inputs(card).items()}
    found = of_scores | of_verdicts | of_inputs
    return {measure: found[measure] for measure in card.assessed.figures if measure in found}


def _scores(card: Card) -> Mapping[str, Score]:
    profile, assessed, dependence = card.profile, card.assessed, card.dependence
    return {
        "health": profile.health.score,
        "trust.personal": profile.trust.personal,
        "trust.organisation": profile.trust.organisation,
        "promises": profile.promises.ours,
        "promises.theirs": profile.promises.theirs,
        "coverage": profile.coverage,
        "support": profile.support,
        "threads": profile.threads,
        "resilience": profile.resilience.score,
        "equity": profile.equity.reciprocity,
        "wallet": profile.wallet.share,
        "share": assessed.share,
        "share.group": assessed.group_share,
        "dependence.ours": dependence.ours,
        "dependence.theirs": dependence.theirs,
        "dependence.mutual": dependence.mutual,
        "dependence.imbalance": dependence.imbalance,
        "exposure": assessed.exposure,
    }


def _verdicts(card: Card) -> Mapping[str, Verdict]:
    profile = card.profile
    return {
        "health.band": profile.health.band,
        "stage": profile.stage.headline,
        "stage.earned": profile.stage.earned,
        "standing": profile.standing.headline,
        "standing.earned": profile.standing.earned,
        "map": profile.map.status,
        "map.colour": profile.map.colour,
        "dependence": card.dependence.pattern,
    }


def _bare_inputs(card: Card) -> Mapping[str, tuple[Input, ...]]:
    """Measures that are read off the file without arithmetic."""
    profile = card.profile
    margin = profile.equity.margin.inputs
    return {
        "stage.confirmed": profile.stage.earned.inputs,
        "stage.theirs": profile.stage.theirs.inputs,
        "stage.ours": profile.stage.ours.inputs,
        "standing.theirs": profile.standings[1].inputs,
        "standing.ours": profile.standings[0].inputs,
        "equity.margin": margin,
        "equity.trend": margin,
        "review": profile.review.inputs,
        "dependence.suffering": card.dependence.ours.inputs,
    }


def _of_score(score: Score, scale: float) -> published.Evidence:
    """`scale` turns the measure's own unit into the published one; weights have none."""
    return {
        "confirmed": score.confirmed,
        "possible": [],
        "parts": [
            {
                "name": part.name,
                "value": None if part.value is None else part.value * scale,
                "low": part.low * scale,
                "high": part.high * scale,
                "weight": part.weight,
                "contribution": part.share * scale,
            }
            for part in score.parts
        ],
        "inputs": inputs(score.inputs),
        "unknowns": unknowns(score.unknowns, scale),
    }


def _evidence(found: Iterable[Input], possible: Iterable[str] = ()) -> published.Evidence:
    return {"confirmed": None, "possible": list(possible), "parts": [], "inputs": inputs(found), "unknowns": []}


def inputs(found: Iterable[Input]) -> list[published.Input]:
    """Return what was read, each with its place in the file."""
    return [
        {
            "route": route_text(entry.route),
            "state": entry.known.value,
            "source": entry.source,
            "day": iso(entry.day),
        }
        for entry in found
    ]


def unknowns(found: Iterable[Unknown], scale: float = 1.0) -> list[published.Unknown]:
    """Return what is not known, each with the question that would settle it."""
    return [
        {"route": route_text(entry.route), "question": entry.question, "spread": entry.spread * scale}
        for entry in found
    ]
