"""Whom we meet: the contacts that the command line names, found in the account."""

from collections.abc import Sequence

from relmap.book.meant import begun_by, could_be, did_you_mean_person, known_ids
from relmap.errors import UsageError
from relmap.measures.facts import Facts, Person, has_left
from relmap.model.contacts import Contact


def find_people(said: Sequence[str], facts: Facts) -> tuple[Person, ...]:
    """Return whom the words mean, each once: an id, or the unique beginning of one.

    Raises UsageError, with the nearest one, where a word means nobody, more than one, or somebody who is not there.
    """
    present = {person.id: person for person in facts.people}
    return tuple(_present(found, present, facts) for found in dict.fromkeys(_find(word, facts) for word in said))


def _find(word: str, facts: Facts) -> str:
    contacts = facts.account.contacts
    begins = begun_by(word, contacts)
    if len(begins) == 1:
        return begins[0]
    if begins:
        raise could_be(word, begins)
    raise UsageError(f"nobody {word!r} at {facts.account.name}", hint=_meant(word, facts))


def _meant(word: str, facts: Facts) -> str:
    """Name the nearest id; what was written may also be like somebody's name, or one of ours."""
    contacts = facts.account.contacts
    close = did_you_mean_person(word, {who: contact.name or who for who, contact in contacts.items()})
    if not close and facts.member(word) is not None:
        return f"{word} is one of ours; --with names whom of theirs you meet"
    return close or known_ids(contacts, "the file has no contact")


def _present(contact_id: str, present: dict[str, Person], facts: Facts) -> Person:
    if contact_id in present:
        return present[contact_id]
    contact = facts.account.contacts[contact_id]
    name = _named(contact, contact_id)
    if contact.since is not None and contact.since > facts.as_of:
        raise UsageError(f"{name} is not there yet on {facts.as_of}: since {contact.since}")
    if has_left(contact.status, contact.left, facts.as_of):
        when = f" on {contact.left}" if contact.left else ""
        raise UsageError(
            f"{name} has left {facts.account.name}{when}", hint="--as-of an earlier day asks about that day"
        )
    raise UsageError(f"{contact_id} is a seat without a name: nobody is known to meet")


def _named(contact: Contact, contact_id: str) -> str:
    name = contact.name or contact.title
    return f"{name} ({contact_id})" if name else contact_id
