"""`relmap rubric`: every threshold as it counts, its default, and where it was set."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relmap.cli.exits import DONE
from relmap.cli.options import (
    BookOption,
    ColorOption,
    DebugOption,
    FormatOption,
    OutputOption,
    QuietOption,
    choose,
    look_for_book,
)
from relmap.cli.output import PIPED_WIDTH, Target, is_coloured, rich_text, targets, width, write

if TYPE_CHECKING:
    from relmap.book.locate import Locator
    from relmap.book.rubric_table import RubricTable
    from relmap.model.settings import Settings

FORMATS = ("rich", "text", "markdown", "json", "csv")

TierOption = Annotated[
    str | None,
    typer.Option("--tier", metavar="TIER", help="The whole effective rubric of this tier's accounts."),
]
DiffOption = Annotated[bool, typer.Option("--diff", help="Only what differs from the defaults.")]


def rubric(
    *,
    book: BookOption = None,
    tier: TierOption = None,
    diff: DiffOption = False,
    format_name: FormatOption = None,
    output: OutputOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> int:
    """Show every threshold that measures use: its value and default, where it is set, and who published it.

    What a tier sets for itself stands below the book's own. For example: relmap rubric --tier key --diff
    """
    from relmap.book.rubric_table import table_of

    del debug  # read where crashes end
    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    settings, company, locator = _read(look_for_book(book), quiet=quiet)
    if tier is not None:
        choose(tier, tuple(settings.tiers), "--tier")
    table = table_of(settings, locator, tier)
    for place in places:
        write(_render(table, company, place, coloured=coloured, diff=diff), place.path)
    return DONE


def _read(root: Path | None, *, quiet: bool) -> "tuple[Settings, str, Locator | None]":
    """Return the settings, the company, and what finds places in relmap.yaml; without a book the defaults."""
    from relmap.book.discover import SETTINGS_FILE
    from relmap.book.locate import Locator
    from relmap.cli.running import note, open_sound_book, tell_findings
    from relmap.model.settings import Settings

    if root is None:
        if not quiet:
            note("no relmap.yaml here or in any folder above: these are the defaults")
        return Settings(company="none"), "", None
    opened = open_sound_book(root)
    if not opened.book.has_settings:
        if not quiet:
            note("no relmap.yaml here: these are the defaults")
        return opened.settings, opened.settings.company, None
    tell_findings([found for found in opened.book.findings if found.span.path == SETTINGS_FILE])
    return opened.settings, opened.settings.company, Locator((root / SETTINGS_FILE).read_bytes(), SETTINGS_FILE)


def _render(table: "RubricTable", company: str, place: Target, *, coloured: bool, diff: bool) -> str:
    """Render the rubric in the format of one place. Loads that format's code only."""
    if place.format == "json":
        from relmap.render.json_rubric_v1 import rubric_json

        return rubric_json(table.differences() if diff else table)
    if place.format == "csv":
        from relmap.render.rubric_csv import rubric_csv

        return rubric_csv(table.differences() if diff else table)
    from relmap.render.rubric_page import rubric_page

    page = rubric_page(table, company, only_differences=diff)
    if place.format == "rich":
        from relmap.render.page_rich import page_rich

        columns = width() if place.path is None else PIPED_WIDTH
        return rich_text(page_rich(page, columns), coloured=coloured and place.path is None, columns=columns)
    from relmap.render.page_markdown import page_markdown
    from relmap.render.page_text import page_text

    return page_markdown(page) if place.format == "markdown" else page_text(page)
