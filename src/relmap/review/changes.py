"""What a file says now that it did not say then, thing by thing: who came, what was promised, which rating moved."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from relmap.model.account import Account
from relmap.model.scalars import Noun

Said = Mapping[str, object]
"""What is said of one thing: its fields that are no default, by name."""

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
_LABELS = ("name", "title", "what", "issue")


class Thing(NamedTuple):
    """Something that a file says things of: a contact, a promise, the contract."""

    kind: str
    """The key of the format that it stands under."""
    label: str
    said: Said


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
    state = "changed" if then and now else "new" if now else "gone"
    return Change(known.kind, known.label, state, moved)


def _things(account: Account) -> Iterator[tuple[tuple[object, ...], Thing]]:
    yield from _whole(account)
    for field in _BY_ID:
        for entry_id, entry in getattr(account, field).items():
            yield (field, entry_id), Thing(field, _label(entry, entry_id), _said(entry))
    for contact_id, contact in account.contacts.items():
        label = _label(contact, contact_id)
        yield ("contacts", contact_id), Thing("contacts", label, _said(contact, without=("known_by",)))
        for member, pair in contact.known_by.items():
            yield ("known_by", contact_id, member), Thing("contacts.known_by", f"{label} and {member}", _said(pair))
    for name, answers in account.signals.items():
        yield from _numbered(
            "signals", [((name, answer.by, answer.source, answer.date), name, answer) for answer in answers]
        )
    for field, identity in _LISTS.items():
        entries = [(tuple(getattr(entry, key) for key in identity), "", entry) for entry in getattr(account, field)]
        yield from _numbered(field, entries)


def _whole(account: Account) -> Iterator[tuple[tuple[object, ...], Thing]]:
    """Yield what is said of the account itself, one thing for each of its keys."""
    for field in _OF_THE_WHOLE:
        value = getattr(account, field)
        said = _said(value) if isinstance(value, Noun) else value if isinstance(value, Mapping) else {"": value}
        if any(entry not in (None, [], {}) for entry in said.values()):
            yield (field,), Thing(field, "", said)


def _numbered(
    kind: str, entries: Sequence[tuple[tuple[object, ...], str, Noun]]
) -> Iterator[tuple[tuple[object, ...], Thing]]:
    """Yield the entries of a list, each by what tells it from others; the second of the same gets a number."""
    seen = Counter[tuple[object, ...]]()
    for identity, name, entry in entries:
        seen[identity] += 1
        label = name or _label(entry, "")
        yield (kind, *identity, seen[identity]), Thing(kind, label, _said(entry))


def _label(noun: Noun, otherwise: str) -> str:
    return str(next((value for key in _LABELS if (value := getattr(noun, key, None))), otherwise))


def _said(noun: Noun, without: Sequence[str] = ()) -> Said:
    return {
        field.alias or name: _said(value) if isinstance(value, Noun) else value
        for name, field in type(noun).model_fields.items()
        if name not in without and (value := getattr(noun, name)) != field.get_default(call_default_factory=True)
    }
