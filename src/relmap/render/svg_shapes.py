"""Small pieces of SVG: escaped text, and the shapes that mark people."""

from itertools import accumulate
from math import cos, pi, sin

from relmap.render.clean import clean, width

DARK = frozenset(("#0072B2", "#D55E00", "#009E73"))
"""Grounds on which light text reads better."""
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: str) -> str:
    """Return a text cleaned and escaped, for an element or an attribute of SVG or HTML."""
    return clean(text).translate(_ESCAPES)


def fitted(text: str, columns: int) -> str:
    """Return a cleaned text cut to so many columns, with … where something is missing."""
    text = clean(text)
    if 2 * len(text) <= columns or width(text) <= columns:  # (no sign takes more than two)
        return text
    fitting = sum(used < columns for used in accumulate(map(width, text)))
    return text[:fitting].rstrip() + "…"


def text_at(x: float, y: float, text: str, kind: str, *, anchor: str = "start") -> str:
    """Return a line of text; `kind` is its class."""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:g}" y="{y:g}" class="{kind}"{where}>{escape(text)}</text>'


def shape(name: str, x: float, y: float, size: float, fill: str, letter: str = "") -> str:
    """Return a mark around a point; `size` is its half width."""
    paint = f'fill="{fill}" class="mark"'
    if name in ("circle", "ring"):
        return f'<circle cx="{x:g}" cy="{y:g}" r="{size * 0.9:.2f}" {paint}/>'
    if name == "square":
        side, ink = 2 * size, "letter light" if fill in DARK else "letter"
        box = f'<rect x="{x - size:g}" y="{y - size:g}" width="{side:g}" height="{side:g}" {paint}/>'
        if not letter:
            return box
        return box + text_at(x, y + size * 0.55, letter, ink, anchor="middle")
    points = " ".join(f"{x + size * dx:.2f},{y + size * dy:.2f}" for dx, dy in _POINTS[name])
    return f'<polygon points="{points}" {paint}/>'


def _star() -> list[tuple[float, float]]:
    spokes = ((1.1 if place % 2 == 0 else 0.48, place * pi / 5) for place in range(10))
    return [(radius * sin(angle), -radius * cos(angle)) for radius, angle in spokes]


_ARM = 0.36
_POINTS: dict[str, list[tuple[float, float]]] = {
    "star": _star(),
    "up": [(0, -1), (1, 0.8), (-1, 0.8)],
    "down": [(0, 1), (1, -0.8), (-1, -0.8)],
    "cross": [
        (-1, -1 + _ARM),
        (-1 + _ARM, -1),
        (0, -_ARM),
        (1 - _ARM, -1),
        (1, -1 + _ARM),
        (_ARM, 0),
        (1, 1 - _ARM),
        (1 - _ARM, 1),
        (0, _ARM),
        (-1 + _ARM, 1),
        (-1, 1 - _ARM),
        (-_ARM, 0),
    ],
}
