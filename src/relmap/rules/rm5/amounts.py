"""Amounts in a sentence."""

from relmap.model.settings import Settings


def amount(settings: Settings, value: float) -> str:
    """Write an amount in the book's currency, whole, its thousands apart: `EUR 1 200 000`."""
    number = f"{value:,.0f}".replace(",", " ")
    return f"{settings.currency} {number}" if settings.currency else number
