"""Record checked answers as views and signals: each once, and never over what the same person said on the same day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relmap.book.codes import finding
from relmap.book.edit import Append
from relmap.book.locate import Locator
from relmap.book.schema_codes import CONTRADICTION
from relmap.findings import Finding, Related, Span
from relmap.interview.answers import Answers
from relmap.interview.questions import VIEWS
from relmap.model.account import Account

_SIGNAL = "signal"
"""In the place of a side: whose side answered a signal follows from who it is."""


class Recording(NamedTuple):
    """What has to be added to an account's file, and which answers contradict what is already recorded."""

    edits: tuple[Append, ...]
    findings: tuple[Finding, ...]


class Said(NamedTuple):
    """What somebody said, and where that is written: in the account's file, or in a form."""

    value: str | float | bool
    place: Span


_Known = dict[tuple[str, str, date | None, str], Said]
"""What was said: on which side, by whom, on which day, and to which question."""


def record(answers: Sequence[Answers], account: Account, account_id: str, places: Locator) -> Recording:
    """Return what is new in answers. What the file already has is left out, so that recording twice adds nothing.

    `places` knows where in the account's file its entries stand.
    """
    known = _views(account, places) | _signals(account, places)
    edits, findings = list[Append](), list[Finding]()
    for entry in answers:
        findings += _contradictions(entry, known, account_id)
        edits += _new_entries(entry, known)
    return Recording(() if findings else tuple(edits), tuple(findings))


def _views(account: Account, places: Locator) -> _Known:
    """Return what the views say, each field by itself; what we infer of theirs is no answer of theirs."""
    return {
        (view.side, str(view.by), view.date, field): Said(value, places.value(("views", position)))
        for position, view in enumerate(account.views)
        for field in VIEWS
        if view.source != "inferred" and (value := getattr(view, field)) is not None
    }


def _signals(account: Account, places: Locator) -> _Known:
    return {
        (_SIGNAL, str(entry.by), entry.date, name): Said(entry.holds, places.value(("signals", name, position)))
        for name, entries in account.signals.items()
        for position, entry in enumerate(entries)
    }


def _answers_of(entry: Answers) -> Iterator[tuple[tuple[str, str, date | None, str], str | float | bool]]:
    """Yield every answer by its side, respondent, day and question."""
    for field, rating in entry.views.items():
        yield (entry.side, entry.by, entry.day, field), rating
    for name, holds in entry.signals.items():
        yield (_SIGNAL, entry.by, entry.day, name), holds


def _contradictions(entry: Answers, known: _Known, account: str) -> Iterator[Finding]:
    """Yield every answer of which the same person said something else on the same day, with both places."""
    hint = "give the answers the day on which they were changed, or mend what is wrong"
    for key, value in _answers_of(entry):
        there, question = known.get(key), key[-1]
        if there is not None and there.value != value:
            message = f"{entry.by} answers {question} on {entry.day} with {in_words(value)}"
            related = Related(there.place, f"here it is {in_words(there.value)}")
            yield finding(
                CONTRADICTION,
                message,
                entry.places[question].span,
                hint=hint,
                account=account,
                subject=f"{entry.by}.{question}",
                related=(related,),
            )


def in_words(value: str | float | bool) -> str:
    """Return an answer as it is given: yes, no, a word or a number."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else f"{value:g}"


def _new_entries(entry: Answers, known: _Known) -> Iterator[Append]:
    """Yield what is new of one respondent, and remember it: the next form may say it again."""
    new = {key: value for key, value in _answers_of(entry) if key not in known}
    known.update({key: Said(value, entry.places[key[-1]].span) for key, value in new.items()})
    views = {key[-1]: value for key, value in new.items() if key[0] != _SIGNAL}
    if views:
        yield Append(("views",), {"date": entry.day, "side": entry.side, "by": entry.by, "source": "asked", **views})
    for (kind, *_, name), holds in new.items():
        if kind == _SIGNAL:
            answer = {"holds": holds, "date": entry.day, "source": entry.side, "by": entry.by}
            yield Append(("signals", name), answer)
