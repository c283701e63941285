"""`relmap ask`: the same neutral questions for both sides, and the recording of their answers."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relmap.cli.accounts import complete_account, find_accounts
from relmap.cli.exits import COULD_NOT, DONE
from relmap.cli.options import (
    AsOfOption,
    BookOption,
    DebugOption,
    OutputOption,
    QuietOption,
    VerboseOption,
    find_book,
    read_day,
)
from relmap.cli.output import Target, targets, write
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.assess.assessment import Assessment, Card
    from relmap.book.edit import Append
    from relmap.cli.running import OpenedBook
    from relmap.findings import Finding
    from relmap.interview.answers import Answers
    from relmap.interview.disagreement import Disagreement
    from relmap.measures.facts import Facts
    from relmap.render.ask_form import Respondent
    from relmap.render.ask_record import Recorded

FORMATS = ("markdown", "csv", "json", "text", "rich")
"""Text and rich are other names for Markdown here: the environment may ask for them everywhere."""
ENDINGS = {".md": "markdown", ".markdown": "markdown", ".txt": "markdown", ".csv": "csv", ".json": "json"}
LARGEST = 1024 * 1024
"""The largest file of answers that is read, in bytes."""

AccountArgument = Annotated[
    str,
    typer.Argument(
        metavar="ACCOUNT", help="The account: an id, a path, or a unique beginning.", autocompletion=complete_account
    ),
]
ForOption = Annotated[
    list[str] | None,
    typer.Option("--for", metavar="ID", help="Make a form for this contact or team member; repeatable."),
]
SignalsOption = Annotated[
    int, typer.Option("--signals", metavar="N", min=0, max=50, help="Ask for at most so many signals.")
]
RecordOption = Annotated[
    list[Path] | None,
    typer.Option("--record", metavar="FILE", help="Record filled-in forms (.md, .csv, .json) in the account's file."),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="With --record: show the change and write nothing.")]
FormOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        envvar="RELMAP_FORMAT",
        metavar="NAME",
        help="markdown, csv or json. With --record: of the files, else their endings say it.",
    ),
]


def ask(
    account: AccountArgument,
    *,
    respondents: ForOption = None,
    signals: SignalsOption = 5,
    record: RecordOption = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    as_of: AsOfOption = None,
    format_name: FormOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Ask both sides the same neutral questions, and record their answers as views and signals.

    For example: relmap ask acme --for jane-doe --for maria > form.md, then relmap ask acme --record form.md
    """
    from relmap.cli.running import is_partial, make_card, open_usable_book, run_with_progress, tell

    del debug  # read where crashes end
    if dry_run and not record:
        raise UsageError("--dry-run goes with --record", hint="a form is never written into the book")
    if record and (respondents or output):
        raise UsageError("--record goes without --for and -o", hint="record in one call, ask in another")
    places = targets(format_name or "markdown", output or [], FORMATS)
    day = read_day(as_of)
    opened = open_usable_book(find_book(book))
    (named,) = find_accounts([account], opened.files, opened.root)
    run = run_with_progress(opened, day, None, None, quiet=quiet)
    tell(run, quiet=quiet, verbose=verbose)
    if named in run.broken:
        raise RelmapError(f"{named} cannot be asked about: the file is broken")
    card = make_card(opened, run, named)
    if record:
        _record(opened, run, card, _read_answers(record, format_name, card.profile.facts), dry_run=dry_run)
    else:
        _send(card, _respondents(respondents or [], card.profile.facts), signals, places)
    return COULD_NOT if is_partial(opened, run) else DONE


def _send(card: "Card", respondents: "Sequence[Respondent]", signals: int, places: Sequence[Target]) -> None:
    from relmap.interview.questions import make_questionnaire
    from relmap.render.ask_form import ask_csv, ask_json, ask_markdown

    made = make_questionnaire(card, signals)
    forms = {"csv": ask_csv, "json": ask_json}
    for place in places:
        write(forms.get(place.format, ask_markdown)(made, respondents), place.path)


def _respondents(words: Sequence[str], facts: "Facts") -> "list[Respondent]":
    """Return who is asked. Raises UsageError, with the nearest id, where one is nobody's."""
    from relmap.book.problem import nearest
    from relmap.render.ask_form import Respondent

    names = {key: entry.name or "" for key, entry in facts.account.contacts.items()}
    names |= {key: entry.name or "" for key, entry in facts.settings.team.items()}
    for word in words:
        if word not in names:
            close = nearest(word, names)
            hint = f"did you mean {close}?" if close else "it takes the id of a contact or of a team member"
            raise UsageError(f"no contact or team member {word!r}", hint=hint)
    return [Respondent(word, names[word]) for word in dict.fromkeys(words)] or [Respondent()]


