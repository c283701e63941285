"""Find what a word means: a measure, a page, a word of the glossary, or the code of a finding."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from relmap.book.codes import Code
from relmap.manual.glossary import GLOSSARY, Word
from relmap.manual.page import Page
from relmap.manual.pages import PAGES
from relmap.rules.rule import Rule
from relmap.rules.table import KINDS

FINDINGS: tuple[Code | Rule, ...] = tuple(KINDS.values())


class Topic(NamedTuple):
    """What was asked about. A page may come with the word that bears its name."""

    page: Page | None = None
    measure: str = ""
    """The measure that was asked for by its own id."""
    word: Word | None = None
    finding: Code | Rule | None = None


def find_topic(asked: str) -> Topic | None:
    """Return what a word means, or None. Case does not matter; spaces, hyphens and underscores are alike."""
    wanted = _fold(asked)
    finding = next((code for code in FINDINGS if wanted in (_fold(code.code), _fold(code.name))), None)
    word = next((word for word in GLOSSARY if wanted in map(_fold, (word.word, *word.also))), None)
    for page in PAGES:
        measure = next((measure for measure in page.measures if _fold(measure) == wanted), "")
        if measure or page.id == wanted:
            return Topic(page, measure, word)
    return Topic(word=word, finding=finding) if word or finding else None


def known_words() -> Iterator[str]:
    """Yield everything that can be asked for: pages, measures, words and codes."""
    yield from (page.id for page in PAGES)
    yield from (measure for page in PAGES for measure in page.measures if measure != page.id)
    yield from (word.word for word in GLOSSARY)
    yield from (code.code for code in FINDINGS)


def _fold(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.strip().casefold())
