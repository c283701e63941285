"""Hostile names in the Markdown of a portfolio, read back by a CommonMark parser: text, and nothing that acts."""

from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from relmap.render.clean import JOINER, clean
from relmap.render.page_markdown import page_markdown
from relmap.render.portfolio_page import portfolio_page

from ..cli.test_hostile import HOSTILE, quoted
from .books import portfolio

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def parts(tokens: list[Token]) -> list[Token]:
    return [part for token in tokens for part in (token, *(token.children or []))]


def cells(tokens: list[Token]) -> set[str]:
    """The text of every cell of every table, without the invisible signs that we put in."""
    inside = [text for opening, text in pairwise(tokens) if opening.type == "td_open"]
    return {"".join(map(said, text.children or [])).replace(JOINER, "") for text in inside}


def said(part: Token) -> str:
    return part.content if part.type in ("text", "text_special") else ""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_is_read_back_as_a_name(text: str) -> None:
    account = f"name: {quoted(text)}\nfinancials: {{2025: {{revenue: 90, gross_profit: 30}}}}"
    found = portfolio({"acme": account, "boreal": "financials: {2025: 10}"})
    tokens = READER.parse(page_markdown(portfolio_page(found)))
    assert clean(text).strip() in cells(tokens)
    kinds = {token.type for token in parts(tokens)}
    assert not kinds & {"html_block", "html_inline", "image", "link_open"}
    assert sum(token.type == "heading_open" for token in tokens) == 10
