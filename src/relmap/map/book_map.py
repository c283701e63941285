"""Our people across all accounts: who knows how many where, who is the only thread, and who moved between customers."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.book.discover import AccountFile
from relmap.book.load import Book, load_account
from relmap.measures.facts import Facts, gather_facts
from relmap.model.settings import Settings


class Hold(NamedTuple):
    """What one of ours has in one account."""

    member: str
    account: str
    relationships: int
    live: int
    only_thread: bool
    """Is this person of ours the only one in live touch with anybody there?"""


class Thread(NamedTuple):
    """Accounts in which one of ours is the only live thread, and the revenue of the period that hangs on it."""

    member: str
    accounts: tuple[str, ...]
    revenue: float
    unknown: int
    """How many of the accounts have no known revenue."""


class Seat(NamedTuple):
    """One contact who stands in more than one account by e-mail."""

    account: str
    contact: str
    label: str
    left: bool
    left_on: date | None


class SamePerson(NamedTuple):
    """One person, by e-mail, in several accounts."""

    email: str
    seats: tuple[Seat, ...]

    @property
    def moved(self) -> bool:
        """Did the person leave one customer and turn up at another?"""
        return any(seat.left for seat in self.seats) and not all(seat.left for seat in self.seats)


class BookMap(NamedTuple):
    """The map of a whole book."""

    company: str
    as_of: date
    period: str
    currency: str | None
    names: dict[str, str]
    """What to call our people, by id; who has left us is missing where nobody knows anybody through them."""
    accounts: tuple[tuple[str, str, float | None], ...]
    """Id, name and revenue of every account that is not a former customer, by id."""
    holds: tuple[Hold, ...]
    threads: tuple[Thread, ...]
    """The most revenue first."""
    people: tuple[SamePerson, ...]


def make_book_map(book: Book, settings: Settings, assessment: Assessment) -> BookMap:
    """Read every sound account again and look across. A former customer has no thread, but people may come from it."""
    facts = list(_read(book, settings, assessment))
    revenues = {entry.row.id: entry.revenue for entry in assessment.accounts}
    current = [entry for entry in facts if entry.account.status != "former"]
    holds = tuple(hold for entry in current for hold in _holds(entry))
    members = sorted({*settings.team, *(hold.member for hold in holds)})
    return BookMap(
        settings.company,
        assessment.as_of,
        assessment.period,
        settings.currency,
        {member: (settings.team[member].name if member in settings.team else None) or member for member in members},
        tuple((entry.id, entry.account.name, revenues[entry.id]) for entry in current),
        holds,
        _threads(holds, revenues),
        _same_people(facts),
    )


def _read(book: Book, settings: Settings, assessment: Assessment) -> Iterator[Facts]:
    for entry in sorted(assessment.accounts, key=_id):
        file = AccountFile(entry.row.id, entry.row.path)
        loaded = load_account(book.root, file, settings, book.account_ids, assessment.as_of)
        if loaded.account is not None:
            yield gather_facts(entry.row.id, loaded.account, settings, assessment.as_of)


def _id(entry: AssessedAccount) -> str:
    return entry.row.id


def _holds(facts: Facts) -> Iterator[Hold]:
    """Yield who of ours knows somebody in an account and is still with us."""
    links = [link for link in facts.links if link.present is not False]
    live = {link.member for link in links if link.live}
    maybe = {link.member for link in links if link.live is not False}
    for member in sorted({link.member for link in links}):
        own = [link for link in links if link.member == member]
        yield Hold(
            member, facts.id, len(own), sum(link.live is True for link in own), live == {member} and maybe == {member}
        )


def _threads(holds: Iterable[Hold], revenues: dict[str, float | None]) -> tuple[Thread, ...]:
    by_member: dict[str, list[str]] = {}
    for hold in holds:
        if hold.only_thread:
            by_member.setdefault(hold.member, []).append(hold.account)
    threads = []
    for member, accounts in by_member.items():
        known = [revenue for account in accounts if (revenue := revenues[account]) is not None]
        threads.append(Thread(member, tuple(accounts), sum(known), len(accounts) - len(known)))
    return tuple(sorted(threads, key=lambda thread: (-thread.revenue, thread.member)))


def _same_people(facts: Iterable[Facts]) -> tuple[SamePerson, ...]:
    """Match contacts by e-mail, whatever its capitals; the same person twice in one account is no move."""
    seats: dict[str, list[Seat]] = {}
    for entry in facts:
        gone = dict(entry.left)
        for contact_id, contact in (*((person.id, person.contact) for person in entry.people), *entry.left):
            if contact.email and (email := contact.email.strip().casefold()):
                left = contact_id in gone
                label = contact.name or contact.title or contact_id
                seats.setdefault(email, []).append(Seat(entry.id, contact_id, label, left, contact.left))
    return tuple(
        SamePerson(email, tuple(found))
        for email, found in sorted(seats.items())
        if len({seat.account for seat in found}) > 1
    )
