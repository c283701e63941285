"""RM306: reviews that for a year nobody of theirs took part in."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rm3.made import reviews_made
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts: {rosa: {name: Rosa Lenz}}
reviews:
  - {date: 2026-01-20, quarter: 2026-Q1, by: maria, with: tom}
  - {date: 2026-04-20, quarter: 2026-Q2, by: maria, with: tom}
  - {date: 2026-07-20, quarter: 2026-Q3, by: maria, with: tom}
  - {date: 2026-10-20, quarter: 2026-Q4, by: maria, with: WITH}
"""
_SETTINGS = """\
company: Quellwerk
team: {maria: {}, tom: {}}
"""


def _find(case: Case) -> Iterator[Hit]:
    count = int(min(max(case.number("reviews"), 1), 1_000))
    made = reviews_made(case.facts)[-count:]
    if case.account.status != "customer" or len(made) < count:
        return
    if not any(_may_be_theirs(case, name) for entry in made for name in entry.review.with_):
        first = made[0].review.date
        message = f"nobody of theirs took part in a review since {first}, in {count} reviews"
        yield Hit(("reviews", made[-1].position), "reviews", message)


def _may_be_theirs(case: Case, name: str) -> bool:
    """Say whether a name in `with` is one of theirs, or neither side's, so that it may have been."""
    return name in case.account.contacts or bool(case.settings.team and name not in case.settings.team)


RULE = AccountRule(
    code="RM306",
    name="review-without-them",
    severity=Severity.INFO,
    profile="strict",
    summary="In the last four reviews nobody of theirs took part.",
    why="What only we have looked at is our opinion: suppliers see a relationship as deeper than customers do.",
    sources=("Bacon, four relationship stages.",),
    hint="ask one of them to the next review, and name them under `with`",
    fires=Example(_ACCOUNT.replace("WITH", "tom"), _SETTINGS),
    clean=Example(_ACCOUNT.replace("WITH", "rosa"), _SETTINGS),
    options=(Option("reviews", 4, "Reviews in a row without them from which on it counts, at least 1."),),
    find=_find,
)
