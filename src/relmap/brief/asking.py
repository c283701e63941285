"""What to ask in a meeting, and what to look up before it: the unknowns that matter most.

They stand in the order of `assess/questions`: by how far the answer can change what relmap says of the account. What is
asked about others than those who are met comes last: whoever sits there can say less of it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relmap.assess.assessment import Card
from relmap.assess.questions import THEIR_STAGE, Topic, find_questions
from relmap.brief.person import PersonBrief
from relmap.interview.questions import every_question

MOST, MOST_AT_HOME = 5, 3
"""A meeting is no survey."""
ANOTHER_WORD = THEIR_STAGE / 2
"""What another word of theirs is worth beside the first: the newest counts, and may move the headline."""


class Ask(NamedTuple):
    """One question, and why it matters."""

    text: str
    why: str
    weight: float
    """How far the answer can change what relmap says, on the scale of health; 0: no measure reads it."""
    health: float
    """Points by which the answer can move health."""
    contact: str = ""
    """The contact whom alone it is for, by id; empty: whoever can say."""


class Asking(NamedTuple):
    """What to ask there, and what to look up at home; the weightiest first. `more`: how many are left out."""

    there: tuple[Ask, ...]
    at_home: tuple[Ask, ...]
    more: int


def choose_asks(card: Card, people: Sequence[PersonBrief]) -> Asking:
    """Return the questions of a meeting."""
    questions, known = find_questions(card.profile, card.assessed), every_question(card.profile.facts)
    met = {brief.person.id for brief in people}
    there: list[Ask] = []
    absent: list[Ask] = []
    at_home: list[Ask] = []
    for question in questions:
        signal = known.get(question.signals[0]) if len(question.signals) == 1 else None
        text = signal.text if signal else question.text
        ask = Ask(text, question.why, question.weight, question.health)
        of_absent = met and question.about and met.isdisjoint(question.about)
        (at_home if question.at_home else absent if of_absent else there).append(ask)
    asked = any(question.topic is Topic.THEIR_WORD for question in questions)
    personal = list(_personal(card, people, asked=asked))
    ranked, values = _merged(there, personal), list(_values(people))
    chosen = ranked[: MOST - min(1, len(values))]  # what they value has a place, though no measure reads it
    chosen += [*values, *absent][: MOST - len(chosen)]
    total = len(questions) + len(personal) + len(values)
    return Asking(tuple(chosen), tuple(at_home[:MOST_AT_HOME]), total - len(chosen) - len(at_home[:MOST_AT_HOME]))


def _merged(ranked: Sequence[Ask], personal: Sequence[Ask]) -> list[Ask]:
    """Put what is asked of one person where its weight belongs: a topic's later questions keep their place."""
    found = list(ranked)
    for ask in personal:
        place = next((at for at, other in enumerate(found) if other.weight < ask.weight), len(found))
        found.insert(place, ask)
    return found


def _personal(card: Card, people: Sequence[PersonBrief], *, asked: bool) -> Iterator[Ask]:
    """Ask those who are met for their own word, where the account as a whole is not asked for it."""
    if card.profile.facts.account.status != "customer" or asked:
        return
    for brief in people:
        if not brief.sayings:
            who = brief.person.label
            text = f"How does {who} see it: at which stage are we, what are we to them, and how far trusted, 0 to 10?"
            why = "their word would be the newest, and the newest counts"
            yield Ask(text, why, ANOTHER_WORD, 0.0, brief.person.id)


def _values(people: Sequence[PersonBrief]) -> Iterator[Ask]:
    """Ask what those value of whom the file does not say it."""
    for brief in people:
        if brief.person.contact.cares_about is None and not brief.customer_goals:
            text = f"What does {brief.person.label} want to see happen?"
            yield Ask(text, "nothing in the file says what they value", 0.0, 0.0, brief.person.id)
