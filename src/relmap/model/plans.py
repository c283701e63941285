"""What was promised, talked about and planned: promises, repairs, touchpoints, issues, goals, initiatives, reviews."""

from typing import Annotated

from pydantic import Field

from relmap.model.scalars import (
    ContactId,
    Day,
    FivePoint,
    IdList,
    MemberId,
    Money,
    Noun,
    OneOrMany,
    Percent,
    QuarterKey,
    Target,
    TenPoint,
    Text,
)
from relmap.model.words import (
    About,
    Giver,
    InitiativeStatus,
    IssueStatus,
    Outcome,
    Pattern,
    Side,
    Source,
    Stage,
    Standing,
    ViewSource,
)


class View(Noun):
    """How one side rates the relationship as a whole, on one day."""

    date: Day = Field(description="The day of the view.")
    side: Side = Field(description="Whose view it is.")
    by: Text | None = Field(None, description="Who holds it: a team member for ours, a contact for theirs.")
    source: ViewSource = Field("said", description="Asked, said, or inferred by us; inferred is our word, not theirs.")
    stage: Stage | None = Field(None, description="The stage they see.")
    standing: Standing | None = Field(None, description="Supplier, supplier of choice, or partner.")
    trust: TenPoint | None = Field(None, description="How far they trust us as an organisation, 0 to 10.")


class Promise(Noun):
    """A promise of ours (by a team member) or of theirs (by a contact)."""

    what: Text = Field(description="What was promised.")
    by: Text = Field(description="Who promised: a team member's id for ours, a contact's id for theirs.")
    to: Text | None = Field(None, description="To whom.")
    made: Day | None = Field(None, description="The day it was made.")
    due: Day | None = Field(None, description="The day it falls due.")
    kept: Day | bool | None = Field(
        None, description="The day it was kept; true where the day is unknown; false if broken."
    )
    about: About | None = Field(None, description="What it was about: process, product or people.")
    repair: Text | None = Field(None, description="The repair it belongs to.")


class Repair(Noun):
    """An agreed roadmap back after something went wrong."""

    issue: Text | None = Field(None, description="What went wrong.")
    agreed: Day | None = Field(None, description="The day on which the roadmap was agreed.")
    with_: ContactId | None = Field(None, alias="with", description="With whom it was agreed.")


class Touchpoint(Noun):
    """A meeting, call or message between people of both sides."""

    date: Day = Field(description="The day.")
    kind: Text | None = Field(None, description="Meeting, call, visit, … in your own words.")
    us: Annotated[list[MemberId], OneOrMany] = Field(default_factory=list, description="Our people.")
    them: Annotated[list[ContactId], OneOrMany] = Field(default_factory=list, description="Their people.")
    note: Text | None = Field(None, description="A note.")


class Issue(Noun):
    """Something that stands between both sides."""

    what: Text = Field(description="What it is.")
    about: About | None = Field(None, description="Process, product or people.")
    since: Day | None = Field(None, description="Since when.")
    status: IssueStatus = Field("open", description="Open or closed.")
    closed: Day | None = Field(None, description="The day it was closed.")


class Opportunity(Noun):
    """Something more we could do for them."""

    what: Text = Field(description="What it is.")
    offering: Text | None = Field(None, description="Which of our offerings.")
    value: Money | None = Field(None, description="What it would be worth a year.")
    contact: ContactId | None = Field(None, description="Whose it is.")
    raised_by: Giver | None = Field(None, description="Who raised it: us or them.")
    since: Day | None = Field(None, description="Since when.")


class CustomerGoal(Noun):
    """What the customer wants to reach."""

    what: Text = Field(description="The goal, in their words.")
    contact: ContactId | None = Field(None, description="Whose goal it is.")
    source: Source = Field("ours", description="Who says that it is their goal.")
    measure: Text | None = Field(None, description="What it is measured by.")
    from_: Target | None = Field(None, alias="from", description="Where they started.")
    target: Target | None = Field(None, description="Where they want to be.")
    due: Day | None = Field(None, description="By when.")


class Goal(Noun):
    """What we want to change with one person."""

    what: Text = Field(description="What should be true.")
    contact: ContactId | None = Field(None, description="With whom.")
    priority: FivePoint | None = Field(None, description="1 first, 5 last.")
    measure: Text | None = Field(None, description="What it is measured by: a measure of relmap or your own words.")
    from_: Target | None = Field(None, alias="from", description="Where it started.")
    target: Target | None = Field(None, description="Where it should be.")
    due: Day | None = Field(None, description="By when.")


class Initiative(Noun):
    """What we do for goals of ours and of theirs."""

    what: Text = Field(description="What is done.")
    goals: IdList = Field(default_factory=list, description="Goals of ours that it serves.")
    customer_goals: IdList = Field(default_factory=list, description="Goals of theirs that it serves.")
    owner: MemberId | None = Field(None, description="Who of ours sees to it.")
    started: Day | None = Field(None, description="The day it started.")
    due: Day | None = Field(None, description="By when.")
    status: InitiativeStatus = Field("planned", description="Planned, in progress, done or dropped.")
    done: Day | None = Field(None, description="The day it was done.")


class Found(Noun):
    """What a review found; what was not scored is left out."""

    stage: Stage | None = Field(None, description="The earned stage.")
    standing: Standing | None = Field(None, description="The earned standing.")
    pattern: Pattern | None = Field(None, description="The dependence pattern.")
    health: Percent | None = Field(None, description="Health, 0 to 100.")
    rubric: int | None = Field(None, description="The version of the rubric.")
    rubric_digest: Text | None = Field(None, description="The digest of the rubric, which says what its version meant.")


class Review(Noun):
    """The record that the account was reviewed."""

    date: Day = Field(description="The day.")
    by: MemberId = Field(description="Who reviewed it.")
    with_: Annotated[list[Text], OneOrMany] = Field(
        default_factory=list, alias="with", description="With whom, of either side."
    )
    quarter: QuarterKey = Field(description="The fiscal quarter that it counts for.")
    outcome: Outcome | None = Field(None, description="Advance, hold or move back.")
    digest: Text | None = Field(None, description="The fingerprint of the account's content on that day.")
    found: Found = Field(Found(), description="What the measures said on that day.")
    note: Text | None = Field(None, description="A note.")


class SignalEntry(Noun):
    """One yes or no to a question of the signal catalogue."""

    holds: bool = Field(description="Yes or no.")
    date: Day | None = Field(None, description="The day of the observation.")
    source: Source = Field("ours", description="Who says so: we, they, or a document.")
    ref: Text | None = Field(None, description="Where the evidence lies.")
    by: Text | None = Field(None, description="Who answered.")
