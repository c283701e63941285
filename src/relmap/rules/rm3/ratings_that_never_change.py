"""RM307: reviews that find the same every time, on ratings that nobody has looked at for a year."""

from collections.abc import Iterator
from datetime import date, timedelta

from relmap.findings import Severity
from relmap.rules.rm3.made import Made, reviews_made
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {known_by: {maria: {level: credible_source, trust: 7, rated: RATED}}}
reviews:
  - {date: 2026-01-20, quarter: 2026-Q1, by: maria, found: {stage: basic, standing: supplier, health: 71}}
  - {date: 2026-04-20, quarter: 2026-Q2, by: maria, found: {stage: basic, standing: supplier, health: 71}}
  - {date: 2026-07-20, quarter: 2026-Q3, by: maria, found: {stage: basic, standing: supplier, health: 71}}
  - {date: 2026-10-20, quarter: 2026-Q4, by: maria, found: {stage: basic, standing: supplier, health: 71}}
"""


def _find(case: Case) -> Iterator[Hit]:
    count = int(min(max(case.number("reviews"), 2), 1_000))
    made = reviews_made(case.facts)[-count:]
    rated = _last_rated(case)
    if case.account.status != "customer" or rated is None or len(made) < count or not _found_the_same(made):
        return
    on = rated + timedelta(days=case.rubric.valid_days.ratings + 1)
    first = made[0].review
    message = f"every review since {first.date} found the same, and nobody was rated since {rated}"
    yield Hit(("reviews", made[-1].position, "found"), "reviews", message, on=max(on, made[-1].review.date))


def _last_rated(case: Case) -> date | None:
    """Return the day of the newest rating of a relationship; None where there is none, or one without its day."""
    links = [link.relationship for link in case.facts.links]
    days = [entry.rated for entry in links if entry.level is not None or entry.trust is not None]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _found_the_same(made: list[Made]) -> bool:
    """Compare what carries health and, with it, stage and standing. A review that wrote down no health says nothing."""
    found = {(review.found.stage, review.found.standing, review.found.health) for _, review in made}
    return len(found) == 1 and made[0].review.found.health is not None


RULE = AccountRule(
    code="RM307",
    name="ratings-that-never-change",
    severity=Severity.WARNING,
    profile="strict",
    summary="Four reviews in a row found the same stage, standing and health, on ratings that are no longer good.",
    why="People change, and ratings that do not are copied: the reviews were made, and nothing was reviewed.",
    hint="rate level and trust of each relationship anew and put the day under `rated`, best by asking them",
    fires=Example(_ACCOUNT.replace("RATED", "2025-10-02")),
    clean=Example(_ACCOUNT.replace("RATED", "2026-10-02")),
    options=(Option("reviews", 4, "Reviews in a row that found the same from which on it counts, at least 2."),),
    find=_find,
)
