"""Record checked answers as views and signals: each once, and never over what the same person said on the same day."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relmap.book.codes import finding
from relmap.book.edit import Append
from relmap.book.schema_codes import CONTRADICTION
from relmap.findings import Finding
from relmap.interview.answers import Answers
from relmap.model.account import Account
from relmap.model.plans import SignalEntry, View


class Recording(NamedTuple):
    """What has to be added to an account's file, and which answers contradict what is already recorded."""

    edits: tuple[Append, ...]
    findings: tuple[Finding, ...]


def record(answers: Sequence[Answers], account: Account, account_id: str) -> Recording:
    """Return what is new in answers. What the file already has is left out, so that recording twice adds nothing."""
    views, signals = _views(account), _signals(account)
    edits, findings = list[Append](), list[Finding]()
    for entry in answers:
        clashes = [*_view_clashes(entry, views), *_signal_clashes(entry, signals)]
        findings += [_contradiction(entry, question, said, account_id) for question, said in clashes]
        edits += _new_entries(entry, views, signals)
    return Recording(() if findings else tuple(edits), tuple(findings))


_Said = dict[tuple[str, str, str], str | float]
"""What was said: by whom (with the side), on which day, to which question."""
_Answered = dict[tuple[str, str, str], bool]


def _views(account: Account) -> _Said:
    said: _Said = {}
    for view in account.views:
        if view.source == "inferred":
            continue
        for field in ("stage", "standing", "trust"):
            if (value := getattr(view, field)) is not None:
                said[_who(view), view.date.isoformat(), field] = value
    return said


def _who(view: View) -> str:
    return f"{view.side}:{view.by}"


def _signals(account: Account) -> _Answered:
    return {
        (str(entry.by), _day(entry), name): entry.holds
        for name, entries in account.signals.items()
        for entry in entries
    }


def _day(entry: SignalEntry) -> str:
    return "" if entry.date is None else entry.date.isoformat()


def _view_clashes(entry: Answers, said: _Said) -> Iterator[tuple[str, object]]:
    for field, value in entry.views.items():
        there = said.get((f"{entry.side}:{entry.by}", entry.day.isoformat(), field), value)
        if there != value:
            yield field, there


def _signal_clashes(entry: Answers, answered: _Answered) -> Iterator[tuple[str, object]]:
    for name, holds in entry.signals.items():
        there = answered.get((entry.by, entry.day.isoformat(), name), holds)
        if there != holds:
            yield name, "yes" if there else "no"


def _contradiction(entry: Answers, question: str, said: object, account: str) -> Finding:
    written = entry.places[question]
    message = f"{entry.by} answered {question} otherwise on {entry.day}: {str(said).replace('_', ' ')}"
    hint = "give the answers the day on which they were changed, or mend the account's file"
    return finding(CONTRADICTION, message, written.span, hint=hint, account=account, subject=f"{entry.by}.{question}")


def _new_entries(entry: Answers, said: _Said, answered: _Answered) -> Iterator[Append]:
    """Yield what is new of one respondent, and remember it: the next form may say it again."""
    day, who = entry.day.isoformat(), f"{entry.side}:{entry.by}"
    new = {field: value for field, value in entry.views.items() if (who, day, field) not in said}
    if new:
        head = {"date": entry.day, "side": entry.side, "by": entry.by, "source": "asked"}
        yield Append(("views",), {**head, **new})
        said.update({(who, day, field): value for field, value in new.items()})
    for name, holds in entry.signals.items():
        if (entry.by, day, name) not in answered:
            answer = {"holds": holds, "date": entry.day, "source": entry.side, "by": entry.by}
            yield Append(("signals", name), answer)
            answered[entry.by, day, name] = holds
