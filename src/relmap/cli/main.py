"""One `main()`: every ending becomes an exit code, and the quick answers come without loading the rest."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from relmap.cli.exits import COULD_NOT, DONE, INTERRUPTED, PIPE_CLOSED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run relmap and return its exit code. 1 means findings of a gate and nothing else."""
    gc.disable()  # a command lives for seconds and makes no cycles worth looking for
    words = list(sys.argv[1:] if arguments is None else arguments)
    _replace_closed_streams()
    try:
        code = _answer(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # nothing else comes through to here: stdout or stderr takes no more
        _forget_streams()
        return PIPE_CLOSED if isinstance(error, BrokenPipeError) else COULD_NOT
    return code


def _answer(words: list[str]) -> int:
    if words in (["--version"], ["-V"]):
        from relmap import __version__

        print(f"relmap {__version__}")  # noqa: T201
        return DONE
    from relmap.cli.endings import run

    return run(words)


def _replace_closed_streams() -> None:
    """Give Python, which has None for a stream closed by the caller, something to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  (lives to the end)


def _forget_streams() -> None:
    """Point both streams at nothing, so that the interpreter's last flush does not complain."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
