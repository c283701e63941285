"""`relmap why` as text, as Markdown and on a screen."""

from typing import TYPE_CHECKING

from relmap.render.page_markdown import page_markdown
from relmap.render.page_text import page_text
from relmap.render.why_page import why_page
from relmap.why.explanation import Explanation

if TYPE_CHECKING:
    from rich.console import RenderableType


def why_text(found: Explanation) -> str:
    """Return the figure taken apart as plain text."""
    return page_text(why_page(found))


def why_markdown(found: Explanation) -> str:
    """Return the figure taken apart as GitHub's Markdown."""
    return page_markdown(why_page(found))


def why_rich(found: Explanation, width: int) -> "RenderableType":
    """Return the figure taken apart for a terminal of `width` columns."""
    from relmap.render.page_rich import page_rich  # Rich is loaded for screens only

    return page_rich(why_page(found), width)
