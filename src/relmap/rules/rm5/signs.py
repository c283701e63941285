"""The signs of deep dependence, as people call them."""

from relmap.measures.dependence import Signs

_NAMES = {"held_to_ransom": "held to ransom", "one_way": "a one-way street", "margins_eroding": "margins eroding"}


def shown_signs(signs: Signs) -> list[str]:
    """Return the names of the signs that show."""
    return [name for field, name in _NAMES.items() if getattr(signs, field)]
