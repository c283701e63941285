"""What may be an id: the stem of an account file, the key of a contact, a goal or an offering."""

import re
import unicodedata

ID_LENGTH = 63
ID_PATTERN = r"^(?=.*[a-z])[a-z0-9][a-z0-9-]{0,62}$"
"""The shape of an id as a regular expression that Python and JSON Schema both read."""

_SHAPE = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_YAML_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_YAML_NUMBER = re.compile(r"[0-9]+e-?[0-9]+|0x[0-9a-f]+|0o[0-7]+|0b[01]+")
_WINDOWS_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_NOT_DECOMPOSED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def id_problem(text: str) -> str | None:
    """Say what keeps `text` from being an id, or return None when it is one."""
    if not text:
        return "an id must not be empty"
    if len(text) > ID_LENGTH:
        return f"{text[:20]!r}… has {len(text)} characters; an id has at most {ID_LENGTH}"
    if not _SHAPE.fullmatch(text):
        return f"{text!r} is no id: use a-z, 0-9 and hyphens, and begin with a letter or digit"
    if not any("a" <= letter <= "z" for letter in text):
        return f"{text!r} is no id: it needs at least one letter"
    if text in _YAML_WORDS or _YAML_NUMBER.fullmatch(text):
        return f"{text!r} is no id: YAML reads it as something other than text"
    if _WINDOWS_DEVICE.fullmatch(text):
        return f"{text!r} is no id: Windows reserves it for a device"
    return None


def suggest_id(text: str) -> str:
    """Return an id that resembles `text`, or an empty string where nothing in it can be used."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_NOT_DECOMPOSED))
    ascii_only = "".join(letter for letter in plain if not unicodedata.combining(letter))
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:ID_LENGTH].rstrip("-")
    if not slug or id_problem(slug) is None:
        return slug
    return f"id-{slug}"[:ID_LENGTH].rstrip("-")
