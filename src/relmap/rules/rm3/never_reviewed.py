"""RM302: an account that should be reviewed, and never was."""

from collections.abc import Iterator
from datetime import timedelta

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
status: customer
owner: maria
since: 2024-05-01
"""


def _find(case: Case) -> Iterator[Hit]:
    review = case.profile.review
    if review.last is not None or review.state in ("none", "current"):
        return
    on = review.due_by + timedelta(days=1) if review.due_by else None
    yield Hit(("name",), "review", "never reviewed", on=on)


RULE = AccountRule(
    code="RM302",
    name="never-reviewed",
    severity=Severity.ERROR,
    profile="starter",
    summary="The account's tier asks for reviews, and there was none.",
    why="Nobody has ever said that this map is right.",
    hint="review the account and add the entry under `reviews`",
    fires=Example(_ACCOUNT),
    clean=Example(f"{_ACCOUNT}reviews:\n  - {{date: 2026-10-20, quarter: 2026-Q4, by: maria, outcome: hold}}\n"),
    find=_find,
)
