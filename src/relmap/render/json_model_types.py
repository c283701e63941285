"""The published JSON of the relationship models on a card, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_evidence_types import Check
from relmap.render.json_types import Day, published


@published
class StandingEvidence(TypedDict):
    """What the next standing asks for, and what stands in the way of a partnership."""

    missing: list[str]
    """Tests of the next standing that are not passed."""
    obstacles: list[Check]
    """Passed is bad news: the obstacle is there."""


@published
class PhaseEvidence(TypedDict):
    """What the next phase asks for."""

    next: str | None
    missing: list[str]
    traits: dict[str, bool | None]
    """What grows with trust, by signal."""


@published
class LadderEvidence(TypedDict):
    """The choice on a rung; what climbing takes stands among the measure's checks."""

    choice: Literal["maximise", "climb", "move_back", "exit"] | None
    """Our ambition."""
    next: str | None
    """The rung that climbing leads to."""
    prescribed: list[Check]
    """What is prescribed against deep dependence; empty on other rungs."""
    excessive_because: str | None


@published
class Repair(TypedDict):
    """One agreed roadmap back."""

    id: str
    issue: str | None
    agreed: Day | None
    state: Literal["delivered", "under_way", "broken", "without_promises"]
    promises: list[int]
    """Positions in the file's list, from 0."""
    kept: int


@published
class Step(TypedDict):
    """One of the six steps of the Customer Relationship Plan."""

    id: str
    state: Literal["done", "partly", "missing"]
    missing: list[str]
    """Ids of the checks that are not passed."""


@published
class ServiceEvidence(TypedDict):
    """The effort that is held against a stage."""

    aim: str
    touchpoints: int | None
    """In four quarters; null: the file has none at all."""
    cost: float | None
    """Cost to serve, percent of gross profit."""
    year: int | None


@published
class Attainment(TypedDict):
    """How far one goal has come, percent 0 to 100."""

    goal: str
    measure: str
    value: float | None
    low: float
    high: float


@published
class GoalEvidence(TypedDict):
    """Goals held against measures, and what hangs loose between goals and work."""

    attained: list[Attainment]
    without_initiative: list[str]
    initiatives_without_goal: list[str]
    below_desired: list[str]
    """Relationships whose level is below the desired one, as routes."""


@published
class Transience(TypedDict):
    """The clock of the collaborative stage."""

    quarters: int
    limit: int
    beyond: bool
    move: bool
    """Beyond its clock and at a loss after cost to serve: advance or move back."""
