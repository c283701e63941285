"""Plans on disk: what relmap wrote, and between marks what people wrote into it, which is kept byte for byte.

A notes block is `<!-- relmap:notes SECTION -->`, any lines, `<!-- relmap:end -->`. The last line of a plan holds a
digest of all that stands outside the blocks, so that an edit by hand is seen. Line ends are not part of it: git may
change them.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Literal, NamedTuple

from relmap.errors import RelmapError

HEAD = b"<!-- Made by relmap plan. Write between relmap:notes and relmap:end only: all else is made anew. -->\n\n"
KEPT = b"\n## Notes of sections that are gone\n"
"""Stands over the blocks whose section the plan no longer has."""
FRONT_MATTER = b"---"
"""What a text begins with that has to be the first of its file."""

_OURS = b"relmap:"
_BEGIN = re.compile(rb"[ \t]*<!--[ \t]*relmap:notes[ \t]+([a-z0-9][a-z0-9-]*)[ \t]*-->[ \t]*\r?\n?")
_END = re.compile(rb"[ \t]*<!--[ \t]*relmap:end[ \t]*-->[ \t]*\r?\n?")
_MARK = re.compile(
    rb"<!-- relmap:(plan|shared) ([a-z0-9-]+) (?:([0-9]{4}-[0-9]{2}-[0-9]{2}) )?rm1:([0-9a-f]{16}) -->[ \t]*\r?\n?"
)

Kind = Literal["plan", "shared"]
"""A plan for ourselves, or the version that the customer may see. One is never written over the other."""


class Owner(NamedTuple):
    """Whose plan a file is, and which of the two."""

    account: str
    kind: Kind = "plan"

    def __str__(self) -> str:
        """Say it in words."""
        return f"the {'shareable ' if self.kind == 'shared' else ''}plan of {self.account}"


class Mark(NamedTuple):
    """What the last line of a plan says: whose plan it is, the digest of what was written, and for which day."""

    owner: Owner
    digest: str
    day: date | None = None


class Parts(NamedTuple):
    """A plan taken apart. `problem` says why its blocks cannot be told apart; then the notes are not whole."""

    text: bytes
    """All outside the notes blocks, without the last line."""
    notes: dict[str, bytes]
    mark: Mark | None
    problem: str = ""


class State(StrEnum):
    """How a plan on disk stands to what relmap would write now."""

    CURRENT = "current"
    OUTDATED = "outdated"
    MISSING = "missing"
    EDITED = "edited"
    ORPHANED = "orphaned"


class Held(NamedTuple):
    """A plan on disk held against what it should be."""

    state: State
    after: bytes
    """The file as relmap would write it, with the notes of the old one."""
    reason: str = ""
    """Of an edited one: what is wrong with it."""
    of_another: bool = False
    """Is it another plan? Then neither its notes nor its text are for this one."""


def take_apart(data: bytes) -> Parts:
    """Part a file into what is generated, the notes of each block, and the mark of its last line."""
    text: list[bytes] = []
    notes: dict[str, bytes] = {}
    mark, problem, lines = None, "", _lines(data)
    for number, line in lines:
        if begin := _BEGIN.fullmatch(line):
            name = begin[1].decode()
            content, fault = _block(lines, name, number)
            problem = problem or fault or (f"two notes blocks are named {name}" if name in notes else "")
            notes[name] = content
        elif found := _MARK.fullmatch(line):
            kind: Kind = "shared" if found[1] == b"shared" else "plan"
            owner = Owner(found[2].decode(), kind)
            if mark and mark.owner != owner:
                problem = problem or f"it has the marks of {mark.owner} and of {owner}"
            mark = Mark(owner, found[4].decode(), _day(found[3]))
        else:
            text.append(line)
    return Parts(b"".join(text), notes, mark, problem)


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each line in which a mark can stand, with its number, and in one piece what lies between two of them."""
    done, number = 0, 1
    while (at := data.find(_OURS, done)) >= 0:
        start = data.rfind(b"\n", done, at) + 1 or done
        if start > done:
            yield number, data[done:start]
            number += data.count(b"\n", done, start)
        done = data.find(b"\n", at) + 1 or len(data)
        yield number, data[start:done]
        number += 1
    if done < len(data):
        yield number, data[done:]


def _block(lines: Iterator[tuple[int, bytes]], name: str, start: int) -> tuple[bytes, str]:
    """Take the lines up to the end of a block, and say what is wrong with it."""
    content: list[bytes] = []
    for number, line in lines:
        if _END.fullmatch(line):
            return b"".join(content), ""
        if _BEGIN.fullmatch(line) or _MARK.fullmatch(line):
            return b"".join(content), f"the notes block {name} of line {start} has no end before line {number}"
        content.append(line)
    return b"".join(content), f"the notes block {name} of line {start} has no end"


