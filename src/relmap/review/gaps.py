"""What a file lacks that one word or number of ours would fill: ratings of people, and both sides' dependence."""

from collections.abc import Iterator
from typing import NamedTuple

from relmap.assess.assessment import Card
from relmap.assess.questions import (
    OUR_ALTERNATIVES,
    OUR_CRITICALITY,
    POWER,
    THEIR_ALTERNATIVES,
    dependence_unit,
    our_swings,
    their_swings,
)
from relmap.errors import UsageError
from relmap.findings import Route
from relmap.model.words import ALTERNATIVES, SUPPORTS

RATING = ("1", "2", "3", "4", "5")


class Gap(NamedTuple):
    """One thing that is not in the file, where it would stand, and what it can be."""

    route: Route
    text: str
    answers: tuple[str, ...]
    weight: float
    """How far the answer can change what relmap says, on the scale of health."""

    def value(self, text: str) -> str | int:
        """Return what to write for an answer. Raises UsageError."""
        word = text.casefold().strip(". ")
        if word not in self.answers:
            raise UsageError(f"{text!r} is no answer to this", hint=f"one of {', '.join(self.answers)}")
        return int(word) if self.answers is RATING else word


def find_gaps(card: Card) -> tuple[Gap, ...]:
    """Return what is missing, the weightiest first."""
    found = [*_people(card), *(_dependence(card) if card.profile.facts.account.status == "customer" else ())]
    return tuple(sorted((gap for gap in found if gap.weight > 0), key=lambda gap: (-gap.weight, gap.route)))


def _people(card: Card) -> Iterator[Gap]:
    unknowns = card.profile.health.score.unknowns
    for person in card.profile.facts.people:
        route = ("contacts", person.id)
        if person.contact.power is None:
            yield Gap((*route, "power"), f"How much does {person.label} decide, 1 to 5?", RATING, POWER)
        if person.contact.support is None:
            points = max((unknown.spread for unknown in unknowns if unknown.route == route), default=0.0)
            text = f"Where does {person.label} stand towards us?"
            yield Gap((*route, "support"), text, SUPPORTS, points)


def _dependence(card: Card) -> Iterator[Gap]:
    unit = dependence_unit(card.assessed)
    ours = {OUR_CRITICALITY: ("criticality", RATING), OUR_ALTERNATIVES: ("alternatives", ALTERNATIVES)}
    for text, swing in our_swings(card.profile, card.assessed).items():
        field, answers = ours[text]
        yield Gap(("dependence", "ours", field), text, answers, unit * swing)
    swings = their_swings(card.profile)
    for unknown in card.profile.dependence.theirs.unknowns:
        field = str(unknown.route[-1])
        text = THEIR_ALTERNATIVES if field == "alternatives" else unknown.question
        if unknown.route[0] == "dependence" and text in swings:
            answers = ALTERNATIVES if field == "alternatives" else RATING
            yield Gap(("dependence", "theirs", field), text, answers, unit * swings[text])
