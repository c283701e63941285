"""`relmap rules --format json`, version 1: every code, and how it counts in a book."""

from collections.abc import Iterable
from typing import Literal

from typing_extensions import TypedDict

from relmap import __version__
from relmap.model.json_schema import schema_id
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool, published
from relmap.rules.plan import Listed
from relmap.rules.rule import Rule

SCHEMA_ID = schema_id("rules-v1")
VERSION: Literal[1] = 1


@published
class RuleOption(TypedDict):
    """Something a book may set of a rule."""

    name: str
    default: bool | float | list[str]
    description: str


@published
class RuleEntry(TypedDict):
    """A code that a finding may have."""

    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    """As it counts here."""
    default: Literal["error", "warning", "info"]
    profile: Literal["starter", "standard", "strict"] | None
    """The least demanding profile in which it runs; null: it is no rule, and runs always."""
    runs: bool
    summary: str
    why: str | None
    sources: list[str]
    hint: str | None
    options: list[RuleOption]


@published
class RulesDocument(TypedDict):
    """What `relmap rules --format json` writes. Keys stand in this order."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    rules: list[RuleEntry]


def rules_json(listed: Iterable[Listed]) -> str:
    """Return the document, a line for each code; ends with a newline."""
    members: dict[str, object] = {
        "schema": SCHEMA_ID,
        "version": VERSION,
        "tool": Tool(name="relmap", version=__version__),
        "rules": map(_entry, listed),
    }
    return encode_lines(members)


def _entry(entry: Listed) -> RuleEntry:
    kind = entry.kind
    rule = kind if isinstance(kind, Rule) else None
    return {
        "code": kind.code,
        "name": kind.name,
        "severity": entry.severity.value,
        "default": kind.severity.value,
        "profile": rule.profile if rule else None,
        "runs": entry.runs,
        "summary": kind.summary,
        "why": rule.why if rule else None,
        "sources": list(rule.sources) if rule else [],
        "hint": rule.hint if rule else None,
        "options": rule_options(rule) if rule else [],
    }


def rule_options(rule: Rule) -> list[RuleOption]:
    """Return a rule's options."""
    return [
        {
            "name": option.name,
            "default": list(option.default) if isinstance(option.default, tuple) else option.default,
            "description": option.description,
        }
        for option in rule.options
    ]
