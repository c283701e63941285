"""Plain data as YAML on one line: `{date: 2026-09-12, side: theirs}`, with quotes only where they are needed."""

import json
import re
from collections.abc import Mapping
from datetime import date

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from relmap.book.guard import FORBIDDEN
from relmap.book.scalars import NumberTooLongError, resolve

_WHOLE = 1e15  # beyond, a float is written with its exponent
_TEXT = "tag:yaml.org,2002:str"
_ONE_LETTER_TRUTHS = frozenset("yYnN")  # booleans by the text of YAML 1.1, though PyYAML leaves them alone
_PLAIN = re.compile(
    r"""(?![-:,\[\]{}#&*!|>'"%@`=\s])  # signs that mean something else in front
        (?:[^,?\[\]{}\s:\#]             # any sign that no reader takes for a separator in brackets
        |:(?=\S)                        # a colon inside a word
        |(?<=\S)\#                      # a number sign inside a word
        |\ +(?=\S))+                    # spaces between words
    """,
    re.VERBOSE,
)
_UNSEEN = re.compile(f"{FORBIDDEN.pattern}|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff]")
"""What no file may contain, and what nobody would see in it: marks that turn or join the text around them."""


def flow_text(value: object) -> str:
    """Write text, a number, a boolean, a date, or lists and mappings of these in YAML's flow style."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_text(str(key))}: {flow_text(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow_text, value))}]"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return _number(as_read(value))
    return _text(value) if isinstance(value, str) else json.dumps(value)


def as_read(value: object) -> object:
    """Return the data that `flow_text` is read back as: dates and keys are text, and 7.0 is 7."""
    if isinstance(value, Mapping):
        return {str(key): as_read(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(inner) for inner in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def _number(value: object) -> str:
    """YAML 1.1 takes `1e+16` for text; `1.0e+16` is a number for all."""
    digits, exponent, power = repr(value).partition("e")
    return f"{digits}{'' if '.' in digits else '.0'}e{power}" if exponent else digits


def _text(text: str) -> str:
    return text if _is_plain(text) else _quoted(text)


def _is_plain(text: str) -> bool:
    """Tell whether text without quotes is read as that text, by the rules of YAML 1.1 and of 1.2."""
    if not _PLAIN.fullmatch(text) or _UNSEEN.search(text) or text in _ONE_LETTER_TRUTHS:
        return False
    try:
        is_text = isinstance(resolve(text), str)
    except NumberTooLongError:
        return False
    tag: str = Resolver().resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return is_text and tag == _TEXT


def _quoted(text: str) -> str:
    """Write text as JSON does, which YAML reads, with escapes for all that no file may contain."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))
