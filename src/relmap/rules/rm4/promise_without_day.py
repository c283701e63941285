"""RM402: a promise without a day, which can be neither kept in time nor late."""

from collections.abc import Iterator

from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.rules.rm4.promise_subject import promise_subject
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
promises:
  - {what: Spare parts in LeedsDUE, by: maria}
"""


def _find(case: Case) -> Iterator[Hit]:
    for entry in case.profile.promises.states:
        if entry.state == "undated":
            message = f"the promise “{shorten(entry.promise.what)}” has no day by which it is due"
            yield Hit(("promises", entry.position), promise_subject(entry.promise), message)


RULE = AccountRule(
    code="RM402",
    name="promise-without-day",
    severity=Severity.WARNING,
    profile="standard",
    summary="A promise of either side has no due day.",
    why="A promise without a day cannot be kept in time, counts in no ratio, and each side understands it otherwise.",
    sources=("The say/do ratio: promises kept over promises due.",),
    hint="agree a day with them, and write it under `due`",
    fires=Example(_ACCOUNT.replace("DUE", "")),
    clean=Example(_ACCOUNT.replace("DUE", ", due: 2026-12-18")),
    find=_find,
)
