"""`relmap review`: record that an account was reviewed, or list where the reviews of the book stand."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from relmap.cli.accounts import complete_account, find_accounts
from relmap.cli.exits import DONE
from relmap.cli.options import (
    AsOfOption,
    BookOption,
    ColorOption,
    DebugOption,
    FormatOption,
    JobsOption,
    OutputOption,
    QuietOption,
    VerboseOption,
    WhereOption,
    find_book,
    read_day,
    read_jobs,
)
from relmap.cli.output import Target, is_coloured, targets, write
from relmap.cli.review_list import FORMATS, Look, Wanted, list_reviews, read_days
from relmap.cli.review_talk import Given
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.cli.running import OpenedBook
    from relmap.review.report import Report

RECORD_FORMATS = ("rich", "text", "markdown", "json")
"""For one account that is reviewed: a page to talk over, and as JSON what was recorded as well."""

AccountArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="ACCOUNT",
        help="The account to review: an id, a path, or a unique beginning. With --due and --status none: all.",
        autocompletion=complete_account,
        show_default=False,
    ),
]
DueOption = Annotated[bool, typer.Option("--due", help="List the accounts whose review is due, overdue or missing.")]
WithinOption = Annotated[
    str | None,
    typer.Option("--within", metavar="DAYS", help="With --due: also those that fall due within so many days (14d)."),
]
StatusOption = Annotated[bool, typer.Option("--status", help="List where the reviews of all accounts stand.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="WHO", help="Who reviews it: a team member's id or full name.")
]
WithOption = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="WHO", help="Who else was there, of either side; repeatable, or between commas."),
]
OutcomeOption = Annotated[
    str | None, typer.Option("--outcome", metavar="WORD", help="What comes of it: advance, hold or move_back.")
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A sentence for whoever reads it next.")]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing: record what is given.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show the change and write nothing.")]


def review(
    account: AccountArgument = None,
    *,
    by: ByOption = None,
    others: WithOption = None,
    outcome: OutcomeOption = None,
    note: NoteOption = None,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
    due: DueOption = False,
    within: WithinOption = None,
    status: StatusOption = False,
    where: WhereOption = None,
    book: BookOption = None,
    as_of: AsOfOption = None,
    format_name: FormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Review an account: see what changed since the last time, answer what decides most, and record the outcome.

    For example: relmap review acme, or relmap review acme --by maria --with jane-doe --outcome hold --yes
    """
    from relmap.cli.running import open_usable_book

    del debug  # read where crashes end
    given, listing = Given(by, others, outcome, note, yes, dry_run), due or status
    days = read_days(within)
    _check(given, account, listing=listing, due=due, days=days, where=where)
    places = targets(format_name, output or [], FORMATS if listing else RECORD_FORMATS)
    look = Look(places, read_day(as_of), read_jobs(jobs), is_coloured(color, sys.stdout), quiet, verbose)
    opened = open_usable_book(find_book(book))
    named = find_accounts([account] if account else [], opened.files, opened.root)
    if listing:
        return list_reviews(opened, look, Wanted(named, tuple(where or ()), days or 0, due))
    return _record(opened, look, named[0], given)


def _check(
    given: Given, account: str | None, *, listing: bool, due: bool, days: int | None, where: Sequence[str] | None
) -> None:
    """Raise UsageError where options do not go together."""
    records = given != Given(None, None, None, None, yes=False, dry_run=False)
    if listing and records:
        raise UsageError("--due and --status only list", hint="leave out what records a review, or name one account")
    if days is not None and not due:
        raise UsageError("--within goes with --due", hint="for example: relmap review --due --within 14d")
    if where and not listing:
        raise UsageError("--where goes with --due and --status", hint="a review is of one account")
    if not listing and account is None:
        raise UsageError("which account is reviewed?", hint="name one, or list them: relmap review --due")


def _record(opened: "OpenedBook", look: Look, account: str, given: Given) -> int:
    from relmap.cli.reviewing import Reviewed, Screen, file_findings, record_review, rules_of
    from relmap.cli.running import run_with_progress, tell
    from relmap.rules.gate import figures_read
    from relmap.rules.inspect import Inspection

    plan = rules_of(opened, account, look.day)
    inspection, wanted = Inspection(plan), figures_read(plan)
    run = run_with_progress(opened, look.day, None, look.jobs, quiet=look.quiet, wanted=wanted, inspect=inspection)
    tell(replace(run, findings=file_findings(run)), quiet=look.quiet, verbose=look.verbose)
    if account in run.broken:
        raise RelmapError(f"{account} cannot be reviewed: the file is broken")
    machine = any(place.format == "json" and place.path is None for place in look.places)
    screen = Screen(partial(_show, look, given), machine)
    recorded = record_review(opened, run, Reviewed(account, plan), given, screen)
    for place in look.places:
        if place.format == "json":
            from relmap.render.json_record import record_json

            write(record_json(recorded.report, recorded.made, recorded=recorded.written), place.path)
    return DONE


def _show(look: Look, given: Given, report: "Report", asks: bool) -> None:
    """Draw what the reviewer has to see; on stderr where stdout belongs to the diff or to a document."""
    from relmap.cli.drawing import draw
    from relmap.render.review_page import review_page

    page = review_page(report)
    pages = [place for place in look.places if place.format != "json"]
    if given.dry_run or (asks and not pages):
        sys.stderr.write(draw(page, Target("text", None), coloured=False))
        return
    for place in pages:
        write(draw(page, place, coloured=look.coloured), place.path)
