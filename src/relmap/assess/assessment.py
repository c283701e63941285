"""The assessment: one immutable value that renderers, rules and commands read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from relmap.assess.figures import Figure
from relmap.assess.leads import Lead
from relmap.assess.profile import Profile
from relmap.assess.row import Row
from relmap.book.ignores import Ignore
from relmap.findings import Finding
from relmap.measures.balance import Balance
from relmap.measures.concentration import Concentration, ProfileLine
from relmap.measures.dependence import Dependence
from relmap.measures.goals import Attainment
from relmap.measures.ladder import Ladder
from relmap.measures.result import Score
from relmap.model.settings import Settings


class Loss(NamedTuple):
    """What the book loses with an account's whole group."""

    revenue: float
    gross_profit: float | None
    hhi_after: float | None
    """The HHI of what is left, 0 to 10 000; None where nothing is."""
    people_freed: tuple[str, ...]
    """Team members who carry nothing else."""


class AssessedAccount(NamedTuple):
    """One account after both passes."""

    row: Row
    group: str
    group_name: str
    revenue: float | None
    """Revenue of the period, in the book's currency."""
    share: Score
    """Its own revenue share, 0–1."""
    group_share: Score
    """The revenue share of its whole group, 0–1."""
    dependence: Dependence
    exposure: Score
    loss: Loss | None
    figures: Mapping[str, Figure]
    """The measures by id: those that were asked for, and those of the book's table; on a card all."""
    leads: tuple[Lead, ...]
    """The most urgent one; a card has more."""

    @property
    def first_lead(self) -> Lead:
        """The one thing to look at first."""
        return self.leads[0]


class MemberLoad(NamedTuple):
    """What one team member carries across the book. It informs; it does not rank people."""

    member: str
    name: str
    accounts: int
    relationships: int
    live: int
    single_points: int
    """Accounts in which this person is a single point of failure."""
    overdue: int
    promises_due: int
    promises_kept: int


class KeyAccounts(NamedTuple):
    """How many key accounts there are, and how many we can serve (None where the book does not say)."""

    accounts: tuple[str, ...]
    capacity: int | None


@dataclass(frozen=True)
class Assessment:
    """A book on a day."""

    settings: Settings
    has_settings: bool
    as_of: date
    period: str
    """The period of shares and concentration: a fiscal year or quarter; empty where no account has revenue."""
    accounts: tuple[AssessedAccount, ...]
    """All accounts, by id."""
    revenue: Concentration
    gross_profit: Concentration
    profile_lines: tuple[ProfileLine, ...]
    fragility: Score
    stages: Mapping[str, int]
    """How many customers have each headline stage."""
    loads: tuple[MemberLoad, ...]
    key_accounts: KeyAccounts
    findings: tuple[Finding, ...]
    broken: tuple[str, ...] = ()
    """Accounts whose files cannot be read: they are missing from every figure."""
    ignores: tuple[Ignore, ...] = ()
    """The comments in files that ask to ignore a finding."""

    def account(self, account_id: str) -> AssessedAccount:
        """Return one account; KeyError where it is not there."""
        return self._by_id[account_id]

    def divisions(self, account_id: str) -> tuple[AssessedAccount, ...]:
        """Return the accounts whose parent this one is."""
        return tuple(self._by_parent.get(account_id, ()))

    @cached_property
    def _by_id(self) -> Mapping[str, AssessedAccount]:
        return {entry.row.id: entry for entry in self.accounts}

    @cached_property
    def _by_parent(self) -> Mapping[str, Sequence[AssessedAccount]]:
        divisions: dict[str, list[AssessedAccount]] = {}
        for entry in self.accounts:
            if entry.row.parent:
                divisions.setdefault(entry.row.parent, []).append(entry)
        return divisions


class Card(NamedTuple):
    """One account with its evidence, beside the book it stands in. What few readers need is taken when they ask."""

    assessed: AssessedAccount
    profile: Profile
    dependence: Dependence
    """Pass 2 with the evidence of pass 1."""
    divisions: tuple[AssessedAccount, ...]
    """The accounts whose parent this one is."""
    find_leads: Callable[[], tuple[Lead, ...]]
    find_ladder: Callable[[], Ladder]
    find_balance: Callable[[], Balance]
    find_goals: Callable[[], tuple[Attainment, ...]]

    @property
    def leads(self) -> tuple[Lead, ...]:
        """What to look at, the most urgent first."""
        return self.find_leads()

    @property
    def ladder(self) -> Ladder:
        """Where it stands on the Trust Ladder."""
        return self.find_ladder()

    @property
    def balance(self) -> Balance:
        """How even it is."""
        return self.find_balance()

    @property
    def goals(self) -> tuple[Attainment, ...]:
        """The goals that can be held against a measure, and how far each has come."""
        return self.find_goals()
