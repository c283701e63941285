"""The smallest set of new relationships after a departure: back to where the account stood, or safe from the next."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import count
from typing import NamedTuple

from relmap.assess.assessment import Assessment, Card
from relmap.findings import Route
from relmap.measures.facts import Facts, has_left
from relmap.measures.resilience import access_network
from relmap.measures.roles import COVERED, holders
from relmap.model.contacts import Contact
from relmap.network.mending import Wanted, mend
from relmap.whatif.change import card_after
from relmap.whatif.people import Leaver, mentioned
from relmap.why.moves import GONE, Kind, Move, add, member_name
from relmap.why.moves_people import met_on, seat_of

SAFE_WAYS = 2
"""With two ways that share nobody, no one departure cuts a key player off."""
NEW_MEMBER, NEW_CONTACT = "somebody-new", "somebody-new"


class NewLink(NamedTuple):
    """One relationship to build: our person with theirs."""

    member: str
    member_name: str
    contact: str
    contact_name: str
    known: bool
    """Do the two know each other already, without it being live?"""
    hire: bool
    """Our team is too small: somebody has to come."""
    roles: tuple[str, ...]
    """Of somebody who has yet to be found: the roles that nobody there has."""


class Plan(NamedTuple):
    """The relationships to build, the least number that is proven, and the account assessed with them."""

    links: tuple[NewLink, ...]
    least: int
    card: Card

    @property
    def is_smallest(self) -> bool:
        """Is it proven that fewer are not enough?"""
        return len(self.links) == self.least


class _Targets(NamedTuple):
    """What the account needs: so many ways to each key player, these roles, and of those whoever has to be found."""

    ways: dict[str, int]
    roles: tuple[str, ...]
    to_find: tuple[str, ...]
    newcomer: str


def find_plan(assessment: Assessment, before: Card, after: Card, leavers: Sequence[Leaver], *, safe: bool) -> Plan:
    """Return the fewest new relationships that are enough; see `docs/whatif.md` for what enough is.

    Back: each role covered before is covered, and each key player has as many ways as before, but no more than the
    account's resilience was (at least one). Safe: that, every needed role, and two ways to each key player.
    """
    facts = after.profile.facts
    targets = _targets(before, after, safe=safe)
    seats = {seat: contact for seat, contact in facts.placeholders if _takes(seat, facts, targets)}
    team = _team(after, max(targets.ways.values(), default=1))
    people = _candidates(facts, seats, targets)
    found = mend(
        access_network(facts),
        {f"theirs:{contact}": [f"ours:{member}" for member in _order(facts, team, contact)] for contact in people},
        Wanted({f"theirs:{who}": ways for who, ways in targets.ways.items()}, tuple(_groups(facts, seats, targets))),
    )
    pairs = [(ours.partition(":")[2], theirs.partition(":")[2]) for ours, theirs in found.links]
    links = tuple(_link(facts, pair, targets) for pair in pairs)
    moves = [_move(facts, link) for link in links]
    joiners = list(dict.fromkeys(link.member for link in links if link.hire))
    return Plan(links, found.least, card_after(assessment, before, leavers, moves, joiners))


def _targets(before: Card, after: Card, *, safe: bool) -> _Targets:
    old, new = (card.profile.resilience.find_counts() for card in (before, after))
    usual = max(1, min(old.values(), default=1))
    least = SAFE_WAYS if safe else 0
    ways = {who: max(least, min(old.get(who, 0), usual)) for who in new}
    covered = {state.role for state in before.profile.roles if state.state == COVERED}
    roles = tuple(state.role for state in after.profile.roles if safe or state.role in covered)
    facts = after.profile.facts
    seats = [contact for _, contact in facts.placeholders]
    to_find = tuple(role for role in roles if not holders(facts, role) and not any(_has(c, role) for c in seats))
    return _Targets(ways, roles, to_find, _free(NEW_CONTACT, facts.account.contacts))


def _has(contact: Contact, role: str) -> bool:
    return contact.support == "champion" if role == "champion" else role in contact.roles


def _takes(seat: str, facts: Facts, targets: _Targets) -> bool:
    """Say whether a seat without a name has a needed role that nobody else has."""
    contact = facts.account.contacts[seat]
    return any(_has(contact, role) and not holders(facts, role) for role in targets.roles)


def _free(word: str, taken: Mapping[str, object] | Set[str]) -> str:
    return next(name for number in count(1) if (name := f"{word}-{number}" if number > 1 else word) not in taken)


def _team(after: Card, least: int) -> list[str]:
    """Return who of ours is there, with new people where they are too few for so many ways."""
    facts = after.profile.facts
    known = facts.settings.team or dict.fromkeys(mentioned(facts.account))
    here = [
        member
        for member in known
        if not ((entry := facts.member(member)) and has_left(entry.status, entry.left, facts.as_of))
    ]
    for _ in range(least - len(here)):
        here.append(_free(NEW_MEMBER, {*known, *here}))
    return here


def _candidates(facts: Facts, seats: Mapping[str, Contact], targets: _Targets) -> list[str]:
    """Return whom to get to know: who decides most comes first, whoever has yet to be found last."""
    people = sorted(facts.people, key=lambda person: -(person.contact.power or 0))
    new = [targets.newcomer] if targets.to_find else []
    return [*(person.id for person in people), *seats, *new]


def _groups(facts: Facts, seats: Mapping[str, Contact], targets: _Targets) -> Iterator[frozenset[str]]:
    """Yield for each needed role who could cover it. One newcomer may take all roles that nobody has."""
    for role in targets.roles:
        people = [person.id for person in holders(facts, role)]
        people = people or [seat for seat, contact in seats.items() if _has(contact, role)] or [targets.newcomer]
        yield frozenset(f"theirs:{who}" for who in people)


def _order(facts: Facts, team: Sequence[str], contact: str) -> list[str]:
    """Return the team for one contact: who knows them, whose department it is, the owner, the owner's department."""
    entry, owner = facts.account.contacts.get(contact), facts.account.owner
    department = ((entry.department if entry else None) or "").casefold()

    def rank(member: str) -> tuple[bool, bool, bool, bool, int]:
        ours = _department(facts, member)
        knows = entry is not None and member in entry.known_by
        colleague = bool(ours) and ours == _department(facts, owner)
        return not knows, not ours or ours != department, member != owner, not colleague, team.index(member)

    return sorted(team, key=rank)


