"""The manual's documents: a page for each family of measures, their index, and the glossary."""

from relmap.assess.figures import MEASURES_BY_ID
from relmap.manual.find import Topic
from relmap.manual.glossary import GLOSSARY, Word
from relmap.manual.page import Page
from relmap.manual.pages import PAGES, PAGES_BY_ID
from relmap.render.clean import markdown_cell
from relmap.render.explain_page import entry_page
from relmap.render.page_markdown import page_markdown
from tools.docs_header import GENERATED

INDEX = """\
What relmap computes, family by family. Each page says what the figure answers, how it is computed, where that comes
from, what raises it, and what it must not be used for; its example is also a test. `relmap explain ID` shows the same
in the terminal, and [the glossary](glossary.md) has the words.
"""
LAWS = """\
What holds for all of them: a figure has bounds over everything that is not known; what is missing is never counted as
good, bad or zero; facts dated after the day do not exist; what we say ourselves never raises a stage or a standing.
"""


def measure_page(page: Page) -> str:
    """Return the document of one family of measures."""
    title, _, text = page_markdown(entry_page(Topic(page), page)).partition("\n")
    see = [f"- {_link(other, '')}: {PAGES_BY_ID[other].question}" for other in page.see]
    lines = [title, "", GENERATED + text.rstrip(), "", "## See also", "", *see, "- [All measures](../measures.md)"]
    return "\n".join(lines) + "\n"


def index_page() -> str:
    """Return the index: the question of each page, and every id with its unit and words."""
    questions = [f"| {_link(page.id, 'measures/')} | {page.question} |" for page in PAGES]
    lines = ["# Measures", "", GENERATED, INDEX, LAWS, "| page | question |", "| --- | --- |", *questions, ""]
    lines += ["## Ids", "", "These ids serve in `--where`, `--sort` and the JSON output.", ""]
    lines += ["| id | what it is | unit | words |", "| --- | --- | --- | --- |"]
    lines += [_row(page, measure) for page in PAGES for measure in page.measures]
    return "\n".join(lines) + "\n"


def glossary_page() -> str:
    """Return the words in alphabetical order, each with the page it belongs to."""
    lines = ["# Glossary", "", GENERATED, "The words that relmap uses, on screens and in files.", ""]
    lines += [_entry(word) for word in sorted(GLOSSARY, key=lambda word: word.word.casefold())]
    return "\n".join(lines) + "\n"


def _row(page: Page, measure_id: str) -> str:
    measure = MEASURES_BY_ID[measure_id]
    words = " ".join(f"`{word}`" for word in measure.words)
    return f"| [`{measure.id}`](measures/{page.id}.md) | {measure.title} | {measure.unit} | {words} |"


def _entry(word: Word) -> str:
    also = f" ({', '.join(map(markdown_cell, word.also))})" if word.also else ""
    more = f" → {_link(word.page, 'measures/')}" if word.page else ""
    return f"- **{markdown_cell(word.word)}**{also}: {markdown_cell(word.means)}{more}"


def _link(page_id: str, folder: str) -> str:
    return f"[{PAGES_BY_ID[page_id].title}]({folder}{page_id}.md)"
