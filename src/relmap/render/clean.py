"""Text from files is hostile: one function that makes it harmless everywhere, and one escaping function per target."""

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category, east_asian_width

JOINER = "\u2060"
"""An invisible character that we put behind a sign which would otherwise call somebody or link something."""
_KEPT_SPACES = "\u00a0\u202f"  # both hold what stands around them together
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILED_ACCENTS = re.compile(f"([{_ACCENTS}]{{3}})[{_ACCENTS}]+")
_NARROW = re.compile("[ -\u02ff\u2010-\u2027\u202f-\u205e\u2190-\u21ff]*").fullmatch
"""Does a cleaned text consist of signs that surely take one column each? A quick answer for most texts."""
_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"


def clean(text: str) -> str:
    """Return the text on one line, with nothing in it that a terminal, a layout or a reader could be fooled by.

    Line breaks and odd spaces become a space, control characters a visible picture, what has no sound encoding `�`.
    What cannot be seen is removed: zero-width signs, the signs that turn the reading direction, and accents piled up.
    """
    if not _is_visible(text):
        text = "".join(map(_visible, text))
    return text if text.isascii() or _NARROW(text) else _PILED_ACCENTS.sub(r"\1", text)


def log_text(text: str) -> str:
    """Clean a text for the log of a CI run, which obeys `##[command]` wherever it stands."""
    return clean(text).replace("##[", f"##{JOINER}[")


def clean_all(texts: Sequence[str]) -> Sequence[str]:
    """Clean many texts; quick where nothing needs it, which one look at all of them together tells."""
    together = "".join(texts)
    harmless = _is_visible(together) and (together.isascii() or _NARROW(together))
    return texts if harmless else [clean(text) for text in texts]


def widths(texts: Sequence[str]) -> list[int]:
    """Return the columns that each cleaned text takes."""
    together = "".join(texts)
    return list(map(len if together.isascii() or _NARROW(together) else width, texts))


def _is_visible(text: str) -> bool:
    """Does a text hold nothing that has to be shown in another way?"""
    return text.isprintable() or text.replace(_KEPT_SPACES[0], "").replace(_KEPT_SPACES[1], "").isprintable()


def _visible(sign: str) -> str:
    if sign.isprintable() or sign in _KEPT_SPACES:
        return sign
    if sign in _BREAKS:
        return " "
    kind = category(sign)
    if kind == "Cc":
        return "␡" if sign == "\x7f" else chr(0x2400 + ord(sign)) if sign < " " else "\ufffd"
    if kind == "Zs":
        return " "
    return "" if kind == "Cf" else "\ufffd"


def width(text: str) -> int:
    """Return how many columns of a terminal a cleaned text takes."""
    return len(text) if text.isascii() or _NARROW(text) else sum(map(_columns, text))


def _columns(sign: str) -> int:
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


_MARKDOWN = {ord(sign): f"\\{sign}" for sign in "\\`*_[]~$^#"} | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord("|"): "&#124;",
    ord("@"): f"@{JOINER}",
}
_MARKDOWN_SIGNS = re.compile(r"[\\`*_\[\]~$^#&<>|@]")
_LIVELY_SIGNS = re.compile(r"[\\`*_\[\]~$^#&<>|@!]")
_LEADING = re.compile(r"[-+](?=[\s-]|$)|=|\d{1,9}[.)](?=\s|$)")
_REFERENCE = re.compile(r"(#|!|\bGH-)(?=\d)", re.IGNORECASE)
_LINK = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)


def _is_lively(text: str) -> bool:
    """May there be anything to escape behind the beginning of a text? A quick answer for most."""
    if _LIVELY_SIGNS.search(text) or "://" in text:
        return True
    folded = text.lower()
    return "www." in folded or "gh-" in folded


@lru_cache(maxsize=16_384)
def markdown_cell(text: str) -> str:
    """Escape a text for Markdown: in a table's cell, in a heading, in a list, or anywhere inside a line.

    It stays what it is when it is read: no table breaks, no link, picture, HTML, formula, list or heading begins,
    nobody is called by `@name`, and no issue by `#12`.
    """
    text = clean(text).strip()
    if not (_is_lively(text) or _LEADING.match(text)):
        return text
    text = _REFERENCE.sub(rf"\1{JOINER}", text)
    if leading := _LEADING.match(text):
        place = leading.end() - 1
        text = f"{text[:place].translate(_MARKDOWN)}\\{text[place:].translate(_MARKDOWN)}"
    elif _MARKDOWN_SIGNS.search(text):
        text = text.translate(_MARKDOWN)
    return _LINK.sub(lambda found: f"\\{found[0]}", text)
