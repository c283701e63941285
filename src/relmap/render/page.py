"""A page before it is drawn: headings, facts, tables and lists of plain text with a tone.

Built once from the results and drawn as text, Markdown or in colour. Nothing in it is cleaned or escaped: each drawing
does that for its own target. No meaning rests on a tone alone.
"""

from enum import StrEnum
from typing import NamedTuple

from relmap.findings import Route


class Tone(StrEnum):
    """What a text means, for whoever can show it in colour."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    UNKNOWN = "unknown"


class Cell(NamedTuple):
    """A text with its tone; `note` belongs to it and is less important.

    `below` is how it is said where it stands below its row, without its column's title; empty: not at all. `routes` say
    where in the account's file it stands, for drawings that can link there.
    """

    text: str
    tone: Tone = Tone.PLAIN
    note: str = ""
    below: str | None = None
    routes: tuple[Route, ...] = ()


class Column(NamedTuple):
    """A column of a table: its title, and on screens of which width it is shown.

    Below `least` columns it is left out; below `fold` its cells are written under their row instead, the last first.
    """

    title: str
    least: int = 0
    fold: int = 0
    right: bool = False
    wrap: bool = False
    """May its cells go over several lines?"""
    wide: bool = False
    """Left out where a table is to be read beside other text: in Markdown."""
    widest: int = 0
    """The greatest width of the column on a screen; 0: as wide as it needs."""
    whole: bool = False
    """Are its cells lists of which nothing is cut off on a screen, long as they are?"""


class Grid(NamedTuple):
    """A table. `more` is how many rows were left out."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: int = 0


class Fact(NamedTuple):
    """A label and what is to be said about it."""

    label: str
    cell: Cell


class Facts(NamedTuple):
    """Labels with what is to be said, one below the other."""

    rows: tuple[Fact, ...]


class Bullets(NamedTuple):
    """A list."""

    items: tuple[Cell, ...]


class Prose(NamedTuple):
    """A sentence or more of its own."""

    cell: Cell


class Code(NamedTuple):
    """Lines that keep their spaces: a file, a formula. `language` is for whoever can colour it."""

    lines: tuple[str, ...]
    language: str = ""


class Heading(NamedTuple):
    """A heading inside a section."""

    text: str


Block = Grid | Facts | Bullets | Prose | Code | Heading


class Section(NamedTuple):
    """A heading with what stands below it."""

    title: str
    blocks: tuple[Block, ...]


class Page(NamedTuple):
    """A title, the sentences that come first, and the sections."""

    title: str
    lead: tuple[Cell, ...]
    sections: tuple[Section, ...]


def fact(label: str, text: str, tone: Tone = Tone.PLAIN, note: str = "") -> Fact:
    """Make a fact."""
    return Fact(label, Cell(text, tone, note))


def prose(text: str, tone: Tone = Tone.PLAIN) -> Prose:
    """Make a paragraph."""
    return Prose(Cell(text, tone))


def bullets(texts: list[str], tone: Tone = Tone.PLAIN) -> Bullets:
    """Make a list."""
    return Bullets(tuple(Cell(text, tone) for text in texts))
