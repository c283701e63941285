"""Lay what one noun sets itself over another."""

from typing import Any, TypeVar

from relmap.model.scalars import Noun

AnyNoun = TypeVar("AnyNoun", bound=Noun)


def merged(below: AnyNoun, above: Noun) -> AnyNoun:
    """Return `below` with what `above` sets, however deep; what `above` leaves out stays as it is."""
    update = {name: _laid_over(getattr(below, name), getattr(above, name)) for name in above.model_fields_set}
    return below.model_copy(update=update)


def _laid_over(below: Any, above: Any) -> Any:
    if isinstance(above, Noun):
        return merged(below, above)
    return {**below, **above} if isinstance(above, dict) else above
