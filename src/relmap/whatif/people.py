"""Who leaves: the people whom the command line names, found among the contacts of an account and in our team."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from relmap.assess.assessment import Assessment
from relmap.book.meant import could_be, did_you_mean_person, known_ids
from relmap.errors import UsageError
from relmap.measures.facts import Facts, has_left
from relmap.model.account import Account
from relmap.model.settings import Settings

OURS, THEIRS = "ours", "theirs"


class Leaver(NamedTuple):
    """Somebody who leaves: of which side, the id, and what people call them."""

    side: str
    """ours or theirs"""
    id: str
    name: str
    title: str = ""


_Names = Mapping[str, str]


def find_leavers(said: Sequence[str], facts: Facts) -> tuple[Leaver, ...]:
    """Return whom the words mean in one account, each once: an id, its unique beginning, or `ours:ID`, `theirs:ID`.

    Raises UsageError where a word means nobody, more than one, or somebody who is not there to leave.
    """
    contacts = {key: contact.name or contact.title or key for key, contact in facts.account.contacts.items()}
    known = {THEIRS: contacts, OURS: _team(facts.settings, mentioned(facts.account))}
    where = f"{facts.account.name} or in our team"
    found = [_find(word, known, where) for word in said]
    for side, who in found:
        _check_present(side, who, known[side][who], facts)
    return tuple(dict.fromkeys(_leaver(side, who, known[side], facts) for side, who in found))


def find_members(said: Sequence[str], assessment: Assessment) -> tuple[Leaver, ...]:
    """Return whom the words mean in our team, each once. Raises UsageError as `find_leavers` does."""
    settings = assessment.settings
    working = dict.fromkeys(work.member for entry in assessment.accounts for work in entry.row.work)
    names = _team(settings, list(working))
    ids = dict.fromkeys(_find(word, {OURS: names}, "our team")[1] for word in said)
    for member in ids:
        _check_member(settings, member, names[member], assessment.as_of)
    return tuple(Leaver(OURS, member, names[member], _title(settings, member)) for member in ids)


def mentioned(account: Account) -> list[str]:
    """Return the team members whom an account's file names, in its order, each once."""
    known = [member for contact in account.contacts.values() for member in contact.known_by]
    promised = [promise.by for promise in account.promises if promise.by not in account.contacts]
    leading = [initiative.owner for initiative in account.initiatives.values() if initiative.owner]
    return list(dict.fromkeys([account.owner, *known, *promised, *leading]))


def _team(settings: Settings, others: Sequence[str]) -> dict[str, str]:
    names = {member: entry.name or member for member, entry in settings.team.items()}
    return {**{member: member for member in others}, **names}


def _title(settings: Settings, member: str) -> str:
    entry = settings.team.get(member)
    return (entry.title if entry else None) or ""


def _leaver(side: str, who: str, names: _Names, facts: Facts) -> Leaver:
    title = _title(facts.settings, who) if side == OURS else facts.account.contacts[who].title or ""
    return Leaver(side, who, names[who], "" if title == names[who] else title)


def _find(word: str, known: Mapping[str, _Names], where: str) -> tuple[str, str]:
    side, colon, rest = word.partition(":")
    if colon and side in known:
        known, word = {side: known[side]}, rest
    places = [(side, who) for side, names in known.items() for who in names]
    exact = [place for place in places if place[1] == word]
    begins = exact or [place for place in places if word and place[1].startswith(word)]
    if len(begins) == 1:
        return begins[0]
    if len(exact) > 1:
        hint = f"write theirs:{word} or ours:{word}; the file should give the contact another id"
        raise UsageError(f"{word} is both a contact and a team member", hint=hint)
    if begins:
        raise could_be(word, (who for _, who in begins))
    raise UsageError(
        f"nobody {word!r} at {where}" if len(known) > 1 else f"nobody {word!r} in {where}", hint=_meant(word, known)
    )


def _meant(word: str, known: Mapping[str, _Names]) -> str:
    """Name the nearest id; what was written may also be like somebody's name."""
    everybody = {who: name for names in known.values() for who, name in names.items()}
    return did_you_mean_person(word, everybody) or known_ids(everybody, "nobody is known there")


def _check_present(side: str, who: str, name: str, facts: Facts) -> None:
    if side == OURS:
        return _check_member(facts.settings, who, name, facts.as_of)
    contact = facts.account.contacts[who]
    if contact.placeholder:
        raise UsageError(f"{who} is a seat without a name: nobody is known to leave it")
    if contact.since is not None and contact.since > facts.as_of:
        raise UsageError(f"{name} ({who}) is not there yet on {facts.as_of}: since {contact.since}")
    if has_left(contact.status, contact.left, facts.as_of):
        raise _gone(f"{name} ({who})", facts.account.name, contact.left)
    return None


def _check_member(settings: Settings, member: str, name: str, as_of: date) -> None:
    entry = settings.team.get(member)
    if entry is not None and has_left(entry.status, entry.left, as_of):
        raise _gone(f"{name} ({member})", "our team", entry.left)


def _gone(who: str, where: str, day: date | None) -> UsageError:
    hint = "the assessment counts without them already; --as-of an earlier day asks about that day"
    return UsageError(f"{who} has already left {where}{f' on {day}' if day else ''}", hint=hint)
