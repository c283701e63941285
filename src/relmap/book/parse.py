"""Parse one file: bytes in, plain data and findings out, and never an exception."""

from dataclasses import dataclass
from typing import TypeAlias

from relmap.book.careful import CarefulConstructor
from relmap.book.codes import EMPTY_FILE, NOT_A_MAPPING, finding
from relmap.book.compose import Node, compose
from relmap.book.construct import DoubtError, construct_quickly
from relmap.book.guard import guard
from relmap.book.locate import node_span
from relmap.book.source import Source
from relmap.book.syntax import explain
from relmap.findings import Finding, Span

Document: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's data, and what is wrong with it.

    With findings there may still be a document, for more findings; it must not be computed with. Text stands exactly as
    written, keys always as text.
    """

    document: Document | None
    findings: tuple[Finding, ...] = ()
    root: Node | None = None
    """What the document was made of, with its places."""


def parse(data: bytes, path: str, account: str = "") -> Parsed:
    """Parse the bytes of a file; `path` and `account` are for the findings."""
    guarded = guard(data, path, account)
    if guarded.refusal:
        return Parsed(None, (guarded.refusal,))
    try:
        root = compose(guarded.data, plain=guarded.plain)
        document = _quickly(root) if root is not None and guarded.plain else None
        return Parsed(document, root=root) if document else _carefully(root, Source(guarded.data, path), account)
    except Exception as error:  # (an extension module: whatever it raises is about this file)
        return Parsed(None, (explain(error, Source(guarded.data, path), account),))


def _quickly(root: Node) -> Document | None:
    try:
        document = construct_quickly(root)
    except (DoubtError, TypeError):  # TypeError: a list or mapping as a key cannot be hashed
        return None
    return document if type(document) is dict else None


def _carefully(root: Node | None, source: Source, account: str) -> Parsed:
    if root is None:
        return _empty(source, account)
    constructor = CarefulConstructor(source, account)
    document = constructor.document(root)
    if isinstance(document, dict):
        return Parsed(document, tuple(sorted(constructor.findings, key=lambda found: found.sort_key)), root)
    if constructor.findings:
        return Parsed(None, tuple(constructor.findings))
    if document is None:
        return _empty(source, account)
    kind = "a list" if isinstance(document, list) else "a single value"
    message = f"the file is {kind}; `key: value` lines were expected"
    return Parsed(None, (finding(NOT_A_MAPPING, message, node_span(source, root), account=account),))


def _empty(source: Source, account: str) -> Parsed:
    message = "the file contains only comments" if source.text.strip() else "the file is empty"
    return Parsed(None, (finding(EMPTY_FILE, message, Span(source.path), account=account),))
