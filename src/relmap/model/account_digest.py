"""The digest of what an account's file says: two files with one digest give the same answers.

`rm1:` names the recipe: canonical JSON (sorted keys and entries, text in Unicode's NFC, whole numbers without decimals)
of the account as the format understands it. So comments, the order of keys and of entries, quotes, shorthands and a
default that is written out change nothing. Left out is what comes with the day's work and is no reason to review again:
reviews, touchpoints, days of last contact, money by period, and free notes.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from unicodedata import normalize

from relmap.model.account import Account
from relmap.model.contacts import Relationship
from relmap.model.scalars import Noun

RECIPE = "rm1"
_LENGTH = 12
_LEFT_OUT = {(Account, "reviews"), (Account, "touchpoints"), (Account, "financials"), (Relationship, "last_contact")}
_IS_OURS = re.compile(rf"{RECIPE}:[0-9a-f]{{{_LENGTH}}}").fullmatch


def digest_account(account: Account) -> str:
    """Return the digest, such as rm1:0123456789ab."""
    return f"{RECIPE}:{hashlib.sha256(_text(_plain(account)).encode()).hexdigest()[:_LENGTH]}"


def is_comparable(digest: str | None) -> bool:
    """Tell whether a stamp was made by this recipe, so that it can be held against a digest of today."""
    return digest is not None and _IS_OURS(digest) is not None


def _plain(value: object) -> object:
    if isinstance(value, Noun):
        return _fields(value)
    if isinstance(value, Mapping):
        return {_plain(str(key)): _plain(entry) for key, entry in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return sorted(map(_plain, value), key=_text)
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def _fields(noun: Noun) -> dict[str, object]:
    """Return what a noun says beyond its defaults: a field that a later format adds changes no digest."""
    kind, said = type(noun), dict[str, object]()
    for name, field in kind.model_fields.items():
        value = getattr(noun, name)
        if (kind, name) not in _LEFT_OUT and name != "note" and value != field.get_default(call_default_factory=True):
            said[field.alias or name] = _plain(value)
    return said


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
