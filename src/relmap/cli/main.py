"""One `main()`: every ending becomes an exit code, and the quick answers come without loading the rest."""

import gc
import sys
from collections.abc import Sequence

DONE, FINDINGS, COULD_NOT, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""Exit codes: done or clean, findings, could not do it, interrupted, and the reader went away (128 + SIGPIPE)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run relmap and return its exit code. 1 means findings of a gate and nothing else."""
    gc.disable()  # a command lives for seconds and makes no cycles worth looking for
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--version"], ["-V"]):
        from relmap import __version__

        print(f"relmap {__version__}")  # noqa: T201
        return DONE
    from relmap.cli.endings import run_guarded

    return run_guarded(words)