def compose(
    generated: str, owner: Owner, notes: Mapping[str, bytes], *, crlf: bool = False, day: date | None = None
) -> bytes:
    """Return the file of a plan: the text, the notes in their blocks, what is left of them at the end, and the mark.

    The text holds a block for each section that can take notes, mostly an empty one. Raises RelmapError where its
    blocks are unsound.
    """
    text = generated.encode()
    head = b"" if text.startswith(FRONT_MATTER) else HEAD
    body = _as_lines(head + text.rstrip(b"\n") + b"\n", crlf=crlf)
    parts = take_apart(body)
    _check(parts)
    if notes:
        left = dict(notes)
        body = b"".join((*_filled(body, left), *_as_lines_each(_leftover(left), crlf=crlf)))
        parts = take_apart(body)
    of_day = f" {day}" if day else ""
    last = f"\n<!-- relmap:{owner.kind} {owner.account}{of_day} rm1:{_digest(parts.text)} -->\n"
    return body + _as_lines(last.encode(), crlf=crlf)


def hold(before: bytes | None, generated: str, owner: Owner, day: date | None = None) -> Held:
    """Hold the file of a plan, or None where there is none, against what relmap would write in its place."""
    if before is None:
        return Held(State.MISSING, compose(generated, owner, {}, day=day))
    parts = take_apart(before)
    after = compose(generated, owner, parts.notes, crlf=_has_crlf(parts.text), day=day)
    if before == after:
        return Held(State.CURRENT, after)
    reason = parts.problem or _edited(parts, take_apart(after), owner)
    of_another = parts.mark is not None and parts.mark.owner != owner
    return Held(State.EDITED if reason else State.OUTDATED, after, reason, of_another)


def _edited(parts: Parts, wanted: Parts, owner: Owner) -> str:
    """Say what would be lost if the text were made anew; nothing is where it is blank, or what would be written."""
    if parts.mark and parts.mark.owner != owner:  # first: its notes are not for anybody else, however little is left
        return f"it is {parts.mark.owner}"
    if not parts.text.strip() or _plain(parts.text) == _plain(wanted.text):
        return ""
    if parts.mark is None:
        return "it was not written by relmap"
    return "" if parts.mark.digest == _digest(parts.text) else "it was edited outside the notes blocks"


def _day(text: bytes | None) -> date | None:
    try:
        return date.fromisoformat(text.decode()) if text else None
    except ValueError:  # (a day that no calendar has)
        return None


def _filled(body: bytes, left: dict[str, bytes]) -> Iterator[bytes]:
    """Yield the text with the notes in its blocks, and take them from what is left.

    What the text itself has in a block stands there until the file has the block.
    """
    lines = (line for _, line in _lines(body))
    for line in lines:
        yield line
        begin = _BEGIN.fullmatch(line)
        if begin and (content := left.pop(begin[1].decode(), None)) is not None:
            yield content
            yield next(line for line in lines if _END.fullmatch(line))


def _leftover(left: Mapping[str, bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield pieces of text, each with the notes that follow it. A block in which nothing stands is not kept."""
    heading = KEPT
    for name, content in left.items():
        if content.strip():
            yield heading + b"\n<!-- relmap:notes %b -->\n" % name.encode(), content
            yield b"<!-- relmap:end -->\n", b""
            heading = b""


def _as_lines_each(pieces: Iterator[tuple[bytes, bytes]], *, crlf: bool) -> Iterator[bytes]:
    for text, content in pieces:
        yield _as_lines(text, crlf=crlf)
        yield content


def _check(parts: Parts) -> None:
    if parts.problem:
        raise RelmapError(f"the plan cannot hold notes: {parts.problem}", hint="each block has a name of its own")


def _has_crlf(text: bytes) -> bool:
    """Tell whether every line ends as on Windows: then the file does so as a whole."""
    ends = text.count(b"\n")
    return ends > 0 and text.count(b"\r\n") == ends


def _as_lines(text: bytes, *, crlf: bool) -> bytes:
    return text.replace(b"\n", b"\r\n") if crlf else text


def _plain(text: bytes) -> bytes:
    text = text.replace(b"\r\n", b"\n") if b"\r" in text else text
    return text.rstrip(b"\n")


def _digest(text: bytes) -> str:
    return sha256(_plain(text)).hexdigest()[:16]
