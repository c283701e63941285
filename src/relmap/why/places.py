"""Where in its file everything stands that a figure read, what is written there, and how old it is."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relmap.book.load import Written
from relmap.book.locate import Locator
from relmap.book.parse import Parsed, parse
from relmap.book.problem import written_route
from relmap.book.read import read_bytes
from relmap.findings import Finding, Route, Span
from relmap.measures.result import Input, Known


class Placed(NamedTuple):
    """One input with its place."""

    entry: Input
    span: Span
    written: str
    """What the file says there, on one line; empty where it says nothing."""
    age: int | None
    """Days from the input's day to the day of the assessment; None where it has none."""


class Places:
    """One account file, in which routes are looked up. Reading it again finds no file: then nothing has a place."""

    def __init__(self, root: Path, path: str, account: str, written: Written | None = None) -> None:
        """Read the file, unless it is handed over as it was `written`."""
        if written is None:
            data = read_bytes(root, path, account)
            content = b"" if isinstance(data, Finding) else data
            parsed = parse(content, path, account) if content else Parsed(None)
            written = Written(content, parsed.document or {}, parsed.root)
        self._locator = Locator(written.data, path, written.root)
        self._document: object = written.document
        self._lines: dict[Route, int] = {}

    def span(self, route: Route) -> Span:
        """Return where a route stands; one that the file does not have is answered with its nearest ancestor."""
        return self._locator.value(written_route(route, self._document)[0])

    def line(self, route: Route) -> int:
        """Return the line in which a route's key stands, or its nearest ancestor's; counted from 1."""
        if route not in self._lines:
            self._lines[route] = self._locator.line(written_route(route, self._document)[0])
        return self._lines[route]

    def place(self, found: Iterable[Input], as_of: date) -> Sequence[Placed]:
        """Return the inputs with their places, in the file's order, each place once."""
        placed = {entry: self._placed(entry, as_of) for entry in dict.fromkeys(found)}
        return sorted(placed.values(), key=lambda entry: (entry.span.line, entry.span.column, entry.entry.route))

    def _placed(self, entry: Input, as_of: date) -> Placed:
        route, _ = written_route(entry.route, self._document)
        span = self._locator.value(route)
        there = entry.known is not Known.UNKNOWN and len(route) == len(entry.route)
        written = self._locator.text(span) if there or route else ""
        age = None if entry.day is None else (as_of - entry.day).days
        if entry.known is Known.UNDATED and entry.day is not None:
            entry = entry._replace(known=Known.FRESH)
        return Placed(entry, span, written, age)
