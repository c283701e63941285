"""Moves about people: power, support, who of ours knows whom and how well, who talks to whom, who leaves."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from relmap.measures.facts import Facts, Link, Person
from relmap.measures.roles import MISSING, RoleState, role_name
from relmap.model.contacts import TrustEquation, TrustFactors
from relmap.model.words import LEVELS, SUPPORTS
from relmap.why.moves import Kind, Move, add, along, member_name, on_scale, set_to

RATINGS = (1, 2, 3, 4, 5)
A_QUARTER = timedelta(91)
LEARNED_TRUST = (2, 5, 8)
"""What trust may turn out to be: low, middling, high."""


def of_people(facts: Facts, roles: tuple[RoleState, ...]) -> Iterator[Move]:
    """Yield every move about people."""
    for person in facts.people:
        yield from _rating(person)
        for link in person.links:
            yield from _relationship(facts, person, link)
        yield from _acquaintance(facts, person)
        yield leaves(facts, person)
    yield from _seats(facts, roles)


def _rating(person: Person) -> Iterator[Move]:
    contact, route = person.contact, ("contacts", person.id)
    yield from along(Kind.PAST, f"{person.label}: power", (*route, "power"), contact.power, RATINGS)
    yield from along(Kind.ACT, f"{person.label}: support", (*route, "support"), contact.support, SUPPORTS)
    if contact.department is None:
        yield set_to(Kind.LEARN, f"{person.label}: department", (*route, "department"), None, "a department of its own")


def _relationship(facts: Facts, person: Person, link: Link) -> Iterator[Move]:
    pair, relationship = f"{person.label} and {member_name(facts, link.member)}", link.relationship
    today = facts.as_of.isoformat()
    yield from along(Kind.ACT, f"{pair}: level", (*link.route, "level"), relationship.level, LEVELS)
    yield from _trust(link, f"{person.label}'s trust in {member_name(facts, link.member)}")
    if link.contacted is None or link.contacted < facts.as_of:
        talked = ((*link.route, "last_contact"), today)
        yield add(Kind.ACT, f"{pair} talk now", talked)
        if relationship.level is None:
            known = ((*link.route, "level"), "credible_source")
            yield add(Kind.ACT, f"{pair} talk now, as a credible source", talked, known)
    if link.contacted is not None:
        day, earlier = (when.isoformat() for when in (link.contacted, link.contacted - A_QUARTER))
        yield set_to(Kind.PAST, f"{pair}: last contact", (*link.route, "last_contact"), day, earlier)
    if relationship.two_way is not None:
        both = relationship.two_way
        yield set_to(Kind.ACT, f"{pair}: both ways", (*link.route, "two_way"), both, not both)
    if relationship.source == "ours" and (relationship.level or relationship.trust):
        confirmed = (((*link.route, "source"), "theirs"), ((*link.route, "rated"), today))
        yield add(Kind.ACT, f"{person.label} confirms how they see {member_name(facts, link.member)}", *confirmed)


def _trust(link: Link, what: str) -> Iterator[Move]:
    trust, route = link.relationship.trust, (*link.route, "trust")
    if trust is None:
        yield from (set_to(Kind.LEARN, what, route, None, value) for value in LEARNED_TRUST)
    elif isinstance(trust, TrustEquation | TrustFactors):
        scale = (1, 10, 1) if isinstance(trust, TrustEquation) else (0, 10, 1)
        for name, value in trust:
            yield from on_scale(Kind.ACT, f"{what}, {name}".replace("_", "-"), (*route, name), value, scale)
    else:
        yield from on_scale(Kind.ACT, what, route, trust, (0, 10, 1))


def _acquaintance(facts: Facts, person: Person) -> Iterator[Move]:
    """Let one more of us get to know the person: somebody of another department first, else the owner."""
    known = {link.member for link in person.links}
    departments = {entry.department for member in known if (entry := facts.member(member))}
    others = [
        member
        for member, entry in facts.settings.team.items()
        if member not in known and entry.status == "active" and entry.department not in departments
    ]
    owner = [facts.account.owner] if facts.account.owner not in known else []
    for member in dict.fromkeys([*owner, *others[:2]]):
        edit = (("contacts", person.id, "known_by", member), met_on(facts.as_of))
        yield add(Kind.ACT, f"{member_name(facts, member)} gets to know {person.label}", edit)


def met_on(day: date) -> dict[str, object]:
    """Return what a relationship says that is live from this day on."""
    return {"level": "credible_source", "last_contact": day.isoformat(), "two_way": True}


def leaves(facts: Facts, person: Person) -> Move:
    """Let a contact leave on the day."""
    route = ("contacts", person.id)
    edits = (((*route, "status"), "left"), ((*route, "left"), facts.as_of.isoformat()))
    return Move(Kind.PAST, person.label, "there", "gone", edits)


def _seats(facts: Facts, roles: tuple[RoleState, ...]) -> Iterator[Move]:
    """Find somebody for each role that nobody has, and get to know them."""
    met = {facts.account.owner: {"level": "credible_source", "last_contact": facts.as_of.isoformat()}}
    for state in roles:
        if state.state == MISSING:
            name = f"the {role_name(state.role)}"
            found = {"name": name, "department": "another department", "known_by": met, **seat_of([state.role])}
            what = f"find {name}, in another department, and get to know them"
            yield add(Kind.ACT, what, (("contacts", f"found-{state.role}"), found))


def seat_of(roles: Sequence[str]) -> dict[str, object]:
    """Return what a contact's entry says of these roles; the champion is who supports us as one."""
    seat: dict[str, object] = {"support": "champion"} if "champion" in roles else {}
    others = [role for role in roles if role != "champion"]
    return {**seat, "roles": others} if others else seat
