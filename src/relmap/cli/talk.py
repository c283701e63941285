"""Ask somebody at a terminal: questions go to stderr, answers come from stdin, and an empty one passes on."""

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from relmap.errors import UsageError

Answer = TypeVar("Answer")


def can_talk() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask_for(question: str, read: Callable[[str], Answer]) -> Answer:
    """Ask until `read` makes something of the answer; what it refuses with UsageError is told, and asked again."""
    while True:
        try:
            return read(_line(question))
        except UsageError as error:
            _say(f"  {error.message}{f' ({error.hint})' if error.hint else ''}\n")


def confirm(question: str) -> bool:
    """Ask for a yes; anything else is a no."""
    return _line(f"{question} [y/N]").casefold() in ("y", "yes")


def tell(text: str) -> None:
    """Say something between questions."""
    _say(f"{text}\n")


def _line(question: str) -> str:
    """Return one answer without the spaces around it. Raises typer.Abort where nobody answers any more."""
    _say(f"{question} ")
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError as error:
        raise UsageError("what was typed is no text of this terminal", hint="type it again") from error
    if not line:
        _say("\n")
        raise typer.Abort
    return line.strip()


def _say(text: str) -> None:
    from relmap.render.clean import clean

    sys.stderr.write("\n".join(map(clean, text.split("\n"))))
    sys.stderr.flush()
