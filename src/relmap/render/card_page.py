"""The card of one account: what stands first, and the sections in the order in which they are read."""

from relmap.assess.assessment import Assessment, Card
from relmap.render.page import Cell, Page


def card_page(assessment: Assessment, card: Card) -> Page:
    """Return the card, before it is drawn."""
    row = card.assessed.row
    return Page(row.name, (Cell(card.assessed.first_lead.text),), ())
