"""`relmap ask`: the same neutral questions for both sides, and the recording of their answers."""

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
from relmap.cli.recording import form_of, record_forms
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.interview.questions import Questionnaire
    from relmap.interview.respondents import Respondent
    from relmap.measures.facts import Facts

FORMATS = ("markdown", "csv", "json")

AccountArgument = Annotated[
    str,
    typer.Argument(
        metavar="ACCOUNT", help="The account: an id, a path, or a unique beginning.", autocompletion=complete_account
    ),
]
ForOption = Annotated[
    list[str] | None,
    typer.Option(
        "--for", metavar="WHO", help="Make a form for this contact or team member: an id or a full name; repeatable."
    ),
]
SignalsOption = Annotated[
    int, typer.Option("--signals", metavar="N", min=0, max=50, help="Ask for at most so many signals.")
]
RecordOption = Annotated[
    list[Path] | None,
    typer.Option("--record", metavar="FILE", help="Record filled-in forms (.md, .csv, .json) in the account's file."),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="With --record: show the change and write nothing.")]
FormOption = Annotated[  # a form is sent and no answer to look at, so RELMAP_FORMAT says nothing about it
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="markdown, csv or json. With --record: of the files, else their endings say it. Default: markdown.",
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
    from relmap.interview.questions import make_questionnaire

    del debug  # read where crashes end
    if dry_run and not record:
        raise UsageError("--dry-run goes with --record", hint="a form is never written into the book")
    if record and (respondents or output):
        raise UsageError("--record goes without --for and -o", hint="record in one call, ask in another")
    places, day = targets(format_name or "markdown", output or [], FORMATS), read_day(as_of)
    forms = [(path, form_of(path, format_name)) for path in record or []]
    opened = open_usable_book(find_book(book))
    (named,) = find_accounts([account], opened.files, opened.root)
    if forms:
        record_forms(opened, named, day, forms, dry_run=dry_run, quiet=quiet)
        return DONE
    run = run_with_progress(opened, day, None, None, quiet=quiet)
    tell(run, quiet=quiet, verbose=verbose)
    if named in run.broken:
        raise RelmapError(f"{named} cannot be asked about: the file is broken")
    card = make_card(opened, run, named)
    asked = make_questionnaire(card, signals)
    people = _respondents(respondents or [], card.profile.facts)
    for place in places:
        write(_render(asked, people, place), place.path)
    return COULD_NOT if is_partial(opened, run) else DONE


def _respondents(words: Sequence[str], facts: "Facts") -> "Sequence[Respondent]":
    """Return who is asked, each once. Raises UsageError where one is nobody, or cannot be asked."""
    from relmap.interview.respondents import Unclear, find_respondent, find_respondents

    known = find_respondents(facts.account, facts.settings, facts.as_of)
    found: dict[str, Respondent] = {}
    for word in words:
        person = find_respondent(word, known)
        if isinstance(person, Unclear):
            raise UsageError(f"--for: {person.message}", hint=person.hint)
        if person.away:
            raise UsageError(f"--for: {person.id} {person.away}", hint="name somebody who can answer")
        found[person.id] = person
    return tuple(found.values())


def _render(asked: "Questionnaire", people: "Sequence[Respondent]", place: Target) -> str:
    from relmap.render.ask_form import ask_csv, ask_json, ask_markdown

    forms = {"csv": ask_csv, "json": ask_json, "markdown": ask_markdown}
    return forms[place.format](asked, people)
