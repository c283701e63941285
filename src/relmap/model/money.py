"""What the relationship is worth: contract, money by period, delivery, dependence, what was given and got."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from relmap.model.scalars import (
    ContactId,
    Day,
    Days,
    FivePoint,
    Money,
    Noun,
    Percent,
    PeriodKey,
    SignedMoney,
    Text,
)
from relmap.model.words import Alternatives, Choice, ExchangeKind, Giver, Size, Source, Stage


class Contract(Noun):
    """The contract in force, or the last one."""

    starts: Day | None = Field(None, description="The first day of the contract.")
    ends: Day | None = Field(None, description="The last day of the contract.")
    renewed: list[Day] = Field(default_factory=list, description="The days on which it was renewed.")
    notice_days: Days | None = Field(None, description="The notice period in days.")
    tender: Day | None = Field(None, description="The day of the next re-tender, where one is known.")
    payment_terms_days: Days | None = Field(None, description="The agreed days to pay.")


class Financials(Noun):
    """The money of one fiscal year or quarter, in the book's currency."""

    revenue: Money | None = Field(None, description="What they bought from us.")
    plan_revenue: Money | None = Field(None, description="What we had planned.")
    gross_profit: SignedMoney | None = Field(None, description="Revenue less the cost of what was sold.")
    cost_to_serve: Money | None = Field(
        None, description="What serving them cost beyond that: visits, rush orders, support."
    )
    customer_spend: Money | None = Field(None, description="What they spent in our category, with anybody.")
    payment_days: Days | None = Field(None, description="The days they took to pay.")


def _bare_revenue(value: Any) -> Any:
    """Read `2025: 500000` as the revenue of that period; one with nothing behind it counts as left out."""
    if isinstance(value, dict):
        return {
            key: entry if isinstance(entry, dict | list) else {"revenue": entry}
            for key, entry in value.items()
            if entry is not None
        }
    return value


FinancialsByPeriod = Annotated[
    dict[PeriodKey, Financials],
    BeforeValidator(_bare_revenue, json_schema_input_type=dict[PeriodKey, Money | Financials]),
]


class Delivery(Noun):
    """Evidence of performance in one period, percent 0 to 100."""

    on_time: Percent | None = Field(None, description="Deliveries on time.")
    on_budget: Percent | None = Field(None, description="Deliveries on budget.")
    to_standard: Percent | None = Field(None, description="Deliveries to the agreed standard.")
    source: Source = Field("ours", description="Who measured it.")
    ref: Text | None = Field(None, description="Where the record lies.")


class OurDependence(Noun):
    """How much we depend on them."""

    criticality: FivePoint | None = Field(None, description="How critical they are to us, 1 low to 5 high.")
    alternatives: Alternatives | None = Field(None, description="How many others could take their place for us.")


class TheirDependence(Noun):
    """How much they depend on us."""

    criticality: FivePoint | None = Field(None, description="How critical our supply is to them, 1 low to 5 high.")
    alternatives: Alternatives | None = Field(None, description="How many others could take our place for them.")
    switching_cost: FivePoint | None = Field(None, description="What changing supplier would cost them, 1 to 5.")


class Dependence(Noun):
    """Both sides' dependence, kept apart."""

    ours: OurDependence = Field(OurDependence(), description="How much we depend on them.")
    theirs: TheirDependence = Field(TheirDependence(), description="How much they depend on us.")


class Exchange(Noun):
    """Something one side gave the other."""

    date: Day = Field(description="The day it was given.")
    gave: Giver = Field(description="Who gave it: us or them.")
    kind: ExchangeKind = Field(description="What kind of thing it was.")
    what: Text | None = Field(None, description="What it was, in words.")
    value: Money | None = Field(None, description="Its worth in the book's currency.")
    size: Size | None = Field(None, description="Its worth roughly, where no figure exists.")

    @model_validator(mode="after")
    def _one_worth(self) -> "Exchange":
        if self.value is not None and self.size is not None:
            raise ValueError("an exchange has a value or a size, not both")
        return self


class ValueEntry(Noun):
    """What we promised it would be worth to them, what came, and who says so."""

    what: Text = Field(description="The benefit, in words.")
    to: ContactId | None = Field(None, description="Who was promised it.")
    promised: Text | None = Field(None, description="What was promised.")
    delivered: Text | None = Field(None, description="What came.")
    confirmed_by: ContactId | None = Field(None, description="Who on their side says that it came.")
    date: Day | None = Field(None, description="The day of the entry.")


class Potential(Noun):
    """What they could become."""

    key_account: bool | None = Field(None, description="Could they become a key account?")
    revenue: Money | None = Field(None, description="The revenue a year that is within reach.")
    needs: Text | None = Field(None, description="What they need, in words.")


class Ambition(Noun):
    """What we want from this relationship."""

    choice: Choice | None = Field(None, description="Stay and maximise, climb, move back, or exit.")
    stage: Stage | None = Field(None, description="The stage we aim at.")
    due: Day | None = Field(None, description="By when.")
    why: Text | None = Field(None, description="Why.")


class Competitor(Noun):
    """Another supplier in the account."""

    name: Text = Field(description="The competitor.")
    where: Text | None = Field(None, description="Where they are in.")
    favoured_by: list[ContactId] = Field(default_factory=list, description="Which contacts favour them.")
