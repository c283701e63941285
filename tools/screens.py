"""Pictures of real screens for the README, drawn by Rich from the example book."""

from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console, RenderableType
from rich.terminal_theme import TerminalTheme

from relmap.assess.assessment import Assessment, Card
from relmap.assess.run import gather_book, make_card
from relmap.assess.select import sort_accounts
from relmap.book.load import open_book
from relmap.map.build import make_map
from relmap.portfolio.build import make_portfolio
from relmap.portfolio.case import gather_case
from relmap.render.book_screen import book_rich
from relmap.render.card_screen import card_rich
from relmap.render.map_page import map_page
from relmap.render.map_svg import map_svg
from relmap.render.page_rich import page_rich
from relmap.render.portfolio_svg import portfolio_svg
from relmap.render.why_screen import why_rich
from relmap.why.explanation import Explanation, explain
from relmap.why.places import Places
from relmap.why.retake import Bench

EXAMPLE = Path(__file__).parents[1] / "examples" / "meridian"
AS_OF = date(2026, 11, 15)
MAPPED = ("haldermark-marine", "vindskar-turbines", "castelmora-foods")
WIDTH = 124
DARK = TerminalTheme(
    (24, 26, 31),
    (214, 216, 220),
    [
        (60, 64, 72),
        (224, 108, 117),
        (152, 195, 121),
        (229, 192, 123),
        (97, 175, 239),
        (198, 120, 221),
        (86, 182, 194),
        (171, 178, 191),
    ],
    [
        (92, 99, 112),
        (224, 108, 117),
        (152, 195, 121),
        (229, 192, 123),
        (97, 175, 239),
        (198, 120, 221),
        (86, 182, 194),
        (255, 255, 255),
    ],
)


def screens() -> dict[str, str]:
    """Return each picture as SVG, by name."""
    book = open_book(EXAMPLE)
    if book.settings is None:
        raise ValueError("the example's settings are broken")
    run, cases = gather_book(book, book.settings, AS_OF, gather_case, jobs=1)
    ordered = sort_accounts(run.accounts, "exposure")
    card = make_card(book, book.settings, run, "haldermark-marine")
    mapped = {name: make_map(make_card(book, book.settings, run, name)) for name in MAPPED}
    page = page_rich(map_page(mapped["haldermark-marine"], "support", "all"), WIDTH)
    return {
        **{f"map-{name}.svg": map_svg(drawn, "support", "all") for name, drawn in mapped.items()},
        "portfolio.svg": portfolio_svg(make_portfolio(run, run.accounts, cases)),
        "map.svg": _draw(page, "relmap map haldermark", "map"),
        "assess.svg": _draw(book_rich(run, ordered, WIDTH), "relmap assess", "assess"),
        "card.svg": _draw(card_rich(run, card, WIDTH), "relmap assess haldermark", "card"),
        "why.svg": _draw(why_rich(_taken_apart(run, card), WIDTH), "relmap why haldermark health --sensitivity", "why"),
    }


def _taken_apart(run: Assessment, card: Card) -> Explanation:
    places = Places(EXAMPLE, card.assessed.row.path, card.assessed.row.id)
    return explain(Bench(run, card), "health", places, with_sensitivity=True)


def _draw(screen: RenderableType, title: str, name: str) -> str:
    console = Console(
        record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="standard", legacy_windows=False
    )
    console.print(screen)
    svg = console.export_svg(title=title, theme=DARK, unique_id=f"relmap-{name}")
    return _without_web_fonts(svg) + "\n"


def _without_web_fonts(svg: str) -> str:
    """Leave out the fonts that Rich would have a viewer fetch; every system has a monospaced one."""
    parts = svg.split("@font-face")
    kept = [parts[0], *(part.partition("}")[2] for part in parts[1:])]
    return "".join(kept).replace(
        "font-family: Fira Code, monospace", "font-family: ui-monospace, Menlo, Consolas, monospace"
    )
