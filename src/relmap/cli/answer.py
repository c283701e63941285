"""The answer of `relmap assess` in each of its formats."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from relmap.cli.output import PIPED_WIDTH, Target, rich_text, width

if TYPE_CHECKING:
    from relmap.assess.assessment import AssessedAccount, Assessment, Card

FORMATS = ("rich", "text", "markdown", "json", "csv")
MACHINE_FORMATS = ("json", "csv")
"""Formats that are valid documents also when empty."""


class Answer(NamedTuple):
    """What to show: accounts of an assessed book, as cards where there are any."""

    assessment: "Assessment"
    accounts: "Sequence[AssessedAccount]"
    cards: "Sequence[Card]"


def render(answer: Answer, place: Target, *, coloured: bool) -> str:
    """Render the book, or the cards where there are any, in the format of one place. Loads that format's code only."""
    if place.format == "csv":
        from relmap.render.csv_table import book_csv

        return book_csv(answer.assessment, answer.accounts)
    if place.format == "json":
        from relmap.render.json_v1 import book_json, cards_json

        if answer.cards:
            return cards_json(answer.assessment, answer.cards)
        return book_json(answer.assessment, answer.accounts)
    if place.format == "rich":
        return _render_rich(answer, place, coloured=coloured and place.path is None)
    from relmap.render import book_screen, card_screen

    in_markdown = place.format == "markdown"
    if not answer.cards:
        show_book = book_screen.book_markdown if in_markdown else book_screen.book_text
        return show_book(answer.assessment, answer.accounts)
    show = card_screen.card_markdown if in_markdown else card_screen.card_text
    return "\n".join(show(answer.assessment, card) for card in answer.cards)


def _render_rich(answer: Answer, place: Target, *, coloured: bool) -> str:
    from relmap.render import book_screen, card_screen

    columns = width() if place.path is None else PIPED_WIDTH
    if answer.cards:
        screens = [card_screen.card_rich(answer.assessment, card, columns) for card in answer.cards]
    else:
        screens = [book_screen.book_rich(answer.assessment, answer.accounts, columns)]
    return "\n".join(rich_text(screen, coloured=coloured, columns=columns) for screen in screens)
