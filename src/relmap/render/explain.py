"""What `relmap explain` shows: a page of the manual, a word, the code of a finding, or the list of all of them."""

from relmap.book.codes import Code
from relmap.manual.find import Topic
from relmap.manual.glossary import GLOSSARY, Word
from relmap.manual.pages import PAGES, PAGES_BY_ID
from relmap.render.explain_page import entry_page, measures_grid, questions, see_also
from relmap.render.page import Cell, Facts, Page, Section, fact
from relmap.render.rules_page import code_page, rule_page
from relmap.rules.rule import Rule


def topic_page(topic: Topic) -> Page:
    """Return the page of what was asked about."""
    if topic.page is not None:
        page = entry_page(topic, topic.page)
        return page._replace(sections=(*page.sections, see_also(topic.page)))
    if topic.word is not None:
        return _word_page(topic.word, topic.finding)
    if topic.finding is not None:
        return rule_page(topic.finding) if isinstance(topic.finding, Rule) else code_page(topic.finding)
    return contents_page()


def contents_page() -> Page:
    """Return the list of everything that can be explained."""
    lead = Cell("relmap explain WORD says more about a page, a measure, a word, or the code of a finding.")
    return Page(
        "What relmap can explain",
        (lead,),
        (
            Section("Pages", (questions(PAGES),)),
            Section("Measures", (measures_grid(PAGES),)),
            Section("Words", (Facts(tuple(fact(word.word, word.means) for word in GLOSSARY)),)),
        ),
    )


def _word_page(word: Word, kind: Code | Rule | None) -> Page:
    rows = [fact("also called", ", ".join(word.also))] if word.also else []
    if word.page:
        rows.append(fact("more", f"relmap explain {word.page}", note=PAGES_BY_ID[word.page].question))
    if kind:  # a rule may bear the word's name
        rows.append(fact("rule", f"relmap explain {kind.code}", note=kind.summary))
    sections = (Section("", (Facts(tuple(rows)),)),) if rows else ()
    return Page(word.word, (Cell(word.means),), sections)
