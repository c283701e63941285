"""Draw a page as GitHub's Markdown, for issues and wikis."""

import re
from collections.abc import Callable, Iterable, Sequence

from relmap.findings import Route
from relmap.render.clean import clean_all, markdown_cell
from relmap.render.page import Block, Bullets, Cell, Facts, Grid, Heading, Page, Prose, Section, Tone

_STRONG = Tone.STRONG
Link = Callable[[Sequence[Route]], str]
"""Says in Markdown where the routes of an account's file stand; nothing where that is not to be said."""


def no_link(_: Sequence[Route]) -> str:
    """Say of no place where it stands."""
    return ""


def page_markdown(page: Page, link: Link = no_link) -> str:
    """Return the page as Markdown, its headings from the first level."""
    lines = [f"# {markdown_cell(page.title)}", ""]
    for cell in page.lead:
        lines += [cell_markdown(cell, link), ""]
    for section in page.sections:
        lines += section_lines(section, link)
    return "\n".join(lines).rstrip("\n") + "\n"


def section_lines(section: Section, link: Link = no_link) -> list[str]:
    """Return the lines of a section."""
    lines = [f"## {markdown_cell(section.title)}", ""] if section.title else []
    for block in section.blocks:
        lines += _block(block, link)
        lines.append("")
    return lines


def _block(block: Block, link: Link) -> list[str]:
    if isinstance(block, Grid):
        return _grid(block, link)
    if isinstance(block, Facts):
        return [f"- **{markdown_cell(label)}**: {cell_markdown(cell, link)}" for label, cell in block.rows]
    if isinstance(block, Bullets):
        return [f"- {cell_markdown(item, link)}" for item in block.items]
    if isinstance(block, Prose):
        return [cell_markdown(block.cell, link)]
    if isinstance(block, Heading):
        return [f"### {markdown_cell(block.text)}"]
    return _fenced(block.lines, block.language)


def _fenced(lines: Sequence[str], language: str) -> list[str]:
    """Fence lines so that none of them can end the fence."""
    cleaned = clean_all(lines)
    longest = max(map(len, re.findall("`+", "\n".join(cleaned))), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}{language}", *cleaned, fence]


def cell_markdown(cell: Cell, link: Link = no_link) -> str:
    """Return a cell's text, escaped, with its note, and where it stands."""
    text, tone, note, _, routes = cell
    told = markdown_cell(text)
    if tone is _STRONG and told:
        told = f"**{told}**"
    if note and (note := markdown_cell(note)):
        told = f"{told} · {note}" if told else note
    if routes and (place := link(routes)):
        return f"{told} {place}"
    return told


def _grid(grid: Grid, link: Link) -> list[str]:
    shown = [position for position, column in enumerate(grid.columns) if not column.wide]
    columns = [grid.columns[position] for position in shown]
    lines = [_row([markdown_cell(column.title) for column in columns])]
    lines.append(_row(["--:" if column.right else "---" for column in columns]))
    lines += [_row([cell_markdown(row[position], link) for position in shown]) for row in grid.rows]
    return [*lines, "", f"… and {grid.more} more"] if grid.more else lines


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
