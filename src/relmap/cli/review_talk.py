"""What a review hears from people: who was there, what they answer, what comes of it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from relmap.cli import talk
from relmap.cli.options import choose
from relmap.errors import UsageError
from relmap.model.words import OUTCOMES, Outcome

if TYPE_CHECKING:
    from relmap.book.edit import Fill
    from relmap.interview.answers import Answers
    from relmap.interview.respondents import Respondent
    from relmap.measures.facts import Facts
    from relmap.review.entry import Verdict
    from relmap.review.interview import Asked
    from relmap.review.people import People


class Given(NamedTuple):
    """What the command line says of the review; what it leaves out is asked for, where somebody is there to answer."""

    by: str | None
    others: Sequence[str] | None
    outcome: str | None
    note: str | None
    yes: bool
    dry_run: bool


def read_outcome(word: str) -> Outcome:
    """Return the outcome that a word means: advance, hold or move_back. Raises UsageError."""
    chosen = choose(word.casefold().replace(" ", "_").replace("-", "_"), OUTCOMES, "the outcome")
    return next(outcome for outcome in OUTCOMES if outcome == chosen)


def given_people(given: Given, people: "People") -> "tuple[Respondent | None, Sequence[Respondent] | None]":
    """Look up whom the command line names. Raises UsageError."""
    by = None if given.by is None else people.reviewer(given.by)
    return by, None if given.others is None else people.present(",".join(given.others))


def hear_people(given: Given, people: "People", owner: str, *, asks: bool) -> "tuple[Respondent, Sequence[Respondent]]":
    """Return who reviews, and who else is there; asked for where the command line does not say it."""
    by, others = given_people(given, people)
    if by is None:
        by = talk.ask_for(f"Who reviews it? [{owner}]", lambda text: people.reviewer(text or owner))
    if others is None and asks:
        others = talk.ask_for("With whom, of either side? (ids, between commas; Enter: nobody)", people.present)
    return by, others or ()


class Heard(NamedTuple):
    """What was answered: views and signals, and what fills gaps of the file."""

    answers: "Sequence[Answers]"
    fills: "Sequence[Fill]"


def hear_answers(facts: "Facts", asked: "Sequence[Asked]") -> Heard:
    """Put the few questions that decide most, and return what was answered; Enter passes one over."""
    from relmap.book.edit import Fill
    from relmap.render import words
    from relmap.review.gaps import Gap
    from relmap.review.interview import check_answers

    said: dict[Respondent, dict[str, str]] = {}
    fills: list[Fill] = []
    if asked:
        talk.tell(f"{words.count(len(asked), 'question')} that would decide most (Enter: not known)")
    for one in asked:
        answer = talk.ask_for(_question_text(one), partial(_checked, facts, one))
        if answer and isinstance(one.question, Gap):
            fills.append(Fill(one.question.route, one.question.value(answer)))
        elif answer and not isinstance(one.question, Gap):
            said.setdefault(one.respondent, {})[one.question.id] = answer
    checked = [answers for person, texts in said.items() for answers in check_answers(facts, person, texts).answers]
    return Heard(checked, fills)


def _question_text(asked: "Asked") -> str:
    from relmap.review.gaps import RATING, Gap

    question = asked.question
    if isinstance(question, Gap):
        is_told = question.answers is RATING or all(word in question.text for word in question.answers)
        short = "" if is_told else f" ({', '.join(question.answers)})"
        return f"{asked.respondent.name}: {question.text}{short}\n>"
    means = "".join(f"\n  {option.id}: {option.means}" for option in question.options if option.means)
    short = "" if means else " (yes or no)" if question.options else ""
    return f"{asked.respondent.name}: {question.text}{short}{means}\n>"


def _checked(facts: "Facts", asked: "Asked", text: str) -> str:
    """Return an answer that can be recorded, or nothing. Raises UsageError."""
    from relmap.review.gaps import Gap
    from relmap.review.interview import check_answers

    if isinstance(asked.question, Gap):
        return text and str(asked.question.value(text))
    found = check_answers(facts, asked.respondent, {asked.question.id: text}).findings if text else ()
    if found:
        raise UsageError(found[0].message, hint=found[0].hint)
    return text


def hear_verdict(given: Given, by: "Respondent", others: "Sequence[Respondent]", *, asks: bool) -> "Verdict":
    """Return who was there and what came of it; asked for where the command line does not say it."""
    from relmap.review.entry import Verdict

    if given.outcome is not None:
        outcome = read_outcome(given.outcome)
    else:
        outcome = talk.ask_for("What comes of it: advance, hold or move_back?", read_outcome)
    note = given.note
    if note is None and asks:
        note = talk.ask_for("A note (Enter: none):", str)
    return Verdict(by.id, [person.id for person in others if person.id != by.id], outcome, (note or "").strip())
