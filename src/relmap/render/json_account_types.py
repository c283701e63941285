"""The published JSON of an account as types: what the book says of each."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from relmap.render.json_card_types import Card
from relmap.render.json_types import Day, Figure, NotKnown, published


@published
class Signs(TypedDict):
    """The signs of deep dependence; null: not known."""

    core_group: bool | None
    held_to_ransom: bool | None
    one_way: bool | None
    margins_eroding: bool | None


@published
class DependenceNotes(TypedDict):
    """What stands beside the figures of dependence."""

    direction: Literal["ours", "theirs", "even"] | None
    """Who depends more; null: the unknowns leave it open."""
    signs: Signs
    disagree: bool
    """Pattern and signs tell different stories."""


@published
class Perception(TypedDict):
    """Our view less theirs; null without both views."""

    stage: int | None
    """In steps."""
    standing: int | None
    """In steps."""
    trust: float | None
    """In points of ten."""
    optimism: int | None
    """Our stage less the earned one, in steps."""


@published
class Loss(TypedDict):
    """What the book loses with the account's whole group."""

    revenue: float
    gross_profit: float | None
    hhi_after: float | None
    """The HHI of what is left, 0 to 10 000; null where nothing is."""
    people_freed: list[str]
    """Team members who carry nothing else."""


@published
class Person(TypedDict):
    """A team member or a contact, by id."""

    person: str
    side: Literal["ours", "theirs"]


@published
class Account(TypedDict):
    """One account."""

    id: str
    path: str
    name: str
    owner: str
    status: Literal["prospect", "customer", "former"]
    tier: str | None
    tags: list[str]
    since: Day | None
    parent: str | None
    group: str
    """The topmost parent: one customer in concentration."""
    group_name: str
    contract_in_force: bool | None
    revenue: float | None
    """Revenue of the period, in the book's currency."""
    measures: dict[str, Figure]
    """Every measure by id, unrounded, in the unit that the schema states."""
    dependence: DependenceNotes
    perception: Perception
    loss: Loss | None
    single_points: list[Person]
    unprofitable_collaborator: bool
    review_due_by: Day | None
    leads: list[str]
    """What to look at, the most urgent first."""
    not_known: NotKnown
    evidence: NotRequired[Card]
    """Only where accounts were named."""
