"""`relmap rules`: every rule, how much it matters here, and whether it runs."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from relmap.cli.exits import DONE
from relmap.cli.options import BookOption, ColorOption, DebugOption, OutputOption, PageFormatOption, look_for_book
from relmap.cli.output import Target, is_coloured, targets, write

if TYPE_CHECKING:
    from relmap.rules.plan import Listed

FORMATS = ("rich", "text", "markdown", "json")

ProfileOption = Annotated[
    str | None, typer.Option("--profile", metavar="NAME", help="As it would be with starter, standard or strict.")
]


def rules(
    *,
    book: BookOption = None,
    profile: ProfileOption = None,
    format_name: PageFormatOption = None,
    output: OutputOption = None,
    color: ColorOption = "auto",
    debug: DebugOption = False,
) -> int:
    """List the rules of check: code, severity and profile, and whether each runs here. It needs no book."""
    from relmap.cli.checking import open_checkable_book, read_choice
    from relmap.model.settings import Settings
    from relmap.rules.plan import listed

    del debug  # read where crashes end
    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    choice = read_choice(None, None, profile, require_current=False)
    root = look_for_book(book)
    settings = open_checkable_book(root, with_accounts=False).settings if root else None
    entries = listed(settings or Settings(company="none"), choice)
    title = f"The rules, as {settings.company} has them" if settings else "The rules"
    for place in places:
        write(_render(entries, title, place, coloured=coloured), place.path)
    return DONE


def _render(entries: "list[Listed]", title: str, place: Target, *, coloured: bool) -> str:
    if place.format == "json":
        from relmap.render.json_rules import rules_json

        return rules_json(entries)
    from relmap.cli.drawing import draw
    from relmap.render.rules_page import rules_page

    return draw(rules_page(entries, title), place, coloured=coloured)
