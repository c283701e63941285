"""Where respondents still disagree: who says what, since when, and what relmap makes of it. Nothing is averaged."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from relmap.interview.questions import VIEWS, every_question
from relmap.measures.facts import Facts
from relmap.measures.voices import sayings, signal, voice
from relmap.model.words import Side

_SIDES: tuple[Side, ...] = ("ours", "theirs")


class Statement(NamedTuple):
    """What one respondent said last to one question, as far as it still counts."""

    by: str
    side: str
    said: str | float | bool
    day: date | None


class Disagreement(NamedTuple):
    """One question on which respondents of one side, or of both, say different things."""

    question: str
    text: str
    statements: tuple[Statement, ...]
    counts: str
    """What relmap makes of it."""


def find_disagreements(facts: Facts) -> tuple[Disagreement, ...]:
    """Return every question with different answers that still count, in the order of the questions."""
    found = []
    for name, question in every_question(facts).items():
        said = tuple(_views(facts, name) if name in VIEWS else _answers(facts, name))
        if len({statement.said for statement in said}) > 1:
            counts = _counted_view(facts, name) if name in VIEWS else _counted_signal(facts, name)
            found.append(Disagreement(name, question.text, said, counts))
    return tuple(found)


def _views(facts: Facts, field: str) -> Iterator[Statement]:
    for side in _SIDES:
        for entry in sayings(facts, side, field):
            yield Statement(entry.by or "somebody", side, entry.said, entry.day)


def _answers(facts: Facts, name: str) -> Iterator[Statement]:
    said = (
        Statement(entry.by or "somebody", entry.source, entry.holds, entry.date)
        for entry in signal(facts, name).answers
    )
    yield from sorted(said, key=lambda entry: (entry.side, entry.day or date.min, entry.by))


def _counted_view(facts: Facts, field: str) -> str:
    theirs = voice(facts, "theirs", field)
    if theirs.said is None:
        return "they have not said it, and our own word raises nothing"
    said = theirs.said if isinstance(theirs.said, str) else f"{theirs.said:g}"
    return f"theirs counts as {said.replace('_', ' ')}: their newest word, of one day the more cautious"


def _counted_signal(facts: Facts, name: str) -> str:
    state = signal(facts, name)
    return f"it counts as {'yes' if state.holds else 'no'}, the bad news, and is marked as disputed"
