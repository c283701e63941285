"""What every measure of one account reads: who is there, and which relationships are live, on a day.

Computed once per account, so that each measure stays a short function. Facts dated after the day do not exist.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from relmap.findings import Route
from relmap.measures.logic import Truth, any_of
from relmap.measures.money import YearMoney, complete_years
from relmap.measures.result import Input, Known
from relmap.model.account import Account
from relmap.model.contacts import Contact, Relationship
from relmap.model.period import Period, first_day, quarter_of
from relmap.model.rubric import Rubric
from relmap.model.settings import Settings, TeamMember
from relmap.model.stage_tests import PlannedTest

POWER_UNKNOWN = 3
_LIVE_LEVELS = frozenset(("credible_source", "problem_solver", "trusted_advisor"))


class Link(NamedTuple):
    """One relationship on the day: our person, theirs, whether it is live, and the day of the last contact."""

    member: str
    contact: str
    relationship: Relationship
    live: Truth
    contacted: date | None
    route: Route
    present: Truth = True
    """Is our person still with us? Not known where the team does not list the id."""


class Person(NamedTuple):
    """One active contact on the day."""

    id: str
    contact: Contact
    links: tuple[Link, ...]
    live: Truth
    """Is at least one relationship with this person live?"""
    known: bool
    """Does someone active of ours know this person at all?"""

    key: Truth
    """Is this a key player (power 4 or 5)?"""
    weights: tuple[float, float, float]
    """The person's weight, its least and its most: power, or 3 between 1 and 5 where it is unknown."""

    @property
    def label(self) -> str:
        """The name to show: name, title or id."""
        return self.contact.name or self.contact.title or self.id


@dataclass(frozen=True)
class Facts:
    """One account on one day, ready for its measures."""

    id: str
    account: Account
    settings: Settings
    rubric: Rubric
    """The rubric of the account's tier."""
    tests: tuple[PlannedTest, ...]
    """The tests of the stages that the rubric asks for."""
    as_of: date
    quarter: Period
    people: tuple[Person, ...]
    """The active contacts, in the file's order."""
    placeholders: tuple[tuple[str, Contact], ...]
    left: tuple[tuple[str, Contact], ...]
    links: tuple[Link, ...]
    """Every relationship with an active contact."""
    window_start: date
    """The first day of four quarters: the last four complete ones and the current one."""
    years: tuple[YearMoney, ...]
    """The money of the complete fiscal years, oldest first."""

    @cached_property
    def link_inputs(self) -> tuple[Input, ...]:
        """The evidence of the relationships with active contacts."""
        return evidence_of(self.links)

    def happened(self, day: date | None) -> bool:
        """Say whether something dated `day` exists on the day of the assessment; undated things do."""
        return day is None or day <= self.as_of

    def freshness(self, day: date | None, valid_days: int) -> Known:
        """Say how far evidence of `day` counts."""
        if day is None:
            return Known.UNDATED
        return Known.FRESH if (self.as_of - day).days <= valid_days else Known.STALE

    def member(self, member_id: str) -> TeamMember | None:
        """Return the team member, or None where the team does not list this id."""
        return self.settings.team.get(member_id)

    def has_left_us(self, member_id: str) -> bool:
        """Say whether one of ours has left by the day; who is not listed is not known to have."""
        entry = self.member(member_id)
        return entry is not None and has_left(entry.status, entry.left, self.as_of)

    def responsible(self, member_id: str | None) -> str:
        """Return whose work it is: who is named, or the account's owner where nobody is or that person has left us."""
        return self.account.owner if member_id is None or self.has_left_us(member_id) else member_id


