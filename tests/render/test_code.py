"""Lines that keep their spaces, in all three drawings."""

from markdown_it import MarkdownIt

from relmap.render.page import Code, Page, Section
from relmap.render.page_markdown import page_markdown
from relmap.render.page_rich import page_rich
from relmap.render.page_text import page_text

from .screens import on_screen


def page(*lines: str, language: str = "") -> Page:
    return Page("Title", (), (Section("Part", (Code(lines, language),)),))


def test_text_sets_them_in() -> None:
    assert page_text(page("a:", "  b: 1", "", "c: 2")).endswith("----\n    a:\n      b: 1\n\n    c: 2\n")


def test_a_screen_sets_them_in_and_keeps_their_spaces() -> None:
    lines = [line.rstrip() for line in on_screen(page_rich(page("a:", "  b:   1"), 80), 80).splitlines()]
    assert lines[lines.index("Part") + 1 :] == ["    a:", "      b:   1", ""]


def test_a_narrow_screen_loses_nothing() -> None:
    drawn = on_screen(page_rich(page("x" * 50), 20), 20)
    assert drawn.count("x") == 50
    assert max(map(len, drawn.splitlines())) <= 20


def test_markdown_fences_them_with_their_language() -> None:
    assert page_markdown(page("a: *b*", "  c", language="yaml")).endswith("\n```yaml\na: *b*\n  c\n```\n")


def test_no_line_can_end_the_fence() -> None:
    tokens = MarkdownIt("commonmark").parse(page_markdown(page("```", "# no heading", "`````")))
    assert [token.content for token in tokens if token.type == "fence"] == ["```\n# no heading\n`````\n"]


def test_what_a_terminal_would_act_on_is_made_visible() -> None:
    evil = page("a\x1b[31m\nb")
    for drawn in (page_text(evil), page_markdown(evil), on_screen(page_rich(evil, 80), 80)):
        assert "a␛[31m b" in drawn
