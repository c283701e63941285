"""Draw a page as GitHub's Markdown, for issues and wikis."""

import re
from collections.abc import Iterator, Sequence

from relmap.render.clean import clean, markdown_cell
from relmap.render.page import Block, Bullets, Cell, Code, Facts, Grid, Page, Prose, Section, Tone


def page_markdown(page: Page) -> str:
    """Return the page as Markdown, its headings from the first level."""
    lines = [f"# {markdown_cell(page.title)}", ""]
    for cell in page.lead:
        lines += [cell_markdown(cell), ""]
    for section in page.sections:
        lines += section_lines(section)
    return "\n".join(lines).rstrip("\n") + "\n"


def section_lines(section: Section) -> Iterator[str]:
    """Yield the lines of a section."""
    if section.title:
        yield from (f"## {markdown_cell(section.title)}", "")
    for block in section.blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Grid():
            yield from _grid(block)
        case Facts(rows):
            yield from (f"- **{markdown_cell(row.label)}**: {cell_markdown(row.cell)}" for row in rows)
        case Bullets(items):
            yield from (f"- {cell_markdown(item)}" for item in items)
        case Prose(cell):
            yield cell_markdown(cell)
        case Code(lines, language):
            yield from _fenced(lines, language)


def _fenced(lines: Sequence[str], language: str) -> Iterator[str]:
    """Fence lines so that none of them can end the fence."""
    cleaned = [clean(line) for line in lines]
    longest = max((len(ticks) for line in cleaned for ticks in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}{language}", *cleaned, fence)


def cell_markdown(cell: Cell) -> str:
    """Return a cell's text, escaped, with its note."""
    text = markdown_cell(cell.text)
    if cell.tone is Tone.STRONG and text:
        text = f"**{text}**"
    return " · ".join(part for part in (text, markdown_cell(cell.note)) if part)


def _grid(grid: Grid) -> Iterator[str]:
    shown = [position for position, column in enumerate(grid.columns) if not column.wide]
    yield _row(markdown_cell(grid.columns[position].title) for position in shown)
    yield _row("--:" if grid.columns[position].right else "---" for position in shown)
    for row in grid.rows:
        yield _row(cell_markdown(row[position]) for position in shown)
    if grid.more:
        yield ""
        yield f"… and {grid.more} more"


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
