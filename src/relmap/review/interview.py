"""The few questions that a review asks: whose answers decide most, put to whoever is there to answer them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from relmap.assess.assessment import Card
from relmap.assess.questions import weigh_signals
from relmap.findings import Route, Span
from relmap.interview.answers import Checked, check_forms
from relmap.interview.choosing import choose_signals
from relmap.interview.form import Form, Written
from relmap.interview.questions import VIEWS, Question, every_question
from relmap.interview.respondents import Respondent
from relmap.measures.facts import Facts
from relmap.measures.voices import signal, voice
from relmap.review.gaps import Gap, find_gaps

MOST = 5
"""A review is a talk and no survey."""


class Asked(NamedTuple):
    """One question, and who answers it: a view or a signal, or a gap of the file."""

    respondent: Respondent
    question: Question | Gap


def choose_questions(
    card: Card, by: Respondent, others: Sequence[Respondent], can_fill: Callable[[Route], bool]
) -> tuple[Asked, ...]:
    """Return what to ask, the weightiest first; of gaps those that can be filled in the file.

    Their word on the whole comes first where somebody of theirs is there and they have not said it: it alone can raise
    what is earned to what counts. Then, from whoever reviews, gaps and the signals that open tests and signs wait for.
    """
    weighed = [*_signals(card, by), *((gap.weight, gap) for gap in find_gaps(card))]
    own = (entry for _, entry in sorted(weighed, key=lambda pair: -pair[0]))
    usable = (Asked(by, entry) for entry in own if not isinstance(entry, Gap) or can_fill(entry.route))
    return tuple(islice(chain(_their_word(card, others), usable), MOST))


def _signals(card: Card, by: Respondent) -> Iterator[tuple[float, Question | Gap]]:
    facts, weights = card.profile.facts, weigh_signals(card.profile, card.assessed)
    questions = every_question(facts)
    for name in choose_signals(card):
        if weights.get(name) and not any(answer.by == by.id for answer in signal(facts, name).answers):
            yield weights[name], questions[name]


def _their_word(card: Card, others: Sequence[Respondent]) -> Iterator[Asked]:
    facts = card.profile.facts
    questions = every_question(facts)
    theirs = next((person for person in others if person.side == "theirs"), None)
    if theirs and facts.account.status == "customer":
        silent = [field for field in VIEWS if voice(facts, "theirs", field).said is None]
        yield from (Asked(theirs, questions[field]) for field in silent if not _said_today(facts, theirs.id, field))


def _said_today(facts: Facts, person: str, field: str) -> bool:
    return any(
        view.by == person and view.date == facts.as_of and getattr(view, field) is not None
        for view in facts.account.views
    )


def check_answers(facts: Facts, respondent: Respondent, answers: Mapping[str, str]) -> Checked:
    """Check what one respondent says on the day, by question, as a form's answers are checked."""
    written = [(_written(name), _written(text)) for name, text in answers.items()]
    form = Form(_written(facts.id), _written(respondent.id), _written(facts.as_of.isoformat()), written)
    return check_forms([form], facts)


def _written(text: str) -> Written:
    return Written(text, Span("what was answered"))
