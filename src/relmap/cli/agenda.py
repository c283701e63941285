"""`relmap agenda`: what to do next, by whom, and for whom."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from relmap.cli.accounts import book_of
from relmap.cli.exits import COULD_NOT, DONE
from relmap.cli.options import (
    AsOfOption,
    BookOption,
    ColorOption,
    DebugOption,
    JobsOption,
    OutputOption,
    PeriodOption,
    QuietOption,
    VerboseOption,
    WhereOption,
    check_finished,
    choose,
    find_book,
    read_day,
    read_jobs,
    read_period,
)
from relmap.cli.output import Target, is_coloured, targets, write
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relmap.agenda.agenda import Agenda, By
    from relmap.agenda.todo import Todo
    from relmap.model.settings import Settings

FORMATS = ("rich", "text", "markdown", "json", "csv", "ics")
ORDERS = ("account", "owner")


def complete_owner(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the team members that begin so; the last of several, with those before it."""
    from relmap.book.load import open_book

    root = book_of(ctx)
    settings = open_book(root).settings if root else None
    before, comma, word = incomplete.rpartition(",")
    return [f"{before}{comma}{member}" for member in (settings.team if settings else ()) if member.startswith(word)]


OwnerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar="ID[,ID]",
        help="Only the work of these team members; repeatable. (--where owner=ID: all work at the accounts they own.)",
        autocompletion=complete_owner,
    ),
]
WithinOption = Annotated[
    str | None,
    typer.Option("--within", metavar="TIME", help="How far ahead to look, in days or weeks: 14d (the default) or 6w."),
]
ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="WHAT", help="List by account or by owner. Default: account."),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        envvar="RELMAP_FORMAT",
        metavar="NAME",
        help="rich, text, markdown, json, csv or ics (a calendar). Default: rich on a terminal, else text.",
    ),
]


def agenda(
    *,
    owner: OwnerOption = None,
    within: WithinOption = None,
    by: ByOption = None,
    where: WhereOption = None,
    book: BookOption = None,
    as_of: AsOfOption = None,
    period: PeriodOption = None,
    format_name: FormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Say what to do next, by whom and for whom: promises, reviews, dates, people gone quiet, gaps, next steps.

    For example: relmap agenda --owner maria --within 6w, or relmap agenda --format ics -o agenda.ics
    """
    from relmap.agenda.account import AccountAgenda
    from relmap.agenda.agenda import WITHIN, make_agenda
    from relmap.assess.select import parse_selector
    from relmap.cli.checking import read_days
    from relmap.cli.running import gather_with_progress, is_partial, open_usable_book, select_and_tell, tell
    from relmap.rules.days import days_after

    del debug  # read where crashes end
    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    conditions, day, wanted_period = parse_selector(" ".join(where or [])), read_day(as_of), read_period(period)
    order: By = "owner" if choose(by or "account", ORDERS, "--by") == "owner" else "account"
    until, processes = days_after(day, read_days(within) if within else WITHIN), read_jobs(jobs)
    opened = open_usable_book(find_book(book))
    check_finished(wanted_period, day, opened.settings.fiscal_year_starts)
    wanted = frozenset({"exposure", *(condition.field for condition in conditions)})
    run, gathered = gather_with_progress(
        opened, day, wanted_period, processes, AccountAgenda(until), quiet=quiet, wanted=wanted
    )
    tell(run, quiet=quiet, verbose=verbose)
    owners = find_owners(owner or (), opened.settings, gathered.values())
    chosen = select_and_tell(run.accounts, conditions, quiet=quiet)
    found = make_agenda(run, chosen, gathered, until, owners=owners, by=order)
    for place in places:
        write(render(found, place, coloured=coloured), place.path)
    _tell_undated(found, places, quiet=quiet)
    if conditions and not chosen:
        raise RelmapError("no account matched --where")
    return COULD_NOT if is_partial(opened, run) else DONE


def find_owners(words: Sequence[str], settings: "Settings", todos: "Iterable[Sequence[Todo]]") -> tuple[str, ...]:
    """Return the team members that the words name, each once: an id, or its unique beginning; between commas several.

    Raises UsageError, with the nearest one, where there is none.
    """
    known = dict.fromkeys([*settings.team, *sorted({todo.owner for found in todos for todo in found})])
    said = [word.strip() for words_said in words for word in words_said.split(",")]
    if words and not any(said):
        raise UsageError("--owner names nobody", hint="for example: --owner maria,tom")
    return tuple(dict.fromkeys(_find_owner(word, list(known), settings) for word in said if word))


def _find_owner(word: str, known: Sequence[str], settings: "Settings") -> str:
    from relmap.book.meant import begun_by, could_be, did_you_mean_person, known_ids

    begins = begun_by(word, known)
    if len(begins) == 1:
        return begins[0]
    if begins:
        raise could_be(word, begins, "--owner")
    names = {member: settings.team[member].name or member if member in settings.team else member for member in known}
    hint = did_you_mean_person(word, names) or known_ids(known, "nobody is in our team")
    raise UsageError(f"nobody {word!r} in our team", hint=hint)


def _tell_undated(found: "Agenda", places: "Sequence[Target]", *, quiet: bool) -> None:
    """Say what a calendar cannot hold."""
    from relmap.cli.running import note

    missing = len(found.items) - len(found.dated)
    if missing and not quiet and any(place.format == "ics" for place in places):
        things = "1 thing has" if missing == 1 else f"{missing} things have"
        note(f"{things} no day and cannot stand in a calendar; the other formats list them")


def render(found: "Agenda", place: Target, *, coloured: bool) -> str:
    """Render the agenda in the format of one place. Loads that format's code only."""
    match place.format:
        case "json":
            from relmap.render.json_agenda import agenda_json

            return agenda_json(found)
        case "csv":
            from relmap.render.agenda_csv import agenda_csv

            return agenda_csv(found)
        case "ics":
            from relmap.render.agenda_ics import agenda_ics

            return agenda_ics(found)
    from relmap.cli.drawing import draw
    from relmap.render.agenda_page import RICH_ITEMS, agenda_page

    return draw(agenda_page(found, RICH_ITEMS if place.format == "rich" else None), place, coloured=coloured)
