"""How a command may end, and what is said then."""

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from types import FrameType

import typer

from relmap.cli.exits import COULD_NOT, DONE, INTERRUPTED
from relmap.errors import RelmapError


def run(words: Sequence[str]) -> int:
    """Run the command line and turn whatever happens into an exit code and a line on stderr.

    Raises KeyboardInterrupt, and OSError where stdout or stderr takes no more.
    """
    interrupts = _watch_for_interrupts()
    if words or "_RELMAP_COMPLETE" in os.environ:  # a shell asks for completion without words
        code = _run(words, interrupts)
    else:
        with redirect_stdout(sys.stderr):
            _run(["--help"], interrupts)
        code = COULD_NOT
    return INTERRUPTED if interrupts else code


def _watch_for_interrupts() -> list[int]:
    """Note every Ctrl-C beside raising it: some libraries swallow the exception, or turn it into one of theirs."""
    seen: list[int] = []

    def interrupted(number: int, _frame: FrameType | None) -> None:
        seen.append(number)
        raise KeyboardInterrupt

    with suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGINT, interrupted)
    return seen


def _run(words: Sequence[str], interrupts: Sequence[int]) -> int:
    from relmap.cli.app import make_app

    try:
        result = make_app(words)(list(words), prog_name="relmap", standalone_mode=False)
    except RelmapError as error:
        return complain(error.message, error.hint)
    except typer.Abort:
        return INTERRUPTED
    except typer.Exit as ending:
        return ending.exit_code
    except BrokenPipeError:
        raise
    except SystemExit as ending:
        return _click_ended(ending)
    except Exception as error:
        if interrupts:
            return INTERRUPTED
        return _unexpected(error, words)
    return result if isinstance(result, int) else DONE


def _click_ended(ending: SystemExit) -> int:
    """Completion ends so; and Click ends so with 1 where the reader went away, which is no finding."""
    if isinstance(ending.__context__, BrokenPipeError):
        raise ending.__context__
    return COULD_NOT if ending.code else DONE


def _unexpected(error: Exception, words: Sequence[str]) -> int:
    explain = getattr(error, "format_message", None)  # Typer carries its own Click and does not export its errors
    if explain:
        return complain(_first_lower(explain()), f"see `{_command(words)} --help`")
    if "--debug" in words:
        traceback.print_exception(error)
        return COULD_NOT
    hint = "run it again with --debug for the traceback"
    if isinstance(error, OSError):
        return complain(f"cannot go on: {_first_lower(error.strerror or 'unknown reason')}", hint)
    return complain(f"this is a bug in relmap: {_whereabouts(error)}", hint)


def _command(words: Sequence[str]) -> str:
    """Return the command that was meant, as far as there is one."""
    from relmap.cli.app import COMMANDS

    return " ".join(["relmap", *words[:1]]) if words[0] in COMMANDS else "relmap"


def complain(message: str, hint: str = "") -> int:
    """Say on stderr what went wrong and what to do, and return the exit code for it."""
    from relmap.render.clean import clean

    sys.stderr.write(f"relmap: {clean(message)}\n")
    if hint:
        sys.stderr.write(f"  hint: {clean(hint)}\n")
    return COULD_NOT


def _first_lower(message: str) -> str:
    text = message.strip().rstrip(".")
    return text[:1].lower() + text[1:]


def _whereabouts(error: Exception) -> str:
    """Name the error and its place, but no values: they may be somebody's data."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    name = os.path.basename(trace.tb_frame.f_code.co_filename)  # noqa: PTH119
    return f"{type(error).__name__} at {name}:{trace.tb_lineno}"
