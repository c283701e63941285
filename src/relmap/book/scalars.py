"""What a plain scalar means: the core schema of YAML 1.2, in which `NO` and `2026-01-01` are text."""

import re
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

DIGIT_LIMIT = 18
"""The most digits an integer may have; every program reads as many exactly."""

_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_NUMBER_BEGINS = frozenset("0123456789.+-")
_WORD_BEGINS = frozenset(word[:1] for word in _WORDS)
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)

NULLS = frozenset(word for word, value in _WORDS.items() if value is None)
"""The ways to write null, of which none can be a key."""


class NumberTooLongError(ValueError):
    """A number that cannot be kept as it is written."""


def resolve(text: str) -> Scalar:
    """Return what a plain scalar stands for; raise NumberTooLongError rather than keep a number inexactly."""
    begins = text[:1]
    if begins not in _NUMBER_BEGINS:
        return _WORDS.get(text, text) if begins in _WORD_BEGINS else text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return _integer(text)
    return _float(text) if _FLOAT.fullmatch(text) else text


def _integer(text: str) -> int:
    base = {"0x": 16, "0o": 8}.get(text[:2], 10)
    if len(text.lstrip("-+")) > DIGIT_LIMIT:
        raise NumberTooLongError(text)
    return int(text, base)


def _float(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise NumberTooLongError(text)
    return value
