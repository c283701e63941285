"""Do the names in one place of the book exist in another? Checked against the settings and the ids of all accounts."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from relmap.book.circles import CIRCLE_SHOWN, circle_text, find_circles
from relmap.book.problem import PROBLEM_LIMIT, Problem, did_you_mean
from relmap.book.schema_codes import DANGLING, ID_ON_BOTH_SIDES, PARENT_CYCLE, REPORTING_CYCLE
from relmap.book.source import shorten
from relmap.findings import Route, route_text
from relmap.model.account import Account
from relmap.model.plans import View
from relmap.model.settings import Settings
from relmap.model.signals import CATALOGUE

_CONTACT = "contact"
_MEMBER = "team member"
_EITHER = "contact or team member"
_GOAL = "goal"
_CUSTOMER_GOAL = "customer goal"
_REPAIR = "repair"
_OFFERING = "offering"
_SIGNAL = "signal"
_TIER = "tier"
_PARENT = "account or group"
_ACCOUNT = "account"
_CIRCLE_HINT = "take one of these entries out"

_OF_ACCOUNT = (
    ("owner", _MEMBER),
    ("tier", _TIER),
    ("counterpart", _CONTACT),
    ("offerings", _OFFERING),
    ("signals", _SIGNAL),
)
"""Which fields of an account name which ids. A mapping names them as its keys."""

_OF_ENTRIES = {
    "contacts": (
        ("reports_to", _CONTACT),
        ("influences", _CONTACT),
        ("conflicts_with", _CONTACT),
        ("known_by", _MEMBER),
    ),
    "competitors": (("favoured_by", _CONTACT),),
    "promises": (("by", _EITHER), ("to", _EITHER), ("repair", _REPAIR)),
    "repairs": (("with_", _CONTACT),),
    "value": (("to", _CONTACT), ("confirmed_by", _CONTACT)),
    "touchpoints": (("us", _MEMBER), ("them", _CONTACT)),
    "opportunities": (("offering", _OFFERING), ("contact", _CONTACT)),
    "customer_goals": (("contact", _CONTACT),),
    "goals": (("contact", _CONTACT),),
    "initiatives": (("goals", _GOAL), ("customer_goals", _CUSTOMER_GOAL), ("owner", _MEMBER)),
    "reviews": (("by", _MEMBER), ("with_", _EITHER)),
}
"""The same for the entries of an account's lists and mappings."""

Known = Mapping[str, Collection[str]]
"""The ids that exist, by noun. A noun that the book does not list at all is left out and not checked."""


class Mention(NamedTuple):
    """One mention of an id that may not exist: where, which, and what it should be."""

    route: Route
    id: str
    noun: str
    at_key: bool = False


def check_references(account: Account, settings: Settings, account_ids: Collection[str]) -> list[Problem]:
    """Return every dangling reference of an account, contacts with a team member's id, and reporting circles.

    What the settings do not list at all (no team, no offerings, no tiers) is not checked.
    """
    contacts = account.contacts
    known = _known(account, settings)
    missing: list[Mention] = []
    _look_up(account, (), _OF_ACCOUNT, known, missing)
    for name, fields in _OF_ENTRIES.items():
        entries = getattr(account, name)
        for key, entry in entries.items() if isinstance(entries, dict) else enumerate(entries):
            _look_up(entry, (name, key), fields, known, missing)
    _look_up_voices(account, known, missing)
    if account.parent and account.parent not in account_ids and account.parent not in settings.groups:
        missing.append(Mention(("parent",), account.parent, _PARENT))
        known[_PARENT] = [*account_ids, *settings.groups]
    problems = [_dangling(mention, known) for mention in missing[: PROBLEM_LIMIT + 1]]
    problems += [_on_both_sides(contact) for contact in contacts if contact in settings.team]
    reporting = {contact: entry.reports_to for contact, entry in contacts.items() if entry.reports_to}
    return problems + _circles(reporting, "contacts", "reports_to")


def check_settings(settings: Settings, account_ids: Collection[str]) -> list[Problem]:
    """Return every dangling reference of relmap.yaml, and managers that manage each other in a circle."""
    team = settings.team
    known: dict[str, Collection[str]] = {_ACCOUNT: account_ids, _TIER: settings.tiers}
    if team:
        known[_MEMBER] = team
    missing: list[Mention] = []
    for member, entry in team.items():
        _look_up(entry, ("team", member), (("manager", _MEMBER),), known, missing)
    for position, waiver in enumerate(settings.waivers):
        _look_up(waiver, ("waivers", position), (("account", _ACCOUNT), ("owner", _MEMBER)), known, missing)
    _look_up(settings.rubric, ("rubric",), (("tiers", _TIER),), known, missing)
    managers = {member: [entry.manager] for member, entry in team.items() if entry.manager}
    return [_dangling(mention, known) for mention in missing[: PROBLEM_LIMIT + 1]] + _circles(
        managers, "team", "manager"
    )


