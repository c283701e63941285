"""`relmap map`: who is who at one account, or our people across all of them."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from relmap.cli.accounts import complete_account, find_accounts
from relmap.cli.exits import COULD_NOT, DONE
from relmap.cli.map_drawing import ACCOUNT_FORMATS, BOOK_FORMATS, Look, draw_account, draw_book
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
    check_finished,
    choose,
    find_book,
    read_day,
    read_jobs,
    read_period,
)
from relmap.cli.output import Target, is_coloured, targets, write
from relmap.cli.people import complete_person
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.assess.assessment import Assessment
    from relmap.cli.running import OpenedBook
    from relmap.map.book_map import Present
    from relmap.map.values import AccountMap

COLOR_BY = ("support", "trust", "coverage", "department")
VIEWS = ("all", "org", "influence", "coverage")

AccountArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="ACCOUNT",
        help="The account: an id, a path, or a unique beginning. None: our people across all accounts.",
        autocompletion=complete_account,
        show_default=False,
    ),
]
MapFormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        envvar="RELMAP_FORMAT",
        metavar="NAME",
        help="rich, text, markdown, json; of an account also svg, html, mermaid, dot or graphml. "
        "Default: rich on a terminal, else text.",
    ),
]
ColorByOption = Annotated[
    str, typer.Option("--color-by", metavar="WHAT", help="Mark people by support, trust, coverage or department.")
]
ViewOption = Annotated[
    str,
    typer.Option(
        "--view",
        metavar="LINES",
        help="Which lines: org (reporting), influence, coverage (who of ours knows them) or all.",
    ),
]
FocusOption = Annotated[
    str | None,
    typer.Option(
        "--focus",
        metavar="PERSON",
        help="Only one person, of either side, and who is near.",
        autocompletion=complete_person,
    ),
]
DepthOption = Annotated[
    int | None, typer.Option("--depth", metavar="N", help="How many lines away from the focus. Default: 1.")
]


def map_account(
    account: AccountArgument = None,
    *,
    color_by: ColorByOption = "support",
    view: ViewOption = "all",
    focus: FocusOption = None,
    depth: DepthOption = None,
    book: BookOption = None,
    as_of: AsOfOption = None,
    period: PeriodOption = None,
    format_name: MapFormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Draw the stakeholder map: who decides, who of ours knows them, and on whom it hangs."""
    from relmap.cli.running import gather_with_progress, is_partial, open_usable_book, run_with_progress, tell
    from relmap.map.book_map import gather

    del debug  # read where crashes end
    formats = ACCOUNT_FORMATS if account else BOOK_FORMATS
    places, coloured = targets(format_name, output or [], formats), is_coloured(color, sys.stdout)
    look = _read_look(color_by, view, focus, depth, of_account=account is not None)
    day, wanted_period, processes = read_day(as_of), read_period(period), read_jobs(jobs)
    opened = open_usable_book(find_book(book))
    check_finished(wanted_period, day, opened.settings.fiscal_year_starts)
    named = find_accounts([account] if account else [], opened.files, opened.root)
    seen = _Seen(opened, look, places, coloured)
    if named:
        run = run_with_progress(opened, day, wanted_period, processes, quiet=quiet)
        tell(run, quiet=quiet, verbose=verbose)
        texts = _draw_account(seen, run, named[0])
    else:
        run, gathered = gather_with_progress(opened, day, wanted_period, processes, gather, quiet=quiet)
        tell(run, quiet=quiet, verbose=verbose)
        texts = _draw_book(seen, run, gathered)
    for place, text in zip(places, texts, strict=True):
        write(text, place.path)
    return COULD_NOT if is_partial(opened, run) else DONE


def _read_look(color_by: str, view: str, focus: str | None, depth: int | None, *, of_account: bool) -> Look:
    choose(color_by, COLOR_BY, "--color-by")
    choose(view, VIEWS, "--view")
    if focus is not None and not of_account:
        raise UsageError("--focus needs an account", hint="name the account whose map it is")
    if depth is not None and focus is None:
        raise UsageError("--depth needs --focus", hint="name the person with --focus PERSON")
    if depth is not None and depth < 0:
        raise UsageError(f"--depth {depth} is not possible", hint="0 or more lines away from the focus")
    return Look(color_by, view, focus, 1 if depth is None else depth)


class _Seen(NamedTuple):
    """What is drawn, how, and for which places."""

    opened: "OpenedBook"
    look: Look
    places: Sequence[Target]
    coloured: bool


def _draw_account(seen: _Seen, run: "Assessment", account: str) -> list[str]:
    drawn, settings = _account(seen.opened, run, account, seen.look), seen.opened.settings
    return [draw_account(drawn, settings, seen.look, place, coloured=seen.coloured) for place in seen.places]


def _draw_book(seen: _Seen, run: "Assessment", gathered: "Mapping[str, Present]") -> list[str]:
    from relmap.map.book_map import make_book_map

    across, settings = make_book_map(seen.opened.settings, run, gathered), seen.opened.settings
    return [draw_book(across, settings, place, coloured=seen.coloured) for place in seen.places]


def _account(opened: "OpenedBook", run: "Assessment", account: str, look: Look) -> "AccountMap":
    """Make the map, with the lines of one view, and around the focus where there is one."""
    from relmap.cli.running import make_card
    from relmap.map.build import make_map
    from relmap.map.focus import focus, view
    from relmap.why.places import Places

    if account in run.broken:
        raise RelmapError(f"{account} cannot be mapped: the file is broken")
    card = make_card(opened, run, account)
    places = Places(opened.root, card.assessed.row.path, account)
    whole = make_map(card, places.line)
    drawn = view(whole, look.view)
    return drawn if look.focus is None else focus(drawn, _find_person(whole, look.focus), look.depth)


def _find_person(whole: "AccountMap", word: str) -> str:
    """Return the key of the person whose id, or whose unique beginning of an id, the word is."""
    from relmap.book.meant import begun_by, could_be, did_you_mean_person

    keys = {entry.id: entry.key for entry in whole.everybody}
    begins = begun_by(word, keys)
    if len(begins) == 1:
        return keys[begins[0]]
    if begins:
        raise could_be(word, begins, "--focus")
    close = did_you_mean_person(word, {entry.id: entry.label for entry in whole.everybody})
    raise UsageError(f"nobody {word!r} on this map", hint=close or f"`relmap map {whole.account}` shows who is on it")
