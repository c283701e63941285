"""`relmap portfolio`: the book as its head sees it."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

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
    find_book,
    read_day,
    read_jobs,
    read_period,
)
from relmap.cli.output import Target, is_coloured, targets, write
from relmap.errors import RelmapError

if TYPE_CHECKING:
    from relmap.assess.select import Condition
    from relmap.portfolio.values import Portfolio

FORMATS = ("rich", "text", "markdown", "json", "csv", "svg")

PortfolioFormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        envvar="RELMAP_FORMAT",
        metavar="NAME",
        help="rich, text, markdown, json, csv (one row an account), or svg (exposure against health as a picture). "
        "Default: rich on a terminal, else text.",
    ),
]


def portfolio(
    *,
    where: WhereOption = None,
    book: BookOption = None,
    as_of: AsOfOption = None,
    period: PeriodOption = None,
    format_name: PortfolioFormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Show the whole book: concentration, exposure, where to invest and move back, stages, load, losses, trend.

    --where picks the accounts that are shown one by one; what is said of the book is said of all of it.
    """
    from relmap.assess.select import parse_selector
    from relmap.cli.running import gather_with_progress, is_partial, open_usable_book, select_and_tell, tell
    from relmap.portfolio.build import MEASURES, make_portfolio
    from relmap.portfolio.case import gather_case

    del debug  # read where crashes end
    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    conditions, day, wanted_period = parse_selector(" ".join(where or [])), read_day(as_of), read_period(period)
    processes = read_jobs(jobs)
    opened = open_usable_book(find_book(book))
    check_finished(wanted_period, day, opened.settings.fiscal_year_starts)
    wanted = MEASURES | _asked(conditions)
    run, cases = gather_with_progress(opened, day, wanted_period, processes, gather_case, quiet=quiet, wanted=wanted)
    tell(run, quiet=quiet, verbose=verbose)
    if not run.accounts:
        raise RelmapError("no account could be read")
    chosen = select_and_tell(run.accounts, conditions, quiet=quiet)
    found = make_portfolio(run, chosen, cases)
    for place in places:
        if chosen or place.format in ("json", "csv"):
            write(_render(found, place, coloured=coloured), place.path)
    if not chosen:
        raise RelmapError("no account matched --where")
    return COULD_NOT if is_partial(opened, run) else DONE


def _asked(conditions: "Sequence[Condition]") -> frozenset[str]:
    from relmap.assess.figures import ALL

    return ALL & {condition.field for condition in conditions}


def _render(found: "Portfolio", place: Target, *, coloured: bool) -> str:
    machine: dict[str, Callable[[Portfolio], str]] = {"json": _json, "csv": _csv, "svg": _svg}
    if place.format in machine:
        return machine[place.format](found)
    from relmap.cli.drawing import draw
    from relmap.render.portfolio_page import SCREEN_ROWS, portfolio_page

    return draw(portfolio_page(found, SCREEN_ROWS if place.format == "rich" else None), place, coloured=coloured)


def _json(found: "Portfolio") -> str:
    from relmap.render.json_portfolio import portfolio_json

    return portfolio_json(found)


def _csv(found: "Portfolio") -> str:
    from relmap.render.portfolio_csv import portfolio_csv

    return portfolio_csv(found)


def _svg(found: "Portfolio") -> str:
    from relmap.render.portfolio_svg import portfolio_svg

    return portfolio_svg(found)
