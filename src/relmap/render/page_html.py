"""Draw sections of a page as HTML: everything from files is escaped, and nothing is fetched."""

from collections.abc import Callable, Iterator, Sequence

from relmap.findings import Route
from relmap.render.page import Block, Bullets, Cell, Code, Column, Facts, Grid, Heading, Prose, Section, Tone
from relmap.render.svg_shapes import escape

Link = Callable[[Sequence[Route]], str]
"""Says in HTML where routes stand."""


def section_html(section: Section, link: Link, picture: str = "") -> Iterator[str]:
    """Yield a section's lines. `picture` is markup of ours that stands where the page has a picture as text."""
    if section.title:
        yield f"<h2>{escape(section.title)}</h2>"
    for block in section.blocks:
        yield from _block(block, link, picture)


def _block(block: Block, link: Link, picture: str) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"<h3>{escape(text)}</h3>"
        case Prose(cell):
            yield f"<p>{_cell(cell, link)}</p>"
        case Bullets(items):
            yield "<ul>"
            yield from (f"<li>{_cell(item, link)}</li>" for item in items)
            yield "</ul>"
        case Facts(rows):
            yield "<dl>"
            yield from (f"<dt>{escape(row.label)}</dt><dd>{_cell(row.cell, link)}</dd>" for row in rows)
            yield "</dl>"
        case Grid():
            yield from _grid(block, link)
        case Code(lines):
            told = "&#10;".join(map(escape, lines))
            yield picture or f"<pre>{told}</pre>"


def _grid(grid: Grid, link: Link) -> Iterator[str]:
    yield "<table><thead><tr>"
    yield from (f'<th scope="col">{escape(column.title)}</th>' for column in grid.columns)
    yield "</tr></thead><tbody>"
    for row in grid.rows:
        cells = (f"<td{_kind(column)}>{_cell(cell, link)}</td>" for column, cell in zip(grid.columns, row, strict=True))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"
    if grid.more:
        yield f"<p>… and {grid.more} more</p>"


def _kind(column: Column) -> str:
    return ' class="number"' if column.right else "" if column.wrap else ' class="tight"'


def _cell(cell: Cell, link: Link) -> str:
    text = escape(cell.text)
    if cell.tone is Tone.STRONG:
        text = f"<strong>{text}</strong>"
    elif cell.tone is not Tone.PLAIN and text:
        text = f'<span class="{cell.tone.value}">{text}</span>'
    note = f'<span class="note">{escape(cell.note)}</span>' if cell.note else ""
    place = link(cell.routes) if cell.routes else ""
    return " ".join(part for part in (text, note, place) if part)
