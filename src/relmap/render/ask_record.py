"""What `relmap ask --record` did, and where respondents disagree, as text."""

from collections.abc import Sequence

from relmap.book.edit import Edit
from relmap.book.flow import flow_text
from relmap.findings import Span, route_text
from relmap.interview.disagreement import Disagreement, Statement
from relmap.interview.recording import in_words
from relmap.interview.update import Update
from relmap.render import labels, words
from relmap.render.clean import clean


def record_text(made: Update) -> str:
    """Return what was recorded, each entry with its place, and who disagrees; ends with a newline."""
    if made.entries:
        lines = [f"{words.count(len(made.entries), 'entry', 'entries')} recorded in {made.path}:"]
        lines += [_entry(span, change) for span, change in made.entries]
    else:
        lines = [f"{made.path} has all of these answers already; nothing was written."]
    if made.disagreements:
        lines += ["", *disagreement_lines(made.disagreements)]
    return "\n".join(map(clean, lines)) + "\n"


def _entry(span: Span, change: Edit) -> str:
    return f"{span}: {route_text(change.route)}: {flow_text(change.entry)}"


def diff_text(diff: str) -> str:
    """Return a diff with nothing in it that a terminal would act on; its lines keep their ends."""
    return "".join(map(_clean_line, diff.splitlines(keepends=True)))


def _clean_line(line: str) -> str:
    text = line.rstrip("\r\n")
    return clean(text) + line[len(text) :]


def disagreement_lines(found: Sequence[Disagreement]) -> list[str]:
    """Return each disputed question, who says what to it since when, and what relmap makes of it."""
    lines = ["Respondents disagree:"]
    for entry in found:
        said = "; ".join(_said(statement) for statement in entry.statements)
        lines += [f"- {clean(entry.text)}", f"  {clean(said)}", f"  {entry.counts}"]
    return lines


def _said(statement: Statement) -> str:
    shown = labels.spoken(in_words(statement.said))
    day = f", {words.day(statement.day)}" if statement.day else ""
    return f"{statement.by} ({statement.side}{day}): {shown}"
