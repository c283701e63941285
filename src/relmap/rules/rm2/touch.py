"""From which day nobody is in live touch with somebody any more, and why. What live means: `measures/facts`."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from relmap.assess.leads import member_label
from relmap.assess.profile import Profile
from relmap.measures.facts import Facts, Link, Person


class Cold(NamedTuple):
    """Surely nobody is in live touch: now (None), or from a day that lies ahead if nobody calls before."""

    on: date | None


def find_cold(facts: Facts, people: Iterable[Person], until: date) -> Cold | None:
    """Return from when surely nobody is in live touch with any of the people.

    None where that cannot be told, and where it is not before a day after `until`.
    """
    days: list[date] = []
    for person in people:
        for link in person.links:
            if link.live is False:
                continue
            day = _ends(facts, person, link)
            if day is None or day > until or (person.contact.left is not None and person.contact.left <= day):
                return None
            days.append(day)
    return Cold(max(days, default=None))


def _ends(facts: Facts, person: Person, link: Link) -> date | None:
    """Return the first day on which a relationship is too long without contact, for any power the person may have."""
    live, power = facts.rubric.live, person.contact.power
    longest = max(live.days, live.days_power_5) if power is None else live.days_power_5 if power == 5 else live.days
    return None if link.contacted is None else link.contacted + timedelta(days=longest + 1)


def nearest(people: Iterable[Person]) -> Link | None:
    """Return the relationship that is nearest to live: of somebody who is there, with the latest contact."""
    links = [link for person in people for link in person.links]
    return max(links, key=_nearness, default=None)


def _nearness(link: Link) -> tuple[bool, bool, date, str, str]:
    known = link.present is not False and link.relationship.level != "none"
    return link.live is not False, known, link.contacted or date.min, link.contact, link.member


def why_cold(profile: Profile, link: Link) -> str:
    """Say why a relationship is not live, or will not be for long: the first that holds of what being live takes."""
    who, relationship = member_label(profile, link.member), link.relationship
    if link.present is False:
        return f"{who}, who knew them, left"
    if relationship.two_way is False:
        return f"the relationship with {who} goes one way"
    if relationship.level in ("none", "vendor"):
        return f"{who} is {'a vendor' if relationship.level == 'vendor' else 'nobody'} to them"
    return f"the last contact was on {link.contacted}, with {who}"
