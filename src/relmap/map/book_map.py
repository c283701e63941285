"""Our people across all accounts: who knows how many where, who is the only thread, and who moved between customers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from relmap.assess.assessment import Assessment
from relmap.assess.profile import Profile
from relmap.book.load import LoadedAccount
from relmap.measures.facts import Facts
from relmap.model.settings import Settings


class Hold(NamedTuple):
    """What one of ours has in one account."""

    member: str
    account: str
    relationships: int
    live: int
    unclear: int
    """Of how many it is not known whether they are live."""
    only_thread: bool
    """Is this person of ours the only one in live touch with anybody there?"""


class Thread(NamedTuple):
    """Accounts in which one of ours is the only live thread, and the revenue of the period that hangs on it."""

    member: str
    accounts: tuple[str, ...]
    revenue: float | None
    """Of the accounts of which it is known; None where it is known of none."""
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


class Present(NamedTuple):
    """What the map of a book needs of one account, taken while its file is at hand."""

    id: str
    name: str
    former: bool
    holds: tuple[Hold, ...]
    seats: tuple[tuple[str, Seat], ...]
    """Every contact with an e-mail address, by that address in small letters."""


def gather(_: LoadedAccount, profile: Profile) -> Present:
    """Take what the map of a book needs of one account."""
    facts = profile.facts
    return Present(
        facts.id, facts.account.name, facts.account.status == "former", tuple(_holds(facts)), tuple(_seats(facts))
    )


def make_book_map(settings: Settings, assessment: Assessment, accounts: Mapping[str, Present]) -> BookMap:
    """Look across what was gathered. A former customer has no thread, but people may come from it."""
    revenues = {entry.row.id: entry.revenue for entry in assessment.accounts}
    found = [accounts[account] for account in sorted(accounts)]
    current = [entry for entry in found if not entry.former]
    holds = tuple(hold for entry in current for hold in entry.holds)
    members = sorted({*settings.team, *(hold.member for hold in holds)})
    return BookMap(
        settings.company,
        assessment.as_of,
        assessment.period,
        settings.currency,
        {member: (settings.team[member].name if member in settings.team else None) or member for member in members},
        tuple((entry.id, entry.name, revenues[entry.id]) for entry in current),
        holds,
        _threads(holds, revenues),
        _same_people(found),
    )


def _holds(facts: Facts) -> Iterator[Hold]:
    """Yield who of ours knows somebody in an account and is still with us."""
    links = [link for link in facts.links if link.present is not False]
    live = {link.member for link in links if link.live}
    maybe = {link.member for link in links if link.live is not False}
    for member in sorted({link.member for link in links}):
        own = [link for link in links if link.member == member]
        known, unclear = (sum(link.live is truth for link in own) for truth in (True, None))
        yield Hold(member, facts.id, len(own), known, unclear, live == {member} and maybe == {member})


def _threads(holds: Iterable[Hold], revenues: dict[str, float | None]) -> tuple[Thread, ...]:
    by_member: dict[str, list[str]] = {}
    for hold in holds:
        if hold.only_thread:
            by_member.setdefault(hold.member, []).append(hold.account)
    threads = []
    for member, accounts in by_member.items():
        known = [revenue for account in accounts if (revenue := revenues[account]) is not None]
        revenue = sum(known) if known else None
        threads.append(Thread(member, tuple(accounts), revenue, len(accounts) - len(known)))
    return tuple(sorted(threads, key=lambda thread: (-(thread.revenue or 0.0), thread.member)))


def _seats(facts: Facts) -> Iterator[tuple[str, Seat]]:
    here = ((person.id, person.contact, False) for person in facts.people)
    gone = ((contact_id, contact, True) for contact_id, contact in facts.left)
    for contact_id, contact, left in (*here, *gone):
        if contact.email and (email := contact.email.strip().casefold()):
            label = contact.name or contact.title or contact_id
            yield email, Seat(facts.id, contact_id, label, left, contact.left)


def _same_people(accounts: Iterable[Present]) -> tuple[SamePerson, ...]:
    """Match contacts by e-mail, whatever its capitals; the same person twice in one account is no move."""
    seats: dict[str, list[Seat]] = {}
    for entry in accounts:
        for email, seat in entry.seats:
            seats.setdefault(email, []).append(seat)
    return tuple(
        SamePerson(email, tuple(found))
        for email, found in sorted(seats.items())
        if len({seat.account for seat in found}) > 1
    )
