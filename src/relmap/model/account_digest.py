"""The digest of what an account's file says: two files with one digest give the same answers.

`rm1:` names the recipe: canonical JSON (sorted keys and entries, text in Unicode's NFC, whole numbers without decimals)
of the account as the format understands it. So comments, the order of keys and of entries, quotes, shorthands and a
default that is written out change nothing. Left out is what comes with the day's work and is no reason to review again:
reviews, touchpoints, days of last contact, money by period, and free notes.
"""

import hashlib
import re
from collections.abc import Mapping
from json.encoder import encode_basestring_ascii
from typing import Any
from unicodedata import is_normalized, normalize

from relmap.model.account import Account

RECIPE = "rm1"
_LENGTH = 12
_LEFT_OUT: dict[str, Any] = {
    "reviews": True,
    "touchpoints": True,
    "financials": True,
    "contacts": {"__all__": {"known_by": {"__all__": {"last_contact"}}}},
}
"""Of all nouns only reviews and touchpoints have notes."""
_IS_OURS = re.compile(rf"{RECIPE}:[0-9a-f]{{{_LENGTH}}}").fullmatch


def digest_account(account: Account) -> str:
    """Return the digest, such as rm1:0123456789ab.

    Defaults are left out: they say nothing, and so a field that a later format adds changes no digest.
    """
    said = account.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=_LEFT_OUT)
    return f"{RECIPE}:{hashlib.sha256(_canonical(said).encode()).hexdigest()[:_LENGTH]}"


def is_comparable(digest: str | None) -> bool:
    """Tell whether a stamp was made by this recipe, so that it can be held against a digest of today."""
    return digest is not None and _IS_OURS(digest) is not None


def _canonical(value: object) -> str:
    """Write plain data as JSON, of which there is one text for all that says the same."""
    if isinstance(value, str):
        return encode_basestring_ascii(value if is_normalized("NFC", value) else normalize("NFC", value))
    if isinstance(value, Mapping):
        return (
            f"{{{','.join(sorted([f'{_canonical(str(key))}:{_canonical(entry)}' for key, entry in value.items()]))}}}"
        )
    if isinstance(value, list):
        return f"[{','.join(sorted(map(_canonical, value)))}]"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
