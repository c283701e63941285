"""The reviews that were made by the day, for rules that look at more than the last one's quarter."""

from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.model.plans import Review


class Made(NamedTuple):
    """A review with its position in the file."""

    position: int
    review: Review


def reviews_made(facts: Facts) -> list[Made]:
    """Return the reviews up to the day, the newest last; what is dated after it does not exist."""
    made = [Made(position, review) for position, review in enumerate(facts.account.reviews)]
    return sorted(
        (entry for entry in made if entry.review.date <= facts.as_of),
        key=lambda entry: (entry.review.date, entry.review.quarter, entry.position),
    )
