"""RM410: a promise of theirs whose day has come."""

from collections.abc import Iterator

from relmap.assess.leads import contact_label
from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.rules.rm4.promise_subject import promise_subject
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts: {rosa: {name: Rosa Lenz}}
promises:
  - {what: Forecast for 2027, by: rosa, due: 2026-DAY}
"""


def _find(case: Case) -> Iterator[Hit]:
    for entry in case.profile.promises.states:
        promise = entry.promise
        if entry.state in ("open", "overdue") and promise.due and promise.by in case.account.contacts:
            who = contact_label(case.profile, promise.by)
            message = f"{who} promised us “{shorten(promise.what)}” by {promise.due}, and nothing says that it was kept"
            yield Hit(("promises", entry.position, "due"), promise_subject(promise), message, on=promise.due)


RULE = AccountRule(
    code="RM410",
    name="their-promise-overdue",
    severity=Severity.INFO,
    profile="standard",
    summary="A promise of theirs has fallen due, and nothing says that it was kept.",
    why="Promises go both ways: what they owe us is part of the balance, and asking for it is part of the work.",
    hint="ask for it, and write the day under `kept`, or `kept: false`",
    fires=Example(_ACCOUNT.replace("DAY", "11-02")),
    clean=Example(_ACCOUNT.replace("DAY", "12-18")),
    find=_find,
)
