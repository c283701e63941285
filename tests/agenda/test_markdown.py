"""Agenda and brief as Markdown: whatever stands in a file, it is read back as the text that it is."""

from datetime import date

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from relmap.render.agenda_page import agenda_page
from relmap.render.brief_page import brief_page
from relmap.render.clean import clean
from relmap.render.page_markdown import page_markdown

from ..brief.test_brief import PEOPLE, brief
from ..cli.test_hostile import HOSTILE, quoted
from .test_agenda import BOOK, agenda


def tokens(text: str) -> list[Token]:
    """Read as code hosts do: CommonMark with tables and bare links."""
    return MarkdownIt("gfm-like", {"linkify": False}).parse(text)


def inline(found: list[Token]) -> list[str]:
    """Return the text of each paragraph, heading and cell, as people read it."""
    return [
        "".join(
            child.content for child in token.children or () if child.type in ("text", "text_special", "code_inline")
        )
        for token in found
        if token.type == "inline"
    ]


def kinds(found: list[Token]) -> set[str]:
    return {child.type for token in found for child in (token, *(token.children or ()))}


def said(text: str) -> str:
    """What a reader sees of a text: without the invisible signs that we put behind others."""
    return clean(text).replace("\u2060", "").strip()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_thing_to_do_is_a_cell_of_its_row(text: str) -> None:
    found = agenda(BOOK)
    items = tuple(item._replace(todo=item.todo._replace(what=text)) for item in found.items)
    read = tokens(page_markdown(agenda_page(found._replace(items=items))))
    assert said(text) in [cell.replace("\u2060", "") for cell in inline(read)]
    assert sum(token.type == "table_open" for token in read) == len(found.groups)
    assert sum(token.type == "tr_open" for token in read) == len(found.groups) + len(items)
    assert not kinds(read) & {"link_open", "image", "html_inline", "html_block", "fence", "code_block"}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_a_hostile_person_values_is_a_line_of_the_brief(text: str) -> None:
    people = PEOPLE.replace("cares_about: No stops", f"cares_about: {quoted(text)}").replace("Jane Doe", quoted(text))
    found = brief(people, "jane")
    read = tokens(page_markdown(brief_page(found)))
    lines = [line.replace("\u2060", "") for line in inline(read)]
    assert f"{said(text)} at Acme, {date(2026, 11, 15)}" in lines
    assert f"Values: “{said(text)}”" in lines
    assert not kinds(read) & {"link_open", "image", "html_inline", "html_block", "fence", "code_block", "table_open"}
