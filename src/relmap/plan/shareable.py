"""The version of a plan that the customer may see: an allow-list. These types have no field for anything else.

What is ours alone has no place here: trust, stances, power, levels, goals of ours, money, dependence, competitors, what
was given for what, issues, reviews, notes, measures, and other customers. A goal of theirs is shared only if they or a
document say so: what we suppose they want is our word. A test plants a mark in every field of an account, and finds
only those named here.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.initiatives import status_on
from relmap.model.plans import CustomerGoal, Initiative, Promise, Touchpoint
from relmap.model.words import InitiativeStatus

PromiseStatus = Literal["kept", "open", "not kept"]
KINDS = frozenset(("meeting", "call", "video call", "visit", "workshop", "training", "fair", "mail", "message"))
"""How a meeting may be called. The format takes any text, and any other may be a word of ours about them."""


class SharedPair(NamedTuple):
    """Somebody of theirs, and who of ours works with them; names."""

    name: str
    title: str
    ours: tuple[str, ...]


class SharedGoal(NamedTuple):
    """A goal of theirs, in their words, with what we do for it. The targets are as they stand in the file."""

    what: str
    whose: str
    """The name; empty where nobody is named."""
    measure: str
    start: str
    target: str
    due: date | None
    initiatives: tuple["SharedInitiative", ...]


class SharedInitiative(NamedTuple):
    """What we do for a goal of theirs."""

    what: str
    owner: str
    started: date | None
    due: date | None
    status: InitiativeStatus
    done: date | None


class SharedPromise(NamedTuple):
    """A promise between both sides, with names."""

    what: str
    by: str
    to: str
    made: date | None
    due: date | None
    status: PromiseStatus
    kept: date | None


class SharedValue(NamedTuple):
    """What we promised it would be worth, what came, and who of theirs says so."""

    what: str
    to: str
    promised: str
    delivered: str
    confirmed_by: str
    day: date | None


class SharedMeeting(NamedTuple):
    """A meeting, call or visit of people of both sides."""

    day: date
    kind: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


class SharedPlan(NamedTuple):
    """All that the customer may see."""

    account: str
    name: str
    company: str
    owner: str
    as_of: date
    people: tuple[SharedPair, ...]
    goals: tuple[SharedGoal, ...]
    ours: tuple[SharedPromise, ...]
    theirs: tuple[SharedPromise, ...]
    value: tuple[SharedValue, ...]
    meetings: tuple[SharedMeeting, ...]
    """The newest first, those of the last four quarters."""


def share(facts: Facts) -> SharedPlan:
    """Return what the customer may see of an account on the day of the facts."""
    account, settings = facts.account, facts.settings
    promises = [entry for entry in account.promises if facts.happened(entry.made) and _crosses(facts, entry)]
    return SharedPlan(
        facts.id,
        account.name,
        settings.company,
        _member(facts, account.owner),
        facts.as_of,
        tuple(_people(facts)),
        tuple(_goals(facts)),
        tuple(_promise(facts, entry) for entry in promises if entry.by not in account.contacts),
        tuple(_promise(facts, entry) for entry in promises if entry.by in account.contacts),
        tuple(_value(facts)),
        tuple(_meeting(facts, entry) for entry in _met(facts)),
    )


def _people(facts: Facts) -> Iterator[SharedPair]:
    """Yield everybody with whom somebody of ours works who is still there."""
    for person in facts.people:
        links = [link for link in person.links if link.present is not False and link.relationship.level != "none"]
        if links:
            ours = tuple(dict.fromkeys(_member(facts, link.member) for link in links))
            contact = person.contact
            name, title = (contact.name, contact.title or "") if contact.name else (contact.title or "", "")
            if name:
                yield SharedPair(name, title, ours)


def _goals(facts: Facts) -> Iterator[SharedGoal]:
    for key, goal in facts.account.customer_goals.items():
        if goal.source != "ours":
            yield _goal(facts, goal, _initiatives(facts, key))


def _goal(facts: Facts, goal: CustomerGoal, initiatives: Iterator[SharedInitiative]) -> SharedGoal:
    return SharedGoal(
        goal.what,
        _contact(facts, goal.contact),
        goal.measure or "",
        _target(goal.from_),
        _target(goal.target),
        goal.due,
        tuple(initiatives),
    )


def _target(value: str | float | None) -> str:
    return "" if value is None else value if isinstance(value, str) else f"{value:.15g}"


def _initiatives(facts: Facts, goal: str) -> Iterator[SharedInitiative]:
    """Yield what is done for a goal, without what was dropped and what had not begun to exist on the day."""
    for entry in facts.account.initiatives.values():
        if goal in entry.customer_goals and entry.status != "dropped":
            yield _initiative(facts, entry)


def _initiative(facts: Facts, entry: Initiative) -> SharedInitiative:
    owner = _member(facts, entry.owner) if entry.owner else ""
    started = entry.started if facts.happened(entry.started) else None
    status = status_on(facts, entry)
    return SharedInitiative(entry.what, owner, started, entry.due, status, entry.done if status == "done" else None)


def _crosses(facts: Facts, promise: Promise) -> bool:
    """Say whether a promise is surely one between both sides. One that names nobody may be among ourselves."""
    contacts = facts.account.contacts
    if promise.by in contacts:
        return promise.to is None or (promise.to not in contacts and _is_ours(facts, promise.to))
    return promise.to in contacts and _is_ours(facts, promise.by)


def _promise(facts: Facts, entry: Promise) -> SharedPromise:
    kept = entry.kept
    day = kept if isinstance(kept, date) and kept <= facts.as_of else None
    status: PromiseStatus = "not kept" if kept is False else "kept" if day or kept is True else "open"
    by = _anybody(facts, entry.by) or facts.account.name
    return SharedPromise(entry.what, by, _anybody(facts, entry.to), entry.made, entry.due, status, day)


def _value(facts: Facts) -> Iterator[SharedValue]:
    for entry in facts.account.value:
        if facts.happened(entry.date):
            yield SharedValue(
                entry.what,
                _contact(facts, entry.to),
                entry.promised or "",
                entry.delivered or "",
                _contact(facts, entry.confirmed_by),
                entry.date,
            )


def _met(facts: Facts) -> list[Touchpoint]:
    """Return the meetings of four quarters with somebody of theirs who is still there, the newest first."""
    recent = [entry for entry in facts.account.touchpoints if facts.window_start <= entry.date <= facts.as_of]
    met = [entry for entry in recent if entry.us and any(_contact(facts, one) for one in entry.them)]
    return sorted(met, key=lambda entry: entry.date, reverse=True)


def _meeting(facts: Facts, entry: Touchpoint) -> SharedMeeting:
    ours = tuple(dict.fromkeys(_member(facts, member) for member in entry.us))
    theirs = tuple(name for one in entry.them if (name := _contact(facts, one)))
    kind = (entry.kind or "").strip().lower()
    return SharedMeeting(entry.date, kind if kind in KINDS else "", ours, theirs)


def _member(facts: Facts, member: str) -> str:
    """Return a team member's name; our company's where there is none, for an id is nobody's business."""
    entry = facts.settings.team.get(member)
    return (entry.name if entry else None) or facts.settings.company


def _is_ours(facts: Facts, who: str) -> bool:
    """Say whether somebody is of our team; where no team is listed, anybody may be."""
    return not facts.settings.team or who in facts.settings.team


def _contact(facts: Facts, contact: str | None) -> str:
    """Return the name of somebody of theirs who is there on the day; nothing for anybody else."""
    found = next((person.contact for person in facts.people if person.id == contact), None)
    return (found.name or found.title or "") if found else ""


def _anybody(facts: Facts, who: str | None) -> str:
    if who is None:
        return ""
    return _contact(facts, who) if who in facts.account.contacts else _member(facts, who)
