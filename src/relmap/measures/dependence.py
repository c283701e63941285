"""Dependence: how much each side depends on the other, the pattern that makes, and the signs of deep dependence.

Source: Emerson (1962): dependence grows with what is at stake and falls with the alternatives, and the power of A over
B is the dependence of B on A. Both sides, their sum and their difference are shown, never one blended number (Gulati &
Sytch 2007). Patterns: Sheppard & Sherman (1998). Signs: CustomerAttuned's Trust Ladder.
"""

from collections.abc import Callable
from typing import NamedTuple

from relmap.measures.arithmetic import Item, known, weighted_mean
from relmap.measures.equity import Equity
from relmap.measures.facts import Facts
from relmap.measures.logic import Truth, all_of, any_of
from relmap.measures.result import Evidence, Input, Known, Part, Parts, Score, Unknown, Verdict, no_evidence
from relmap.measures.voices import signal
from relmap.measures.wallet import Wallet
from relmap.model.rubric import DependenceRubric
from relmap.model.words import PATTERNS

Range = tuple[float, float]
_HAIR = 1e-9  # a difference that is 0.2 on paper may be a hair more in binary


class DependenceParts(NamedTuple):
    """What one account's file alone says of dependence; the rest of the book adds our revenue share."""

    criticality: float | None
    """How critical they are to us, on 0–1."""
    looseness: float | None
    """a for us: how far our alternatives loosen our dependence, 0–1."""
    theirs: Score
    """Their dependence on us, 0–1."""
    held_to_ransom: Truth
    one_way: Truth
    margins_eroding: Truth
    find_evidence: Callable[[], Evidence] = no_evidence


class Signs(NamedTuple):
    """The signs of deep dependence, each yes, no or not known."""

    core_group: Truth
    held_to_ransom: Truth
    one_way: Truth
    margins_eroding: Truth


class Dependence(NamedTuple):
    """Both sides' dependence, 0–1 each; their sum and difference; pattern, direction and signs."""

    ours: Score
    theirs: Score
    mutual: Score
    """Ours plus theirs, 0 to 2."""
    imbalance: Score
    """Ours less theirs, −1 to 1; positive: they hold the power advantage."""
    pattern: Verdict
    direction: str | None
    """ours: we depend more; theirs: they do; even; None where the bounds leave it open."""
    signs: Signs
    suffering: Truth
    """Suffering deep dependence."""
    disagree: bool
    """Pattern and signs tell different stories."""


def dependence_parts(facts: Facts, wallet: Wallet, equity: Equity) -> DependenceParts:
    """Return what the account's own file says: the first pass."""
    ours, rubric = facts.account.dependence.ours, facts.rubric.dependence
    margin = equity.margin.trend
    ransom, one_way = signal(facts, "held_to_ransom"), signal(facts, "one_way")

    def evidence() -> Evidence:
        rated = (
            _rated(("dependence", "ours", field), getattr(ours, field)) for field in ("criticality", "alternatives")
        )
        return Evidence((*rated, *ransom.inputs, *one_way.inputs))

    return DependenceParts(
        None if ours.criticality is None else (ours.criticality - 1) / 4,
        None if ours.alternatives is None else getattr(rubric.alternatives, ours.alternatives),
        _theirs(facts, wallet),
        ransom.holds,
        _one_way(one_way.holds, equity.reciprocity, rubric.one_way),
        None if margin is None else margin <= rubric.eroding + _HAIR,
        evidence,
    )


def _one_way(said: Truth, reciprocity: Score, line: float) -> Truth:
    """Signal or exchanges: either may say yes, and one of them says no where the other is silent.

    Exchanges are silent where there are too few of them; one whose value is missing leaves them open, not silent.
    """
    if reciprocity.value is None and not reciprocity.unknowns:
        return said
    given = True if reciprocity.high <= line else False if reciprocity.low > line else None
    return given if said is None else any_of((said, given))


def _rated(route: tuple[str, ...], value: object) -> Input:
    return Input(route, Known.UNKNOWN if value is None else Known.UNDATED)