def gather_facts(account_id: str, account: Account, settings: Settings, as_of: date) -> Facts:
    """Work out who is there and which relationships are live on `as_of`."""
    talked, rubric = _last_touchpoints(account, as_of), settings.rubric_for(account.tier)
    people, placeholders, left = [], [], []
    for contact_id, contact in account.contacts.items():
        if contact.since is not None and contact.since > as_of:
            continue
        if has_left(contact.status, contact.left, as_of):
            left.append((contact_id, contact))
        elif contact.placeholder:
            placeholders.append((contact_id, contact))
        else:
            people.append(_person(contact_id, contact, talked, settings, rubric, as_of))
    starts = settings.fiscal_year_starts
    quarter = quarter_of(as_of, starts)
    links = tuple(link for person in people for link in person.links)
    return Facts(
        account_id,
        account,
        settings,
        rubric,
        settings.tests_for(account.tier),
        as_of,
        quarter,
        tuple(people),
        tuple(placeholders),
        tuple(left),
        links,
        first_day(quarter.back(4), starts),
        tuple(complete_years(account.financials, as_of, starts)),
    )


def evidence_of(links: Iterable[Link]) -> tuple[Input, ...]:
    """Return relationships as inputs: unknown where nobody can say whether they are live."""
    return tuple(
        Input(link.route, Known.UNKNOWN if link.live is None else Known.FRESH, link.relationship.source, link.contacted)
        for link in links
    )


def has_left(status: str, left: date | None, as_of: date) -> bool:
    """Say whether a person of either side is gone on the day."""
    return left <= as_of if left is not None else status == "left"


def _last_touchpoints(account: Account, as_of: date) -> dict[tuple[str, str], date]:
    last: dict[tuple[str, str], date] = {}
    for touchpoint in account.touchpoints:
        if touchpoint.date > as_of:
            continue
        for member in touchpoint.us:
            for contact in touchpoint.them:
                pair = (member, contact)
                last[pair] = max(touchpoint.date, last.get(pair, touchpoint.date))
    return last


def _person(
    contact_id: str,
    contact: Contact,
    talked: dict[tuple[str, str], date],
    settings: Settings,
    rubric: Rubric,
    as_of: date,
) -> Person:
    links, known = [], False
    for member, relationship in contact.known_by.items():
        relationship = _rated_by(relationship, as_of)
        contacted = talked.get((member, contact_id))
        told = relationship.last_contact
        if told is not None and told <= as_of:
            contacted = max(told, contacted or told)
        present = _present(member, settings, as_of)
        live = _live(relationship, contact.power, contacted, present, rubric, as_of)
        links.append(
            Link(
                member, contact_id, relationship, live, contacted, ("contacts", contact_id, "known_by", member), present
            )
        )
        known = known or (present is not False and relationship.level != "none")
    power = contact.power
    weights = (POWER_UNKNOWN, 1, 5) if power is None else (power, power, power)
    live = any_of([link.live for link in links])
    return Person(contact_id, contact, tuple(links), live, known, None if power is None else power >= 4, weights)


def _rated_by(relationship: Relationship, as_of: date) -> Relationship:
    """Leave out ratings of after the day: they were not known on it."""
    if relationship.rated is None or relationship.rated <= as_of:
        return relationship
    return relationship.model_copy(update={"level": None, "trust": None, "rated": None})


def _present(member: str, settings: Settings, as_of: date) -> Truth:
    """Say whether a team member is with us; an id that the team does not list is not known to be."""
    entry = settings.team.get(member)
    if entry is None:
        return None if settings.team else True
    return not has_left(entry.status, entry.left, as_of)


def _live(
    relationship: Relationship,
    power: int | None,
    contacted: date | None,
    present: Truth,
    rubric: Rubric,
    as_of: date,
) -> Truth:
    """Say whether a relationship is live: level, presence, both ways, and contact recent enough for the power."""
    if present is False or relationship.two_way is False:
        return False
    level = relationship.level
    if level is not None and level not in _LIVE_LEVELS:
        return False
    recent: Truth = None
    if contacted is not None:
        days = (as_of - contacted).days
        least, most = sorted((rubric.live.days, rubric.live.days_power_5))
        if power is None and least < days <= most:
            recent = None  # it depends on the power that nobody has rated
        else:
            recent = days <= (rubric.live.days_power_5 if power == 5 else rubric.live.days)
    if recent is False:
        return False
    return True if recent and level is not None and present else None
