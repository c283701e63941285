"""Draw a page for a terminal, in colours that read on light and on dark ground. The words alone say everything."""

from collections.abc import Sequence

from rich import box
from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from relmap.render.clean import clean
from relmap.render.page import Block, Bullets, Cell, Column, Facts, Grid, Page, Prose, Section, Tone

STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "dim",
    Tone.GOOD: "green",
    Tone.WATCH: "yellow",
    Tone.BAD: "bold red",
    Tone.UNKNOWN: "magenta",
}
LONGEST = 240
"""A single text longer than this is cut off on a screen; the plain text has it whole."""
TWO_SIDES = 170
"""From this width on the sections stand in two columns."""


def page_rich(page: Page, width: int) -> RenderableType:
    """Return the page as something Rich can print."""
    lead = [Text(clean(page.title), "bold underline"), *(text(cell) for cell in page.lead), Text()]
    if width < TWO_SIDES:
        return Group(*lead, *(section_rich(section, width) for section in page.sections))
    half = width // 2 - 2
    left, right = _halves([(section_rich(section, half), _weight(section)) for section in page.sections])
    return Group(*lead, Columns([Group(*left), Group(*right)], width=half, padding=(0, 2)))


def _halves(sections: list[tuple[RenderableType, int]]) -> tuple[list[RenderableType], list[RenderableType]]:
    """Split the sections where the two sides come closest in length, in their order."""
    weights = [weight for _, weight in sections]
    cut = min(range(len(sections) + 1), key=lambda place: abs(sum(weights[:place]) - sum(weights[place:])))
    drawn = [renderable for renderable, _ in sections]
    return drawn[:cut], drawn[cut:]


def _weight(section: Section) -> int:
    return 3 + sum(len(block[0]) if isinstance(block, Facts | Bullets) else 2 for block in section.blocks)


def section_rich(section: Section, width: int) -> RenderableType:
    """Return a section: its heading, and below it the blocks, set in."""
    blocks: list[RenderableType] = [Text(clean(section.title), "bold cyan")] if section.title else []
    for position, block in enumerate(section.blocks):
        if position:
            blocks.append(Text())
        blocks.append(Padding(_block(block, width - 2), (0, 0, 0, 2)))
    return Group(*blocks, Text())


def _block(block: Block, width: int) -> RenderableType:
    match block:
        case Grid():
            return grid_rich(block, width)
        case Facts(rows):
            return _pairs([(Text(clean(row.label), "dim"), text(row.cell)) for row in rows])
        case Bullets(items):
            return _pairs([(Text("•", "dim"), text(item)) for item in items], gap=1)
        case Prose(cell):
            return text(cell)


def _pairs(rows: Sequence[tuple[Text, Text]], gap: int = 2) -> Table:
    table = Table.grid(padding=(0, gap, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in rows:
        table.add_row(label, value)
    return table


def text(cell: Cell, *, short: bool = False) -> Text:
    """Return a cell as text that nothing in it can style."""
    shown = Text(_cut(clean((short and cell.short) or cell.text)), STYLES[cell.tone])
    if cell.note:
        shown.append(f"  {_cut(clean(cell.note))}" if shown.plain else _cut(clean(cell.note)), "dim")
    return shown


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def grid_rich(grid: Grid, width: int) -> RenderableType:
    """Return a table with the columns that the width allows."""
    shown = [place for place, column in enumerate(grid.columns) if width >= max(column.least, column.fold)]
    folded = [place for place, column in enumerate(grid.columns) if column.least <= width < column.fold]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold", border_style="dim")
    for place in shown:
        _add_column(table, grid.columns[place])
    for row in grid.rows:
        first = _under(row[shown[0]], [row[place] for place in folded])
        table.add_row(first, *(text(row[place], short=width < SHORT) for place in shown[1:]))
    if not grid.more:
        return table
    return Group(table, Text(f"… and {grid.more} more; --format text shows all", "dim"))


SHORT = 150
"""Below this width cells say it shortly."""


def _add_column(table: Table, column: Column) -> None:
    table.add_column(
        column.title, justify="right" if column.right else "left", no_wrap=not column.wrap, overflow="fold"
    )


def _under(first: Cell, folded: Sequence[Cell]) -> Text:
    """Write what has no column of its own below the first cell, line by line."""
    shown = text(first)
    for cell in folded:
        if cell.text:
            shown.append("\n  ")
            shown.append_text(text(cell, short=True))
    return shown
