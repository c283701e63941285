"""Draw a page in the format of one place. Loads that format's code only."""

from typing import TYPE_CHECKING

from relmap.cli.output import PIPED_WIDTH, Target, rich_text, width

if TYPE_CHECKING:
    from relmap.render.page import Page


def draw(page: "Page", place: Target, *, coloured: bool) -> str:
    """Draw a page as Markdown, as text, or in colour where the place is a terminal."""
    if place.format == "markdown":
        from relmap.render.page_markdown import page_markdown

        return page_markdown(page)
    if place.format == "text":
        from relmap.render.page_text import page_text

        return page_text(page)
    from relmap.render.page_rich import page_rich

    columns = width() if place.path is None else PIPED_WIDTH
    return rich_text(page_rich(page, columns), coloured=coloured and place.path is None, columns=columns)
