"""One person of theirs before a meeting: what this person says, wants, was promised and has promised."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from relmap.assess.profile import Profile
from relmap.measures.facts import Facts, Person
from relmap.measures.promises import PromiseState, is_ours
from relmap.measures.result import Known
from relmap.measures.stakeholders import contact_type
from relmap.measures.trust import pair_trust
from relmap.measures.voices import Saying, sayings
from relmap.model.money import ValueEntry
from relmap.model.plans import CustomerGoal, Goal, Opportunity, Touchpoint

ASKING = ("overdue", "open", "undated")
"""The states of a promise that still asks for something, the most urgent first."""
TALKS = 3
"""So many of the last touchpoints are told."""


class Tie(NamedTuple):
    """One of ours who knows this person."""

    member: str
    level: str | None
    desired: str | None
    live: bool | None
    contacted: date | None
    trust: float | None
    """How far this person trusts ours, 0 to 10."""
    source: str
    """Who says so: ours, theirs or document."""
    rated: date | None
    trust_counts: bool
    """Is the rating of trust young enough to count?"""


class PersonBrief(NamedTuple):
    """What to know of one person."""

    person: Person
    type: str | None
    """What kind of contact it is on the map; None where power or support leave it open."""
    ties: tuple[Tie, ...]
    """Who of ours knows this person, the latest contact first."""
    sayings: dict[str, Saying]
    """What this person still says of stage, standing and trust, by field."""
    ours: tuple[PromiseState, ...]
    """What we owe this person, the most urgent first."""
    theirs: tuple[PromiseState, ...]
    """What this person owes us."""
    goals: dict[str, Goal]
    """What we want to change with this person, by id."""
    customer_goals: dict[str, CustomerGoal]
    """What this person wants to reach."""
    value: tuple[ValueEntry, ...]
    """What we said it would be worth to this person, and what came of it."""
    opportunities: tuple[Opportunity, ...]
    favours: tuple[str, ...]
    """Our competitors whom this person favours."""
    swayed_by: tuple[str, ...]
    """Whose opinion sways this person, by id."""
    last: date | None
    """The last contact with anybody of ours."""
    talks: tuple[Touchpoint, ...]
    """The last touchpoints, the newest first."""


def brief_person(profile: Profile, person: Person) -> PersonBrief:
    """Return what the file says of one person on the day."""
    facts, account, who = profile.facts, profile.facts.account, person.id
    talks = [entry for entry in account.touchpoints if who in entry.them and entry.date <= facts.as_of]
    days = [link.contacted for link in person.links if link.contacted] + [entry.date for entry in talks]
    return PersonBrief(
        person,
        contact_type(person),
        _ties(facts, person),
        {field: said for field in ("stage", "standing", "trust") if (said := _said(facts, field, who)) is not None},
        tuple(_promises(profile, lambda entry: is_ours(facts, entry.promise) and entry.promise.to == who)),
        tuple(_promises(profile, lambda entry: entry.promise.by == who)),
        {key: goal for key, goal in account.goals.items() if goal.contact == who},
        {key: goal for key, goal in account.customer_goals.items() if goal.contact == who},
        tuple(entry for entry in account.value if entry.to == who and facts.happened(entry.date)),
        tuple(entry for entry in account.opportunities if entry.contact == who and facts.happened(entry.since)),
        tuple(rival.name for rival in account.competitors if who in rival.favoured_by),
        tuple(other.id for other in facts.people if who in other.contact.influences),
        max(days, default=None),
        tuple(sorted(talks, key=lambda entry: entry.date, reverse=True)[:TALKS]),
    )


def _ties(facts: Facts, person: Person) -> tuple[Tie, ...]:
    ties = []
    for link in person.links:
        said = link.relationship
        trust = None if said.trust is None else pair_trust(said.trust)
        here = (link.member, said.level, said.desired, link.live, link.contacted)
        counts = facts.freshness(said.rated, facts.rubric.valid_days.ratings) is not Known.STALE
        ties.append(Tie(*here, trust, said.source, said.rated, counts))
    return tuple(sorted(ties, key=lambda tie: (-(tie.contacted or date.min).toordinal(), tie.member)))


def _said(facts: Facts, field: str, who: str) -> Saying | None:
    return next((said for said in sayings(facts, "theirs", field) if said.by == who), None)


def _promises(profile: Profile, belongs: Callable[[PromiseState], bool]) -> list[PromiseState]:
    found = [entry for entry in profile.promises.states if entry.state in ASKING and belongs(entry)]
    return sorted(found, key=lambda entry: (ASKING.index(entry.state), entry.promise.due or date.max, entry.position))
