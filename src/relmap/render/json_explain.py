"""`relmap explain --format json`, version 1: the page, the word or the code that was asked about, or all of them."""

from typing import Literal

from relmap import __version__
from relmap.assess.figures import MEASURES_BY_ID
from relmap.book.codes import Code
from relmap.manual.find import Topic, findings
from relmap.manual.glossary import GLOSSARY, Word
from relmap.manual.keys import describe_key
from relmap.manual.page import Example as Sample
from relmap.manual.page import Expected, Page
from relmap.manual.pages import PAGES
from relmap.model.account import Account
from relmap.model.json_schema import schema_id
from relmap.model.settings import Settings
from relmap.model.signals import signals_read_by
from relmap.model.thresholds import Threshold as Row
from relmap.model.thresholds import thresholds_at
from relmap.render.json_explain_types import (
    Example,
    ExampleFile,
    ExplainedMeasure,
    FindingCode,
    GlossaryWord,
    Key,
    ManualPage,
    Meaning,
    Outcome,
    Signal,
    Sources,
    Threshold,
)
from relmap.render.json_rules import rule_options
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool
from relmap.render.threshold_text import threshold_text
from relmap.rules.rule import Rule

SCHEMA_ID = schema_id("explain-v1")
VERSION: Literal[1] = 1


def explain_json(topic: Topic, asked: str = "") -> str:
    """Return what was asked about, or everything where nothing was; ends with a newline."""
    pages, words, codes = PAGES, GLOSSARY, tuple(findings())
    if asked:
        pages = (topic.page,) if topic.page else ()
        words = (topic.word,) if topic.word else ()
        codes = (topic.finding,) if topic.finding else ()
    members: dict[str, object] = {
        "schema": SCHEMA_ID,
        "version": VERSION,
        "tool": Tool(name="relmap", version=__version__),
        "asked": asked or None,
        "pages": map(_page, pages),
        "words": map(_word, words),
        "findings": map(_finding, codes),
    }
    return encode_lines(members)


def _page(page: Page) -> ManualPage:
    return {
        "id": page.id,
        "title": page.title,
        "question": page.question,
        "measures": [_measure(measure) for measure in page.measures],
        "words": [Meaning(word=word, means=means) for word, means in page.words.items()],
        "formula": list(page.formula),
        "reads": _keys(page),
        "signals": [Signal(id=kind.id, question=kind.question, good=kind.good) for kind in signals_read_by(page.id)],
        "thresholds": [_threshold(row) for path in page.rubric for row in thresholds_at(path)],
        "sources": Sources(published=list(page.published), ours=list(page.ours)),
        "example": _example(page.example),
        "raises": list(page.raises),
        "not_for": list(page.not_for),
        "see": list(page.see),
    }


def _measure(measure_id: str) -> ExplainedMeasure:
    measure = MEASURES_BY_ID[measure_id]
    return {"id": measure.id, "title": measure.title, "unit": measure.unit, "words": list(measure.words)}


def _keys(page: Page) -> list[Key]:
    own = [Key(file="account", key=key, means=describe_key(key, Account)) for key in page.reads]
    return own + [Key(file="relmap.yaml", key=key, means=describe_key(key, Settings)) for key in page.settings]


def _threshold(row: Row) -> Threshold:
    default = row.default if isinstance(row.default, int | float | list) else threshold_text(row.default)
    return {
        "path": row.path,
        "default": default,
        "published": row.source or None,
        "description": row.meaning,
    }


def _example(example: Sample) -> Example:
    files = [ExampleFile(path=path, text=text) for path, text in example.files().items()]
    return {
        "as_of": example.as_of.isoformat(),
        "files": files,
        "working": list(example.working),
        "expected": [_outcome(expected) for expected in example.expected],
    }


def _outcome(expected: Expected) -> Outcome:
    low, high = expected.bounds
    return {"figure": expected.figure, "value": expected.value, "low": low, "high": high}


def _word(word: Word) -> GlossaryWord:
    return {"word": word.word, "also": list(word.also), "means": word.means, "page": word.page or None}


def _finding(kind: Code | Rule) -> FindingCode:
    rule = kind if isinstance(kind, Rule) else None
    return {
        "code": kind.code,
        "name": kind.name,
        "severity": kind.severity.value,
        "summary": kind.summary,
        "why": rule.why if rule else None,
        "sources": list(rule.sources) if rule else [],
        "hint": rule.hint if rule else None,
        "options": rule_options(rule) if rule else [],
    }
