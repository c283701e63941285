"""Who can be asked about an account: its contacts and our team, by id or by full name."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relmap.book.problem import did_you_mean
from relmap.book.source import shorten
from relmap.measures.facts import has_left
from relmap.model.account import Account
from relmap.model.contacts import Contact
from relmap.model.settings import Settings
from relmap.model.words import Side


class Respondent(NamedTuple):
    """Somebody who answers, and for which side. `away` says why he or she cannot be asked, if that is so."""

    id: str
    name: str
    side: Side
    away: str = ""


class Unclear(NamedTuple):
    """A word that means nobody, or more than one: what is wrong with it, and what to do."""

    message: str
    hint: str


def find_respondents(account: Account, settings: Settings, as_of: date) -> tuple[Respondent, ...]:
    """Return the contacts and the team; without a team in the settings, the owner is all that is known of it."""
    return (*_theirs(account, as_of), *_ours(account, settings, as_of))


def _theirs(account: Account, as_of: date) -> Iterator[Respondent]:
    for contact_id, contact in account.contacts.items():
        yield Respondent(contact_id, contact.name or contact_id, "theirs", _why_away(contact, as_of))


def _why_away(contact: Contact, as_of: date) -> str:
    if contact.placeholder:
        return "is a seat without a name"
    if contact.since is not None and contact.since > as_of:
        return "is not there yet"
    return "has left" if has_left(contact.status, contact.left, as_of) else ""


def _ours(account: Account, settings: Settings, as_of: date) -> Iterator[Respondent]:
    if not settings.team:
        yield Respondent(account.owner, account.owner, "ours")
    for member_id, member in settings.team.items():
        away = "has left" if has_left(member.status, member.left, as_of) else ""
        yield Respondent(member_id, member.name or member_id, "ours", away)


def find_respondent(word: str, known: Sequence[Respondent]) -> Respondent | Unclear:
    """Return who is meant by an id, or by a full name that only one person bears."""
    wanted = _folded(word)
    found = [person for person in known if person.id == wanted]
    found = found or [person for person in known if _folded(person.name) == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        people = ", ".join(f"{person.id} ({person.side})" for person in found)
        same_id = len({person.id for person in found}) == 1
        return Unclear(f"{shorten(word)!r} could be {people}", "" if same_id else "write the id")
    names = {person.id for person in known} | {person.name for person in known}
    return Unclear(f"no contact or team member {shorten(word)!r}", did_you_mean(word, names))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
