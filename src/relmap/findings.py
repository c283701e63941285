"""What relmap says about a place in a file: one frozen value for syntax, schema, references and rules."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import TypeAlias

Route: TypeAlias = tuple[str | int, ...]
"""A path inside a document, as keys and list positions: `("contacts", "jane-doe", "power")`."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class State(StrEnum):
    """Whether a finding still asks for something."""

    ACTIVE = "active"
    WAIVED = "waived"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def __reduce__(self) -> tuple[type["Span"], tuple[object, ...]]:
        """Travel between processes as plain arguments: several times as quick as what a dataclass does by itself."""
        return Span, (self.path, self.line, self.column, self.end_line, self.end_column)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, and what it is."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """Why a finding is waived: the reason, whether it stands on the line itself, and until when it counts."""

    reason: str
    on_the_line: bool
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing relmap has to say about one place.

    `route` is the path inside the document, `subject` what the finding is about (a contact id, a key), both stable
    when lines move; `span` is where a person looks.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    hint: str = ""
    route: Route = ()
    account: str = ""
    subject: str = ""
    related: tuple[Related, ...] = ()
    state: State = State.ACTIVE
    on: date | None = None
    """The first day on which it holds, where that is known; it may lie ahead."""
    accepted: Accepted | None = None

    def __reduce__(self) -> tuple[type["Finding"], tuple[object, ...]]:
        """Travel as a span does."""
        return Finding, _values_of(self)

    @property
    def fingerprint(self) -> str:
        """The identity of the finding across edits: code, account and subject, no line and no measured value."""
        return "/".join((self.code, self.account, self.subject))

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by place, then code, then wording."""
        return (self.span.path, self.span.line, self.span.column, self.code, self.message)


_values_of = attrgetter(*(field.name for field in fields(Finding)))


def route_text(route: Route) -> str:
    """Write a route as people read it: `contacts.jane-doe.roles[0]`."""
    text = ""
    for step in route:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
