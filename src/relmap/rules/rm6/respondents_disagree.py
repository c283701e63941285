"""RM608: people on their side who see the relationship two steps apart."""

from collections.abc import Callable, Iterator, Sequence

from relmap.findings import Route, Severity
from relmap.measures.voices import Saying, sayings
from relmap.model.words import STAGES, STANDINGS
from relmap.rules.rm6.words import person, stage_word, standing_word
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
views:
  - {date: 2026-09-01, side: theirs, by: jane, stage: interconnected}
  - {date: 2026-09-10, side: theirs, by: omar, stage: OMAR}
contacts:
  jane: {name: Jane Doe}
  omar: {name: Omar Haddad}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    yield from _apart(case, "stage", STAGES, stage_word)
    yield from _apart(case, "standing", STANDINGS, standing_word)


def _apart(case: Case, field: str, order: Sequence[str], word: Callable[[Case, str], str]) -> Iterator[Hit]:
    said = sorted(sayings(case.facts, "theirs", field), key=lambda entry: order.index(str(entry.said)))
    if not said or order.index(str(said[-1].said)) - order.index(str(said[0].said)) < case.number("steps"):
        return
    low, high = said[0], said[-1]
    message = " and ".join(
        f"{person(case, 'theirs', entry.by)} said {word(case, str(entry.said))} on {entry.day}" for entry in (high, low)
    )
    yield Hit(_place(case, field, low), field, message, related=((_place(case, field, high), "the other view"),))


def _place(case: Case, field: str, said: Saying) -> Route:
    for position, view in enumerate(case.account.views):
        if (view.side, view.by, view.date, getattr(view, field)) == ("theirs", said.by, said.day, said.said):
            return ("views", position, field)
    return ("views",)


RULE = AccountRule(
    code="RM608",
    name="respondents-disagree",
    severity=Severity.WARNING,
    profile="standard",
    summary="Two people on their side see the stage or the standing two steps apart.",
    why="One of them sees something that the other does not; the newest word alone would hide it.",
    hint="talk with both, and find out what the one lacks that the other has",
    fires=Example(_ACCOUNT.replace("OMAR", "basic")),
    clean=Example(_ACCOUNT.replace("OMAR", "collaborative")),
    options=(Option("steps", 2, "Steps of stage, or of standing, from which a difference counts."),),
    find=_find,
)
