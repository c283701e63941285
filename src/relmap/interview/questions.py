"""The questions: the same for both sides, neutral, and without a word of what we think ourselves.

Stages after Bacon's four relationship stages, standings after Customers as Partners; the sentences are ours. The
signals that are asked for are those whose answer can change most of what relmap says.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from relmap.assess.assessment import Card
from relmap.interview.choosing import choose_signals
from relmap.measures.facts import Facts
from relmap.model.settings import Settings
from relmap.model.signals import CATALOGUE
from relmap.model.words import STAGES, STANDINGS

SIGNALS = 5
"""How many signals are asked for unless somebody says otherwise."""
VIEWS = ("stage", "standing", "trust")
"""The questions whose answers make a view."""
YES_NO = ("yes", "no")
_SIDES = re.compile(r"\bthe (customer|supplier)\b", re.IGNORECASE)

_STAGES: Mapping[str, str] = {
    "exploratory": "both sides are getting to know each other; little or nothing is bought yet",
    "basic": "goods and money change hands; either side could do without the other",
    "collaborative": "people of several departments work together on what matters to both",
    "interconnected": "both sides plan and invest together; to separate would hurt both",
}
_STANDINGS: Mapping[str, str] = {
    "supplier": "one that delivers what is ordered",
    "supplier_of_choice": "the first to be asked, because it delivers on time, on budget and to standard",
    "partner": "one that works on the customer's own goals, with people of both sides",
}


class Option(NamedTuple):
    """One possible answer: the id that is recorded, what the team calls it, and what it means."""

    id: str
    label: str
    means: str = ""

    @property
    def own_label(self) -> str:
        """What the team calls it, where that is another word than the id; else nothing."""
        return self.label if self.label.casefold().replace(" ", "_") != self.id else ""


class Question(NamedTuple):
    """One question; without options it is answered with a number from 0 to 10."""

    id: str
    text: str
    options: tuple[Option, ...] = ()

    @property
    def is_signal(self) -> bool:
        """Is it answered with yes or no, and recorded as a signal?"""
        return self.id not in VIEWS


class Questionnaire(NamedTuple):
    """The questions about one relationship, with the names of both sides."""

    account: str
    customer: str
    supplier: str
    questions: tuple[Question, ...]


def make_questionnaire(card: Card, signals: int = SIGNALS) -> Questionnaire:
    """Return the questions about an account: stage, standing, trust, and at most so many signals."""
    facts = card.profile.facts
    questions = every_question(facts)
    chosen = [questions[question] for question in (*VIEWS, *choose_signals(card)[:signals])]
    return Questionnaire(facts.id, facts.account.name, facts.settings.company, tuple(chosen))


def every_question(facts: Facts) -> dict[str, Question]:
    """Return every question that can be answered about an account, by id: an older form may hold any of them."""
    customer, supplier, settings = facts.account.name, facts.settings.company, facts.settings
    stage = "At which stage is the relationship between the customer and the supplier?"
    standing = "What is the supplier to the customer?"
    trust = "How far does the customer trust the supplier as a company, from 0 (not at all) to 10 (wholly)?"
    yes_no = tuple(Option(answer, answer) for answer in YES_NO)
    signals = {name: Question(name, text, yes_no) for name, text in _signals(settings).items()}
    found = {
        "stage": Question("stage", stage, _options(_STAGES, settings.labels.stages.items())),
        "standing": Question("standing", standing, _options(_STANDINGS, settings.labels.standings.items())),
        "trust": Question("trust", trust),
        **signals,
    }
    return {
        name: _with_names(question, {"customer": customer, "supplier": supplier}) for name, question in found.items()
    }


def _with_names(question: Question, names: Mapping[str, str]) -> Question:
    """Put both names in the place of `the customer` and `the supplier`."""

    def named(text: str) -> str:
        return _SIDES.sub(lambda found: names[found[1].lower()], text)

    options = tuple(option._replace(means=named(option.means)) for option in question.options)
    return question._replace(text=named(question.text), options=options)


def _options(meanings: Mapping[str, str], labels: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    named = dict(labels)
    return tuple(Option(word, named.get(word, word.replace("_", " ")), means) for word, means in meanings.items())


def _signals(settings: Settings) -> dict[str, str]:
    questions = {kind.id: kind.question for kind in CATALOGUE.values()}
    return questions | {name: own.question for name, own in settings.signals.items()}


assert set(_STAGES) == set(STAGES)  # noqa: S101  (a stage without a sentence could not be asked for)
assert set(_STANDINGS) == set(STANDINGS)  # noqa: S101
