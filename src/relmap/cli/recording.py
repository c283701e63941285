"""`relmap ask --record`: read filled-in forms, and put their answers into the account's file."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from relmap.cli.output import write
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.cli.running import OpenedBook
    from relmap.findings import Finding
    from relmap.interview.answers import Answers
    from relmap.interview.update import Reader, Subject, Update
    from relmap.measures.facts import Facts

ENDINGS = {".md": "markdown", ".markdown": "markdown", ".txt": "markdown", ".csv": "csv", ".json": "json"}


def record_forms(
    opened: "OpenedBook", account: str, day: date, forms: Sequence[tuple[Path, str]], *, dry_run: bool, quiet: bool
) -> None:
    """Add what is new in forms to an account's file, or show what would be added."""
    from relmap.book.locate import Locator
    from relmap.book.write import replace_file
    from relmap.interview.recording import record
    from relmap.interview.update import Reader, update
    from relmap.render.ask_record import record_text

    reader = Reader(opened.book, opened.settings, day)
    subject = read_subject(account, reader)
    answers = _read_answers(forms, subject.facts)
    path, data = subject.file.path, subject.data
    recording = record(answers, subject.facts.account, account, Locator(data, path))
    refuse(recording.findings)
    made = update(subject, recording.edits, reader)
    if dry_run:
        preview(made, quiet=quiet)
    else:
        if recording.edits:
            replace_file(opened.root, path, data, made.after)
        write(record_text(made), None)
    if not quiet:
        _tell_open(answers)


def form_of(path: Path, chosen: str | None) -> str:
    """Return the format of a file of answers: the one chosen, or what its name's ending says."""
    known = chosen or ENDINGS.get(path.suffix.lower())
    if known is None:
        raise UsageError(f"{path}: what kind of file is it?", hint="say --format markdown, csv or json")
    return known


def read_subject(account: str, reader: "Reader") -> "Subject":
    """Read the account's file, once. Raises RelmapError, after telling the findings, where it is broken."""
    from relmap.book.read import read_bytes
    from relmap.cli.running import tell_findings
    from relmap.findings import Finding
    from relmap.interview.update import Subject

    file = next(file for file in reader.book.files if file.id == account)
    data = read_bytes(reader.book.root, file.path, account)
    if isinstance(data, Finding):
        raise RelmapError(f"{file.path}: {data.message}")
    loaded = reader.load(data, file)
    if loaded.account is None:
        tell_findings(loaded.findings)
        raise RelmapError(f"nothing can be recorded for {account}: its file is broken")
    return Subject(file, data, loaded, reader.facts(account, loaded.account))


def _read_answers(forms: Sequence[tuple[Path, str]], facts: "Facts") -> "Sequence[Answers]":
    """Return the answers of all files. Tells everything that is wrong with them, and raises RelmapError, if any is."""
    from relmap.interview.answers import check_forms
    from relmap.interview.forms import read_forms
    from relmap.interview.questions import every_question

    questions = every_question(facts)
    read = [read_forms(_content(path), str(path), form, questions) for path, form in forms]
    checked = check_forms([form for entry in read for form in entry.forms], facts)
    refuse([*(found for entry in read for found in entry.findings), *checked.findings])
    if not checked.answers:
        raise RelmapError("no answer is in what was given", hint="write each answer behind its colon")
    return checked.answers


def _content(path: Path) -> bytes:
    """Return what is in a file of answers, which may lie anywhere."""
    from relmap.book.read import read_bytes
    from relmap.findings import Finding

    if not path.is_file():
        raise RelmapError(f"{path} is no file" if path.exists() else f"there is no file {path}")
    real = path.resolve()
    content = read_bytes(real.parent, real.name)
    if isinstance(content, Finding):
        raise RelmapError(f"{path}: {content.message}")
    return content


def refuse(findings: "Sequence[Finding]") -> None:
    """Tell what is wrong, and raise RelmapError, where anything is."""
    from relmap.cli.running import tell_findings

    if findings:
        tell_findings(findings)
        raise RelmapError("nothing was recorded", hint="mend what is listed, and record again")


def preview(made: "Update", *, quiet: bool) -> None:
    """Show the change alone on stdout, so that it can be piped, and who disagrees on stderr."""
    from relmap.book.edit import unified_diff
    from relmap.cli.running import note
    from relmap.render.ask_record import diff_text, disagreement_lines

    write(diff_text(unified_diff(made.before, made.after, made.path)), None)
    if quiet:
        return
    if not made.entries:
        note(f"{made.path} has all of these answers already")
    if made.disagreements:
        sys.stderr.write("\n".join(disagreement_lines(made.disagreements)) + "\n")


def _tell_open(answers: "Sequence[Answers]") -> None:
    """Say what was left empty: an answer that stands where none is looked for would else be lost in silence."""
    from relmap.cli.running import note

    for entry in answers:
        if entry.open:
            note(f"{entry.by}, {entry.day}: no answer to {', '.join(entry.open)}")
