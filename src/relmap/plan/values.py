"""What an account plan says beyond the card: typed, with the routes of the file that each thing was read from."""

from datetime import date
from typing import Literal, NamedTuple

from relmap.assess.assessment import Card
from relmap.assess.questions import Question
from relmap.findings import Route
from relmap.map.values import AccountMap
from relmap.model.money import Competitor, Exchange, ValueEntry
from relmap.model.plans import Review

SECTIONS = (
    *("situation", "understanding", "identifying", "analysing", "determining", "implementing", "reviewing"),
    *("strategy", "value", "runway", "questions"),
)
"""The sections in their order. Strategy, value and runway are there where the facts allow."""
SHARED_SECTIONS = ("people", "goals", "promises", "value", "meetings")
"""Those of the version that the customer may see."""

NextKind = Literal["promise", "initiative", "review", "deadline", "lead"]


class NextThing(NamedTuple):
    """One of the few things that matter next, with who sees to it and by when."""

    kind: NextKind
    what: str
    owner: str
    """The id of a team member."""
    due: date | None
    routes: tuple[Route, ...] = ()


class Quality(NamedTuple):
    """A strength or a weakness of one relationship."""

    is_strength: bool
    text: str


class RatedLink(NamedTuple):
    """One relationship between one of ours and one of theirs, with what is strong and what is weak about it."""

    member: str
    contact: str
    qualities: tuple[Quality, ...]
    route: Route


class Traced(NamedTuple):
    """One initiative with the goals and the people that it serves; ids."""

    initiative: str
    goals: tuple[str, ...]
    customer_goals: tuple[str, ...]
    people: tuple[str, ...]


class Trace(NamedTuple):
    """Initiatives, goals and people held against each other."""

    rows: tuple[Traced, ...]
    goals_alone: tuple[str, ...]
    """Goals that no initiative serves."""
    initiatives_alone: tuple[str, ...]
    """Initiatives that serve no goal."""
    nobody: tuple[str, ...]
    """Goals about no person."""


class Approach(NamedTuple):
    """What the contact strategy says of one key player: who of ours is nearest, and what there is to talk about."""

    contact: str
    power: int | None
    member: str | None
    """The id of who of ours is nearest to them; None where nobody knows them."""
    live: bool | None
    level: str | None
    desired: str | None
    cares_about: str | None
    goals: tuple[str, ...]
    """Their goals that the file names, in words."""
    route: Route


class Outcome(NamedTuple):
    """What the last review found and what the measures say now, of one thing."""

    name: Literal["stage", "standing", "pattern", "health"]
    then: str | float
    current: str | float | None


class Since(NamedTuple):
    """What has changed since the last review, as far as the file itself dates it."""

    review: Review
    position: int
    outcomes: tuple[Outcome, ...]
    events: tuple["Event", ...]


class Event(NamedTuple):
    """Something that the file dates after the last review."""

    day: date
    what: str
    route: Route


class StakeholderValue(NamedTuple):
    """The value entries of one of their people, or of nobody in particular (None)."""

    contact: str | None
    entries: tuple[tuple[int, ValueEntry], ...]
    """Each with its position in the file."""


DeadlineName = Literal["notice", "tender", "end"]


class Deadline(NamedTuple):
    """A day on which the contract asks for something."""

    name: DeadlineName
    day: date
    days: int
    """From the day of the plan; below 0: it is over."""
    route: Route


class Concessions(NamedTuple):
    """What we gave within four quarters, and what they gave in return."""

    given: tuple[tuple[int, Exchange], ...]
    received: tuple[tuple[int, Exchange], ...]

    @property
    def price(self) -> tuple[tuple[int, Exchange], ...]:
        """What we gave as price, rebate or terms."""
        return tuple(entry for entry in self.given if entry[1].kind in ("price", "rebate", "terms"))


class Runway(NamedTuple):
    """The way to the next tender or the end of the contract."""

    deadlines: tuple[Deadline, ...]
    """From the first to the last; at least one lies ahead."""
    supporters: tuple[str, ...]
    """Active contacts who support us, by id; those with power first."""
    against: tuple[str, ...]
    undecided: tuple[str, ...]
    """Key players whose support is neutral or not known, and who may be one, since their power is not known."""
    competitors: tuple[tuple[int, Competitor], ...]
    concessions: Concessions


class AccountPlan(NamedTuple):
    """Everything that the plan of one account says, before anybody words it."""

    card: Card
    map: AccountMap
    currency: str | None
    period: str
    things: tuple[NextThing, ...]
    links: tuple[RatedLink, ...]
    trace: Trace
    approaches: tuple[Approach, ...]
    """Only on a rung of deep dependence."""
    since: Since | None
    value: tuple[StakeholderValue, ...]
    runway: Runway | None
    questions: tuple[Question, ...]