def _read_answers(paths: Sequence[Path], form: str | None, facts: "Facts") -> "list[Answers]":
    """Return the answers of all files. Tells everything that is wrong with them, and raises RelmapError, if any is."""
    from relmap.interview.answers import check_forms
    from relmap.interview.forms import read_forms

    answers: list[Answers] = []
    findings: list[Finding] = []
    for path in paths:
        read = read_forms(_content(path), str(path), _form_of(path, form))
        checked = check_forms(read.forms, facts)
        answers += checked.answers
        findings += [*read.findings, *checked.findings]
    _refuse(findings)
    if not answers:
        raise RelmapError("no answer is in what was given", hint="write each answer behind its colon")
    return answers


def _form_of(path: Path, form: str | None) -> str:
    known = {"text": "markdown", "rich": "markdown"}.get(form or "", form) or ENDINGS.get(path.suffix.lower())
    if known is None:
        raise UsageError(f"{path}: what kind of file is it?", hint="say --format markdown, csv or json")
    return known


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise RelmapError(f"{path} is no file")
        if path.stat().st_size > LARGEST:
            raise RelmapError(f"{path} is larger than 1 MiB", hint="no form is")
        return path.read_bytes()
    except OSError as error:
        raise RelmapError(f"cannot read {path}: {(error.strerror or 'unknown reason').lower()}") from error


def _refuse(findings: "Sequence[Finding]") -> None:
    from relmap.cli.running import tell_findings

    if findings:
        tell_findings(findings)
        raise RelmapError("nothing was recorded", hint="mend what is listed, and record again")


def _record(
    opened: "OpenedBook", run: "Assessment", card: "Card", answers: "Sequence[Answers]", *, dry_run: bool
) -> None:
    """Add what is new to the account's file, or show what would be added."""
    from relmap.book.read import read_bytes
    from relmap.book.write import replace_file
    from relmap.findings import Finding
    from relmap.interview.recording import record
    from relmap.render.ask_record import Recorded, record_text

    facts, path = card.profile.facts, card.assessed.row.path
    recording = record(answers, facts.account, facts.id)
    _refuse(recording.findings)
    before = read_bytes(opened.root, path, facts.id)
    if isinstance(before, Finding):
        raise RelmapError(f"{path}: {before.message}")
    after = _edited(before, path, recording.edits)
    recorded = Recorded(path, recording.edits, _disagreements(opened, run, card, after))
    if dry_run:
        _preview(before, after, recorded)
        return
    if recording.edits:
        replace_file(opened.root, path, before, after)
    write(record_text(recorded), None)


def _edited(before: bytes, path: str, edits: "Sequence[Append]") -> bytes:
    from relmap.book.edit import EditRefusedError, edit

    try:
        return edit(before, path, edits)
    except EditRefusedError as error:
        raise RelmapError(f"{error.span}: {error.message}", hint="write the answers into the file by hand") from error


def _disagreements(opened: "OpenedBook", run: "Assessment", card: "Card", after: bytes) -> "Sequence[Disagreement]":
    """Check the edited file before anything is written, and return where respondents disagree in it."""
    from relmap.book.discover import AccountFile
    from relmap.book.load import check_account
    from relmap.interview.disagreement import find_disagreements
    from relmap.measures.facts import gather_facts

    facts = card.profile.facts
    file = AccountFile(facts.id, card.assessed.row.path)
    checked = check_account(after, file, opened.settings, opened.book.account_ids, run.as_of)
    if checked.account is None:
        _refuse(checked.findings)
        raise RelmapError("nothing was recorded: the file would be broken")
    return find_disagreements(gather_facts(facts.id, checked.account, opened.settings, run.as_of))


def _preview(before: bytes, after: bytes, recorded: "Recorded") -> None:
    """Show the change as a diff on stdout, and who disagrees on stderr."""
    from relmap.book.edit import unified_diff
    from relmap.cli.running import note
    from relmap.render.ask_record import disagreement_lines

    write(unified_diff(before, after, recorded.path), None)
    if not recorded.edits:
        note(f"{recorded.path} has all of these answers already")
    if recorded.disagreements:
        sys.stderr.write("\n".join(disagreement_lines(recorded.disagreements)) + "\n")
