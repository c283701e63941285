"""Where answers go: stdout or files, in which format, with or without colour."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relmap.cli.options import choose
from relmap.errors import RelmapError

if TYPE_CHECKING:
    from rich.console import RenderableType

COLORS = ("auto", "always", "never")
PIPED_WIDTH = 120
"""Columns for `--format rich` where no terminal says how many there are."""


class Target(NamedTuple):
    """One place to write to: a format and a file, or stdout where the path is None."""

    format: str
    path: Path | None


def targets(chosen: str | None, outputs: Sequence[str], formats: tuple[str, ...]) -> list[Target]:
    """Return where to write, in which format. A prefix of `-o` counts only when it is a known format."""
    default = choose(chosen, formats, "--format") if chosen else None
    if not outputs:
        return [Target(default or ("rich" if sys.stdout.isatty() else "text"), None)]
    found = []
    for output in outputs:
        prefix, colon, rest = output.partition(":")
        known = bool(colon) and prefix in formats
        found.append(Target(prefix if known else default or "text", Path(rest if known else output)))
    return found


def write(text: str, path: Path | None) -> None:
    """Write an answer to stdout, or atomically to a file."""
    data = text.encode()  # bytes: the same on every platform, whatever the locale says
    try:
        if path is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        elif path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # a device or a pipe, which must not be replaced
        else:
            from relmap.book.write import put  # most answers go to stdout

            put(path.resolve(), data)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "to stdout" if path is None else path
        raise RelmapError(f"cannot write {where}: {(error.strerror or 'unknown reason').lower()}") from error


def width() -> int:
    """Return the terminal's width in columns."""
    return shutil.get_terminal_size((PIPED_WIDTH, 24)).columns


def is_coloured(when: str, stream: object) -> bool:
    """Decide on colour: the option first, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    choose(when, COLORS, "--color")
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return bool(getattr(stream, "isatty", lambda: False)()) and os.environ.get("TERM") != "dumb"


def rich_text(renderable: "RenderableType", *, coloured: bool, columns: int) -> str:
    """Render a Rich renderable to text, with ANSI colours or without."""
    from io import StringIO

    from rich.console import Console

    file = StringIO()
    console = Console(
        file=file,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        no_color=not coloured,
        width=columns,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    console.print(renderable)
    return file.getvalue()
