"""Draw a page as plain text for pipes and logs: one row a line, nothing wrapped, nothing cut off."""

from collections.abc import Iterator, Sequence

from relmap.render.clean import clean, width
from relmap.render.page import Block, Bullets, Cell, Facts, Grid, Page, Prose, Section

GAP = "  "
WIDEST = 60
"""Columns are padded up to this width; a longer text pushes the rest of its own row aside and no other row."""


def page_text(page: Page) -> str:
    """Return the page as text."""
    title = clean(page.title)
    lines = [title, "=" * width(title)]
    lines += [cell_text(cell) for cell in page.lead]
    for section in page.sections:
        lines += ["", *section_lines(section)]
    return "\n".join(lines) + "\n"


def section_lines(section: Section) -> Iterator[str]:
    """Yield the lines of a section."""
    if section.title:
        title = clean(section.title)
        yield title
        yield "-" * width(title)
    for position, block in enumerate(section.blocks):
        if position:
            yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Grid():
            yield from grid_lines(block)
        case Facts(rows):
            widest = max(width(clean(row.label)) for row in rows)
            for row in rows:
                yield f"{_pad(clean(row.label), widest)}{GAP}{cell_text(row.cell)}"
        case Bullets(items):
            yield from (f"- {cell_text(item)}" for item in items)
        case Prose(cell):
            yield cell_text(cell)


def cell_text(cell: Cell) -> str:
    """Return a cell's text on one line, with its note."""
    return " · ".join(clean(part) for part in (cell.text, cell.note) if part)


def grid_lines(grid: Grid) -> Iterator[str]:
    """Yield a table's heading and rows, in columns."""
    titles = [clean(column.title) for column in grid.columns]
    by_column = [
        [titles[position], *(cell_text(row[position]) for row in grid.rows)] for position in range(len(titles))
    ]
    padded = [
        _padded(texts, right=column.right, last=position == len(titles) - 1)
        for position, (texts, column) in enumerate(zip(by_column, grid.columns, strict=True))
    ]
    for cells in zip(*padded, strict=True):
        yield GAP.join(cells).rstrip()
    if grid.more:
        yield f"… and {grid.more} more"


def _padded(texts: Sequence[str], *, right: bool, last: bool) -> list[str]:
    if last and not right:
        return list(texts)
    widths = [width(text) for text in texts]
    widest = min(max(widths), WIDEST)
    if right:
        return [" " * (widest - size) + text for text, size in zip(texts, widths, strict=True)]
    return [text + " " * (widest - size) for text, size in zip(texts, widths, strict=True)]


def _pad(text: str, widest: int) -> str:
    return text + " " * (widest - width(text))
