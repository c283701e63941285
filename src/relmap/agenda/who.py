"""Whose work something is, and how the people of an account are called in a sentence."""

from collections.abc import Sequence

from relmap.assess.leads import contact_label, member_label
from relmap.assess.profile import Profile
from relmap.measures.facts import Person


def left_behind(profile: Profile, member: str | None, did: str) -> str:
    """Return the sentence that somebody who left did this, to stand behind another; empty where that is not so."""
    if member is None or not profile.facts.has_left_us(member):
        return ""
    return f" {member_label(profile, member)}, who {did} it, has left us."


def person_label(profile: Profile, who: str | None) -> str:
    """Return what people call somebody of either side; words that are no id stand for themselves."""
    if who is None:
        return ""
    return contact_label(profile, who) if who in profile.facts.account.contacts else member_label(profile, who)


def introduced(person: Person) -> str:
    """Write a contact with title and power: `Karin Eide (Chief executive, power 5)`."""
    title = person.contact.title if person.contact.title != person.label else None
    power = None if person.contact.power is None else f"power {person.contact.power}"
    about = ", ".join(part for part in (title, power) if part)
    return f"{person.label} ({about})" if about else person.label


def joined(names: Sequence[str], last: str = "and") -> str:
    """Write a list as a sentence does: `a, b and c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def with_article(noun: str) -> str:
    """Put `a` or `an` before a noun."""
    return f"{'an' if noun[:1] in 'aeiou' and not noun.startswith('use') else 'a'} {noun}"