def _department(facts: Facts, member: str) -> str:
    entry = facts.member(member)
    return ((entry.department if entry else None) or "").casefold()


def _link(facts: Facts, pair: tuple[str, str], targets: _Targets) -> NewLink:
    member, contact = pair
    entry = facts.account.contacts.get(contact)
    name = (entry.name or entry.title or contact) if entry else contact
    known = entry is not None and member in entry.known_by
    hire = member not in (facts.settings.team or mentioned(facts.account))
    return NewLink(member, member_name(facts, member), contact, name, known, hire, () if entry else targets.to_find)


def _move(facts: Facts, link: NewLink) -> Move:
    """Return the relationship as the file would have it; what is known of the two stays."""
    route: Route = ("contacts", link.contact)
    met, pair = met_on(facts.as_of), (*route, "known_by", link.member)
    entry = facts.account.contacts.get(link.contact)
    what = f"{link.member_name} gets to know {link.contact_name}"
    if entry is None:
        return add(Kind.ACT, what, (route, {"known_by": {link.member: met}, **seat_of(link.roles)}))
    edits: list[tuple[Route, object]] = [((*pair, key), value) for key, value in met.items()]
    relationship = entry.known_by.get(link.member)
    if relationship and relationship.level not in (None, "none", "vendor"):
        edits = edits[1:]
    if relationship and relationship.rated and relationship.rated > facts.as_of:
        edits.append(((*pair, "rated"), GONE))  # rated later: nobody knew it on this day
    if entry.placeholder:
        edits.append(((*route, "placeholder"), GONE))
    return add(Kind.ACT, what, *edits)
