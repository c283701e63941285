"""What `relmap ask --record` did, and where respondents disagree, as text."""

from collections.abc import Sequence
from typing import NamedTuple

from relmap.book.edit import Append
from relmap.book.flow import flow_text
from relmap.findings import route_text
from relmap.interview.disagreement import Disagreement, Statement
from relmap.render import labels, words
from relmap.render.clean import clean


class Recorded(NamedTuple):
    """What was written into one account's file."""

    path: str
    edits: Sequence[Append]
    disagreements: Sequence[Disagreement]


def record_text(found: Recorded) -> str:
    """Return what was recorded, entry by entry, and who disagrees; ends with a newline."""
    if not found.edits:
        lines = [f"{found.path} has all of these answers already; nothing was written."]
    else:
        lines = [f"{words.count(len(found.edits), 'entry', 'entries')} recorded in {found.path}:"]
        lines += [f"- {route_text(change.route)}: {flow_text(change.entry)}" for change in found.edits]
    if found.disagreements:
        lines += ["", *disagreement_lines(found.disagreements)]
    return "\n".join(map(clean, lines)) + "\n"


def disagreement_lines(found: Sequence[Disagreement]) -> list[str]:
    """Return each disputed question, who says what to it since when, and what relmap makes of it."""
    lines = ["Respondents disagree:"]
    for entry in found:
        said = "; ".join(_said(statement) for statement in entry.statements)
        lines += [f"- {clean(entry.text)}", f"  {clean(said)}", f"  {entry.counts}"]
    return lines


def _said(statement: Statement) -> str:
    said = statement.said
    text = ("yes" if said else "no") if isinstance(said, bool) else said
    shown = labels.spoken(text) if isinstance(text, str) else words.plain(text)
    day = f", {words.day(statement.day)}" if statement.day else ""
    return f"{statement.by} ({statement.side}{day}): {shown}"
