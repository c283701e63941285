"""Look at bytes before any parser does: refuse what is no text, and tell plain files from those that need care.

The parser's composer recurses in C and dies on a file with some ten thousand nested levels. So a file goes to it
without a depth counter only when its bytes prove that it cannot nest deeply: every level costs an opening bracket or,
in block style, half a column of what a line begins with. The estimate errs towards care, which only costs time.
"""

import re
from typing import NamedTuple

from relmap.book.codes import CONTROL_CHARACTER, NOT_UTF8, TAG_REFUSED, Code, finding
from relmap.book.source import Source, without_bom
from relmap.findings import Finding, Span

_PLAIN_SIZE = 64 * 1024  # too small for as many values as are counted
_PLAIN_BRACKETS = 400
_PLAIN_INDENT = 200

_TAG_DIRECTIVES = 100
_ORDINARY = bytes([0x0A, 0x0D, *range(0x20, 0x7F)])
FORBIDDEN = re.compile("[\0-\b\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that no file of a book may contain: controls, and what is a line break to some programs only."""

_TAG_OR_ANCHOR = re.compile(rb"(?<![0-9A-Za-z])(?:&\S|!)")
_UTF16_OR_32 = re.compile(rb"\xff\xfe|\xfe\xff|\0\0\xfe\xff|\0[^\0]\0[^\0]|[^\0]\0[^\0]\0|\0\0\0[^\0]|[^\0]\0\0\0")


class Guarded(NamedTuple):
    """The bytes for the parser, whether they are plain, and why they are refused, if they are.

    A plain file has no tags, no anchors, a usual size, and cannot nest deeply enough to harm a parser.
    """

    data: bytes
    plain: bool
    refusal: Finding | None = None


def guard(data: bytes, path: str, account: str = "") -> Guarded:
    """Decide on the bytes of a file before any parser sees them."""
    data = without_bom(data)
    unusual = data.translate(None, _ORDINARY)
    if unusual:
        refusal = _refusal(data, unusual, path, account)
        if refusal:
            return Guarded(data, plain=False, refusal=refusal)
    if data.count(b"%TAG") > _TAG_DIRECTIVES:  # the parser compares each with all others
        source = Source(data, path)
        message = f"the file has more than {_TAG_DIRECTIVES} %TAG directives"
        place = source.span(source.text.index("%TAG"))
        return Guarded(data, plain=False, refusal=finding(TAG_REFUSED, message, place, account=account))
    return Guarded(data, plain=_is_plain(data))


def _is_plain(data: bytes) -> bool:
    return (
        len(data) <= _PLAIN_SIZE
        and data.count(b"[") + data.count(b"{") <= _PLAIN_BRACKETS
        and not any(len(line) > _PLAIN_INDENT and _indent(line) > _PLAIN_INDENT for line in data.splitlines())
        and not ((b"&" in data or b"!" in data) and _TAG_OR_ANCHOR.search(data))
    )


def _indent(line: bytes) -> int:
    """Count what may open block levels on one line: spaces and the signs for list items and explicit keys."""
    return len(line) - len(line.lstrip(b" \t-?:"))


def _refusal(data: bytes, unusual: bytes, path: str, account: str) -> Finding | None:
    """Look for what text must not contain. `unusual` is all that is not printable ASCII or a line break."""

    def refuse(code: Code, message: str, span: Span, hint: str) -> Finding:
        return finding(code, message, span, hint=hint, account=account, subject="bytes")

    if _UTF16_OR_32.match(data):
        return refuse(NOT_UTF8, "the file is encoded in UTF-16 or UTF-32", Span(path), "save it as UTF-8")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        return refuse(
            NOT_UTF8,
            f"the byte 0x{data[error.start]:02X} is not UTF-8",
            Source((before + "?").encode(), path).span(len(before), len(before) + 1),
            _encoding_hint(data[error.start : error.start + 1]),
        )
    found = FORBIDDEN.search(unusual.decode())
    if not found:
        return None
    source = Source(data, path)
    index = source.text.index(found.group())
    character = ord(found.group())
    name = _NAMES.get(character, "control character")
    hint = "delete it or, if it is meant, write it as an escape in double quotes"
    return refuse(CONTROL_CHARACTER, f"{name} U+{character:04X} in the text", source.span(index, index + 1), hint)


_NAMES = {
    0x00: "NUL",
    0x85: "line separator",
    0x2028: "line separator",
    0x2029: "paragraph separator",
    0xFEFF: "byte order mark",
}


def _encoding_hint(byte: bytes) -> str:
    letter = byte.decode("cp1252", "replace")
    return "save the file as UTF-8" + (f"; in Latin-1 this byte is {letter!r}" if letter.isalpha() else "")
