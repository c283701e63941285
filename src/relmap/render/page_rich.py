"""Draw a page for a terminal, in colours that read on light and on dark ground. The words alone say everything."""

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from relmap.render.clean import clean
from relmap.render.grid_rich import grid_rich, rich_text, unbroken
from relmap.render.page import Block, Bullets, Code, Facts, Grid, Heading, Page, Prose, Section

TWO_SIDES = 170
"""From this width on a page of several sections stands in two columns."""
PARAGRAPH = 4_000
"""A paragraph may be several sentences: so many signs of it are shown."""
_HELD = {ord(held): space for space, held in unbroken.items()}


class _Drawn:
    """A page with its spaces put back that no line may break at: Rich breaks at every kind of space."""

    def __init__(self, page: RenderableType) -> None:
        self.page = page

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self.page, options):
            yield Segment(segment.text.translate(_HELD), segment.style, segment.control)


def page_rich(page: Page, width: int, *, two_sides: bool = False) -> RenderableType:
    """Return the page for a terminal of `width` columns; `two_sides` lets its sections stand side by side."""
    lead = [Text(clean(page.title), "bold"), *(rich_text(cell, longest=PARAGRAPH) for cell in page.lead), Text()]
    if not two_sides or width < TWO_SIDES:
        return _Drawn(Group(*lead, *(section_rich(section, width) for section in page.sections)))
    half = (width - 4) // 2
    sides = Table.grid(padding=(0, 4, 0, 0))
    for _ in range(2):
        sides.add_column(width=half)
    cut = _middle([_length(section) for section in page.sections])
    drawn = [section_rich(section, half) for section in page.sections]
    sides.add_row(Group(*drawn[:cut]), Group(*drawn[cut:]))
    return _Drawn(Group(*lead, sides))


def _middle(lengths: Sequence[int]) -> int:
    """Return where to cut so that both sides come closest in length."""
    return min(range(len(lengths) + 1), key=lambda place: abs(sum(lengths[:place]) - sum(lengths[place:])))


def _length(section: Section) -> int:
    """Estimate how many lines a section takes."""
    return 2 + sum(1 + _lines(block) for block in section.blocks)


def _lines(block: Block) -> int:
    match block:
        case Grid():
            return 2 + 2 * len(block.rows)
        case Facts(rows):
            return len(rows)
        case Bullets(items) | Code(items):
            return len(items)
    return 1


def section_rich(section: Section, width: int) -> RenderableType:
    """Return a section: its heading, and below it the blocks, set in."""
    indent = 2 if section.title else 0
    lines: list[RenderableType] = [Text(clean(section.title), "bold cyan")] if section.title else []
    for position, block in enumerate(section.blocks):
        if position:
            lines.append(Text())
        lines.append(Padding(_block(block, width - indent), (0, 0, 0, indent)))
    return Group(*lines, Text())


def _block(block: Block, width: int) -> RenderableType:
    match block:
        case Grid():
            return grid_rich(block, width)
        case Facts(rows):
            return _pairs([(Text(clean(row.label), "dim"), rich_text(row.cell)) for row in rows], gap=2)
        case Bullets(items):
            return _pairs([(Text("•", "dim"), rich_text(item)) for item in items], gap=1)
        case Prose(cell):
            return rich_text(cell, longest=PARAGRAPH)
        case Heading(text):
            return Text(clean(text), "bold")
        case Code(lines):
            return Padding(Text("\n".join(clean(line) for line in lines), overflow="fold"), (0, 0, 0, 2))


def _pairs(rows: Sequence[tuple[Text, Text]], gap: int) -> Table:
    table = Table.grid(padding=(0, gap, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in rows:
        table.add_row(label, value)
    return table
