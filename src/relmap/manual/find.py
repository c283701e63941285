"""Find what a word means: a measure, a page, a word of the glossary, or the code of a finding."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from relmap.book.codes import CODES, Code
from relmap.book.schema_codes import SCHEMA_CODES
from relmap.manual.glossary import GLOSSARY, Word
from relmap.manual.page import Page
from relmap.manual.pages import PAGES
from relmap.rules.codes import GATE_CODES
from relmap.rules.names import rule_codes

if TYPE_CHECKING:
    from relmap.rules.rule import Rule


class Topic(NamedTuple):
    """What was asked about. A page may come with the word that bears its name."""

    page: Page | None = None
    measure: str = ""
    """The measure that was asked for by its own id."""
    word: Word | None = None
    finding: "Code | Rule | None" = None


def find_topic(asked: str) -> Topic | None:
    """Return what a word means, or None. Case does not matter; spaces, hyphens and underscores are alike."""
    wanted = _fold(asked)
    finding = next((kind for kind in findings() if wanted in (_fold(kind.code), _fold(kind.name))), None)
    word = next((word for word in GLOSSARY if wanted in map(_fold, (word.word, *word.also))), None)
    for page in PAGES:
        measure = next((measure for measure in page.measures if _fold(measure) == wanted), "")
        if measure or page.id == wanted:
            return Topic(page, measure, word)
    return Topic(word=word, finding=finding) if word or finding else None


def findings() -> "Iterable[Code | Rule]":
    """Return every code that a finding may have, in order."""
    from relmap.rules.table import KINDS  # with the rules come all measures

    return KINDS.values()


def known_words() -> Iterator[str]:
    """Yield everything that can be asked for: pages, measures, words and codes."""
    yield from (page.id for page in PAGES)
    yield from (measure for page in PAGES for measure in page.measures if measure != page.id)
    yield from (word.word for word in GLOSSARY)
    yield from known_codes()


def known_codes() -> list[str]:
    """Return every code that can be asked for, in order, without loading the rules."""
    return sorted([*(code.code for code in (*CODES, *SCHEMA_CODES, *GATE_CODES)), *rule_codes()])


def _fold(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.strip().casefold())
