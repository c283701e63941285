"""Make the map of one account from its card."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import combinations
from typing import NamedTuple

from relmap.assess.assessment import Card
from relmap.assess.leads import member_label
from relmap.assess.profile import Profile
from relmap.findings import Route
from relmap.map.values import AccountMap, Kind, MapMember, MapPerson, State, Tie
from relmap.measures.facts import Facts, Link
from relmap.measures.logic import Truth
from relmap.measures.stakeholders import MappedContact
from relmap.measures.trust import best_trust, pair_trust
from relmap.model.contacts import Contact
from relmap.network.betweenness import betweenness

LineOf = Callable[[Route], int | None]


class _Network(NamedTuple):
    """What is found by looking at everybody together, by key."""

    find_between: Callable[[str], float]
    loses: Mapping[str, tuple[str, ...]]
    unreached: frozenset[str]


def no_line(_: Route) -> int | None:
    """Say that no place in a file is known."""
    return None


def make_map(card: Card, line_of: LineOf = no_line) -> AccountMap:
    """Return the map of a card. `line_of` says in which line of the account's file a route stands."""
    profile = card.profile
    facts = profile.facts
    ties = (*_own_ties(facts, line_of), *_relationships(facts, line_of))
    members = sorted({link.member for link in facts.links})
    network = _network(profile, ties)
    people = (*_active(profile, network, line_of), *_absent(facts, line_of))
    team = tuple(_member(profile, member, network) for member in members)
    return AccountMap(
        facts.id,
        facts.account.name,
        card.assessed.row.path,
        facts.as_of,
        people,
        team,
        ties,
        profile.roles,
        profile.coverage,
        profile.resilience.score,
        profile.map.colour,
        {person.key: person.label for person in people} | {member.key: member.label for member in team},
    )


def _network(profile: Profile, ties: tuple[Tie, ...]) -> _Network:
    resilience = profile.resilience
    points = {f"{point.side}:{point.person}": point.cut_off for point in resilience.single_points}
    between = cache(lambda: betweenness(_talk(profile.facts, ties)))
    return _Network(lambda key: between().get(key, 0.0), points, frozenset(resilience.unreached))


def _talk(facts: Facts, ties: tuple[Tie, ...]) -> dict[str, set[str]]:
    """Return who talks to whom: live relationships, influence, reporting lines, and our people among themselves."""
    graph: dict[str, set[str]] = {f"theirs:{person.id}": set() for person in facts.people}
    graph |= {f"ours:{link.member}": set() for link in facts.links if link.present is not False}
    colleagues = combinations([key for key in graph if key.startswith("ours:")], 2)
    spoken = ((tie.source, tie.target) for tie in ties if tie.kind is not Kind.CONFLICTS and tie.live is not False)
    for here, there in (*colleagues, *spoken):
        if here in graph and there in graph and here != there:
            graph[here].add(there)
            graph[there].add(here)
    return graph


def _active(profile: Profile, network: _Network, line_of: LineOf) -> Iterator[MapPerson]:
    for mapped in profile.map.contacts:
        yield _person(profile.facts, mapped, network, line_of)


def _person(facts: Facts, mapped: MappedContact, network: _Network, line_of: LineOf) -> MapPerson:
    person = mapped.person
    key = f"theirs:{person.id}"
    told = _Told(
        best_trust(facts, person),
        person.live,
        person.known,
        mapped.type,
        mapped.quadrant,
        partial(network.find_between, key),
        network.loses.get(key, ()),
        person.id in network.unreached,
    )
    return _drawn(person.id, person.contact, State.ACTIVE, line_of, told)


def _absent(facts: Facts, line_of: LineOf) -> Iterator[MapPerson]:
    for contact_id, contact in facts.placeholders:
        yield _drawn(contact_id, contact, State.PLACEHOLDER, line_of)
    for contact_id, contact in facts.left:
        yield _drawn(contact_id, contact, State.LEFT, line_of)


class _Told(NamedTuple):
    """What others tell of a person: nothing of one who is not there."""

    trust: float | None = None
    live: Truth = False
    known: bool = False
    type: str | None = None
    quadrant: str | None = None
    find_between: Callable[[], float] = float
    loses: tuple[str, ...] = ()
    unreached: bool = False


_NOTHING = _Told()


def _drawn(contact_id: str, contact: Contact, state: State, line_of: LineOf, told: _Told = _NOTHING) -> MapPerson:
    """Return a person as the contact's own entry has it, and as others tell."""
    seat = state is State.PLACEHOLDER
    label = (contact.title or contact.name) if seat else (contact.name or contact.title)
    return MapPerson(
        contact_id,
        label or contact_id,
        "" if seat or not contact.name else contact.title or "",
        contact.department or "",
        state,
        contact.left,
        tuple(contact.roles),
        contact.power,
        contact.interest,
        contact.support,
        *told,
        contact.cares_about or "",
        line_of(("contacts", contact_id)),
    )


def _member(profile: Profile, member: str, network: _Network) -> MapMember:
    entry, key = profile.facts.member(member), f"ours:{member}"
    present = next((link.present for link in profile.facts.links if link.member == member), None)
    return MapMember(
        member,
        member_label(profile, member),
        (entry.title if entry else None) or "",
        (entry.department if entry else None) or "",
        present,
        partial(network.find_between, key),
        network.loses.get(key, ()),
    )


_FIELDS = {Kind.INFLUENCES: "influences", Kind.CONFLICTS: "conflicts_with"}


def _own_ties(facts: Facts, line_of: LineOf) -> Iterator[Tie]:
    """Yield the lines among the customer's people, each once and to people who are on the map."""
    shown = _on_the_map(facts)
    met: set[tuple[Kind, frozenset[str]]] = set()
    for contact_id, contact in shown.items():
        for place, boss in enumerate(contact.reports_to):
            kind = Kind.DOTTED if place else Kind.REPORTS_TO
            if boss in shown and boss != contact_id:
                yield _tie(kind, contact_id, boss, line_of(("contacts", contact_id, "reports_to")))
        for kind, field in _FIELDS.items():
            for other in getattr(contact, field):
                pair = (kind, frozenset((contact_id, other)))
                if other in shown and other != contact_id and (kind is Kind.INFLUENCES or pair not in met):
                    met.add(pair)
                    yield _tie(kind, contact_id, other, line_of(("contacts", contact_id, field)))


def _on_the_map(facts: Facts) -> dict[str, Contact]:
    here = {person.id: person.contact for person in facts.people}
    return here | dict(facts.placeholders) | dict(facts.left)


def _tie(kind: Kind, source: str, target: str, line: int | None) -> Tie:
    return Tie(kind, f"theirs:{source}", f"theirs:{target}", line)


def _relationships(facts: Facts, line_of: LineOf) -> Iterator[Tie]:
    for link in facts.links:
        relationship = link.relationship
        yield Tie(
            Kind.KNOWN_BY,
            f"ours:{link.member}",
            f"theirs:{link.contact}",
            line_of(link.route),
            link.live,
            relationship.level,
            None if relationship.trust is None else pair_trust(relationship.trust),
            link.contacted,
            _age(facts, link),
            relationship.source,
        )


def _age(facts: Facts, link: Link) -> int | None:
    return None if link.contacted is None else (facts.as_of - link.contacted).days
