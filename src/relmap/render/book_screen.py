"""The whole book on one screen: `relmap assess`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.render import words
from relmap.render.book_foot import book_sections
from relmap.render.book_rows import COLUMNS, book_grid, book_rows
from relmap.render.book_unknown import unknown_section
from relmap.render.page import Block, Page, Section, prose
from relmap.render.page_markdown import page_markdown
from relmap.render.page_text import page_lines, section_lines, table_lines
from relmap.render.rubric_line import rubric_section

if TYPE_CHECKING:
    from rich.console import RenderableType

RICH_ROWS = 50
"""How many accounts a screen shows; all of them are in the plain text."""


def book_text(assessment: Assessment, accounts: Sequence[AssessedAccount]) -> str:
    """Return the book as plain text, one account a line."""
    head = page_lines(Page(_title(assessment, accounts), (), ()))
    table = table_lines(COLUMNS, book_rows(assessment, accounts)) if accounts else ("No account.",)
    foot = (line for section in _foot(assessment) for line in ("", *section_lines(section)))
    return "\n".join((*head, "", *table, *foot)) + "\n"


def book_markdown(assessment: Assessment, accounts: Sequence[AssessedAccount]) -> str:
    """Return the book as GitHub's Markdown."""
    return page_markdown(_page(assessment, accounts))


def book_rich(assessment: Assessment, accounts: Sequence[AssessedAccount], width: int) -> "RenderableType":
    """Return the book as a table for a terminal of `width` columns."""
    from relmap.render.page_rich import page_rich  # Rich is loaded for screens only

    return page_rich(_page(assessment, accounts, RICH_ROWS), width)


def _page(assessment: Assessment, accounts: Sequence[AssessedAccount], limit: int | None = None) -> Page:
    table: Block = book_grid(assessment, accounts, limit) if accounts else prose("No account.")
    return Page(_title(assessment, accounts), (), (Section("", (table,)), *_foot(assessment)))


def _title(assessment: Assessment, accounts: Sequence[AssessedAccount]) -> str:
    whole = len(assessment.accounts)
    shown = words.count(whole, "account") if len(accounts) == whole else f"{len(accounts)} of {whole} accounts"
    return f"{assessment.settings.company}: {shown} on {words.day(assessment.as_of)}"


def _foot(assessment: Assessment) -> tuple[Section, ...]:
    return (*book_sections(assessment), unknown_section(assessment), rubric_section(assessment.settings))
