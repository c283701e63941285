"""Small pieces of YAML as a person writes them: flow mappings, flow lists, text that is quoted where it must be."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

_NEEDS_QUOTES = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`]|[,\[\]{}]|: | #|:$|^[-+.\d][\d.eExo:_-]*$")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "đ": "d", "ı": "i", "þ": "th", "ð": "d"})


def text(value: str, *, quote: bool = False) -> str:
    """Write a text plainly where YAML lets it stand so, else in double quotes; always quoted if asked for."""
    return f'"{value}"' if quote or _NEEDS_QUOTES.search(value) else value


def listed(items: Iterable[str]) -> str:
    """Write a list in one line: `[a, b]`."""
    return f"[{', '.join(items)}]"


def flow(fields: Mapping[str, object]) -> str:
    """Write a mapping in one line, without the fields that are None: `{a: 1, b: two}`. Texts are YAML already."""
    return "{" + ", ".join(block(fields)) + "}"


def block(fields: Mapping[str, object], indent: str = "") -> list[str]:
    """Write a mapping as one line a field, without the fields that are None. Texts are YAML already."""
    return [f"{indent}{key}: {_scalar(value)}" for key, value in fields.items() if value is not None]


def item(fields: Mapping[str, object]) -> str:
    """Write one list entry on a line of its own: `  - {a: 1}`."""
    return f"  - {flow(fields)}"


def section(key: str, lines: list[str]) -> list[str]:
    """Put a key above its lines, or write nothing where there are none."""
    return [f"{key}:", *lines] if lines else []


def slug(name: str) -> str:
    """Turn a name into an id: `Łódź Werke` becomes `lodz-werke`."""
    base = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", base).strip("-")


def _scalar(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
