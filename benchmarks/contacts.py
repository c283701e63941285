"""The contacts of a made-up account file: blocks for those who matter, one line for the others."""

from datetime import date

from benchmarks import words
from benchmarks.draw import Draw
from benchmarks.world import LAST_FACT, Person, Subject
from benchmarks.yamltext import block, flow, listed, section, text


def contact_lines(subject: Subject) -> list[str]:
    """Write the section `contacts`."""
    return section("contacts", [line for person in subject.people for line in _contact(subject, person)])


def _contact(subject: Subject, person: Person) -> list[str]:
    if person.placeholder:
        return [f"  {person.id}: {flow(_seat(subject, person))}"]
    if person.rank < 3 and subject.draw.chance(0.85):
        return [f"  {person.id}: {flow(_short(subject, person))}"]
    return [f"  {person.id}:", *block(_long(subject, person), "    "), *_known(subject, person)]


def _seat(subject: Subject, person: Person) -> dict[str, object]:
    return {
        "placeholder": True,
        "title": text(person.title),
        "department": person.department,
        "roles": _roles(subject, person),
        "since": subject.past(300),
    }


def _short(subject: Subject, person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "title": text(person.title),
        "department": person.department,
        "roles": _roles(subject, person),
        "power": person.rank if subject.draw.chance(0.6) else None,
        "support": _support(subject, 0.4),
        "known_by": subject.ours() if subject.draw.chance(0.7) else listed(subject.team[:2]),
        **_leaving(person),
    }


def _long(subject: Subject, person: Person) -> dict[str, object]:
    draw = subject.draw
    return {
        "name": text(person.name, quote=draw.chance(0.1)),
        "title": text(person.title),
        "department": person.department or None,
        "roles": "[approver, sponsor]" if person.rank == 5 else _roles(subject, person),
        "power": person.rank if draw.chance(0.85) else None,
        "interest": draw.between(1, 5) if draw.chance(0.6) else None,
        "support": _support(subject, 0.8),
        "reports_to": _reports_to(subject, person),
        "influences": _others(subject, person, 0.25),
        "conflicts_with": _others(subject, person, 0.06),
        "cares_about": subject.say(words.CARES) if draw.chance(0.25) else None,
        "email": f"{person.id.replace('-', '.')}@{subject.id}.example" if draw.chance(0.4) else None,
        "phone": _phone(draw) if draw.chance(0.15) else None,
        **_leaving(person),
    }


def _phone(draw: Draw) -> str:
    return f'"+47 {draw.between(20, 99)} {draw.between(10, 99)} {draw.between(10, 99)}"'


def _leaving(person: Person) -> dict[str, object]:
    return {"status": "left", "left": person.left} if person.left else {}


def _roles(subject: Subject, person: Person) -> str:
    if not person.department:
        return "approver"
    roles = subject.draw.some(words.ROLES[person.department], subject.draw.between(1, 2))
    return roles[0] if len(roles) == 1 and subject.draw.chance(0.6) else listed(roles)


def _support(subject: Subject, known: float) -> str | None:
    return subject.draw.one(words.SUPPORT) if subject.draw.chance(known) else None


def _reports_to(subject: Subject, person: Person) -> str | None:
    """Name the head of the department; now and then the managing director as well, as a dotted line."""
    top = subject.people[0].id
    if not person.head or subject.draw.chance(0.2):
        return None
    return listed([person.head, top]) if person.head != top and subject.draw.chance(0.1) else person.head


def _others(subject: Subject, person: Person, share: float) -> str | None:
    if not subject.draw.chance(share):
        return None
    others = [other.id for other in subject.people if other.active and other.id != person.id]
    return listed(subject.draw.some(others, subject.draw.between(1, 2)))


def _known(subject: Subject, person: Person) -> list[str]:
    """Write who of ours knows the person: nobody, an id, one line each, or a block."""
    draw = subject.draw
    kind = draw.below(10)
    if kind == 0:
        return []
    if kind == 1:
        return [f"    known_by: {subject.ours()}"]
    members = draw.some(subject.team, 2 if draw.chance(0.3) else 1)
    last = person.left or LAST_FACT
    return ["    known_by:", *(line for member in members for line in _pair(subject, member, last))]


def _pair(subject: Subject, member: str, last: date) -> list[str]:
    pair = _relationship(subject, last)
    if subject.draw.chance(0.8):
        return [f"      {member}: {flow(pair)}"]
    return [f"      {member}:", *block(pair, "        ")]


def _relationship(subject: Subject, last: date) -> dict[str, object]:
    draw = subject.draw
    level = draw.between(1, 4)
    recent = draw.chance(0.7)
    return {
        "level": words.LEVELS[level],
        "desired": words.LEVELS[min(level + 1, 4)] if draw.chance(0.3) else None,
        "trust": _trust(draw) if draw.chance(0.6) else None,
        "source": "theirs" if draw.chance(0.2) else None,
        "rated": subject.past(500, last) if draw.chance(0.4) else None,
        "last_contact": subject.past(90 if recent else 600, last) if draw.chance(0.8) else None,
        "two_way": draw.chance(0.8) if draw.chance(0.3) else None,
    }


def _trust(draw: Draw) -> str:
    """Return trust as a number, or now and then as the parts of one of the two published forms."""
    kind = draw.below(10)
    if kind > 1:
        return str(draw.between(4, 9))
    equation = ("credibility", "reliability", "intimacy", "self_orientation")
    factors = ("ability", "benevolence", "integrity")
    return flow({part: draw.between(2, 9) for part in (factors if kind else equation)})
