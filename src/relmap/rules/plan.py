"""Which rules run, how much each matters, and with which options: the settings, and what this run says beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from relmap.book.codes import Code
from relmap.findings import Finding, Severity
from relmap.model.settings import Settings
from relmap.model.words import RULE_PROFILES, RuleProfile
from relmap.rules.codes import RULE_CRASHED
from relmap.rules.rule import AccountRule, BookRule, Hit, Options, OptionValue, Rule
from relmap.rules.rules import ALL
from relmap.rules.table import KINDS

NO_CODES: tuple[str, ...] = ()


class Choice(NamedTuple):
    """What one run asks for beside the settings; None: as they say."""

    select: tuple[str, ...] | None = None
    """Codes, or beginnings of codes."""
    ignore: tuple[str, ...] = NO_CODES
    profile: RuleProfile | None = None
    require_current: bool = False
    """Does a review that is due count as missing?"""


NO_CHOICE = Choice()


class Planned(NamedTuple):
    """A rule as it runs here."""

    rule: Rule
    severity: Severity
    options: Options


class Scope(NamedTuple):
    """The part of a book that is looked at: accounts, and files that may belong to none."""

    accounts: frozenset[str]
    paths: frozenset[str]


@dataclass(frozen=True)
class Plan:
    """What runs, how findings count, and how far ahead it looks."""

    rules: tuple[Planned, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severities: Mapping[str, Severity]
    until: date
    """The last day of which it is told what goes wrong by then."""
    scope: Scope | None = None
    """What is looked at; None: everything."""

    @cached_property
    def for_accounts(self) -> tuple[tuple[Planned, AccountRule], ...]:
        """The rules that need one account."""
        return tuple((planned, planned.rule) for planned in self.rules if isinstance(planned.rule, AccountRule))

    def for_book(self) -> list[tuple[Planned, BookRule]]:
        """Return the rules that need the whole book."""
        return [(planned, planned.rule) for planned in self.rules if isinstance(planned.rule, BookRule)]

    def is_wanted(self, code: str) -> bool:
        """Say whether findings of a code are asked for."""
        return _begins(code, self.select) and not _begins(code, self.ignore)

    def runs(self, beginning: str) -> bool:
        """Say whether every rule whose code begins so runs, as far as the profile has it."""
        meant = [rule.code for rule in ALL if rule.code.startswith(beginning)]
        running = {planned.rule.code for planned in self.rules}
        return running.issuperset(meant) if meant else self.is_wanted(beginning)

    def weighed(self, found: Finding) -> Finding:
        """Return a finding with the severity that this book gives its code."""
        own = self.severities.get(found.code, found.severity)
        return found if own is found.severity else replace(found, severity=own)

    def looks_at(self, account: str) -> bool:
        """Say whether an account is looked at."""
        return self.scope is None or account in self.scope.accounts

    def reaches(self, hit: Hit) -> bool:
        """Say whether a hit holds by the last day that is looked ahead to."""
        return hit.on is None or hit.on <= self.until

    def keeps(self, found: Finding, broken: Sequence[str]) -> bool:
        """Say whether a finding is to be told: what keeps a file from being checked is, whatever was selected."""
        if self.scope and found.account not in self.scope.accounts and found.span.path not in self.scope.paths:
            return False
        return self.is_wanted(found.code) or found.code == RULE_CRASHED.code or blocks(found, broken)


def make_plan(settings: Settings, choice: Choice, until: date, scope: Scope | None = None) -> Plan:
    """Return the plan of a run. Codes and options of the settings must have been checked."""
    own = settings.rules
    severities = {code.upper(): Severity(severity) for code, severity in own.severity.items()}
    select = upper(own.select if choice.select is None else choice.select)
    ignore = upper([*own.ignore, *choice.ignore])
    level = RULE_PROFILES.index(choice.profile or own.profile)
    planned = [
        Planned(rule, severities.get(rule.code, rule.severity), options_of(rule, settings, choice))
        for rule in ALL
        if _begins(rule.code, select) and not _begins(rule.code, ignore)
        if RULE_PROFILES.index(rule.profile) <= level or rule.code in select
    ]
    return Plan(tuple(planned), select, ignore, severities, until, scope)


def blocks(found: Finding, broken: Sequence[str]) -> bool:
    """Say whether a finding keeps a file from being used at all, so that nobody can accept or leave it out."""
    if found.severity is not Severity.ERROR or found.code >= "RM2":
        return False
    return found.code.startswith("RM0") or found.account in broken


def options_of(rule: Rule, settings: Settings, choice: Choice = NO_CHOICE) -> dict[str, OptionValue]:
    """Return a rule's options: its defaults, and over them what the settings and this run say."""
    options = {option.name: option.default for option in rule.options}
    for code, own in settings.rules.options.items():
        if code.upper() == rule.code:
            options |= {name: tuple(value) if isinstance(value, list) else value for name, value in own.items()}
    if choice.require_current and "require_current" in options:
        options["require_current"] = True
    return options


def upper(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes as they are written."""
    return tuple(code.strip().upper() for code in codes)


def _begins(code: str, beginnings: Sequence[str]) -> bool:
    return code.startswith(tuple(beginnings))


class Listed(NamedTuple):
    """A code with how it counts in a book."""

    kind: Code | Rule
    severity: Severity
    runs: bool


def listed(settings: Settings, choice: Choice = NO_CHOICE) -> list[Listed]:
    """Return every code in order, with what settings and choice make of it."""
    plan = make_plan(settings, choice, date.min)
    running = {planned.rule.code for planned in plan.rules}
    return [
        Listed(
            kind,
            plan.severities.get(kind.code, kind.severity),
            kind.code in running if isinstance(kind, Rule) else plan.is_wanted(kind.code),
        )
        for kind in KINDS.values()
    ]
