"""`relmap assess`: the book as a table, or accounts as cards."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from relmap.cli.accounts import complete_account, find_accounts
from relmap.cli.answer import FORMATS, MACHINE_FORMATS, Answer, render
from relmap.cli.exits import COULD_NOT, DONE
from relmap.cli.options import (
    AsOfOption,
    BookOption,
    ColorOption,
    DebugOption,
    FormatOption,
    JobsOption,
    OutputOption,
    PeriodOption,
    QuietOption,
    VerboseOption,
    WhereOption,
    check_finished,
    find_book,
    read_day,
    read_jobs,
    read_period,
)
from relmap.cli.output import Target, is_coloured, targets, write
from relmap.errors import RelmapError

if TYPE_CHECKING:
    from relmap.assess.assessment import AssessedAccount, Assessment, Card
    from relmap.assess.select import Condition
    from relmap.cli.running import OpenedBook

DEFAULT_SORT = "exposure"


AccountsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ACCOUNT",
        help="Accounts to show as cards: an id, a path, or a unique beginning. None: the whole book as a table.",
        autocompletion=complete_account,
    ),
]
SortOption = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="FIELD",
        help="A field, or a measure with the highest first; -FIELD: reversed. Default: exposure's high bound; "
        "named accounts as named.",
    ),
]


class Choice(NamedTuple):
    """Which accounts to show, and in which order."""

    accounts: Sequence[str]
    conditions: "Sequence[Condition]"
    sort: str | None


def assess(
    accounts: AccountsArgument = None,
    *,
    book: BookOption = None,
    as_of: AsOfOption = None,
    period: PeriodOption = None,
    where: WhereOption = None,
    sort: SortOption = None,
    format_name: FormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Show where each relationship stands, how dependent both sides are, and what is not known."""
    from relmap.assess.select import parse_selector
    from relmap.cli.running import is_partial, open_usable_book, run_with_progress, tell

    del debug  # read where crashes end
    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    conditions, day, wanted_period = parse_selector(" ".join(where or [])), read_day(as_of), read_period(period)
    processes = read_jobs(jobs)
    opened = open_usable_book(find_book(book))
    check_finished(wanted_period, day, opened.settings.fiscal_year_starts)
    named = find_accounts(accounts or [], opened.files, opened.root)
    wanted = _wanted(places, conditions, sort or DEFAULT_SORT)
    run = run_with_progress(opened, day, wanted_period, processes, quiet=quiet, wanted=wanted)
    tell(run, quiet=quiet, verbose=verbose)
    chosen = _choose(run, Choice(named, conditions, sort), quiet=quiet)
    answer = Answer(run, chosen, _cards(opened, run, chosen) if named else [])
    for place in places:
        if chosen or place.format in MACHINE_FORMATS:
            write(render(answer, place, coloured=coloured), place.path)
    if not chosen:
        raise RelmapError(_nothing(named, run.broken, conditions=bool(conditions)))
    return COULD_NOT if is_partial(opened, run) else DONE


def _wanted(places: "Sequence[Target]", conditions: "Sequence[Condition]", sort: str) -> frozenset[str]:
    """Return the measures to take: what conditions and order read, and for machine formats every one."""
    from relmap.assess.figures import ALL

    if any(place.format in MACHINE_FORMATS for place in places):
        return ALL
    return ALL & {sort.removeprefix("-"), *(condition.field for condition in conditions)}


def _choose(run: "Assessment", choice: Choice, *, quiet: bool) -> "Sequence[AssessedAccount]":
    from relmap.assess.select import sort_accounts
    from relmap.cli.running import select_and_tell

    named = [run.account(account) for account in choice.accounts if account not in run.broken]
    candidates = named if choice.accounts else run.accounts
    if choice.sort or not choice.accounts:
        candidates = sort_accounts(candidates, choice.sort or DEFAULT_SORT)
    return select_and_tell(candidates, choice.conditions, quiet=quiet)


def _cards(opened: "OpenedBook", run: "Assessment", chosen: "Sequence[AssessedAccount]") -> "list[Card]":
    from relmap.cli.running import make_card

    return [make_card(opened, run, entry.row.id) for entry in chosen]


def _nothing(named: Sequence[str], broken: Sequence[str], *, conditions: bool) -> str:
    if set(named) & set(broken):
        return f"{', '.join(account for account in named if account in broken)} cannot be assessed: the file is broken"
    return "no account matched --where" if conditions else "no account could be read"
