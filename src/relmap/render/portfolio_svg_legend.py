"""What the marks and lines of the portfolio's picture mean."""

from collections.abc import Iterator

from relmap.render.svg_shapes import shape, text_at

LEGEND_HEIGHT = 118.0
"""From the ground of the plot to below the legend."""
MARKS = {
    "red": ("down", "#D55E00"),
    "amber": ("square", "#E69F00"),
    "green": ("circle", "#009E73"),
}
"""Shape and colour of each health band; the colours are told apart by all, and the shapes without any."""
_TOLD = {
    "red": "red: weak",
    "amber": "amber: to be watched",
    "green": "green: strong",
}


def legend(left: float, top: float, *, with_ranges: bool) -> Iterator[str]:
    """Yield the legend from a place on: the marks, and below them the lines where there are any."""
    x = left
    for band, text in _TOLD.items():
        mark, paint = MARKS[band]
        yield shape(mark, x + 8, top - 4, 7, paint)
        yield text_at(x + 22, top, text, "small")
        x += 46 + 6.0 * len(text)
    if not with_ranges:
        return
    yield f'<line class="range" x1="{left:g}" y1="{top + 20:g}" x2="{left + 26:g}" y2="{top + 20:g}"/>'
    yield text_at(left + 34, top + 24, "how far what is not known could move it", "small")
    yield f'<line class="open" x1="{left + 290:g}" y1="{top + 20:g}" x2="{left + 316:g}" y2="{top + 20:g}"/>'
    yield text_at(left + 324, top + 24, "health not scored: it stands somewhere along the line", "small")
