"""JSON as text: fixed bytes, readable beyond ASCII, and nothing in it that a terminal or a page would act on."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite

_compact = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_ACTS = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)  # controls that JSON would let through, marks that turn text round, line ends of JavaScript, halves of characters


def encode(value: object) -> str:
    """Return a value as JSON on one line. What is no finite number is null."""
    try:
        text = _compact(value)
    except ValueError:
        text = _compact(_finite(value))
    return text if text.isascii() and "\x7f" not in text else _ACTS.sub(_escape, text)


def encode_lines(members: Mapping[str, object]) -> str:
    """Return an object as JSON with a line for each member, and for each item of an iterator; ends with a newline.

    One account a line: a change of one account is a change of one line, it is written at the encoder's speed, and only
    one account is held twice at a time.
    """
    return "".join(_pieces(members))


def _pieces(members: Mapping[str, object]) -> Iterator[str]:
    before = "{\n"
    for key, value in members.items():
        yield f"{before}{encode(key)}:"
        before = ",\n"
        if isinstance(value, Iterator):
            yield from _list(value)
        else:
            yield encode(value)
    yield "\n}\n"


def _list(entries: Iterator[object]) -> Iterator[str]:
    before = "[\n"
    for entry in entries:
        yield before
        yield encode(entry)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def _escape(match: re.Match[str]) -> str:
    """Write a character by its number. Half a surrogate pair is no character: it becomes U+FFFD."""
    number = ord(match[0])
    return "\\ufffd" if 0xD800 <= number <= 0xDFFF else f"\\u{number:04x}"


def _finite(value: object) -> object:
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(entry) for key, entry in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_finite(entry) for entry in value]
    return value
