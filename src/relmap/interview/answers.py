"""Check what respondents wrote, and turn it into views and signals. Everything that is wrong is told at once."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from relmap.book import suggest
from relmap.book.codes import Code, finding
from relmap.book.problem import PROBLEM_LIMIT, nearest
from relmap.book.schema_codes import (
    CONTRADICTION,
    DANGLING,
    MISSING_KEY,
    MORE_PROBLEMS,
    NOT_A_CHOICE,
    NOT_A_DAY,
    OUT_OF_RANGE,
    UNKNOWN_KEY,
)
from relmap.book.source import shorten
from relmap.findings import Finding
from relmap.interview.form import Form, Written
from relmap.interview.questions import Question, every_question
from relmap.interview.respondents import Respondent, Unclear, find_respondent, find_respondents
from relmap.measures.facts import Facts
from relmap.model.words import Side

MOST_FORMS = 200
"""The most forms that are recorded at once: no account is asked about more often, and each entry is an edit."""

_YES, _NO = frozenset(("yes", "y", "true")), frozenset(("no", "n", "false"))
_RATING = re.compile(r"([0-9]{1,2})(?:[.,]([0-9]{1,2}))?(?:\s*/\s*10)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Answers(NamedTuple):
    """What one respondent answered on one day, checked."""

    side: Side
    by: str
    day: date
    views: Mapping[str, str | float]
    """Stage, standing and trust, as far as they were answered."""
    signals: Mapping[str, bool]
    places: Mapping[str, Written]
    """Where each answer is written, by question."""
    open: tuple[str, ...] = ()
    """The questions of the form that were left empty."""


class Checked(NamedTuple):
    """The answers of some forms, and what is wrong with them."""

    answers: tuple[Answers, ...]
    findings: tuple[Finding, ...]


def check_forms(forms: Iterable[Form], facts: Facts) -> Checked:
    """Check forms against an account and its book; no day may lie after that of the assessment.

    A form in which nothing is answered is passed over, whoever it is for.
    """
    check, answers = _Check(facts), list[Answers]()
    for number, form in enumerate(form for form in forms if form.is_filled):
        if number == MOST_FORMS:
            check.say(MORE_PROBLEMS, form.respondent, f"more than {MOST_FORMS} forms at once", "record them in parts")
        if number >= MOST_FORMS or len(check.findings) > PROBLEM_LIMIT:
            break
        answers += check.form(form)
    return Checked(tuple(answers), _limited(check.findings))


def _limited(findings: list[Finding]) -> tuple[Finding, ...]:
    listed = sorted(findings[:PROBLEM_LIMIT], key=lambda problem: problem.sort_key)
    if len(findings) > PROBLEM_LIMIT:
        message = f"there are more than {PROBLEM_LIMIT} problems; the others are not listed"
        listed.append(finding(MORE_PROBLEMS, message, findings[PROBLEM_LIMIT].span, hint="mend the listed ones first"))
    return tuple(listed)


class _Check:
    """Checks forms against one account, and collects what is wrong."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._questions = every_question(facts)
        self._people = find_respondents(facts.account, facts.settings, facts.as_of)
        self.findings: list[Finding] = []

    def form(self, form: Form) -> list[Answers]:
        """Return what a form says: nothing where it is not known who says it, or when."""
        who, day = self._respondent(form.respondent), self._day(form.date)
        self._account(form.account)
        views, signals, places = dict[str, str | float](), dict[str, bool](), dict[str, Written]()
        for name, written in form.answers:
            if len(self.findings) > PROBLEM_LIMIT:
                break
            question, value = self._answer(name, written)
            if question is None or value is None:
                continue
            said = signals.get(question.id, views.get(question.id, value))
            if said != value:
                self.say(CONTRADICTION, written, f"{question.id} is answered twice in one form", "keep one of them")
            places[question.id] = written
            if isinstance(value, bool):
                signals[question.id] = value
            else:
                views[question.id] = value
        if who is None or day is None or not places:
            return []
        empty = tuple(name.text for name, written in form.answers if not written.text and name.text in self._questions)
        return [Answers(who.side, who.id, day, views, signals, places, empty)]

    def say(self, code: Code, written: Written, message: str, hint: str = "") -> None:
        """Keep what is wrong with something that is written."""
        if len(self.findings) <= PROBLEM_LIMIT:
            self.findings.append(finding(code, message, written.span, hint=hint, account=self._facts.id))

    def _account(self, written: Written) -> None:
        if written.text and written.text != self._facts.id:
            message = f"this form is about {shorten(written.text)!r}, not about {self._facts.id}"
            self.say(CONTRADICTION, written, message, "record it for the account that it was made for")

    def _respondent(self, written: Written) -> Respondent | None:
        if not written.text:
            self.say(MISSING_KEY, written, "who answered is missing", "write a contact's or a team member's id")
            return None
        found = find_respondent(written.text, self._people)
        if isinstance(found, Unclear):
            self.say(DANGLING, written, found.message, found.hint)
            return None
        return found

    def _day(self, written: Written) -> date | None:
        if not written.text:
            self.say(MISSING_KEY, written, "the day of the answers is missing", "write `date: 2026-11-15`")
            return None
        meant = suggest.day(written.text)
        if not _DAY.fullmatch(written.text) or meant != written.text:
            hint = f"did you mean {meant}?" if meant else "write it as YYYY-MM-DD"
            self.say(NOT_A_DAY, written, f"{shorten(written.text)!r} is no day", hint)
            return None
        day = date.fromisoformat(meant)
        if day > self._facts.as_of:
            message = f"{day} lies after {self._facts.as_of}"
            self.say(NOT_A_DAY, written, message, "write the day on which it was answered")
            return None
        return day

    def _answer(self, name: Written, written: Written) -> tuple[Question | None, str | float | bool | None]:
        question = self._questions.get(name.text)
        if question is None:
            close = nearest(name.text, self._questions)
            hint = f"did you mean {close}?" if close else "keep the questions as they were sent"
            self.say(UNKNOWN_KEY, name, f"no question {shorten(name.text)!r}", hint)
        if question is None or not written.text:
            return question, None
        return question, self._value(question, written)

    def _value(self, question: Question, written: Written) -> str | float | bool | None:
        if question.id == "trust":
            return self._rating(written)
        if question.is_signal:
            return self._yes_or_no(written)
        words = {_fold(word): option.id for option in question.options for word in (option.label, option.id)}
        chosen = words.get(_fold(written.text))
        if chosen is None:
            message = f"{shorten(written.text)!r} is no answer to {question.id}"
            self.say(NOT_A_CHOICE, written, message, _choice_hint(question, written.text))
        return chosen

    def _yes_or_no(self, written: Written) -> bool | None:
        answer = written.text.casefold().strip(".")
        if answer in _YES or answer in _NO:
            return answer in _YES
        self.say(NOT_A_CHOICE, written, f"{shorten(written.text)!r} is neither yes nor no", "write yes or no")
        return None

    def _rating(self, written: Written) -> float | None:
        match = _RATING.fullmatch(written.text)
        value = float(f"{match[1]}.{match[2] or 0}") if match else None
        if value is not None and value <= 10:
            return int(value) if value.is_integer() else value
        self.say(OUT_OF_RANGE, written, f"{shorten(written.text)!r} is no number from 0 to 10", "write one, such as 7")
        return None


def _choice_hint(question: Question, text: str) -> str:
    """Name the nearest answer, or all of them."""
    ids = [option.id for option in question.options]
    close = nearest(text, dict.fromkeys([*ids, *(option.label for option in question.options)]))
    return f"did you mean {close}?" if close else f"one of {', '.join(ids)}"


def _fold(word: str) -> str:
    return re.sub(r"[\s_-]+", " ", word.strip().strip(".").casefold())
