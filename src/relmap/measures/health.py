"""Health: the strength of the relationship on one scale. Dependence, concentration and money are kept out.

Arithmetic and bands as Gainsight's scorecards (Σ weight·score / Σ weight over what is known; up to 50 red, up to 75
amber, above green); what goes in and the weights are ours and stand in the rubric.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from relmap.measures.arithmetic import Item, weighted_mean
from relmap.measures.facts import Facts, Person
from relmap.measures.logic import any_of
from relmap.measures.result import Evidence, Input, Score, Unknown, Verdict
from relmap.measures.trust import Trust
from relmap.model.rubric import HealthRubric
from relmap.model.words import STAGES

BANDS = ("red", "amber", "green")


class Health(NamedTuple):
    """Health, 0 to 100, and its band."""

    score: Score
    band: Verdict

    @property
    def narrowing(self) -> tuple[Unknown, ...]:
        """The two answers that would narrow the range most; none where health is scored."""
        if self.score.value is not None:
            return ()
        return tuple(sorted(self.score.unknowns, key=lambda unknown: (-unknown.spread, unknown.route))[:2])


class Piece(NamedTuple):
    """One part of health on 0–100, and what makes one unit of its measure worth on that scale."""

    name: str
    score: Score
    weight: float
    unit: float = 1.0


def measure_health(
    facts: Facts,
    trust: Trust,
    promises: Score,
    coverage: Score,
    support: Score,
    reciprocity: Score,
    earned_stages: Sequence[str],
) -> Health:
    """Return health with its band. Personal and organisational trust share one weight; either alone is half of it.

    Coverage is judged for the stage aimed at, else for the earned one: the first of `earned_stages`, which are all
    that the file's unknowns allow; the bounds range over them.
    """
    weights = facts.rubric.health.weights
    aims = (facts.account.ambition.stage,) if facts.account.ambition.stage else earned_stages
    pieces = (
        Piece("personal trust", trust.personal, weights.trust / 2),
        Piece("organisational trust", trust.organisation, weights.trust / 2),
        Piece("promises kept", promises, weights.promises),
        Piece("coverage", _coverage_for_any(facts, coverage, aims), weights.coverage),
        Piece("support", _rescale(support, lambda index: (index + 2) / 4 * 100), weights.support, 25.0),
        Piece("reciprocity", _rescale(reciprocity, lambda r: 100 * (1 - max(0.0, -r))), weights.reciprocity, 100.0),
    )
    score = _combine(pieces, facts.rubric.completeness)
    return Health(score, band(score, facts.rubric.health))


def _combine(pieces: tuple[Piece, ...], least: float) -> Score:
    items = [
        Item(piece.name, piece.score.value, piece.score.low, piece.score.high, piece.weight, piece.weight, piece.weight)
        for piece in pieces
    ]
    evidence = cache(lambda: _evidence(pieces))  # a plan and a card ask for it several times
    mean = weighted_mean(items, least=least, evidence=evidence)
    return mean._replace(confirmed=_confirmed(pieces) if mean.value is not None else None)


def _evidence(pieces: tuple[Piece, ...]) -> Evidence:
    """What the pieces read; what they do not know moves health by their unit and their share of the weight."""
    total = sum(piece.weight for piece in pieces) or 1.0
    inputs, unknowns = list[Input](), list[Unknown]()
    for piece in pieces:
        found = piece.score.find_evidence()
        inputs += found.inputs
        unknowns += [
            Unknown(entry.route, entry.question, entry.spread * piece.unit * piece.weight / total)
            for entry in found.unknowns
        ]
    return Evidence(tuple(inputs), tuple(unknowns))


def _confirmed(pieces: tuple[Piece, ...]) -> float:
    """The share of the known weight that they or a document say."""
    known = [piece for piece in pieces if piece.score.value is not None]
    total = sum(piece.weight for piece in known)
    return sum(piece.weight * (piece.score.confirmed or 0.0) for piece in known) / total if total else 0.0


def _coverage_for_any(facts: Facts, coverage: Score, aims: Sequence[str]) -> Score:
    """Return coverage for the first aim, with bounds that hold for each of them."""
    found = [coverage_for(facts, coverage, aim) for aim in aims]
    return found[0]._replace(low=min(score.low for score in found), high=max(score.high for score in found))


def coverage_for(facts: Facts, coverage: Score, aimed: str) -> Score:
    """Return coverage as the aimed stage needs it: up to basic one live budget holder or approver is enough."""
    if STAGES.index(aimed) > STAGES.index("basic"):
        return coverage
    enough = any_of(person.live for person in facts.people if _holds_the_purse(person))
    if enough:
        return coverage._replace(
            value=100.0,
            low=100.0,
            high=100.0,
            completeness=1.0,
            reason="",
            find_evidence=lambda: Evidence(coverage.inputs),
        )
    return coverage if enough is False else coverage._replace(high=100.0)


def _holds_the_purse(person: Person) -> bool:
    return not {"budget", "approver"}.isdisjoint(person.contact.roles)


def _rescale(score: Score, scale: Callable[[float], float]) -> Score:
    value = None if score.value is None else scale(score.value)
    return score._replace(value=value, low=scale(score.low), high=scale(score.high))


def band(score: Score, rubric: HealthRubric) -> Verdict:
    """Return the band of a health score, compared unrounded: up to 50 red, up to 75 amber, above green."""
    low, high = (BANDS.index(_band_of(figure, rubric)) for figure in (score.low, score.high))
    possible = BANDS[low : high + 1]
    if score.value is None:
        return Verdict(possible[0] if low == high else None, possible, score.completeness, score.reason)
    return Verdict(_band_of(score.value, rubric), possible, score.completeness)


def _band_of(value: float, rubric: HealthRubric) -> str:
    return "red" if value <= rubric.red_to else "amber" if value <= rubric.amber_to else "green"
