"""Draw a page as plain text for pipes and logs: one row a line, nothing wrapped, nothing cut off."""

from collections.abc import Iterable, Iterator, Sequence

from relmap.render.clean import clean, clean_all, width, widths
from relmap.render.page import Block, Bullets, Cell, Code, Column, Facts, Grid, Heading, Page, Prose, Section

GAP = "  "
WIDEST = 60
"""Columns are padded up to this width; a longer text pushes the rest of its own row aside and no other row."""


def page_text(page: Page) -> str:
    """Return the page as text."""
    return "\n".join(page_lines(page)) + "\n"


def page_lines(page: Page) -> Iterator[str]:
    """Yield the lines of a page."""
    title = clean(page.title)
    yield from (title, "=" * width(title))
    yield from map(cell_text, page.lead)
    for section in page.sections:
        yield ""
        yield from section_lines(section)


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
        case Code(lines):
            yield from (f"    {clean(line)}".rstrip() for line in lines)
        case Heading(text):
            yield f"{clean(text)}:"


def cell_text(cell: Cell) -> str:
    """Return a cell's text on one line, with its note."""
    if not cell.note:
        return clean(cell.text)
    return f"{clean(cell.text)} · {clean(cell.note)}" if cell.text else clean(cell.note)


def grid_lines(grid: Grid) -> Iterator[str]:
    """Yield a table's heading and rows, in columns."""
    yield from table_lines(grid.columns, grid.rows)
    if grid.more:
        yield f"… and {grid.more} more"


def table_lines(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield a heading and rows in columns; each row is let go as soon as its texts are taken."""
    texts = [[f"{cell.text} · {cell.note}" if cell.note else cell.text for cell in row] for row in rows]
    by_column = zip([column.title for column in columns], *texts, strict=True)
    last = len(columns) - 1
    padded = [
        _padded(clean_all(column_texts), right=column.right, last=place == last)
        for place, (column_texts, column) in enumerate(zip(by_column, columns, strict=True))
    ]
    yield from map(str.rstrip, map(GAP.join, zip(*padded, strict=True)))


def _padded(texts: Sequence[str], *, right: bool, last: bool) -> Sequence[str]:
    if last and not right:
        return texts
    sizes = widths(texts)
    widest = min(max(sizes), WIDEST)
    if right:
        return [" " * (widest - size) + text for text, size in zip(texts, sizes, strict=True)]
    return [text + " " * (widest - size) for text, size in zip(texts, sizes, strict=True)]


def _pad(text: str, widest: int) -> str:
    return text + " " * (widest - width(text))
