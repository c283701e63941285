"""What the last review asked for, and what is missing for the stage that we want.

An account has at most one such thing: where a review asked to advance, its steps are told with it and not again.
"""

from collections.abc import Iterator, Sequence

from relmap.agenda.todo import Kind, Todo
from relmap.agenda.who import joined
from relmap.assess.profile import Profile
from relmap.measures.review import last_review
from relmap.measures.stage_tests import StageTest
from relmap.model.words import STAGES
from relmap.rules.rm3 import move_back_not_acted_on
from relmap.rules.rule import Case

NAMED = 4
"""How many missing things a sentence names before it counts the rest."""


def find_steps(profile: Profile, people: Sequence[Todo]) -> Iterator[Todo]:
    """Yield the move that the last review asked for, or the step towards the stage that the ambition names."""
    facts = profile.facts
    last = last_review(facts.account, facts.as_of)
    outcome = last.outcome if last else None
    if outcome == "move_back":
        yield from _move_back(profile)
    elif last and outcome == "advance" and profile.stage.next_stage:
        said = f"Advance, as the review of {last.date} asked. {_needs(profile)}."
        yield _todo(profile, Kind.MOVE, f"advance {last.date}", said, ("reviews", facts.account.reviews.index(last)))
    elif facts.account.status == "prospect" and profile.stage.earned.value == "exploratory":
        yield from _checklist(profile, people)
    elif profile.stage.next_stage and _wants_more(profile):
        due = facts.account.ambition.due
        said = f"Climb{f' by {due}' if due else ''}, as the ambition says. {_needs(profile)}."
        yield _todo(profile, Kind.STEP, profile.stage.next_stage, said, ("ambition",))


def _todo(profile: Profile, kind: Kind, subject: str, said: str, route: tuple[str | int, ...]) -> Todo:
    return Todo(kind, subject, said, profile.facts.responsible(None), route)


def _move_back(profile: Profile) -> Iterator[Todo]:
    """Yield the move back while nothing has been done about it, as RM305 finds from the first day on."""
    for hit in move_back_not_acted_on.RULE.find(Case({"days": 0.0}, profile)):
        day = hit.subject.rpartition("/")[2]
        said = f"Move back, as the review of {day} asked: neither ambition nor plan has changed since."
        yield _todo(profile, Kind.MOVE, f"move_back {day}", said, hit.route)


def _wants_more(profile: Profile) -> bool:
    """Say whether the ambition aims above what is earned; one that names no stage, to climb."""
    ambition, earned = profile.facts.account.ambition, profile.stage.earned.value
    if ambition.choice in ("move_back", "exit"):
        return False
    if ambition.stage is None:
        return ambition.choice == "climb"
    return STAGES.index(ambition.stage) > STAGES.index(earned)


def _needs(profile: Profile) -> str:
    """Say what the next stage still needs: every must, and how many of the others."""
    stage, settings = profile.stage, profile.facts.settings
    following = stage.next_stage
    named = settings.labels.stages.get(following, following.capitalize()) if following else ""
    musts = [_label(test) for test in stage.missing if test.must]
    others = [_label(test) for test in stage.missing if not test.must]
    parts = musts
    if others and stage.still_needed:
        few = "one" if stage.still_needed == 1 else str(stage.still_needed)
        enough = len(others) <= stage.still_needed
        parts = [*musts, *(others if enough else [f"{few} of these: {_counted(others)}"])]
    return f"{named} still lacks: {'; '.join(parts)}" if parts else f"{named} lacks nothing that is known"


def _label(test: StageTest) -> str:
    return f"{test.label} (not known)" if test.passed is None else test.label


def _counted(labels: Sequence[str]) -> str:
    if len(labels) <= NAMED:
        return joined(labels, "or")
    return f"{', '.join(labels[:NAMED])} or {len(labels) - NAMED} more"


def _checklist(profile: Profile, people: Sequence[Todo]) -> Iterator[Todo]:
    """Yield what a young relationship lacks; who decides is told with the roles."""
    asked = any(todo.kind is Kind.ROLE for todo in people)
    open_points = [c.label for c in profile.checklist.checks if not c.passed and not (asked and c.id == "roles")]
    if open_points:
        said = f"Find out or do what a first acquaintance still lacks: {joined(open_points)}."
        yield _todo(profile, Kind.STEP, "checklist", said, ("potential",))
