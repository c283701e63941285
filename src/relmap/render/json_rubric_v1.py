"""`relmap rubric --format json`, version 1: every threshold and test as it counts, and where it was set."""

from collections.abc import Iterator
from typing import Literal

from typing_extensions import TypedDict

from relmap import __version__
from relmap.book.rubric_table import RubricTable, SetTest, SetThreshold
from relmap.findings import Span
from relmap.model.json_schema import schema_id
from relmap.model.stage_tests import STAGE_TESTS
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Rubric, Tool, published

RUBRIC_SCHEMA_ID = schema_id("rubric-v1")
VERSION: Literal[1] = 1
Value = float | str | list[str] | dict[str, list[str]]
Need = Literal["must", "further", "skip"]


@published
class Place(TypedDict):
    """Where something is set; lines and columns count from 1, columns in characters."""

    path: str
    line: int
    column: int


@published
class Threshold(TypedDict):
    """One threshold."""

    path: str
    """Its place in the rubric: dependence.deep."""
    tier: str | None
    """The tier for whose accounts it counts; null: for the whole book."""
    value: Value
    default: Value
    differs: bool
    """From the default; a tier's own also where it differs from the book's."""
    place: Place | None
    """Where the value is set; null where the default counts."""
    published: str | None
    """Where the default was published; null: our own choice."""
    meaning: str


@published
class Test(TypedDict):
    """One test of a relationship stage."""

    stage: Literal["basic", "collaborative", "interconnected"]
    id: str
    label: str
    tier: str | None
    """The tier for whose accounts it counts; null: for the whole book."""
    signal: bool
    """The book made a test of a signal; else the test is one of relmap's own."""
    need: Need
    """further: some number of these is needed beside the musts."""
    default: Need
    differs: bool
    place: Place | None
    """Where the need is set; null where the default counts."""


@published
class RubricDocument(TypedDict):
    """The effective rubric of a book, as `relmap rubric --format json` writes it. Keys stand in this order."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    rubric: Rubric
    tier: str | None
    """The tier whose effective rubric this is; null: that of the book, with what each tier sets for itself."""
    thresholds: list[Threshold]
    tests: list[Test]


def rubric_json(table: RubricTable) -> str:
    """Return a rubric as JSON; ends with a newline."""
    thresholds: Iterator[Threshold] = map(_threshold, table.thresholds)
    tests: Iterator[Test] = map(_test, table.tests)
    members: dict[str, object] = {
        "schema": RUBRIC_SCHEMA_ID,
        "version": VERSION,
        "tool": Tool(name="relmap", version=__version__),
        "rubric": Rubric(version=table.stamp.version, digest=table.stamp.digest),
        "tier": table.tier,
        "thresholds": thresholds,
        "tests": tests,
    }
    return encode_lines(members)


def _threshold(entry: SetThreshold) -> Threshold:
    threshold = entry.threshold
    return {
        "path": threshold.path,
        "tier": entry.tier,
        "value": entry.value,  # type: ignore[typeddict-item]  # whatever the rubric's fields hold
        "default": threshold.default,  # type: ignore[typeddict-item]
        "differs": entry.differs,
        "place": _place(entry.place),
        "published": threshold.source or None,
        "meaning": threshold.meaning,
    }


def _test(entry: SetTest) -> Test:
    return {
        "stage": entry.stage,  # type: ignore[typeddict-item]  # exploratory has no tests
        "id": entry.id,
        "label": entry.label,
        "tier": entry.tier,
        "signal": entry.id not in STAGE_TESTS,
        "need": entry.need,
        "default": entry.default,
        "differs": entry.differs,
        "place": _place(entry.place),
    }


def _place(span: Span | None) -> Place | None:
    return None if span is None else {"path": span.path, "line": span.line, "column": span.column}
