"""Where respondents still disagree: who says what, since when, and what relmap makes of it. Nothing is averaged."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from relmap.interview.questions import VIEWS, every_question
from relmap.measures.facts import Facts
from relmap.measures.result import Known
from relmap.measures.voices import signal, voice
from relmap.model.plans import SignalEntry, View


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
    """Yield the newest fresh word of each respondent; of one day the more cautious one."""
    newest: dict[tuple[str, str], View] = {}
    for view in facts.account.views:
        who = (view.side, view.by or "somebody")
        counts = view.date <= facts.as_of and view.source != "inferred" and getattr(view, field) is not None
        fresh = facts.freshness(view.date, facts.rubric.valid_days.views) is not Known.STALE
        if counts and fresh and (who not in newest or newest[who].date <= view.date):
            newest[who] = view
    for (side, by), view in sorted(newest.items(), key=lambda entry: (entry[0][0], entry[1].date, entry[0][1])):
        yield Statement(by, side, getattr(view, field), view.date)


def _answers(facts: Facts, name: str) -> Iterator[Statement]:
    newest: dict[str, SignalEntry] = {}
    for entry in facts.account.signals.get(name, []):
        who, day = entry.by or entry.source, entry.date or date.min
        fresh = facts.freshness(entry.date, facts.rubric.valid_days.signals) is not Known.STALE
        there = newest.get(who)
        if facts.happened(entry.date) and fresh and (there is None or (there.date or date.min) <= day):
            newest[who] = entry
    for who, entry in sorted(newest.items()):
        yield Statement(who, entry.source, entry.holds, entry.date)


def _counted_view(facts: Facts, field: str) -> str:
    theirs = voice(facts, "theirs", field)
    if theirs.said is None:
        return "they have not said it; ours counts for nothing but ourselves"
    said = theirs.said if isinstance(theirs.said, str) else f"{theirs.said:g}"
    return f"theirs counts as {said.replace('_', ' ')}: their newest word, of one day the more cautious"


def _counted_signal(facts: Facts, name: str) -> str:
    state = signal(facts, name)
    return f"it counts as {'yes' if state.holds else 'no'}, the bad news, and is marked as disputed"
