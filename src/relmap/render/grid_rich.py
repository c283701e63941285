"""Draw a table for a terminal: in columns where there is room, else each row with a second line below it."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from relmap.render.clean import clean
from relmap.render.clean import width as columns_of
from relmap.render.page import Cell, Column, Grid, Tone

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
GAP = 2
unbroken = {"\u202f": "\ue000", "\u00a0": "\ue001"}
"""Spaces at which no line may break, and the signs that stand for them until the lines are made."""


def grid_rich(grid: Grid, width: int) -> RenderableType:
    """Return a table with the columns that the width allows; what has no column stands below its row."""
    shown = [place for place, column in enumerate(grid.columns) if width >= max(column.least, column.fold)]
    folded = [place for place, column in enumerate(grid.columns) if column.least <= width < column.fold]
    drawn = _stacked(grid, shown, folded, width) if folded else _table(grid, shown)
    rest = Text(f"… and {grid.more} more; --format text shows all", "dim")
    return Group(drawn, rest) if grid.more else drawn


def rich_text(cell: Cell, *, below: bool = False, longest: int = LONGEST) -> Text:
    """Return a cell as text that nothing in it can style, its note after it or on the line below."""
    shown = Text()
    shown.append(_held(cell.text, longest), STYLES[cell.tone])
    if cell.note:
        shown.append("\n" if below and cell.text else "  " if cell.text else "")
        shown.append(_held(cell.note), "dim")
    return shown


def _held(text: str, longest: int = LONGEST) -> str:
    """Clean a text, cut it off where it is too long, and hold figures and their units together."""
    text = clean(text).replace(" %", "\u00a0%")
    text = text if len(text) <= longest else text[:longest] + "…"
    return text.translate({ord(space): sign for space, sign in unbroken.items()})


def _table(grid: Grid, shown: Sequence[int]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), header_style="bold")
    table.border_style = "dim"
    for place in shown:
        column = grid.columns[place]
        table.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=not column.wrap,
            max_width=column.widest or None,
            overflow="fold",
        )
    for row in grid.rows:
        table.add_row(*(_in_table(row[place], grid.columns[place]) for place in shown))
    return table


def _in_table(cell: Cell, column: Column) -> Text:
    return rich_text(cell, below=column.wrap, longest=len(cell.text) if column.whole else LONGEST)


def _stacked(grid: Grid, shown: Sequence[int], folded: Sequence[int], width: int) -> RenderableType:
    """Draw one line of columns for each row, and under it in a running line what has no column."""
    columns = [grid.columns[place] for place in shown]
    lines = [[rich_text(row[place]._replace(note="")) for place in shown] for row in grid.rows]
    sizes = _sizes([[Text(column.title) for column in columns], *lines], width)
    drawn: list[RenderableType] = [
        _line([Text(column.title, "bold") for column in columns], columns, sizes),
        Text("─" * min(width, sum(sizes) + GAP * (len(sizes) - 1)), "dim"),
    ]
    for row, line in zip(grid.rows, lines, strict=True):
        drawn.append(_line(line, columns, sizes))
        notes = [Cell(row[place].note, Tone.MUTED) for place in shown]
        if below := _running([*(row[place] for place in reversed(folded)), *notes]):
            drawn.append(Padding(below, (0, 0, 0, 2)))
    return Group(*drawn)


def _sizes(lines: Sequence[Sequence[Text]], width: int) -> list[int]:
    """Give every column what it needs; the first one gives way where that is too much."""
    sizes = [max(columns_of(line[place].plain) for line in lines) for place in range(len(lines[0]))]
    over = sum(sizes) + GAP * (len(sizes) - 1) - width
    return [max(8, sizes[0] - max(0, over)), *sizes[1:]]


def _line(cells: Sequence[Text], columns: Sequence[Column], sizes: Sequence[int]) -> Text:
    line = Text(no_wrap=True, overflow="ellipsis")
    for place, (cell, column, size) in enumerate(zip(cells, columns, sizes, strict=True)):
        cell.truncate(size, overflow="ellipsis")
        spaces = " " * max(0, size - columns_of(cell.plain))
        if place:
            line.append(" " * GAP)
        line.append_text(Text(spaces) + cell if column.right else cell + Text(spaces))
    return line


def _running(cells: Sequence[Cell]) -> Text | None:
    """Join what stands below a row, each thing once: the first is read, the rest is looked up."""
    told: dict[str, Cell] = {}
    for cell in cells:
        text = cell.text if cell.below is None else cell.below
        tone = Tone.MUTED if told and cell.tone in _QUIET else cell.tone
        if text:
            told.setdefault(text, Cell(text, tone, cell.note))
    line = Text()
    for place, cell in enumerate(told.values()):
        line.append(" · " if place else "", "dim").append_text(rich_text(cell))
    return line if told else None


_QUIET = (Tone.PLAIN, Tone.STRONG, Tone.GOOD)
