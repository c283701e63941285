"""An account: one customer, one file."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from relmap.model.contacts import ContactMap
from relmap.model.money import (
    Ambition,
    Competitor,
    Contract,
    Delivery,
    Dependence,
    Exchange,
    FinancialsByPeriod,
    Potential,
    ValueEntry,
)
from relmap.model.plans import (
    CustomerGoal,
    Goal,
    Initiative,
    Issue,
    Opportunity,
    Promise,
    Repair,
    Review,
    SignalEntry,
    Touchpoint,
    View,
)
from relmap.model.scalars import ContactId, Day, MemberId, NewId, Noun, PeriodKey, Text, keyed
from relmap.model.words import Status


class OfferingUse(Noun):
    """How they use one of our offerings."""

    since: Day | None = Field(None, description="Since when.")
    trial: bool = Field(False, description="True while they only try it.")


def _signal_entries(value: Any) -> Any:
    """Read a bare true or false, or one entry, as a list of entries."""
    if not isinstance(value, dict):
        return value
    return {key: _one_signal(entry) for key, entry in value.items()}


def _one_signal(entry: Any) -> Any:
    if isinstance(entry, dict):
        return [entry]
    return entry if entry is None or isinstance(entry, list) else [{"holds": entry}]


Signals = Annotated[
    dict[str, list[SignalEntry]],
    BeforeValidator(_signal_entries, json_schema_input_type=dict[str, bool | SignalEntry | list[SignalEntry]]),
]


class Account(Noun):
    """A customer: contacts, roles, trust, promises, money and both sides' views. Only name and owner are required."""

    name: Text = Field(description="The customer's name.")
    owner: MemberId = Field(description="The team member who answers for the account.")
    status: Status = Field("customer", description="Prospect, customer or former.")
    tier: Text | None = Field(None, description="One of the tiers of relmap.yaml.")
    parent: Text | None = Field(None, description="An account, or a group of relmap.yaml, that this one belongs to.")
    ids: dict[str, Text] = Field(
        default_factory=dict, description="Keys in other systems, so that a second import finds it."
    )
    counterpart: ContactId | None = Field(None, description="The contact who runs the relationship on their side.")
    since: Day | None = Field(None, description="Customer, or prospect, since.")
    tags: list[Text] = Field(default_factory=list, description="Your own labels.")
    offerings: Annotated[dict[str, OfferingUse], keyed(OfferingUse)] = Field(
        default_factory=dict, description="What they buy from us: ids of relmap.yaml, as a list or with details."
    )
    potential: Potential = Field(Potential(), description="What they could become.")
    ambition: Ambition = Field(Ambition(), description="What we want from this relationship.")
    competitors: list[Competitor] = Field(default_factory=list, description="Other suppliers in the account.")
    contract: Contract | None = Field(None, description="The contract in force, or the last one.")
    financials: FinancialsByPeriod = Field(
        default_factory=dict, description="Money by fiscal year (2025) or quarter (2025-Q1); a bare number is revenue."
    )
    delivery: dict[PeriodKey, Delivery] = Field(default_factory=dict, description="Evidence of performance by period.")
    views: list[View] = Field(default_factory=list, description="How each side rates the whole; the newest counts.")
    dependence: Dependence = Field(Dependence(), description="Stakes and alternatives of both sides.")
    signals: Signals = Field(default_factory=dict, description="Yes or no to questions of the signal catalogue.")
    contacts: ContactMap = Field(default_factory=dict, description="The people on their side, by id.")
    promises: list[Promise] = Field(default_factory=list, description="Promises of both sides.")
    repairs: dict[NewId, Repair] = Field(default_factory=dict, description="Agreed roadmaps back, by id.")
    exchanges: list[Exchange] = Field(default_factory=list, description="Who gave what.")
    value: list[ValueEntry] = Field(default_factory=list, description="Value promised, delivered and confirmed.")
    touchpoints: list[Touchpoint] = Field(default_factory=list, description="Meetings, calls and messages.")
    issues: list[Issue] = Field(default_factory=list, description="What stands between both sides.")
    opportunities: list[Opportunity] = Field(default_factory=list, description="What more we could do for them.")
    customer_goals: dict[NewId, CustomerGoal] = Field(
        default_factory=dict, description="What they want to reach, by id."
    )
    goals: dict[NewId, Goal] = Field(default_factory=dict, description="What we want to change, by id.")
    initiatives: dict[NewId, Initiative] = Field(default_factory=dict, description="What we do for goals, by id.")
    reviews: list[Review] = Field(default_factory=list, description="The reviews, newest last.")
    custom: dict[str, Any] = Field(default_factory=dict, description="Anything of your own; no measure reads it.")
