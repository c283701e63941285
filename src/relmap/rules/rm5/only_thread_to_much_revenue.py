"""RM509: one of our people is the only way to key players of accounts that are much of the revenue."""

from collections import defaultdict
from collections.abc import Iterator

from relmap.assess.assessment import AssessedAccount
from relmap.findings import Severity
from relmap.rules.rule import BookCase, BookRule, Example, Hit, Option

_SETTINGS = """\
company: Quellwerk
team: {maria: {name: Maria Voss}, tom: {name: Tom Berg}}
"""
_LIVE = "{level: problem_solver, last_contact: 2026-11-02}"
_ACCOUNT = f"""\
name: Harrow Foods
owner: maria
financials: {{2025: {{revenue: 300}}}}
contacts:
  rosa: {{name: Rosa Lenz, power: 5, known_by: {{maria: {_LIVE}MORE}}}}
"""
_OTHERS = {"other": "name: Other\nowner: maria\nfinancials: {2025: {revenue: 700}}\n"}


def _find(case: BookCase) -> Iterator[Hit]:
    total, line = case.book.revenue.total, case.number("percent") / 100
    hanging: dict[str, list[AssessedAccount]] = defaultdict(list)
    for entry in case.book.accounts:
        for person in entry.row.single_points:
            if person.side == "ours" and entry.revenue and _is_sure(entry):
                hanging[person.id].append(entry)
    for member, accounts in sorted(hanging.items()):
        share = sum(entry.revenue or 0.0 for entry in accounts) / total if total else 0.0
        if share + 1e-9 >= line and member in case.settings.team:
            name = case.settings.team[member].name or member
            names = ", ".join(entry.row.name for entry in accounts)
            part = f"{share * 100:.0f} % of the revenue of {case.book.revenue.period}"
            message = f"only {name} reaches key players of {names}, {part}"
            yield Hit(("team", member), member, message)


def _is_sure(entry: AssessedAccount) -> bool:
    """Say whether no relationship that may be live as well could be a second way."""
    ways = entry.figures["resilience"].high
    return isinstance(ways, int | float) and ways < 2


RULE = BookRule(
    code="RM509",
    name="only-thread-to-much-revenue",
    severity=Severity.WARNING,
    profile="standard",
    summary="Without one of our people we are cut off from key players of accounts that are much of the revenue.",
    why="People leave, fall ill and are promoted; what then breaks is not their fault, it is how the book was built.",
    hint="let a second of us get to know those key players, the largest account first",
    options=(Option("percent", 20, "Percent of the book's revenue from which it counts."),),
    fires=Example(_ACCOUNT.replace("MORE", ""), _SETTINGS, others=_OTHERS),
    clean=Example(_ACCOUNT.replace("MORE", f", tom: {_LIVE}"), _SETTINGS, others=_OTHERS),
    find=_find,
    reads=frozenset(("resilience",)),
)
