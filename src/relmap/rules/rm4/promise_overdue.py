"""RM401: a promise of ours whose day has come, and nobody says that it was kept."""

from collections.abc import Iterator

from relmap.assess.leads import member_label
from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.measures.promises import is_ours
from relmap.rules.rm4.promise_subject import promise_subject
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
promises:
  - {what: Spare parts in Leeds, by: maria, due: 2026-DAY}
"""


def _find(case: Case) -> Iterator[Hit]:
    for entry in case.profile.promises.states:
        promise = entry.promise
        if entry.state in ("open", "overdue") and promise.due and is_ours(case.facts, promise):
            who = member_label(case.profile, promise.by)
            message = f"{who} promised “{shorten(promise.what)}” by {promise.due}, and nothing says that it was kept"
            yield Hit(("promises", entry.position, "due"), promise_subject(promise), message, on=promise.due)


RULE = AccountRule(
    code="RM401",
    name="promise-overdue",
    severity=Severity.ERROR,
    profile="starter",
    summary="A promise of ours has fallen due, and nothing says that it was kept.",
    why="Trust follows kept promises more than anything that is said; one that is forgotten is remembered.",
    sources=("The say/do ratio: promises kept over promises due.",),
    hint="keep it and write the day under `kept`, agree a new day with them, or write `kept: false`",
    fires=Example(_ACCOUNT.replace("DAY", "11-02")),
    clean=Example(_ACCOUNT.replace("DAY", "12-18")),
    find=_find,
)