def _theirs(facts: Facts, wallet: Wallet) -> Score:
    """Their stake (mean of wallet share, criticality and switching cost, each 0–1) × (1 − a)."""
    theirs, rubric = facts.account.dependence.theirs, facts.rubric
    share = wallet.share
    items = [
        Item("share of wallet", share.value, share.low, share.high, 1, 1, 1),
        _five_point("criticality", theirs.criticality),
        _five_point("switching cost", theirs.switching_cost),
    ]
    stake = weighted_mean(items, least=rubric.completeness)
    loose = None if theirs.alternatives is None else getattr(rubric.dependence.alternatives, theirs.alternatives)
    score = _loosen(stake, loose, rubric.dependence)
    return score._replace(find_evidence=lambda: _their_evidence(facts, share))


def _their_evidence(facts: Facts, share: Score) -> Evidence:
    theirs = facts.account.dependence.theirs
    fields = ("criticality", "switching_cost", "alternatives")
    inputs = (_rated(("dependence", "theirs", field), getattr(theirs, field)) for field in fields)
    return Evidence((*share.inputs, *inputs), share.unknowns + _questions(facts))


def _five_point(name: str, rating: int | None) -> Item:
    return Item(name, None, 0, 1, 1, 1, 1) if rating is None else known(name, (rating - 1) / 4)


def _questions(facts: Facts) -> tuple[Unknown, ...]:
    theirs = facts.account.dependence.theirs
    asked = {
        "criticality": "How critical is our supply to them, 1 to 5?",
        "switching_cost": "What would changing supplier cost them, 1 to 5?",
        "alternatives": "How many others could take our place: none, few, several or many?",
    }
    return tuple(
        Unknown(("dependence", "theirs", field), question, 1 / 3 if field != "alternatives" else 0.75)
        for field, question in asked.items()
        if getattr(theirs, field) is None
    )


def _loosen(stake: Score, looseness: float | None, rubric: DependenceRubric) -> Score:
    """D = stake × (1 − a), with the bounds of both."""
    loose = rubric.alternatives.bounds if looseness is None else (looseness, looseness)
    low, high = stake.low * (1 - loose[1]), stake.high * (1 - loose[0])
    if looseness is None:
        return Score(
            None, low, high, stake.completeness * 0.5, "alternatives are not known", find_parts=stake.find_parts
        )
    if stake.value is None:
        return Score(None, low, high, stake.completeness, stake.reason, find_parts=stake.find_parts)
    tight = 1 - looseness
    loosening = Part("alternatives", looseness, loose[0], loose[1], 1.0)

    def parts() -> Parts:
        return (*(part._replace(share=part.share * tight) for part in stake.parts), loosening)

    return Score(stake.value * tight, low, high, stake.completeness, "", find_parts=parts)


def our_dependence(parts: DependenceParts, share: Score, rubric: DependenceRubric) -> Score:
    """Return our dependence, 0–1: the larger of revenue share over the lenders' line and criticality, × (1 − a).

    `share` is the revenue share of the customer's whole group, 0–1. What is unknown of the two ranges in the bounds.
    """
    scaled = [None if value is None else min(1.0, value / rubric.share_line) for value in share[:3]]
    by_share, share_low, share_high = scaled
    stakes = [value for value in (by_share, parts.criticality) if value is not None]
    low = max(share_low or 0.0, parts.criticality or 0.0)
    high = max(share_high or 0.0, _unit_range(parts.criticality)[1])
    completeness = len(stakes) / 2
    value = max(stakes) if stakes else None
    reason = "" if stakes else "neither revenue share nor criticality is known"

    def stake_parts() -> Parts:
        """Only the larger of the two counts."""
        by_criticality = value is not None and value != by_share
        counted = value or 0.0
        critical = _unit_range(parts.criticality)
        return (
            Part("revenue share", by_share, share_low or 0, share_high or 0, 1, 0 if by_criticality else counted),
            Part("criticality", parts.criticality, *critical, 1, counted if by_criticality else 0),
        )

    stake = Score(value, low, high, completeness, reason, find_parts=stake_parts)
    return _loosen(stake, parts.looseness, rubric)


def _unit_range(value: float | None) -> Range:
    return (0.0, 1.0) if value is None else (value, value)


def mutual(ours: float, theirs: float) -> float:
    """Return the mutual dependence: the sum of both sides'."""
    return ours + theirs


def imbalance(ours: float, theirs: float) -> float:
    """Return ours less theirs: positive where they hold the power advantage."""
    return ours - theirs


def classify(ours: float, theirs: float, share: float, rubric: DependenceRubric) -> str:
    """Return the pattern of two dependences (0–1) and our revenue share (0–1)."""
    return possible_patterns((ours, ours), (theirs, theirs), (share, share), rubric)[0]


