"""Whom to talk to: key players who have gone quiet or are about to, and roles that nobody of theirs has for us.

Nobody is told twice: whoever is told as a key player is not told again for a role.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from relmap.agenda.todo import Kind, Todo
from relmap.agenda.who import introduced, joined, with_article
from relmap.assess.profile import Profile
from relmap.measures.facts import Facts, Link, Person
from relmap.measures.roles import COVERED, MISSING, NOT_LIVE, PLACEHOLDER, UNCLEAR, role_name
from relmap.rules.rm2.touch import find_cold, nearest, why_cold

NAMED = 3
"""How many people a sentence names before it counts the rest."""


def find_people(profile: Profile, until: date) -> Iterator[Todo]:
    """Yield key players, then roles."""
    keys = [person for person in profile.facts.people if person.key]
    told = {person.id: todo for person in keys if (todo := _key(profile, person, until))}
    yield from told.values()
    yield from _unclear(profile, [person for person in profile.facts.people if _is_unclear(profile, person)])
    yield from _roles(profile, until, set(told))


def _key(profile: Profile, person: Person, until: date) -> Todo | None:
    if not person.known:
        said = f"Find a way to {introduced(person)}: nobody of ours knows them."
        return _talk(profile.facts, Kind.KEY_PLAYER, person, None, said, None)
    link, cold = nearest([person]), find_cold(profile.facts, [person], until)
    if link is None or cold is None:
        return None
    return _touch(profile, Kind.KEY_PLAYER, person, link, introduced(person), cold.on)


def _is_unclear(profile: Profile, person: Person) -> bool:
    """Say whether nobody can tell, now or later, if somebody is live who matters: by power, or by a role."""
    if person.live is not None or not person.known or find_cold(profile.facts, [person], date.max) is not None:
        return False
    return person.key is True or any(state.state == UNCLEAR and person.id in state.people for state in profile.roles)


def _unclear(profile: Profile, people: Sequence[Person]) -> Iterator[Todo]:
    """Yield one thing to do for all of whom the file does not say whether they are live: it is one sitting."""
    if not people:
        return
    names = [introduced(person) for person in people]
    if len(names) > NAMED:
        names[NAMED:] = [f"{len(people) - NAMED} more"]
    said = f"Note when we last talked to {joined(names)}, or call: the file does not say whether they are live."
    only = people[0] if len(people) == 1 else None
    route = ("contacts", people[0].id)
    owner = profile.facts.responsible(None)
    contact, label = (only.id, only.label) if only else ("", "")
    kind = Kind.KEY_PLAYER if any(person.key for person in people) else Kind.ROLE
    yield Todo(kind, "last contact", said, owner, route, None, contact, label)


def _touch(profile: Profile, kind: Kind, person: Person, link: Link, who: str, on: date | None) -> Todo:
    """Say what to do about somebody with whom nobody is live: by what is wrong, or by when to call before it is."""
    why = why_cold(profile, link)
    if on is not None:
        said = f"Talk to {who} before {on}, when they would count as quiet: {why}."
        return _talk(profile.facts, kind, person, link, said, on)
    since = _quiet_since(profile.facts, person, link)
    return _talk(profile.facts, kind, person, link, f"{_remedy(link)} {who}: {why}.", since)


def _remedy(link: Link) -> str:
    """Say what would make a relationship live: the first that holds, in the order in which `why_cold` tells it."""
    if link.present is False:
        return "Find somebody new of ours for"
    if link.relationship.two_way is False:
        return "Get an answer from"
    if link.relationship.level in ("none", "vendor"):
        return "Earn more with"
    return "Get back in touch with"


def _quiet_since(facts: Facts, person: Person, link: Link) -> date | None:
    """Return the first day on which the last contact was too long ago; None where that is not what is wrong."""
    relationship = link.relationship
    is_old = link.present is not False and relationship.two_way is not False
    if not is_old or relationship.level in ("none", "vendor") or link.contacted is None:
        return None
    live, power = facts.rubric.live, person.contact.power
    days = max(live.days, live.days_power_5) if power is None else live.days_power_5 if power == 5 else live.days
    since = link.contacted + timedelta(days=days + 1)
    return since if since <= facts.as_of else None


def _talk(facts: Facts, kind: Kind, person: Person, link: Link | None, said: str, due: date | None) -> Todo:
    owner = facts.responsible(link.member if link else None)
    return Todo(kind, person.id, said, owner, ("contacts", person.id), due, person.id, person.label)


def _roles(profile: Profile, until: date, told: set[str]) -> Iterator[Todo]:
    facts, owner = profile.facts, profile.facts.responsible(None)
    if not facts.people and not facts.placeholders:
        said = "Find out who the people are, and who of them decides: nobody is on the map."
        yield Todo(Kind.ROLE, "contacts", said, owner, ("contacts",))
        return
    missing = [role_name(state.role) for state in profile.roles if state.state == MISSING]
    if missing:
        named = joined([with_article(role) for role in missing])
        said = (
            f"Find {named}: nobody on the map is one." if len(missing) == 1 else f"Find {named}: nobody on the map is."
        )
        yield Todo(Kind.ROLE, "missing", said, owner, ("contacts",))
    yield from _seats(profile, owner)
    yield from _not_live(profile, until, told)


def _seats(profile: Profile, owner: str) -> Iterator[Todo]:
    """Yield the seats without a name, each with all of its roles."""
    by_seat: dict[str, list[str]] = {}
    for state in profile.roles:
        if state.state == PLACEHOLDER:
            by_seat.setdefault(state.people[0], []).append(role_name(state.role))
    for seat, roles in by_seat.items():
        title = profile.facts.account.contacts[seat].title or seat
        said = f"Find out who sits in the seat “{title}”, the {joined(roles)}."
        yield Todo(Kind.ROLE, seat, said, owner, ("contacts", seat), None, seat, title)


def _not_live(profile: Profile, until: date, told: set[str]) -> Iterator[Todo]:
    """Yield whom to call for roles with whose holders nobody is, or will be, in live touch."""
    by_person: dict[str, tuple[Person, Link | None, list[str], date | None]] = {}
    for state in profile.roles:
        holders = [person for person in profile.facts.people if person.id in state.people]
        if state.state not in (COVERED, NOT_LIVE) or told & set(state.people):
            continue
        cold = find_cold(profile.facts, holders, until)
        if cold is None:
            continue
        link = nearest(holders)
        person = next((person for person in holders if link and person.id == link.contact), holders[0])
        by_person.setdefault(person.id, (person, link, [], cold.on))[2].append(role_name(state.role))
    for person, link, roles, on in by_person.values():
        who = f"{person.label}, the {joined(roles)},"
        if link is None:
            said = f"Find a way to {who} whom nobody of ours knows."
            yield _talk(profile.facts, Kind.ROLE, person, None, said, None)
        else:
            yield _touch(profile, Kind.ROLE, person, link, who if on else who.rstrip(","), on)
