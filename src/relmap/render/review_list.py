"""The list of reviews: a table for people, and one for spreadsheets."""

from relmap.measures.logic import Truth
from relmap.model.period import quarter_of
from relmap.render import labels, words
from relmap.render.book_rows import REVIEW_TONES
from relmap.render.csv_table import Cell as CsvCell
from relmap.render.csv_table import csv_text
from relmap.render.page import Block, Cell, Column, Grid, Page, Section, Tone, prose
from relmap.review.listing import Listed, ReviewList

RICH_ROWS = 50
"""How many accounts a screen shows; all of them are in the plain text."""
_COLUMNS = (
    Column("Account", wrap=True),
    Column("Owner", fold=100),
    Column("Tier", fold=120),
    Column("Review"),
    Column("Due by"),
    Column("Last review", fold=90, wrap=True),
    Column("Changed since", fold=110),
)
_HEADER = (
    *("id", "name", "owner", "tier", "status", "state", "asked_from", "due_by", "changed"),
    *("last_date", "last_quarter", "last_by", "last_outcome"),
)


def list_page(listed: ReviewList, limit: int | None = None) -> Page:
    """Return the list as a page, at most `limit` accounts of it."""
    assessment = listed.assessment
    quarter = quarter_of(assessment.as_of, assessment.settings.fiscal_year_starts)
    title = f"{assessment.settings.company}: reviews on {words.day(assessment.as_of)}, in {quarter.label}"
    return Page(title, (Cell(_summary(listed)),), (Section("", (_table(listed, limit),)),))


def _summary(listed: ReviewList) -> str:
    if not listed.accounts:
        when = f" within {words.count(listed.within, 'day')}" if listed.within else ""
        return f"No review is asked for{when}." if listed.within is not None else "No account."
    states = [f"{words.number(count)} {_state(state)}" for state, count in listed.states.items() if count]
    return f"{words.count(len(listed.accounts), 'account')}: {', '.join(states)}."


def _table(listed: ReviewList, limit: int | None) -> Block:
    names = labels.members(listed.assessment.settings)
    shown = listed.accounts if limit is None else listed.accounts[:limit]
    if not shown:
        return prose("Nothing to list.", Tone.MUTED)
    rows = tuple(_row(entry, names) for entry in shown)
    return Grid(_COLUMNS, rows, len(listed.accounts) - len(rows))


def _row(listed: Listed, names: dict[str, str]) -> tuple[Cell, ...]:
    row = listed.account.row
    state = _state(listed.state)
    return (
        Cell(row.name, Tone.STRONG),
        Cell(names.get(row.owner, row.owner), below=f"owner {names.get(row.owner, row.owner)}"),
        Cell(row.tier or "–", below=f"tier {row.tier}" if row.tier else ""),
        Cell(state, REVIEW_TONES.get(listed.state, Tone.PLAIN)),
        Cell(words.day(listed.due_by) if listed.due_by else "–"),
        Cell(_last(listed, names), below=f"last {_last(listed, names)}" if row.last_review else ""),
        Cell(_truth(listed.changed), below="changed since" if listed.changed else ""),
    )


def _state(state: str) -> str:
    return {"none": "not asked", "never": "never reviewed"}.get(state, state)


def _last(listed: Listed, names: dict[str, str]) -> str:
    last = listed.account.row.last_review
    if last is None:
        return "–"
    outcome = f": {labels.spoken(last.outcome)}" if last.outcome else ""
    return f"{words.day(last.day)} by {names.get(last.by, last.by)}{outcome}"


def _truth(truth: Truth) -> str:
    return words.UNKNOWN if truth is None else "yes" if truth else "no"


def review_csv(listed: ReviewList) -> str:
    """Return a header and a line for each account; ends with a newline. What is not known is empty."""
    return csv_text([_HEADER, *map(_csv_row, listed.accounts)])


def _csv_row(listed: Listed) -> list[CsvCell]:
    row, last = listed.account.row, listed.account.row.last_review
    changed = None if listed.changed is None else _truth(listed.changed)
    days = [day.isoformat() if day else None for day in (listed.asked_from, listed.due_by)]
    made = [last.day.isoformat(), last.quarter, last.by, last.outcome] if last else [None] * 4
    return [row.id, row.name, row.owner, row.tier, row.status, listed.state, *days, changed, *made]
