"""How a command may end, and what is said then."""

import os
import sys
from collections.abc import Sequence

import typer

from relmap.cli.main import COULD_NOT, DONE, INTERRUPTED, PIPE_CLOSED
from relmap.errors import RelmapError


def run_guarded(words: Sequence[str]) -> int:
    """Run the command line and turn whatever happens into an exit code and a line on stderr."""
    try:
        code = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(words: Sequence[str]) -> int:
    from relmap.cli.app import app

    try:
        result = app(list(words), prog_name="relmap", standalone_mode=False)
    except RelmapError as error:
        return complain(error.message, error.hint)
    except typer.Abort:
        return INTERRUPTED
    except typer.Exit as ending:
        return ending.exit_code
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        explain = getattr(error, "format_message", None)  # Typer carries its own Click and does not export its errors
        if explain:
            return complain(_first_lower(explain()), "see `relmap --help`")
        if "--debug" in words:
            raise
        return complain(
            f"this is a bug in relmap: {_whereabouts(error)}", "run it again with --debug for the traceback"
        )
    return result if isinstance(result, int) else DONE


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


def _forget_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's last flush does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
