"""The smallest edits that writing commands make: an entry more in a list, and every other byte as it was.

The text is spliced at the places of its nodes and never written anew from data. The result is read again and held
against the data that was wanted: where they differ, nothing is done.
"""

from collections.abc import Sequence
from copy import deepcopy
from difflib import unified_diff as diff_lines
from typing import Any, NamedTuple

from relmap.book.compose import MappingNode, Node, compose
from relmap.book.entry_text import Entry, entry_text, plain_data
from relmap.book.guard import Guarded, guard
from relmap.book.parse import parse
from relmap.book.source import BOM, Source, without_bom
from relmap.book.splice import CannotSpliceError, Splicer, spliced
from relmap.findings import Route, Span, route_text


class Append(NamedTuple):
    """One entry more at the end of the list at `route`, which is made where it is missing.

    The route has one key of the file, or two. Below a second key the first entry stands alone, as that of a signal;
    what stands there alone, also a bare yes, becomes the first of a list.
    """

    route: Route
    entry: Entry


class EditRefusedError(Exception):
    """A file is written in a way that no edit is safe in: it says why, and where."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


def edit(data: bytes, path: str, edits: Sequence[Append]) -> bytes:
    """Return the file with the edits made. Raises EditRefusedError, and then the file is to be edited by hand."""
    before = parse(data, path)
    if before.document is None or before.findings:
        raise EditRefusedError("the file is broken", Span(path))
    wanted: Any = deepcopy(before.document)
    for change in edits:
        data = _appended(data, path, change)
        _append(wanted, change)
    after = parse(data, path)
    if after.findings or after.document != wanted:
        raise EditRefusedError("the edit would change more than it should", Span(path))
    return data


def _appended(data: bytes, path: str, change: Append) -> bytes:
    source, bom = Source(without_bom(data), path), BOM if data.startswith(BOM) else b""
    guarded = guard(data, path)
    root = _compose(guarded)
    if not isinstance(root, MappingNode):
        raise EditRefusedError("the file has no `key: value` lines to add to", Span(path))
    try:
        changes = Splicer(source, root).append(change.route, entry_text(change.entry))
    except CannotSpliceError as error:
        place = Span(path) if error.index is None else source.span(error.index)
        raise EditRefusedError(f"cannot add to {route_text(change.route)}: {error.why}", place) from error
    return bom + spliced(source.text, changes).encode()


def _compose(guarded: Guarded) -> Node | None:
    try:
        return compose(guarded.data, plain=guarded.plain)
    except Exception:  # (an extension module: whatever it raises, an edit before has spoilt the text)
        return None


def _append(document: Any, change: Append) -> None:
    """Make the same change to the data."""
    *above, last = change.route
    for step in above:
        document[step] = document.get(step) or {}
        document = document[step]
    there = document.get(last)
    if there is None and above:
        document[last] = plain_data(change.entry)
        return
    if there is None:
        there = []
    elif not isinstance(there, list):
        there = [there if isinstance(there, dict) else {"holds": there}]
    document[last] = [*there, plain_data(change.entry)]


def unified_diff(before: bytes, after: bytes, path: str) -> str:
    """Return what an edit changes as a unified diff, which `git apply` reads; empty where nothing changes."""
    old, new = (data.decode().splitlines(keepends=True) for data in (before, after))
    text = ""
    for line in diff_lines(old, new, f"a/{path}", f"b/{path}"):
        text += line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
    return text
