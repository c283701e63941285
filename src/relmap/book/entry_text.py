"""Write a new entry as people write them in account files: a flow mapping on one line, quoted only where it must be."""

import json
import re
from collections.abc import Mapping
from datetime import date

from relmap.book.scalars import resolve

Entry = Mapping[str, object]
"""Plain data of one entry: text, yes or no, numbers and days."""

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 _.%/()+-]*[A-Za-z0-9_.%)+-])?")
"""Text that is itself without quotes, also between brackets; more could be, and quotes never hurt."""
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_LOOKS_LIKE_ANOTHER = re.compile(r"[0-9.+-][0-9_,.:eExXoO+-]*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*")
_UNSEEN = re.compile(r"[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def entry_text(entry: Entry) -> str:
    """Return an entry as a flow mapping: `{date: 2026-09-12, side: theirs}`."""
    return "{" + ", ".join(f"{key}: {scalar_text(value)}" for key, value in entry.items()) + "}"


def scalar_text(value: object) -> str:
    """Return a value as YAML 1.1 and 1.2 both read it back."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return repr(value)
    return _text(str(value))


def _text(text: str) -> str:
    ordinary = _PLAIN.fullmatch(text) and not _LOOKS_LIKE_ANOTHER.fullmatch(text)
    if ordinary and text.casefold() not in _WORDS and resolve(text) == text:
        return text
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def plain_data(entry: Entry) -> dict[str, object]:
    """Return an entry as the parser reads it back: days are text."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in entry.items()}