def possible_patterns(ours: Range, theirs: Range, share: Range, rubric: DependenceRubric) -> tuple[str, ...]:
    """Return every pattern that dependences and a share within these bounds can make, in the order of PATTERNS.

    The line of deep dependence cuts the bounds into rectangles that are wholly deep or wholly shallow.
    """
    found = set()
    deep_by_share = {bound >= rubric.deep_share for bound in share}
    for ours_deep, one in _cut(ours, rubric.deep):
        for theirs_deep, other in _cut(theirs, rubric.deep):
            depths = {ours_deep or theirs_deep or by_share for by_share in deep_by_share}
            forms = ["interdependence"] if _can_be_near(one, other, rubric) else []
            forms += ["dependence"] if _can_be_apart(one, other, rubric) else []
            found |= {f"{'deep' if deep else 'shallow'}_{form}" for deep in depths for form in forms}
    return tuple(pattern for pattern in PATTERNS if pattern in found)


def _cut(bounds: Range, line: float) -> list[tuple[bool, Range]]:
    """Cut bounds at a line: what lies below it, and what reaches it."""
    low, high = bounds
    pieces = [(False, (low, min(high, line)))] if low < line else []
    return [*pieces, (True, (max(low, line), high))] if high >= line else pieces


def _can_be_near(one: Range, other: Range, rubric: DependenceRubric) -> bool:
    """Say whether two dependences can both be worth something and lie close: an interdependence."""
    low, other_low = max(one[0], rubric.inter_least), max(other[0], rubric.inter_least)
    nearest = max(low - other[1], other_low - one[1])
    return low <= one[1] and other_low <= other[1] and nearest <= rubric.inter_imbalance + _HAIR


def _can_be_apart(one: Range, other: Range, rubric: DependenceRubric) -> bool:
    """Say whether one of two dependences can be next to nothing, or far from the other."""
    farthest = max(one[1] - other[0], other[1] - one[0])
    return min(one[0], other[0]) < rubric.inter_least or farthest > rubric.inter_imbalance + _HAIR


def measure_dependence(parts: DependenceParts, share: Score, core_group: Truth, rubric: DependenceRubric) -> Dependence:
    """Return dependence both ways, pattern and signs: the second pass, given our share (0–1) and the core group."""
    ours, theirs = our_dependence(parts, share, rubric), parts.theirs
    ours = ours._replace(find_evidence=lambda: Evidence(share.inputs + parts.find_evidence().inputs))
    both = ours.value is not None and theirs.value is not None
    difference = Score(
        imbalance(ours.value or 0, theirs.value or 0) if both else None,
        ours.low - theirs.high,
        ours.high - theirs.low,
        min(ours.completeness, theirs.completeness),
        "" if both else "one side's dependence is not scored",
    )
    total = difference._replace(
        value=mutual(ours.value or 0, theirs.value or 0) if both else None,
        low=ours.low + theirs.low,
        high=ours.high + theirs.high,
    )
    pattern = _pattern(ours, theirs, share, rubric)
    signs = Signs(core_group, parts.held_to_ransom, parts.one_way, parts.margins_eroding)
    leaning = all_of((_is_deep(pattern), _ours_is_larger(difference)))
    worn = any_of(signs[1:])
    suffering = all_of((core_group, leaning, worn))
    disagree = bool((worn and leaning is False) or (leaning and worn is False and core_group))
    return Dependence(ours, theirs, total, difference, pattern, _direction(difference), signs, suffering, disagree)


def _pattern(ours: Score, theirs: Score, share: Score, rubric: DependenceRubric) -> Verdict:
    possible = possible_patterns((ours.low, ours.high), (theirs.low, theirs.high), (share.low, share.high), rubric)
    completeness = min(ours.completeness, theirs.completeness)
    if len(possible) == 1:
        return Verdict(possible[0], possible, completeness)
    return Verdict(None, possible, completeness, "what is unknown allows more than one pattern")


def _is_deep(pattern: Verdict) -> Truth:
    deep = {word.startswith("deep") for word in pattern.possible}
    return None if len(deep) == 2 else deep == {True}


def _ours_is_larger(difference: Score) -> Truth:
    return True if difference.low > 0 else False if difference.high <= 0 else None


def _direction(difference: Score) -> str | None:
    if difference.low == difference.high == 0:
        return "even"
    if difference.low > 0:
        return "ours"
    return "theirs" if difference.high < 0 else None
