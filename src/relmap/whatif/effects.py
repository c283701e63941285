"""What a departure does to one account: measures that move, who is cut off, what nobody looks after any more."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from relmap.assess.assessment import Assessment, Card
from relmap.assess.figures import MEASURES, Figure, MeasureInfo
from relmap.measures.facts import Facts, Person
from relmap.measures.roles import COVERED
from relmap.model.plans import Initiative
from relmap.whatif.change import card_after
from relmap.whatif.mending import Plan, find_plan
from relmap.whatif.people import OURS, THEIRS, Leaver

_HAIR = 1e-9
_DONE = ("done", "dropped")


class Moved(NamedTuple):
    """One measure before and after, and as it would be once the smallest way back is gone."""

    measure: MeasureInfo
    before: Figure
    after: Figure
    mended: Figure | None


class Reach(NamedTuple):
    """A key player, and how many ways that share nobody lead there before and after."""

    person: Person
    before: int
    after: int


class Orphan(NamedTuple):
    """Something that loses who made it, to whom it was made, whose it was or who led it."""

    kind: str
    """promise, their_promise, goal, customer_goal, initiative or opportunity"""
    what: str
    due: date | None
    person: str
    """The name of who leaves."""
    value: float | None = None
    """Of an opportunity what it would be worth a year, in the book's currency."""


class Effect(NamedTuple):
    """What a departure does to one account."""

    before: Card
    after: Card
    leavers: tuple[Leaver, ...]
    """Those of the leavers who matter to this account."""
    moved: tuple[Moved, ...]
    cut_off: tuple[Reach, ...]
    """Key players whom we reach before and no longer after."""
    hanging: tuple[Reach, ...]
    """Key players who hang on one single person after and did not before."""
    out_of_touch: tuple[Person, ...]
    """Contacts with whom nobody of ours is in live touch any more; key players who are cut off are not repeated."""
    roles_lost: tuple[str, ...]
    """Needed roles that are covered before and not after."""
    orphans: tuple[Orphan, ...]
    loses_owner: bool
    back: Plan
    """The smallest way back to where the account stood."""
    safe: Plan
    """The smallest way to all needed roles covered and two ways to every key player."""

    @property
    def is_cut(self) -> bool:
        """Is a key player, or the last live contact, out of reach afterwards?"""
        return bool(self.cut_off) or _went_silent(self)


def _went_silent(effect: Effect) -> bool:
    before, after = (card.assessed.figures["threads"].low for card in (effect.before, effect.after))
    return bool(before) and not after


def find_effect(assessment: Assessment, card: Card, leavers: Sequence[Leaver]) -> Effect:
    """Assess an account again without the leavers and say what differs."""
    after = card_after(assessment, card, leavers)
    back, safe = (find_plan(assessment, card, after, leavers, safe=safe) for safe in (False, True))
    reaches = tuple(_reaches(card, after))
    cut_off = tuple(reach for reach in reaches if reach.before and not reach.after)
    cut = {reach.person.id for reach in cut_off}
    return Effect(
        card,
        after,
        tuple(leavers),
        tuple(_moved(card, after, back.card if back.links else None)),
        cut_off,
        tuple(reach for reach in reaches if reach.before > 1 == reach.after),
        tuple(person for person in _out_of_touch(card, after) if person.id not in cut),
        _roles_lost(card, after),
        tuple(_orphans(card.profile.facts, leavers)),
        any(leaver.side == OURS and leaver.id == card.assessed.row.owner for leaver in leavers),
        back,
        safe,
    )


def _moved(before: Card, after: Card, mended: Card | None) -> Iterator[Moved]:
    for measure in MEASURES:
        if measure.id == "review.changed":
            continue  # of course: somebody left
        old, new = (card.assessed.figures[measure.id] for card in (before, after))
        if not same_figure(old, new):
            yield Moved(measure, old, new, mended.assessed.figures[measure.id] if mended else None)


def same_figure(one: Figure, other: Figure) -> bool:
    """Say whether value and bounds are the same, but for what floating numbers add."""
    return all(map(_same, one[:3], other[:3]))


def _same(one: float | str | None, other: float | str | None) -> bool:
    if isinstance(one, float | int) and isinstance(other, float | int):
        return abs(one - other) <= _HAIR
    return one == other


def _reaches(before: Card, after: Card) -> Iterator[Reach]:
    old, new = (_ways(card) for card in (before, after))
    for person in after.profile.facts.people:
        if person.id in new:
            yield Reach(person, old.get(person.id, 0), new[person.id])


def _ways(card: Card) -> Mapping[str, int]:
    return card.profile.resilience.find_counts()


def _out_of_touch(before: Card, after: Card) -> Iterator[Person]:
    live = {person.id for person in before.profile.facts.people if person.live}
    return (person for person in after.profile.facts.people if person.id in live and not person.live)


def _roles_lost(before: Card, after: Card) -> tuple[str, ...]:
    covered = {state.role for state in before.profile.roles if state.state == COVERED}
    return tuple(state.role for state in after.profile.roles if state.role in covered and state.state != COVERED)


def _orphans(facts: Facts, leavers: Sequence[Leaver]) -> Iterator[Orphan]:
    for leaver in leavers:
        yield from _promises(facts, leaver)
        if leaver.side == THEIRS:
            yield from _plans_of(facts, leaver)
        else:
            for initiative in facts.account.initiatives.values():
                if (initiative.owner or facts.account.owner) == leaver.id and not _is_done(facts, initiative):
                    yield Orphan("initiative", initiative.what, initiative.due, leaver.name)


def _is_done(facts: Facts, initiative: Initiative) -> bool:
    return initiative.status in _DONE and facts.happened(initiative.done)


def _promises(facts: Facts, leaver: Leaver) -> Iterator[Orphan]:
    """Yield promises still to be kept: those the leaver made, and those that were made to the leaver."""
    for promise in facts.account.promises:
        kept = promise.kept is not None and (isinstance(promise.kept, bool) or promise.kept <= facts.as_of)
        if kept or not facts.happened(promise.made) or leaver.id not in (promise.by, promise.to):
            continue
        theirs = promise.by in facts.account.contacts
        yield Orphan("their_promise" if theirs else "promise", promise.what, promise.due, leaver.name)


def _plans_of(facts: Facts, leaver: Leaver) -> Iterator[Orphan]:
    account = facts.account
    for goal in account.goals.values():
        if goal.contact == leaver.id:
            yield Orphan("goal", goal.what, goal.due, leaver.name)
    for wish in account.customer_goals.values():
        if wish.contact == leaver.id:
            yield Orphan("customer_goal", wish.what, wish.due, leaver.name)
    for chance in account.opportunities:
        if chance.contact == leaver.id and facts.happened(chance.since):
            yield Orphan("opportunity", chance.what, None, leaver.name, chance.value)
