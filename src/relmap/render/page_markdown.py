"""Draw a page as GitHub's Markdown, for issues and wikis."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from relmap.findings import Route
from relmap.render.clean import clean, markdown_cell
from relmap.render.page import Block, Bullets, Cell, Code, Facts, Grid, Heading, Page, Prose, Section, Tone

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


def section_lines(section: Section, link: Link = no_link) -> Iterator[str]:
    """Yield the lines of a section."""
    if section.title:
        yield from (f"## {markdown_cell(section.title)}", "")
    for block in section.blocks:
        yield from _block(block, link)
        yield ""


def _block(block: Block, link: Link) -> Iterator[str]:
    match block:
        case Grid():
            yield from _grid(block, link)
        case Facts(rows):
            yield from (f"- **{markdown_cell(row.label)}**: {cell_markdown(row.cell, link)}" for row in rows)
        case Bullets(items):
            yield from (f"- {cell_markdown(item, link)}" for item in items)
        case Prose(cell):
            yield cell_markdown(cell, link)
        case Code(lines, language):
            yield from _fenced(lines, language)
        case Heading(text):
            yield f"### {markdown_cell(text)}"


def _fenced(lines: Sequence[str], language: str) -> Iterator[str]:
    """Fence lines so that none of them can end the fence."""
    cleaned = [clean(line) for line in lines]
    longest = max((len(ticks) for line in cleaned for ticks in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}{language}", *cleaned, fence)


def cell_markdown(cell: Cell, link: Link = no_link) -> str:
    """Return a cell's text, escaped, with its note, and where it stands."""
    text, note = markdown_cell(cell.text), markdown_cell(cell.note)
    if cell.tone is Tone.STRONG and text:
        text = f"**{text}**"
    told = f"{text} · {note}" if text and note else text or note
    place = link(cell.routes) if cell.routes else ""
    return f"{told} {place}" if place else told


def _grid(grid: Grid, link: Link) -> Iterator[str]:
    shown = [position for position, column in enumerate(grid.columns) if not column.wide]
    yield _row(markdown_cell(grid.columns[position].title) for position in shown)
    yield _row("--:" if grid.columns[position].right else "---" for position in shown)
    for row in grid.rows:
        yield _row([cell_markdown(row[position], link) for position in shown])
    if grid.more:
        yield ""
        yield f"… and {grid.more} more"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
