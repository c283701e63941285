"""What a reviewer needs to see of one account: what has changed since the last review, and what is open."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from relmap.assess.assessment import Card
from relmap.assess.figures import MEASURES_BY_ID, Figure, MeasureInfo, profile_figures
from relmap.assess.profile import assess_account
from relmap.assess.questions import Question, find_questions
from relmap.findings import Finding
from relmap.model.plans import Found
from relmap.review.changes import Change, find_changes
from relmap.review.previous import Previous, find_previous

COMPARED = (
    *("health", "stage.earned", "stage.theirs", "standing.earned", "phase", "phase.dissolution", "dependence"),
    *("trust.personal", "trust.organisation", "promises", "promises.theirs", "map.colour", "coverage", "support"),
    *("threads", "resilience", "equity", "equity.margin", "wallet", "breakdown", "service", "crp"),
)
"""The measures that are compared, in the order in which they are shown."""
_SAME = 1e-6


class MeasureChange(NamedTuple):
    """One measure on the day of the last review, and today."""

    measure: MeasureInfo
    before: Figure
    after: Figure


class Report(NamedTuple):
    """One account, as it is put before a reviewer."""

    card: Card
    previous: Previous
    measures: tuple[MeasureChange, ...]
    """Those that moved. The dependence pattern is the one that was recorded, since it hangs on the whole book."""
    changes: tuple[Change, ...] | None
    """None where it is not known what the file said then."""
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def make_report(card: Card, root: Path, findings: Sequence[Finding]) -> Report:
    """Return what a reviewer needs to see; `findings` are the open ones about this account."""
    facts = card.profile.facts
    return compare(card, find_previous(root, card.assessed.row.path, facts.account, facts.as_of), findings)


def compare(card: Card, previous: Previous, findings: Sequence[Finding]) -> Report:
    """Return the same, where it is known what was reviewed."""
    facts = card.profile.facts
    changes = find_changes(previous.account, facts.account) if previous.account else None
    questions = find_questions(card.profile, card.assessed)
    return Report(card, previous, tuple(_moved(card, previous)), changes, questions, tuple(findings))


def _moved(card: Card, previous: Previous) -> list[MeasureChange]:
    then, now = _then(card, previous), card.assessed.figures
    pairs = [(MEASURES_BY_ID[measure], then[measure], now[measure]) for measure in COMPARED if measure in then]
    return [MeasureChange(*pair) for pair in pairs if not _is_same(pair[1], pair[2])]


def _then(card: Card, previous: Previous) -> Mapping[str, Figure]:
    """Return the figures at the last review: taken again by today's rubric, so that both can be compared.

    Where the file of that day is not known, those that the review itself recorded.
    """
    if previous.review is None:
        return {}
    recorded = _recorded(previous.review.found)
    if previous.account is None:
        return recorded
    facts = card.profile.facts
    then = assess_account(facts.id, previous.account, facts.settings, previous.review.date)
    pattern = {"dependence": recorded["dependence"]} if "dependence" in recorded else {}
    return profile_figures(then, set(COMPARED)) | pattern


def _recorded(found: Found) -> dict[str, Figure]:
    said = {
        "health": found.health,
        "stage.earned": found.stage,
        "standing.earned": found.standing,
        "dependence": found.pattern,
    }
    return {measure: Figure(value, value, value) for measure, value in said.items() if value is not None}


def _is_same(before: Figure, after: Figure) -> bool:
    """Compare two answers, not how well they are known; numbers but for what rounding does to them."""
    if isinstance(before.value, float | int) and isinstance(after.value, float | int):
        return abs(before.value - after.value) < _SAME
    return before.value == after.value
