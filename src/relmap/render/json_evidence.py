"""The published JSON of what one measure rests on: parts, checks, inputs with their places, unknowns with questions."""

from collections.abc import Iterable

from relmap.assess.assessment import Assessment, Card
from relmap.findings import route_text
from relmap.measures.check import Check
from relmap.measures.result import Input, Part, Unknown
from relmap.render import json_evidence_types as published
from relmap.render.json_account import iso
from relmap.why.bases import BASES, find_basis
from relmap.why.basis import Basis


def measures(assessment: Assessment, card: Card) -> dict[str, published.Evidence]:
    """Return the evidence of every measure by id."""
    return {measure: evidence(find_basis(assessment, card, measure)) for measure in BASES}


def evidence(basis: Basis) -> published.Evidence:
    """Return what one measure rests on."""
    return {
        "confirmed": basis.confirmed,
        "possible": list(basis.possible),
        "parts": [part(entry) for entry in basis.parts],
        "checks": [check(entry) for entry in basis.checks],
        "inputs": inputs(basis.inputs),
        "unknowns": unknowns(basis.unknowns),
    }


def part(found: Part) -> published.Part:
    """Return one summand."""
    return {
        "name": found.name,
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "weight": found.weight,
        "contribution": found.share,
    }


def check(found: Check) -> published.Check:
    """Return one check with its answer."""
    return {
        "id": found.id,
        "level": found.level or None,
        "label": found.label,
        "passed": found.passed,
        "confirmed": found.confirmed,
        "detail": found.detail or None,
        "inputs": inputs(found.inputs),
    }


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


def unknowns(found: Iterable[Unknown]) -> list[published.Unknown]:
    """Return what is not known, each with the question that would settle it."""
    return [{"route": route_text(entry.route), "question": entry.question, "spread": entry.spread} for entry in found]
