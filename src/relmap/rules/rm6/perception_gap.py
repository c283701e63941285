"""RM603: we and they see two different relationships."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts: {rosa: {name: Rosa Lenz}}
views:
  - {date: 2026-09-01, side: ours, by: maria, stage: interconnected, trust: 8}
  - {date: 2026-09-20, side: theirs, by: rosa, stage: THEIRS, trust: 7}
"""


def _find(case: Case) -> Iterator[Hit]:
    profile, steps, points = case.profile, case.number("steps"), case.number("trust_points")
    if case.account.status == "former":
        return
    (trust_ours, trust_theirs), standing, gap = profile.trusts, profile.standing, profile.perception
    voices = (
        ("stage", gap.stage, steps, profile.stage.ours, profile.stage.theirs),
        ("standing", gap.standing, steps, standing.ours, standing.theirs),
        ("trust", gap.trust, points, trust_ours, trust_theirs),
    )
    for field, distance, line, ours, theirs in voices:
        if distance is not None and abs(distance) >= line:
            said = [_told(voice.said) for voice in (ours, theirs)]
            message = f"{field}: we say {said[0]} ({ours.day}), they say {said[1]} ({theirs.day})"
            yield Hit(theirs.inputs[0].route, field, message)


def _told(said: str | float | None) -> str:
    return str(said).replace("_", " ") if isinstance(said, str) else f"{said:g}"


RULE = AccountRule(
    code="RM603",
    name="perception-gap",
    severity=Severity.WARNING,
    profile="standard",
    summary="Our view and theirs differ by two steps of stage or standing, or by three points of trust.",
    why="Who works in another relationship than the customer disappoints them, or gives away what nobody asked for.",
    sources=("Bacon's four relationship stages; Customers as Partners, for the standing.",),
    hint="talk about it: put both views on the table, and ask what would have to be true",
    options=(
        Option("steps", 2, "Steps of stage or standing from which it counts."),
        Option("trust_points", 3, "Points of ten of trust from which it counts."),
    ),
    fires=Example(_ACCOUNT.replace("THEIRS", "basic")),
    clean=Example(_ACCOUNT.replace("THEIRS", "collaborative")),
    find=_find,
)
