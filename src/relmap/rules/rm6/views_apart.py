"""RM603: we and they see the same relationship differently, by stages, standing or trust."""

from collections.abc import Callable, Iterator

from relmap.findings import Severity
from relmap.measures.voices import Voice
from relmap.rules.rm6.words import person, stage_word, standing_word
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
views:
  - {date: 2026-09-01, side: ours, by: maria, stage: interconnected}
  - {date: 2026-09-10, side: theirs, by: jane, stage: THEIRS}
contacts:
  jane: {name: Jane Doe}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    profile, steps = case.profile, case.number("steps")
    gap = profile.perception
    stages, standings = (profile.stage.ours, profile.stage.theirs), profile.standings
    if gap.stage is not None and abs(gap.stage) >= steps:
        yield _hit(case, "stage", stages, lambda said: stage_word(case, str(said)))
    if gap.standing is not None and abs(gap.standing) >= steps:
        yield _hit(case, "standing", standings, lambda said: standing_word(case, str(said)))
    if gap.trust is not None and abs(gap.trust) >= case.number("trust"):
        yield _hit(case, "trust", profile.trusts, lambda said: f"trust {said:g} of 10")


def _hit(case: Case, subject: str, voices: tuple[Voice, Voice], word: Callable[[str | float], str]) -> Hit:
    ours, theirs = voices
    message = (
        f"{person(case, 'ours', ours.by)} said {word(ours.said or 0)} on {ours.day}, "
        f"{person(case, 'theirs', theirs.by)} said {word(theirs.said or 0)} on {theirs.day}"
    )
    return Hit(ours.inputs[0].route, subject, message, related=((theirs.inputs[0].route, "their view"),))


RULE = AccountRule(
    code="RM603",
    name="views-apart",
    severity=Severity.WARNING,
    profile="standard",
    summary="Our view and theirs lie two steps of stage or standing apart, or three points of trust.",
    why="Suppliers see a relationship as deeper than their customers do; a plan for the one we see fails in theirs.",
    sources=("Bacon, four relationship stages",),
    hint="talk about it with them before anything is planned, and add the views that come out",
    fires=Example(_ACCOUNT.replace("THEIRS", "basic")),
    clean=Example(_ACCOUNT.replace("THEIRS", "collaborative")),
    options=(
        Option("steps", 2, "Steps of stage, or of standing, from which a gap counts."),
        Option("trust", 3, "Points of trust, out of ten, from which a gap counts."),
    ),
    find=_find,
)
