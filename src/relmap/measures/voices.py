"""What either side says: the newest view of the whole, and the signals with their respondents."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.logic import Truth
from relmap.measures.result import Input, Known
from relmap.model.plans import SignalEntry, View
from relmap.model.stage_tests import is_good_signal
from relmap.model.words import STAGES, STANDINGS, Side

_ORDERS: dict[str, Sequence[str]] = {"stage": STAGES, "standing": STANDINGS}


class Saying(NamedTuple):
    """What one respondent said, and on which day."""

    said: str | float
    by: str | None
    day: date


class Voice(NamedTuple):
    """What one side says of one thing: a stage, a standing or trust. `said` is None without a fresh view."""

    said: str | float | None
    by: str | None = None
    day: date | None = None
    inputs: tuple[Input, ...] = ()
    others: tuple[Saying, ...] = ()
    """What others of the same side still say, where it is something else: it is shown and never averaged."""


def voice(facts: Facts, side: Side, field: str) -> Voice:
    """Return what a side says of `field` (stage, standing or trust) by its newest view.

    What we infer of theirs is our word and never theirs. Of two views of one day the more cautious counts, so that
    the order in the file does not. A view that is too old is listed as stale and says nothing.
    """
    views = _views_of(facts, side, field)
    if not views:
        return Voice(None)
    *_, view, position = max(views)
    known = facts.freshness(view.date, facts.rubric.valid_days.views)
    inputs = (Input(("views", position, field), known, "theirs" if side == "theirs" else "ours", view.date),)
    if known is Known.STALE:
        return Voice(None, view.by, view.date, inputs)
    said = getattr(view, field)
    others = sayings(facts, side, field) if len(views) > 1 else ()
    differing = tuple(entry for entry in others if entry.by != view.by and entry.said != said)
    return Voice(said, view.by, view.date, inputs, differing)


def sayings(facts: Facts, side: Side, field: str) -> tuple[Saying, ...]:
    """Return the newest fresh word of every respondent of a side, of one day the more cautious; the oldest first."""
    newest: dict[str | None, View] = {}
    for *_, view, _ in sorted(_views_of(facts, side, field)):
        if facts.freshness(view.date, facts.rubric.valid_days.views) is not Known.STALE:
            newest[view.by] = view
    found = (Saying(getattr(view, field), by, view.date) for by, view in newest.items())
    return tuple(sorted(found, key=lambda entry: (entry.day, entry.by or "")))


def _views_of(facts: Facts, side: Side, field: str) -> list[tuple[date, float, int, View, int]]:
    """Return the views of a side that say something of a field by the day, each with its position in the file.

    They sort by day, of one day the more cautious last, and of equal ones the first in the file last.
    """
    return [
        (view.date, -_rank(view, field), -position, view, position)
        for position, view in enumerate(facts.account.views)
        if view.side == side
        and view.date <= facts.as_of
        and getattr(view, field) is not None
        and not (side == "theirs" and view.source == "inferred")
    ]


def _rank(view: View, field: str) -> float:
    value = getattr(view, field)
    return _ORDERS[field].index(value) if field in _ORDERS else value


class SignalState(NamedTuple):
    """What a signal says on the day. Where respondents disagree it counts as the bad news."""

    holds: Truth
    disputed: bool = False
    confirmed: bool = False
    inputs: tuple[Input, ...] = ()
    answers: tuple[SignalEntry, ...] = ()
    """The newest fresh entry of each respondent."""


_SILENT = SignalState(None)


def signal(facts: Facts, signal_id: str) -> SignalState:
    """Return what a signal says: the newest fresh entry of each respondent counts; undated entries do."""
    entries = facts.account.signals.get(signal_id)
    if not entries:
        return _SILENT
    newest: dict[str, list[SignalEntry]] = {}
    inputs = []
    for position, entry in enumerate(entries):
        if not facts.happened(entry.date):
            continue
        known = facts.freshness(entry.date, facts.rubric.valid_days.signals)
        inputs.append(Input(("signals", signal_id, position), known, entry.source, entry.date))
        if known is not Known.STALE:
            _keep_newest(newest, entry)
    answers = [entry for group in newest.values() for entry in group]
    if not answers:
        return SignalState(None, inputs=tuple(inputs))
    disputed = len({entry.holds for entry in answers}) == 2
    holds = not is_good_signal(signal_id, facts.settings.signals) if disputed else answers[0].holds
    confirmed = any(entry.source != "ours" and entry.holds == holds for entry in answers)
    return SignalState(holds, disputed, confirmed, tuple(inputs), tuple(answers))


def _keep_newest(newest: dict[str, list[SignalEntry]], entry: SignalEntry) -> None:
    respondent = entry.by or entry.source
    group = newest.setdefault(respondent, [])
    day, newest_day = entry.date or date.min, (group[0].date or date.min) if group else date.min
    if not group or day == newest_day:
        group.append(entry)
    elif day > newest_day:
        newest[respondent] = [entry]
