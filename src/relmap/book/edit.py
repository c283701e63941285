"""Edit a file's bytes: what is asked for and nothing else, or nothing at all.

An edit is made in the text itself, at the places that the parser gives; comments, quotes, line ends and the order of
keys stay because nobody touches them. The result is then read again, and must be the data that was wanted.
"""

import difflib
import io
import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from relmap.book.compose import MappingNode, compose
from relmap.book.flow import as_read
from relmap.book.follow import EditRefusedError, describe, is_signal
from relmap.book.guard import guard
from relmap.book.insert import fill, insert
from relmap.book.layout import Layout, spliced
from relmap.book.locate import Locator
from relmap.book.parse import Document, Parsed, parse
from relmap.book.source import Source
from relmap.findings import Route

__all__ = ["Append", "Edit", "EditRefusedError", "Fill", "edit", "unified_diff"]


class Append(NamedTuple):
    """One entry more in the list at `route`, which is made where it is missing.

    The entry is plain data (text, booleans, numbers, dates, and lists and mappings of these), written as a flow mapping
    in its order. The first entry of a signal stands alone; the second makes a list of both, also below a bare true.
    """

    route: Route
    entry: Mapping[str, object]


class Fill(NamedTuple):
    """A key that is not in the file yet, and the text or number that it gets; what is there is never changed."""

    route: Route
    entry: str | float | bool


Edit = Append | Fill


def edit(data: bytes, path: str, edits: Sequence[Edit]) -> bytes:
    """Return the file with the edits made and every other byte as it was; raises EditRefusedError."""
    for change in edits:
        data = _edited(data, path, change)
    return data


def unified_diff(before: bytes, after: bytes, path: str) -> str:
    """Return what an edit changes, as git shows it; nothing when it changes nothing."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(data: bytes) -> list[str]:
    return list(io.StringIO(data.decode("utf-8", "replace"), newline="\n"))


def _edited(data: bytes, path: str, change: Edit) -> bytes:
    document = _document(data, path)
    guarded = guard(data, path)
    source = Source(guarded.data, path)
    root = compose(guarded.data, plain=guarded.plain)
    assert isinstance(root, MappingNode)  # noqa: S101  (its data is a mapping)
    layout = Layout(source, root)
    if isinstance(change, Fill):
        splices, wanted = fill(layout, change.route, change.entry), _with_value(document, change)
    else:
        splices = insert(layout, change.route, change.entry)
        wanted = _with_entry(document, change.route, as_read(change.entry), alone=is_signal(change.route))
    text = spliced(source.text, splices)
    edited = data[: len(data) - len(guarded.data)] + text.encode()
    if not _is_same(parse(edited, path), wanted):
        message = f"with an entry added to {describe(change.route)}, the file would not read as it should"
        raise EditRefusedError(message, Locator(data, path).value(change.route))
    return edited


def _document(data: bytes, path: str) -> Document:
    parsed = parse(data, path)
    if parsed.findings or parsed.document is None:
        found = parsed.findings[0]
        raise EditRefusedError(found.message, found.span)
    return parsed.document


def _with_entry(value: object, route: Route, entry: object, *, alone: bool) -> object:
    """Return the data that is wanted; what aliases share is not changed in place."""
    if route:
        step, *below = route
        mapping = value if isinstance(value, dict) else {}
        is_first = alone and not below and step not in mapping
        inner = entry if is_first else _with_entry(mapping.get(step), tuple(below), entry, alone=alone)
        return {**mapping, step: inner}
    if value is None or isinstance(value, list):
        return [*(value or ()), entry]
    return [value if isinstance(value, dict) else {"holds": value}, entry]


def _with_value(value: object, change: Fill) -> object:
    if not change.route:
        return as_read(change.entry)
    step, *below = change.route
    mapping = value if isinstance(value, dict) else {}
    return {**mapping, step: _with_value(mapping.get(step), Fill(tuple(below), change.entry))}


def _is_same(parsed: Parsed, wanted: object) -> bool:
    """Compare data as JSON, for which true, 1 and 1.0 are not the same; the order of keys does not matter."""
    written = [json.dumps(data, sort_keys=True) for data in (parsed.document, wanted)]
    return not parsed.findings and written[0] == written[1]
