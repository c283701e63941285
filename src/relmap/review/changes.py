"""What a file says now that it did not say then, thing by thing: who came, what was promised, which rating moved."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from relmap.model.account import Account
from relmap.model.scalars import Noun

Said = Mapping[str, object]
"""What is said of one thing: its fields that are not empty, by name."""

_OF_THE_WHOLE = (
    *("name", "owner", "status", "tier", "parent", "ids", "counterpart", "since", "tags"),
    *("potential", "ambition", "contract", "dependence", "custom"),
)
_BY_ID = ("offerings", "financials", "delivery", "repairs", "customer_goals", "goals", "initiatives")
_LISTS: Mapping[str, tuple[str, ...]] = {
    "competitors": ("name",),
    "views": ("side", "by", "date"),
    "promises": ("what", "by"),
    "exchanges": ("gave", "what", "kind", "date"),
    "value": ("what",),
    "touchpoints": ("kind", "date"),
    "issues": ("what",),
    "opportunities": ("what",),
}
"""The lists of a file, and what tells one entry from another."""
_EMPTY: tuple[object, ...] = (None, "", [], {})
_LABELS = ("name", "title", "what", "issue")


class Thing(NamedTuple):
    """Something that a file says things of: a contact, a promise, the contract."""

    kind: str
    """The key of the format that it stands under."""
    label: str
    said: Said
    implied: frozenset[str] = frozenset()
    """The fields that say what the format takes for granted, such as the status of somebody who is there."""


class Moved(NamedTuple):
    """One field that says something else; None where it says, or said, nothing."""

    field: str
    before: object
    after: object


class Change(NamedTuple):
    """One thing that is new, gone, or of which something else is said."""

    kind: str
    label: str
    state: str
    """new, gone or changed"""
    moved: tuple[Moved, ...]
    """What changed; of what is new or gone, all that is said of it."""


def find_changes(before: Account, after: Account) -> tuple[Change, ...]:
    """Return what changed between two states of an account, in the order of the format. Reviews do not count."""
    then, now = dict(_things(before)), dict(_things(after))
    found = [_change(then.get(key), now.get(key)) for key in [*now, *(key for key in then if key not in now)]]
    order = list(Account.model_fields)
    kept = (change for change in found if change is not None)
    return tuple(sorted(kept, key=lambda change: order.index(change.kind.partition(".")[0])))


def _change(then: Thing | None, now: Thing | None) -> Change | None:
    known = now or then
    assert known is not None  # noqa: S101  (it stands in one of them)
    old, new = then.said if then else {}, now.said if now else {}
    fields = [*new, *(field for field in old if field not in new)]
    moved = tuple(Moved(field, old.get(field), new.get(field)) for field in fields if old.get(field) != new.get(field))
    if not moved and then and now:
        return None
    if then and now:
        return Change(known.kind, known.label, "changed", moved)
    told = tuple(entry for entry in moved if entry.field not in known.implied)
    return Change(known.kind, known.label, "new" if now else "gone", told)


def _things(account: Account) -> Iterator[tuple[tuple[object, ...], Thing]]:
    yield from _whole(account)
    for field in _BY_ID:
        for entry_id, entry in getattr(account, field).items():
            yield (field, entry_id), _thing(field, _label(entry, entry_id), entry)
    for contact_id, contact in account.contacts.items():
        label = _label(contact, contact_id)
        yield ("contacts", contact_id), _thing("contacts", label, contact, without="known_by")
        for member, pair in contact.known_by.items():
            yield ("known_by", contact_id, member), _thing("contacts.known_by", f"{label} and {member}", pair)
    for name, answers in account.signals.items():
        yield from _numbered("signals", answers, ("by", "source", "date"), name)
    for field, identity in _LISTS.items():
        yield from _numbered(field, getattr(account, field), identity)


def _whole(account: Account) -> Iterator[tuple[tuple[object, ...], Thing]]:
    """Yield what is said of the account itself, one thing for each of its keys."""
    for field in _OF_THE_WHOLE:
        value = getattr(account, field)
        if isinstance(value, Noun):
            yield (field,), _thing(field, "", value)
        elif value not in _EMPTY:
            yield (field,), Thing(field, "", value if isinstance(value, Mapping) else {"": value})


def _numbered(
    kind: str, entries: Sequence[Noun], identity: Sequence[str], name: str = ""
) -> Iterator[tuple[tuple[object, ...], Thing]]:
    """Yield the entries of a list, each by what tells it from others; the second of the same gets a number."""
    seen = Counter[tuple[object, ...]]()
    for entry in entries:
        key = (kind, name, *(getattr(entry, field) for field in identity))
        seen[key] += 1
        yield (*key, seen[key]), _thing(kind, name or _label(entry, ""), entry)


def _label(noun: Noun, otherwise: str) -> str:
    return str(next((value for key in _LABELS if (value := getattr(noun, key, None))), otherwise))


def _thing(kind: str, label: str, noun: Noun, without: str = "") -> Thing:
    said = {name: value for name, value in _said(noun).items() if name != without}
    return Thing(kind, label, said, frozenset(said.keys() - _set_by_hand(noun)))


def _set_by_hand(noun: Noun) -> set[str]:
    return {field.alias or name for name, field in type(noun).model_fields.items() if name in noun.model_fields_set}


def _said(noun: Noun) -> Said:
    """Return what a noun says, field by field; what is empty is not said."""
    found = ((field.alias or name, getattr(noun, name)) for name, field in type(noun).model_fields.items())
    plain = ((name, _said(value) if isinstance(value, Noun) else value) for name, value in found)
    return {name: value for name, value in plain if value not in _EMPTY}
