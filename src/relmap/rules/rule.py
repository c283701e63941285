"""What a rule is: one descriptor with its page, and one pure function from what it sees to what it has found.

A rule knows routes of the document, and no lines, files, severities or formats. It names the day from which something
holds, where that is a matter of days: so one run tells both what is wrong and what goes wrong next.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from relmap.assess.assessment import Assessment
from relmap.assess.profile import Profile
from relmap.findings import Route, Severity
from relmap.measures.facts import Facts
from relmap.model.account import Account
from relmap.model.rubric import Rubric
from relmap.model.settings import Settings
from relmap.model.words import RuleProfile

ACCOUNT = "harrow"
"""The id of the account that every example is about."""
AS_OF = date(2026, 11, 15)
"""The day of an example that names no other: in FY2026-Q4."""
NOTHING: Mapping[str, str] = {}

OptionValue: TypeAlias = bool | float | tuple[str, ...]
"""A switch, a number in the unit that the option's description names, or words."""
Options: TypeAlias = Mapping[str, OptionValue]


class Option(NamedTuple):
    """Something a book may set of a rule, under `rules.options` in relmap.yaml."""

    name: str
    default: OptionValue
    description: str
    """One sentence that names the unit: `Days after the due day before it counts.`"""


class Hit(NamedTuple):
    """What a rule has found, before anybody has looked up where it stands.

    `route` is a place of the account as the model has it; places that the file does not have are answered with the
    nearest above. `subject` identifies it across edits, together with code and account: ids and keys, no measured
    values, no list positions.
    """

    route: Route
    subject: str
    message: str
    """One plain sentence with the value at fault. Days as dates, so that it reads the same tomorrow."""
    hint: str = ""
    """What to do here; empty: what the rule says."""
    related: tuple[tuple[Route, str], ...] = ()
    """Other places in the same file, and what each is."""
    on: date | None = None
    """The first day on which it holds, which may lie ahead; None: it holds on the day."""
    account: str = ""
    """Only from a rule of the whole book: the account whose file it is about; empty: relmap.yaml."""


@dataclass(frozen=True, slots=True)
class _Options:
    options: Options

    def flag(self, name: str) -> bool:
        """Return an option that is a switch."""
        return self.options[name] is True

    def number(self, name: str) -> float:
        """Return an option that is a number."""
        value = self.options[name]
        if isinstance(value, tuple):
            raise TypeError(name)
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """Return an option that is words."""
        value = self.options[name]
        if not isinstance(value, tuple):
            raise TypeError(name)
        return value


@dataclass(frozen=True, slots=True)
class Case(_Options):
    """What a rule sees of one account: its measures, as far as its own file goes, and the rule's options."""

    profile: Profile
    until: date = date.max
    """The last day that is asked about. What holds from a later day only need not be told, nor worked out."""

    @property
    def facts(self) -> Facts:
        """Who is there and what is live on the day."""
        return self.profile.facts

    @property
    def account(self) -> Account:
        """What the file says."""
        return self.profile.facts.account

    @property
    def settings(self) -> Settings:
        """What relmap.yaml says."""
        return self.profile.facts.settings

    @property
    def rubric(self) -> Rubric:
        """The thresholds that hold for the account's tier."""
        return self.profile.facts.rubric

    @property
    def as_of(self) -> date:
        """The day of the check."""
        return self.profile.facts.as_of


@dataclass(frozen=True, slots=True)
class BookCase(_Options):
    """What a rule sees of the whole book: both passes of every account, and the rule's options."""

    book: Assessment

    @property
    def settings(self) -> Settings:
        """What relmap.yaml says."""
        return self.book.settings

    @property
    def as_of(self) -> date:
        """The day of the check."""
        return self.book.as_of


class Example(NamedTuple):
    """A small book in which the rule fires, or does not; it is also a test, and stands on the rule's page."""

    account: str
    """The account file, as YAML. It must have no other fault."""
    settings: str = ""
    """relmap.yaml; empty: the example needs none."""
    as_of: date = AS_OF
    others: Mapping[str, str] = NOTHING
    """The other accounts of the book, by id."""

    def files(self) -> dict[str, str]:
        """Return the files of the example's book by their paths, the account it is about first."""
        accounts = {ACCOUNT: self.account, **self.others}
        found = {f"accounts/{name}.yaml": text for name, text in accounts.items()}
        return found | ({"relmap.yaml": self.settings} if self.settings else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule's descriptor, which is also its page."""

    code: str
    """Stable, never reused: `RM204`."""
    name: str
    """Stable as well: `key-player-not-live`."""
    severity: Severity
    """Unless relmap.yaml says otherwise."""
    profile: RuleProfile
    """The least demanding profile in which it runs: starter, standard or strict."""
    summary: str
    """What it finds, in one sentence."""
    why: str
    """Why it matters."""
    sources: tuple[str, ...] = ()
    """Where that comes from: authors, title, year."""
    hint: str
    """What to do, as it is added to a finding that brings no hint of its own."""
    fires: Example
    clean: Example
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRule(Rule):
    """A rule that needs one account only. It runs where the account is read, in any process."""

    find: Callable[[Case], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRule(Rule):
    """A rule that needs the whole book. It runs once, over the assessment; each hit names its account."""

    find: Callable[[BookCase], Iterable[Hit]]
    reads: frozenset[str] = frozenset()
    """The ids of the figures it looks at beside those of the book's table; others are not there."""
