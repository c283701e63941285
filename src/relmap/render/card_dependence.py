"""Dependence on a card: both sides apart, what they make together, and the signs."""

from collections.abc import Iterator

from relmap.assess.assessment import Card
from relmap.measures.dependence import Dependence
from relmap.measures.logic import Truth
from relmap.measures.result import Score
from relmap.render import labels, words
from relmap.render.card_head import DIRECTIONS
from relmap.render.page import Block, Cell, Column, Fact, Facts, Grid, Section, Tone, fact, prose

_COLUMNS = (Column(""), Column("Figure", right=True), Column("Scale"), Column("Made of", wrap=True))


def dependence_section(card: Card) -> Section | None:
    """Return the section, or None where nothing of it is known."""
    dependence = card.dependence
    if not any(part.value is not None for score in dependence[:2] for part in score.parts):
        return None
    blocks: list[Block] = [prose(words.sentence(_verdict(dependence))), _sides(dependence)]
    blocks.append(Facts(tuple(_signs(dependence))))
    if dependence.disagree:
        blocks.append(prose("The pattern and the signs tell different stories: look at both again.", Tone.WATCH))
    return Section("Dependence: who needs whom", tuple(blocks))


def _verdict(dependence: Dependence) -> str:
    pattern = dependence.pattern
    if pattern.value is not None:
        return f"{labels.PATTERNS[pattern.value]}; {DIRECTIONS[dependence.direction]}"
    if len(pattern.possible) == len(labels.PATTERNS):
        return f"the pattern is open, too much is not known; {DIRECTIONS[dependence.direction]}"
    possible = words.either([labels.PATTERNS[word] for word in pattern.possible])
    return f"not known yet whether {possible}; {DIRECTIONS[dependence.direction]}"


def _sides(dependence: Dependence) -> Grid:
    rows = (
        _side("We depend on them", dependence.ours, "0 to 1", _made_of(dependence.ours, "the larger of"), (0, 1)),
        _side("They depend on us", dependence.theirs, "0 to 1", _made_of(dependence.theirs, "the mean of"), (0, 1)),
        _side("Both together", dependence.mutual, "0 to 2", "how much is at stake for both", (0, 2)),
        _side("Ours less theirs", dependence.imbalance, "−1 to 1", "above 0 they hold the power", (-1, 1)),
    )
    return Grid(_COLUMNS, rows)


def _side(label: str, score: Score, scale: str, made_of: str, whole: tuple[float, float]) -> tuple[Cell, ...]:
    figure = words.ranged(score, words.fraction, whole)
    return Cell(label), Cell(figure, Tone.UNKNOWN if score.value is None else Tone.PLAIN), Cell(scale), Cell(made_of)


def _made_of(score: Score, how: str) -> str:
    stakes = [
        f"{part.name} {words.bounded(part.value, part.low, part.high, words.fraction, (0, 1))}"
        for part in score.parts
        if part.name != "alternatives" and (part.weight or part.value is not None)
    ]
    loose = next((part for part in score.parts if part.name == "alternatives"), None)
    text = f"{how} {words.listed(stakes)}" if len(stakes) > 1 else "".join(stakes)
    off = "not known" if loose is None or loose.value is None else words.share(loose.value)
    return f"{text}; taken off for alternatives: {off}"


_ANSWERS: dict[Truth, str] = {True: "yes", False: "no", None: "not known"}


DEPENDENCE_SIGNS = {
    "core": ("Core customer", "one of the few who make most of the revenue"),
    "ransom": ("Held to ransom", ""),
    "one_way": ("One-way street", "one side does most of the giving"),
    "margins": ("Margins eroding", ""),
    "suffering": ("Suffering deep dependence", "a core customer, deep dependence of ours, and one of the three signs"),
}
"""The signs of deep dependence: what each is called, and what it means where that is not plain."""


def sign_answers(dependence: Dependence) -> dict[str, Truth]:
    """Return for each sign whether it holds."""
    signs = dependence.signs
    return {
        "core": signs.core_group,
        "ransom": signs.held_to_ransom,
        "one_way": signs.one_way,
        "margins": signs.margins_eroding,
        "suffering": dependence.suffering,
    }


def _signs(dependence: Dependence) -> Iterator[Fact]:
    for sign, holds in sign_answers(dependence).items():
        label, meaning = DEPENDENCE_SIGNS[sign]
        yield fact(label, _ANSWERS[holds], _tone(None if sign == "core" else holds), meaning)


def _tone(holds: Truth) -> Tone:
    return Tone.BAD if holds else Tone.PLAIN
