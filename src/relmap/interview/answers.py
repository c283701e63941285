"""Check what respondents wrote, and turn it into views and signals. Everything that is wrong is told at once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from relmap.book.codes import Code, finding
from relmap.book.problem import nearest
from relmap.book.schema_codes import (
    CONTRADICTION,
    DANGLING,
    MISSING_KEY,
    NOT_A_CHOICE,
    NOT_A_DAY,
    OUT_OF_RANGE,
    UNKNOWN_KEY,
)
from relmap.book.source import shorten
from relmap.findings import Finding
from relmap.interview.forms import Form, Written
from relmap.interview.questions import Question, every_question
from relmap.measures.facts import Facts

_YES, _NO = frozenset(("yes", "y", "true")), frozenset(("no", "n", "false"))
_RATING = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?")


class Answers(NamedTuple):
    """What one respondent answered on one day, checked."""

    side: Literal["ours", "theirs"]
    by: str
    day: date
    views: Mapping[str, str | float]
    """Stage, standing and trust, as far as they were answered."""
    signals: Mapping[str, bool]
    places: Mapping[str, Written]
    """Where each answer is written, by question."""


class Checked(NamedTuple):
    """The answers of some forms, and what is wrong with them."""

    answers: tuple[Answers, ...]
    findings: tuple[Finding, ...]


def check_forms(forms: Iterable[Form], facts: Facts) -> Checked:
    """Check forms against an account and its book; the day must not lie after that of the assessment."""
    found = [_Check(facts).form(form) for form in forms]
    answers = tuple(entry for entry, _ in found if entry is not None and (entry.views or entry.signals))
    findings = [problem for _, problems in found for problem in problems]
    return Checked(answers, tuple(sorted(findings, key=lambda problem: problem.sort_key)))


class _Check:
    """The check of one form: it collects what is wrong."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._questions = every_question(facts)
        self._findings: list[Finding] = []

    def form(self, form: Form) -> tuple[Answers | None, Sequence[Finding]]:
        who, day = self._respondent(form.respondent), self._day(form.date)
        views, signals, places = dict[str, str | float](), dict[str, bool](), dict[str, Written]()
        for name, written in form.answers:
            question = self._question(name)
            value = self._value(question, written) if question else None
            if question is None or value is None:
                continue
            if question.id in places:
                self._say(CONTRADICTION, written, f"{question.id} is answered twice in one form", "keep one of them")
            places[question.id] = written
            if isinstance(value, bool):
                signals[question.id] = value
            else:
                views[question.id] = value
        if who is None or day is None:
            return None, self._findings
        side, by = who
        return Answers(side, by, day, views, signals, places), self._findings

    def _say(self, code: Code, written: Written, message: str, hint: str = "") -> None:
        self._findings.append(finding(code, message, written.span, hint=hint, account=self._facts.id))

    def _respondent(self, written: Written) -> tuple[Literal["ours", "theirs"], str] | None:
        """Return whose side answered and who: a contact or one of the team, by id or by a name that only one has."""
        if not written.text:
            self._say(MISSING_KEY, written, "who answered is missing", "write a contact's or a team member's id")
            return None
        names = {key: ("theirs", entry.name) for key, entry in self._facts.account.contacts.items()}
        names |= {key: ("ours", entry.name) for key, entry in self._facts.settings.team.items()}
        alike = [key for key, (_, name) in names.items() if written.text in (key, name)]
        if len(alike) == 1:
            return names[alike[0]][0], alike[0]  # type: ignore[return-value]  # ours or theirs
        if alike:
            self._say(DANGLING, written, f"{shorten(written.text)!r} could be {' or '.join(alike)}", "write the id")
            return None
        close = nearest(written.text, [*names, *(name for _, name in names.values() if name)])
        hint = f"did you mean {close}?" if close else "it is nobody of the account's contacts or of the team"
        self._say(DANGLING, written, f"no contact or team member {shorten(written.text)!r}", hint)
        return None

    def _day(self, written: Written) -> date | None:
        if not written.text:
            self._say(MISSING_KEY, written, "the day of the answers is missing", "write `date: 2026-11-15`")
            return None
        try:
            day = date.fromisoformat(written.text) if len(written.text) == 10 else None
        except ValueError:
            day = None
        if day is None:
            self._say(NOT_A_DAY, written, f"{shorten(written.text)!r} is no day", "write it as YYYY-MM-DD")
        elif day > self._facts.as_of:
            self._say(
                NOT_A_DAY, written, f"{day} lies after {self._facts.as_of}", "write the day on which it was answered"
            )
            return None
        return day

    def _question(self, name: Written) -> Question | None:
        question = self._questions.get(name.text)
        if question is None:
            close = nearest(name.text, self._questions)
            hint = f"did you mean {close}?" if close else "keep the questions as they were sent"
            self._say(UNKNOWN_KEY, name, f"no question {shorten(name.text)!r}", hint)
        return question

    def _value(self, question: Question, written: Written) -> str | float | bool | None:
        if question.id == "trust":
            return self._rating(written)
        if question.is_signal:
            return self._yes_or_no(written)
        words = {_fold(word): option.id for option in question.options for word in (option.id, option.label)}
        chosen = words.get(_fold(written.text))
        if chosen is None:
            known = [option.id for option in question.options]
            close = nearest(written.text, [*known, *(option.label for option in question.options)])
            hint = f"did you mean {close}?" if close else f"one of {', '.join(known)}"
            self._say(NOT_A_CHOICE, written, f"{shorten(written.text)!r} is no answer to {question.id}", hint)
        return chosen

    def _yes_or_no(self, written: Written) -> bool | None:
        answer = written.text.casefold()
        if answer in _YES or answer in _NO:
            return answer in _YES
        self._say(NOT_A_CHOICE, written, f"{shorten(written.text)!r} is neither yes nor no", "write yes or no")
        return None

    def _rating(self, written: Written) -> float | None:
        match = _RATING.fullmatch(written.text.removesuffix("/10").strip())
        value = float(f"{match[1]}.{match[2] or 0}") if match else None
        if value is not None and value <= 10:
            return value
        self._say(OUT_OF_RANGE, written, f"{shorten(written.text)!r} is no number from 0 to 10")
        return None


def _fold(word: str) -> str:
    return re.sub(r"[\s_-]+", " ", word.strip().strip(".").casefold())
