"""What a reviewer is shown: what has changed since the last review, in words, and what is open."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import get_args

from relmap.assess.figures import Figure, MeasureInfo
from relmap.findings import Finding
from relmap.model.settings import Settings
from relmap.model.words import Choice, ExchangeKind, InitiativeStatus, Level, Pattern, Standing
from relmap.render import labels, words
from relmap.render.card_questions import questions_section
from relmap.render.figure_text import number_text, word_text
from relmap.render.findings_text import findings_text
from relmap.render.page import Bullets, Cell, Page, Section, Tone, bullets, prose
from relmap.review.changes import Change, Moved
from relmap.review.report import MeasureChange, Report

MOST = 60
"""So many changes are listed; the others are counted."""
_KINDS = {
    "contacts": "contact",
    "contacts.known_by": "relationship",
    "competitors": "competitor",
    "offerings": "offering",
    "financials": "money of",
    "delivery": "delivery of",
    "views": "view",
    "signals": "signal",
    "promises": "promise",
    "repairs": "repair",
    "exchanges": "exchange",
    "touchpoints": "touchpoint",
    "issues": "issue",
    "opportunities": "opportunity",
    "customer_goals": "goal of theirs",
    "goals": "goal",
    "initiatives": "initiative",
}
_CLOSED = frozenset(
    word for kind in (Standing, Pattern, Choice, Level, ExchangeKind, InitiativeStatus) for word in get_args(kind)
)
"""Words of closed lists, which are not what people wrote."""
_NOT_SAID = "not said"


def review_page(report: Report) -> Page:
    """Return the page."""
    facts = report.card.profile.facts
    title = f"{facts.account.name}: review for {facts.quarter.label} on {words.day(facts.as_of)}"
    sections = (_measures(report), _changes(report), _findings(report), questions_section(report.card))
    return Page(title, tuple(map(Cell, _lead(report))), tuple(section for section in sections if section))


def _lead(report: Report) -> Iterator[str]:
    previous, settings = report.previous, report.card.profile.facts.settings
    review = previous.review
    if review is None:
        yield "Nobody has reviewed this account before, so there is nothing to compare with."
        return
    by = labels.members(settings).get(review.by, review.by)
    outcome = f"; outcome: {labels.spoken(review.outcome)}" if review.outcome else ""
    yield f"Last reviewed on {words.day(review.date)} by {by}, for FY{review.quarter}{outcome}."
    if previous.unknown:
        yield f"What the file said then cannot be known: {previous.unknown}. The review itself recorded a few measures."
    elif previous.by_digest:
        yield f"Compared with what was reviewed, as committed on {words.day(previous.day)}."
    else:
        yield f"Compared with what was committed by then ({words.day(previous.day)}): git has nothing with its digest."
    match report.card.profile.changed_since_review:
        case True:
            yield "The file says something else than what was reviewed."
        case False:
            yield "The file says what was reviewed; only the day's work (contacts, money by period, notes) may be new."


def _measures(report: Report) -> Section | None:
    if report.previous.review is None:
        return None
    settings = report.card.profile.facts.settings
    moved = [_measure(entry, settings) for entry in report.measures]
    block = Bullets(tuple(moved)) if moved else prose("No measure has moved.")
    return Section("Measures since then", (block,))


def _measure(entry: MeasureChange, settings: Settings) -> Cell:
    info = entry.measure
    before, after = (_figure(info, figure, settings) for figure in (entry.before, entry.after))
    return Cell(f"{info.title.partition(':')[0]}: {before} → {after}", _tone(entry))


def _tone(entry: MeasureChange) -> Tone:
    info, before, after = entry
    old, new = (_position(info, figure.value) for figure in (before, after))
    if old is None or new is None or not info.better or old == new:
        return Tone.PLAIN
    return Tone.GOOD if (new - old) * info.better > 0 else Tone.BAD


def _position(info: MeasureInfo, value: float | str | None) -> float | None:
    return float(info.words.index(value)) if isinstance(value, str) else value


def _figure(info: MeasureInfo, figure: Figure, settings: Settings) -> str:
    value = figure.value
    if value is None:
        return "not known"
    return word_text(settings, info, value) if isinstance(value, str) else number_text(settings, info, value)


def _changes(report: Report) -> Section | None:
    if report.changes is None:
        return None
    lines = [change_text(change) for change in report.changes[:MOST]]
    if len(report.changes) > MOST:
        lines.append(f"… and {words.number(len(report.changes) - MOST)} more.")
    block = bullets(lines) if lines else prose("Nothing in the file has changed.")
    return Section("What the file says anew", (block,))


def change_text(change: Change) -> str:
    """Say in a sentence what changed."""
    kind = _KINDS.get(change.kind, labels.spoken(change.kind))
    name = f"{kind} {labels.spoken(change.label) if change.kind == 'signals' else change.label}".strip()
    if change.state == "changed":
        return words.sentence(f"{name}: {'; '.join(_moved(entry) for entry in change.moved)}")
    side = 2 if change.state == "new" else 1
    said = ", ".join(_told(entry.field, entry[side]) for entry in change.moved if entry[side] != change.label)
    return words.sentence(f"{change.state}: {name}{f' ({said})' if said else ''}")


def _moved(moved: Moved) -> str:
    name = f"{labels.spoken(moved.field)} " if moved.field else ""
    return f"{name}{_value(moved.before)} → {_value(moved.after)}"


def _told(field: str, value: object) -> str:
    return _value(value) if field in ("", "what") else f"{labels.spoken(field)} {_value(value)}"


def _value(value: object) -> str:
    """Write what a file says as people read it."""
    if value is None or value == [] or value == {}:
        return _NOT_SAID
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, int | float):
        return words.exact(value)
    if isinstance(value, Mapping):
        return ", ".join(_told(str(key), entry) for key, entry in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return words.listed([_value(entry) for entry in value])
    return labels.spoken(str(value)) if value in _CLOSED else str(value)


def _findings(report: Report) -> Section | None:
    found = tuple(map(_finding, report.findings))
    return Section("Open findings", (Bullets(found),)) if found else None


def _finding(found: Finding) -> Cell:
    """Return a finding; the places that belong to it are no findings of their own."""
    line, *related = findings_text([found]).splitlines()
    return Cell(line, note="; ".join(place.strip() for place in related))
