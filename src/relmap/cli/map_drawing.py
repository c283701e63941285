"""The map in the format of one place. Loads that format's code only."""

from typing import TYPE_CHECKING, NamedTuple

from relmap.cli.drawing import draw
from relmap.cli.output import Target

if TYPE_CHECKING:
    from relmap.map.book_map import BookMap
    from relmap.map.values import AccountMap
    from relmap.model.settings import Settings

BOOK_FORMATS = ("rich", "text", "markdown", "json")
ACCOUNT_FORMATS = (*BOOK_FORMATS, "svg", "html", "mermaid", "dot", "graphml")


class Look(NamedTuple):
    """How a map is to be drawn."""

    color_by: str
    view: str
    focus: str | None
    depth: int


def draw_account(drawn: "AccountMap", settings: "Settings", look: Look, place: Target, *, coloured: bool) -> str:
    """Return one account's map in the format of one place."""
    match place.format:
        case "svg":
            from relmap.render.map_svg import map_svg

            return map_svg(drawn, look.color_by, look.view)
        case "html":
            from relmap.render.map_html import map_html

            return map_html(drawn, look.color_by, look.view)
        case "mermaid":
            from relmap.render.map_mermaid import map_mermaid

            return map_mermaid(drawn, look.color_by)
        case "dot":
            from relmap.render.map_dot import map_dot

            return map_dot(drawn, look.color_by)
        case "graphml":
            from relmap.render.map_graphml import map_graphml

            return map_graphml(drawn, look.color_by)
        case "json":
            from relmap.render.json_map import map_json

            return map_json(drawn, settings)
    return _page(drawn, look, place, coloured=coloured)


def _page(drawn: "AccountMap", look: Look, place: Target, *, coloured: bool) -> str:
    from relmap.render.map_page import map_page

    page = map_page(drawn, look.color_by, look.view)
    if place.format != "markdown" or not drawn.people:
        return draw(page, place, coloured=coloured)
    from relmap.render.map_mermaid import markdown_with_picture

    return markdown_with_picture(page, drawn, look.color_by)


def draw_book(across: "BookMap", settings: "Settings", place: Target, *, coloured: bool) -> str:
    """Return the map of all accounts in the format of one place."""
    if place.format == "json":
        from relmap.render.json_map import book_map_json

        return book_map_json(across, settings)
    from relmap.render.map_book_page import book_map_page

    return draw(book_map_page(across), place, coloured=coloured)
