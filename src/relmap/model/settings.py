"""relmap.yaml: our company, fiscal year, team, offerings, rubric and rules."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from relmap.model.merge import merged
from relmap.model.rubric import Rubric
from relmap.model.scalars import Count, Currency, Day, Days, MemberId, NewId, NewSignalId, Noun, OneOrMany, Text
from relmap.model.signals import CATALOGUE
from relmap.model.stage_tests import PlannedTest, plan_tests
from relmap.model.words import Cadence, ContactStatus, PersonalField, RuleProfile, Stage, Standing


class TeamMember(Noun):
    """One of our people."""

    name: Text | None = Field(None, description="The full name; without it the id is shown.")
    title: Text | None = Field(None, description="The job title.")
    department: Text | None = Field(None, description="The department.")
    manager: MemberId | None = Field(None, description="The team member this person reports to.")
    email: Text | None = Field(None, description="Personal data; left out of shared exports.")
    status: ContactStatus = Field("active", description="Whether this person is still with us.")
    left: Day | None = Field(None, description="The day on which this person left.")


class Tier(Noun):
    """A class of accounts and how often they are reviewed."""

    review: Cadence | None = Field(None, description="Every quarter or every year; left out: not gated.")
    key: bool = Field(False, description="Are these our key accounts?")


class Group(Noun):
    """Companies under common control: one customer in concentration."""

    name: Text | None = Field(None, description="The group's name.")


class Offering(Noun):
    """Something we sell."""

    name: Text | None = Field(None, description="The offering's name.")


class Labels(Noun):
    """A team's own words on screen; ids stay."""

    stages: dict[Stage, Text] = Field(default_factory=dict, description="Your words for the stages.")
    standings: dict[Standing, Text] = Field(default_factory=dict, description="Your words for the standings.")


OptionValue = bool | float | list[Text]


class Rules(Noun):
    """Which rules run, and how much they matter here."""

    profile: RuleProfile = Field("standard", description="How much is asked: starter, standard or strict.")
    select: Annotated[list[Text], OneOrMany] = Field(["RM"], description="Codes, or beginnings of codes, that run.")
    ignore: Annotated[list[Text], OneOrMany] = Field(
        default_factory=list, description="Codes, or beginnings of codes, that do not."
    )
    severity: dict[Text, Literal["error", "warning", "info"]] = Field(
        default_factory=dict, description="Your own severity by code."
    )
    options: dict[Text, dict[Text, OptionValue]] = Field(
        default_factory=dict, description="Your own options by code; `relmap explain CODE` lists them."
    )


class Waiver(Noun):
    """A finding that is accepted for a while, by whom and why."""

    rule: Text = Field(description="The rule's code.")
    account: Text = Field(description="The account it is waived for.")
    reason: Text = Field(description="Why.")
    owner: MemberId = Field(description="Who answers for it.")
    expires: Day = Field(description="The last day on which it counts.")


class Privacy(Noun):
    """What this book keeps of people, and what not."""

    forbid: Annotated[list[PersonalField], OneOrMany] = Field(
        default_factory=list, description="Fields of contacts that must not stand in any account file."
    )


class OwnSignal(Noun):
    """A yes/no question of this book's own."""

    question: Text = Field(description="The question, answerable with yes or no by either side.")
    good: bool = Field(description="Is yes good news?")


DEFAULT_TIERS = {"key": Tier(review="quarter", key=True), "growth": Tier(review="quarter"), "core": Tier(review="year")}


class Settings(Noun):
    """The settings of a book. Everything has a default but the company."""

    company: Text = Field(description="Our company's name.")
    currency: Currency | None = Field(None, description="The currency of every amount, as three letters.")
    format: Literal[1] = Field(1, description="The version of the file format.")
    fiscal_year_starts: Annotated[int, Field(ge=1, le=12)] = Field(
        1, description="The month in which the fiscal year begins."
    )
    accounts: Annotated[list[Text], OneOrMany] = Field(
        ["accounts/**/*.yaml"], description="Where the account files lie."
    )
    key_capacity: Count | None = Field(None, description="How many key accounts we can serve well.")
    tiers: dict[NewId, Tier] = Field(DEFAULT_TIERS, description="Classes of accounts, by id.")
    grace_days: Days = Field(14, description="Days into a period before a missing review is overdue.")
    groups: dict[NewId, Group] = Field(default_factory=dict, description="Groups of companies, by id.")
    team: dict[NewId, TeamMember] = Field(default_factory=dict, description="Our people, by id.")
    offerings: dict[NewId, Offering] = Field(default_factory=dict, description="What we sell, by id.")
    labels: Labels = Field(Labels(), description="Your own words on screen.")
    rubric: Rubric = Field(Rubric(), description="The thresholds of every measure.")
    rules: Rules = Field(Rules(), description="Which rules run.")
    waivers: list[Waiver] = Field(default_factory=list, description="Findings accepted for a while.")
    privacy: Privacy = Field(Privacy(), description="Which personal data stays out of the book.")
    signals: dict[NewSignalId, OwnSignal] = Field(
        default_factory=dict, description="Signals of this book's own, by id."
    )

    def signal_ids(self) -> list[str]:
        """Return every signal id that an account file may use."""
        return [*CATALOGUE, *self.signals]

    def rubric_for(self, tier: str | None) -> Rubric:
        """Return the rubric of a tier's accounts: the book's, with what the tier sets laid over it."""
        return self._rubrics.get(tier, self.rubric)

    def tests_for(self, tier: str | None) -> tuple[PlannedTest, ...]:
        """Return the tests of the stages for a tier's accounts."""
        plans = self._tests
        return plans.get(tier, plans[None])

    @cached_property
    def _rubrics(self) -> dict[str | None, Rubric]:
        return {tier: merged(self.rubric, own) for tier, own in self.rubric.tiers.items()}

    @cached_property
    def _tests(self) -> dict[str | None, tuple[PlannedTest, ...]]:
        """The plans by tier; under None that of the book. (Asked for by every account, so made once.)"""
        rubrics = {None: self.rubric, **self._rubrics}
        return {tier: plan_tests(rubric.stage, self.signals) for tier, rubric in rubrics.items()}
