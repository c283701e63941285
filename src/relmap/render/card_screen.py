"""One account on one screen: `relmap assess ACCOUNT`."""

from typing import TYPE_CHECKING

from relmap.assess.assessment import Assessment, Card
from relmap.render.card_page import card_page
from relmap.render.page_markdown import page_markdown
from relmap.render.page_text import page_text

if TYPE_CHECKING:
    from rich.console import RenderableType


def card_text(assessment: Assessment, card: Card) -> str:
    """Return the card as plain text."""
    return page_text(card_page(assessment, card))


def card_markdown(assessment: Assessment, card: Card) -> str:
    """Return the card as GitHub's Markdown."""
    return page_markdown(card_page(assessment, card))


def card_rich(assessment: Assessment, card: Card, width: int) -> "RenderableType":
    """Return the card for a terminal of `width` columns."""
    from relmap.render.page_rich import page_rich  # Rich is loaded for screens only

    return page_rich(card_page(assessment, card), width, two_sides=True)
