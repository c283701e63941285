"""`relmap brief`: one screen before a meeting."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from relmap.cli.accounts import complete_account, find_accounts
from relmap.cli.exits import COULD_NOT, DONE
from relmap.cli.options import (
    AsOfOption,
    BookOption,
    ColorOption,
    DebugOption,
    JobsOption,
    OutputOption,
    PageFormatOption,
    PeriodOption,
    QuietOption,
    VerboseOption,
    check_finished,
    find_book,
    read_day,
    read_jobs,
    read_period,
)
from relmap.cli.output import Target, is_coloured, targets, write
from relmap.cli.people import complete_contact
from relmap.errors import RelmapError

if TYPE_CHECKING:
    from relmap.brief.brief import Brief

FORMATS = ("rich", "text", "markdown", "json")


AccountArgument = Annotated[
    str,
    typer.Argument(
        metavar="ACCOUNT", help="The account: an id, a path, or a unique beginning.", autocompletion=complete_account
    ),
]
WithOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="PERSON",
        help="Whom of theirs we meet: a contact's id or a unique beginning; repeatable. None: who is worth meeting.",
        autocompletion=complete_contact,
    ),
]


def brief(
    account: AccountArgument,
    *,
    with_people: WithOption = None,
    book: BookOption = None,
    as_of: AsOfOption = None,
    period: PeriodOption = None,
    format_name: PageFormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Show one screen before a meeting: who they are to us, what they value, what both owe, and what to ask.

    For example: relmap brief acme --with jane-doe
    """
    from relmap.brief.brief import make_brief
    from relmap.brief.people import find_people
    from relmap.cli.running import is_partial, make_card, open_usable_book, run_with_progress, tell

    del debug  # read where crashes end
    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    day, wanted_period, processes = read_day(as_of), read_period(period), read_jobs(jobs)
    opened = open_usable_book(find_book(book))
    check_finished(wanted_period, day, opened.settings.fiscal_year_starts)
    (named,) = find_accounts([account], opened.files, opened.root)
    run = run_with_progress(opened, day, wanted_period, processes, quiet=quiet)
    tell(run, quiet=quiet, verbose=verbose)
    if named in run.broken:
        raise RelmapError(f"{named} cannot be assessed: the file is broken")
    card = make_card(opened, run, named)
    found = make_brief(run, card, find_people(with_people or (), card.profile.facts))
    for place in places:
        write(_render(found, place, coloured=coloured), place.path)
    return COULD_NOT if is_partial(opened, run) else DONE


def _render(found: "Brief", place: Target, *, coloured: bool) -> str:
    if place.format == "json":
        from relmap.render.json_brief import brief_json

        return brief_json(found)
    from relmap.cli.drawing import draw
    from relmap.render.brief_page import brief_page

    return draw(brief_page(found), place, coloured=coloured)