def check_parents(parents: Mapping[str, str]) -> list[tuple[str, Problem]]:
    """Return a problem for each circle of parents, with the account in whose file it is told; parents by account."""
    graph = {account: [parent] for account, parent in parents.items() if parent in parents}
    return [(circle[0], _parent_circle(circle)) for circle in find_circles(graph)]


def _known(account: Account, settings: Settings) -> dict[str, Collection[str]]:
    known: dict[str, Collection[str]] = {
        _CONTACT: account.contacts,
        _GOAL: account.goals,
        _CUSTOMER_GOAL: account.customer_goals,
        _REPAIR: account.repairs,
        _SIGNAL: {**CATALOGUE, **settings.signals} if settings.signals else CATALOGUE,
    }
    if settings.team:
        known[_MEMBER] = settings.team
        known[_EITHER] = {**account.contacts, **settings.team}
    if settings.offerings:
        known[_OFFERING] = settings.offerings
    if "tiers" in settings.model_fields_set:
        known[_TIER] = settings.tiers
    return known


def _look_up(
    entry: object, route: Route, fields: tuple[tuple[str, str], ...], known: Known, missing: list[Mention]
) -> None:
    """Add what an entry's fields name and nobody knows. (For every entry of every account: plain loops.)"""
    values: dict[str, str | list[str] | dict[str, object] | None] = vars(entry)
    for field, noun in fields:
        named = values[field]
        if not named or noun not in known:
            continue
        ids = known[noun]
        if isinstance(named, str):
            if named not in ids:
                missing.append(Mention((*route, _key(field)), named, noun))
            continue
        for position, name in enumerate(named):
            if name not in ids:
                in_mapping = isinstance(named, dict)
                step = name if in_mapping else position
                missing.append(Mention((*route, _key(field), step), name, noun, at_key=in_mapping))


def _look_up_voices(account: Account, known: Known, missing: list[Mention]) -> None:
    """The same for who said something: of which side depends on what is said."""
    for position, view in enumerate(account.views):
        if view.by:
            _look_up(view, ("views", position), (("by", _holder(view)),), known, missing)
    for signal, entries in account.signals.items():
        for position, entry in enumerate(entries):
            if entry.by:
                _look_up(entry, ("signals", signal, position), (("by", _EITHER),), known, missing)


def _holder(view: View) -> str:
    """A view is held by its own side; what we infer of theirs is noted by one of us or ascribed to one of them."""
    if view.side == "ours":
        return _MEMBER
    return _EITHER if view.source == "inferred" else _CONTACT


def _key(field: str) -> str:
    """Return the key in the file: fields whose names Python keeps for itself end in `_`."""
    return field.rstrip("_")


def _dangling(mention: Mention, known: Known) -> Problem:
    name = shorten(mention.id)
    pieces = [piece.strip() for piece in mention.id.split(",")]
    names = known[mention.noun]
    hint = (
        f"write a list: [{', '.join(pieces)}]"
        if all(piece in names for piece in pieces)
        else did_you_mean(mention.id, names)
    )
    subject = f"{route_text(mention.route)}={name}"
    return Problem(DANGLING, f"no {mention.noun} {name!r}", mention.route, hint, subject, mention.at_key)


def _on_both_sides(contact: str) -> Problem:
    message = f"{contact} is a team member's id as well"
    hint = "give the contact another id: both may stand in `by`"
    return Problem(ID_ON_BOTH_SIDES, message, ("contacts", contact), hint, at_key=True)


def _circles(graph: Mapping[str, Sequence[str]], where: str, key: str) -> list[Problem]:
    """Return a problem for each circle of people; the graph holds what stands under `key` of each."""

    def route(name: str, other: str) -> Route:
        return (where, name, key, graph[name].index(other))

    def problem(circle: list[str]) -> Problem:
        first, *others = pairwise(circle)
        related = tuple((route(*pair), f"{pair[0]} reports to {pair[1]}") for pair in others[:CIRCLE_SHOWN])
        message = _circle_message(circle, key, "these people report to each other")
        return Problem(REPORTING_CYCLE, message, route(*first), _CIRCLE_HINT, circle_text(circle), related=related)

    return [problem(circle) for circle in find_circles(graph)[: PROBLEM_LIMIT + 1]]


def _parent_circle(circle: list[str]) -> Problem:
    message = _circle_message(circle, "parent", "these accounts are each other's parents")
    return Problem(PARENT_CYCLE, message, ("parent",), _CIRCLE_HINT, circle_text(circle))


def _circle_message(circle: list[str], key: str, says: str) -> str:
    alone = f"{circle[0]} names itself under `{key}`"
    return f"{circle_text(circle)}: {says}" if len(circle) > 2 else alone
