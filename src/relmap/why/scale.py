"""Where a figure stands on its measure's scale, and how far a word still is from the next."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from relmap.assess.assessment import Card
from relmap.assess.figures import MEASURES_BY_ID, Figure, MeasureInfo
from relmap.measures.check import Check
from relmap.measures.ladder import RUNGS
from relmap.measures.stage import needed
from relmap.model.words import STAGES, STANDINGS, TRUST_TYPES


def place(info: MeasureInfo, value: float | str | None) -> float | None:
    """Return where a value stands on its measure's scale: a number, or the position of a word."""
    return float(info.words.index(value)) if isinstance(value, str) else value


def is_better(info: MeasureInfo, before: Figure, after: Figure) -> bool:
    """Say whether a figure is better than before: further in its good direction, or settled where it was open."""
    old, new = place(info, before.value), place(info, after.value)
    if new is None or not info.better:
        return False
    return old is None or (new - old) * info.better > 1e-9


def gain(info: MeasureInfo, before: Figure, after: Figure) -> float:
    """Return how far a figure moved in its good direction; one that was open gains from its worse bound."""
    worse = before.low if info.better >= 0 else before.high
    old, new = place(info, before.value if before.value is not None else worse), place(info, after.value)
    return 0.0 if old is None or new is None else (new - old) * (info.better or 1)


Distance = Callable[[Card, str], int]
"""How many of the checks for a word are not passed; 0: it is reached."""


def _stage_tests(card: Card, target: str, *, on_record: bool = False) -> int:
    unmet, rubric = 0, card.profile.facts.rubric.stage
    for stage in STAGES[1 : STAGES.index(target) + 1]:
        tests = [test for test in card.profile.stage.tests if test.stage == stage]
        passed = [test for test in tests if test.passed and (test.confirmed or not on_record)]
        unmet += sum(test.must for test in tests) - sum(test.must for test in passed)
        unmet += max(0, needed(stage, rubric) - sum(not test.must for test in passed))
    return unmet


def _heard(said: object, target: str, words: Sequence[str]) -> int:
    """How many steps their word holds the headline below the target."""
    return max(0, words.index(target) - words.index(said)) if isinstance(said, str) else 0


def _chain(checks: Sequence[Check], words: Sequence[str], target: str, *, on_record: bool = False) -> int:
    upto = words[: words.index(target) + 1]
    asked = [check for check in checks if check.level in upto]
    return sum(not (check.passed and (check.confirmed or not on_record)) for check in asked)


def _phase(card: Card, target: str, *, on_record: bool = False) -> int:
    checks = [check for check in card.profile.phase.checks if check.level == target]
    unmet = sum(not (check.passed and (check.confirmed or not on_record)) for check in checks)
    return unmet if target == "commitment" else int(unmet == len(checks))


def _standing(card: Card, target: str, *, on_record: bool = False) -> int:
    return _chain(card.profile.standing.tests, STANDINGS, target, on_record=on_record)


def _climb(card: Card, target: str) -> int:
    """How far both sides' dependence is from the lines of a rung, and trust from its type, in thousandths."""
    dependence, rubric = card.dependence, card.profile.facts.rubric.dependence
    ours, theirs = (side.value if side.value is not None else side.low for side in dependence[:2])
    apart = max(0.0, abs(ours - theirs) - rubric.inter_imbalance)
    short = max(0.0, rubric.inter_least - min(ours, theirs))
    shallow = max(0.0, rubric.deep - max(ours, theirs)) if target.startswith("deep") else 0.0
    return ceil((apart + short + shallow - _HAIR) * 1000) + _trust(card, RUNGS[target].trust)


def _trust(card: Card, target: str) -> int:
    """How far trust is from a type: a thousand for each check not passed, and ten for each step of their word."""
    unmet = _chain(card.profile.trust_types.checks, TRUST_TYPES, target)
    if target != "identification":
        return unmet * 1000
    rating, standing = card.profile.trusts[1].said, card.profile.standing.theirs.said
    line = card.profile.facts.rubric.ladder.identification
    short = max(0.0, line - float(rating)) if isinstance(rating, float | int) else 0.0
    return unmet * 1000 + ceil(short * 10) + 10 * _heard(standing, STANDINGS[-1], STANDINGS)


def _ways(card: Card, target: str) -> int:
    """How many ways to key players are missing for each to have so many."""
    return sum(max(0, int(target) - count) for count in card.profile.resilience.find_counts().values())


_HAIR = 1e-9
_DISTANCES: Mapping[str, Distance] = {
    "stage": lambda card, target: _stage_tests(card, target) + _heard(card.profile.stage.theirs.said, target, STAGES),
    "stage.earned": _stage_tests,
    "stage.confirmed": lambda card, target: _stage_tests(card, target, on_record=True),
    "standing": lambda card, target: (
        _standing(card, target) + _heard(card.profile.standing.theirs.said, target, STANDINGS)
    ),
    "standing.earned": _standing,
    "standing.confirmed": lambda card, target: _standing(card, target, on_record=True),
    "phase": _phase,
    "phase.confirmed": lambda card, target: _phase(card, target, on_record=True),
    "ladder": _climb,
    "resilience": _ways,
    "ladder.trust": _trust,
}


def distance_of(measure: str) -> Distance | None:
    """Return how to count what a word still needs; None where nothing is counted."""
    return _DISTANCES.get(measure)


def next_word(measure: str, value: float | str | None) -> str | None:
    """Return the next word in the measure's good direction, or the next whole number; None at the end of the scale."""
    info = MEASURES_BY_ID[measure]
    if measure == "ladder":
        return RUNGS[str(value)].next if value is not None else None
    if not info.words:
        return str(int(float(value)) + info.better) if value is not None else None
    words = list(info.words) if info.better >= 0 else list(reversed(info.words))
    following = words.index(str(value)) + 1 if value is not None else 0
    return words[following] if following < len(words) else None
