"""The published JSON of `relmap explain`, version 1, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_rules import RuleOption
from relmap.render.json_types import Day, Tool, published


@published
class ExplainedMeasure(TypedDict):
    """One measure."""

    id: str
    """As in `--where`, `--sort` and the JSON of assess."""
    title: str
    unit: str
    words: list[str]
    """The words it may give, in their order; empty for a number."""


@published
class Meaning(TypedDict):
    """What one of a page's words means."""

    word: str
    means: str


@published
class Key(TypedDict):
    """A key that a measure reads; `*` stands for any id or item."""

    file: Literal["account", "relmap.yaml"]
    key: str
    means: str


@published
class Signal(TypedDict):
    """A signal that belongs to a page."""

    id: str
    question: str
    good: bool
    """Is yes good news?"""


@published
class Threshold(TypedDict):
    """An entry of the rubric, with its default."""

    path: str
    default: float | str | list[str]
    published: str | None
    """Where the default was published; null: our own choice."""
    description: str


@published
class ExampleFile(TypedDict):
    """A file of an example's book."""

    path: str
    text: str


@published
class Outcome(TypedDict):
    """A figure that the example gives; a value of null is not scored."""

    figure: str
    value: float | str | None
    low: float | str | None
    high: float | str | None


@published
class Example(TypedDict):
    """A small book and what comes out of it."""

    as_of: Day
    files: list[ExampleFile]
    """The account of the example first."""
    working: list[str]
    expected: list[Outcome]


@published
class Sources(TypedDict):
    """Where a measure comes from."""

    published: list[str]
    ours: list[str]


@published
class ManualPage(TypedDict):
    """One family of measures."""

    id: str
    title: str
    question: str
    measures: list[ExplainedMeasure]
    words: list[Meaning]
    formula: list[str]
    reads: list[Key]
    signals: list[Signal]
    thresholds: list[Threshold]
    sources: Sources
    example: Example
    raises: list[str]
    not_for: list[str]
    see: list[str]
    """Ids of related pages."""


@published
class GlossaryWord(TypedDict):
    """A word of the glossary."""

    word: str
    also: list[str]
    means: str
    page: str | None


@published
class FindingCode(TypedDict):
    """The code of a finding."""

    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    summary: str
    why: str | None
    """Why a rule is there; null: it is no rule."""
    sources: list[str]
    hint: str | None
    options: list[RuleOption]


@published
class ExplainDocument(TypedDict):
    """What a word means, or without a word the whole manual. Keys stand in this order."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    asked: str | None
    """The word that was asked about; null: everything is listed."""
    pages: list[ManualPage]
    words: list[GlossaryWord]
    findings: list[FindingCode]
