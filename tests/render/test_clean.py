from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from relmap.render.clean import clean, clean_all, markdown_cell, width, widths

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://evil.example\x07click\x1b]8;;\x07",
    "\x9b2J",
    "a\rb",
    "a\nb\u2028c\u2029d\x85e",
    "\u202eeman desrever\u202c",
    "zero\u200bwidth\u2060\ufeff",
    "tab\tbell\x07null\x00",
    "lone \ud800 surrogate",
    "\U000e0041 tag",
    "piled " + "e" + "\u0301" * 40,
    "[red]not markup[/red]",
    "| a | b |",
    "`code` **bold** _it_ ~~no~~",
    "[link](http://evil.example) ![pic](http://evil.example/x.png)",
    "<script>alert(1)</script> <img src=x> &lt; &amp;",
    "@everyone look at #12, org/repo#3, GH-4 and !5",
    "www.evil.example https://evil.example mail@evil.example",
    "- list",
    "1. list",
    "# heading #",
    "> quote",
    "---",
    "===",
    "$a$ and $$b$$",
    "ends with a backslash \\",
    "\\| \\\\|",
    "    indented",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    assert {category(sign) for sign in clean(text)}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"})


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_becomes_clean_and_stays_so(text: str) -> None:
    once = clean(text)
    assert {category(sign) for sign in once}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"})
    assert clean(once) == once
    once.encode("utf-8")


@given(st.lists(st.text(alphabet=st.characters(codec=None))))
def test_many_texts_are_cleaned_and_measured_as_one_is(texts: list[str]) -> None:
    cleaned = list(clean_all(texts))
    assert cleaned == [clean(text) for text in texts]
    assert widths(cleaned) == [width(text) for text in cleaned]


def test_what_is_meant_stays_as_it_is() -> None:
    for text in ("Ærø & Sønner A/S", "株式会社", "Société Générale", "EUR 3\u202f640\u202f000", "naïve 🚢"):
        assert clean(text) == text


def test_control_characters_become_visible() -> None:
    assert clean("a\x1b[2Jb\x7f") == "a␛[2Jb␡"
    assert clean("two\r\nlines") == "two  lines"


def test_width_counts_columns() -> None:
    assert [width(text) for text in ("abc", "äöü", "株式", "e\u0301", "→ –")] == [3, 3, 4, 1, 3]


def _cells(line: str) -> list[str]:
    """Read a row of two cells back, each as the plain text that a reader sees."""
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(f"| a | b |\n| --- | --- |\n{line}\n")
    cells = [token for token in tokens if token.type == "inline"][2:]
    for cell in cells:
        assert {child.type for child in cell.children or ()} <= {"text", "text_special"}, cell.children
    return ["".join(child.content for child in cell.children or ()) for cell in cells]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text_in_its_cell(text: str) -> None:
    read = _cells(f"| {markdown_cell(text)} | next |")
    assert [cell.replace("\u2060", "") for cell in read] == [clean(text).strip(), "next"]


@given(st.text())
def test_any_text_stays_text_in_its_cell(text: str) -> None:
    read = _cells(f"| {markdown_cell(text)} | next |")
    assert [cell.replace("\u2060", "").strip() for cell in read] == [clean(text).strip(), "next"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("before", ["", "- ", "# "])
def test_a_hostile_text_stays_text_in_a_line(text: str, before: str) -> None:
    tokens = MarkdownIt("commonmark").parse(before + markdown_cell(text))
    expected = {"": "paragraph_open", "- ": "bullet_list_open", "# ": "heading_open"}[before]
    assert tokens[0].type == expected
    assert sum(token.type.endswith("_list_open") for token in tokens) == (before == "- ")
    inline = [token for token in tokens if token.type == "inline"]
    assert "".join(child.content for child in inline[0].children or ()).replace("\u2060", "") == clean(text).strip()


def test_nobody_is_called_and_nothing_linked() -> None:
    escaped = markdown_cell("@anna see #12 and GH-3, https://a.example and www.b.example")
    for live in ("@anna", "#12", "GH-3", "https://", "www.b"):
        assert live not in escaped
