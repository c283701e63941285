"""`relmap why`: one figure of one account taken apart."""

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
from relmap.cli.output import PIPED_WIDTH, Target, is_coloured, rich_text, targets, width, write
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.why.explanation import Explanation

FORMATS = ("rich", "text", "markdown", "json")


def complete_measure(incomplete: str) -> list[str]:
    """Return the measures that begin so."""
    from relmap.assess.figures import MEASURES

    return [measure.id for measure in MEASURES if measure.id.startswith(incomplete)]


AccountArgument = Annotated[
    str,
    typer.Argument(
        metavar="ACCOUNT", help="The account: an id, a path, or a unique beginning.", autocompletion=complete_account
    ),
]
MeasureArgument = Annotated[
    str,
    typer.Argument(
        metavar="MEASURE",
        help="The figure: health, stage.earned, dependence, … (`relmap explain` lists them).",
        autocompletion=complete_measure,
    ),
]
SensitivityOption = Annotated[
    bool,
    typer.Option("--sensitivity", help="Say which single input, moved by one step, changes the verdict."),
]


def why(
    account: AccountArgument,
    measure: MeasureArgument,
    *,
    sensitivity: SensitivityOption = False,
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
    """Take one figure apart: the formula with its numbers, every input with its place, and what would raise it."""
    from relmap.cli.running import is_partial, make_card, open_usable_book, run_with_progress, tell
    from relmap.why.explanation import explain
    from relmap.why.places import Places
    from relmap.why.retake import Bench

    del debug  # read where crashes end
    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    wanted, day, wanted_period, processes = find_measure(measure), read_day(as_of), read_period(period), read_jobs(jobs)
    opened = open_usable_book(find_book(book))
    check_finished(wanted_period, day, opened.settings.fiscal_year_starts)
    (named,) = find_accounts([account], opened.files, opened.root)
    run = run_with_progress(opened, day, wanted_period, processes, quiet=quiet)
    tell(run, quiet=quiet, verbose=verbose)
    if named in run.broken:
        raise RelmapError(f"{named} cannot be assessed: the file is broken")
    card = make_card(opened, run, named)
    lines = Places(opened.root, card.assessed.row.path, named)
    found = explain(Bench(run, card), wanted, lines, with_sensitivity=sensitivity)
    for place in places:
        write(_render(found, place, coloured=coloured), place.path)
    return COULD_NOT if is_partial(opened, run) else DONE


def find_measure(word: str) -> str:
    """Return the measure's id. Raises UsageError, with the nearest one, where there is none."""
    from relmap.assess.figures import MEASURES_BY_ID
    from relmap.book.problem import nearest

    if word in MEASURES_BY_ID:
        return word
    close = nearest(word, MEASURES_BY_ID)
    hint = f"did you mean {close}?" if close else "`relmap explain` lists all measures"
    raise UsageError(f"no measure {word!r}", hint=hint)


def _render(found: "Explanation", place: Target, *, coloured: bool) -> str:
    if place.format == "json":
        from relmap.render.json_why import why_json

        return why_json(found)
    from relmap.render import why_screen

    if place.format == "rich":
        columns = width() if place.path is None else PIPED_WIDTH
        return rich_text(why_screen.why_rich(found, columns), coloured=coloured and place.path is None, columns=columns)
    return why_screen.why_markdown(found) if place.format == "markdown" else why_screen.why_text(found)
