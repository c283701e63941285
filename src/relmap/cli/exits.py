"""Exit codes: done or clean, findings, could not do it, interrupted, and the reader went away (128 + SIGPIPE)."""

DONE, FINDINGS, COULD_NOT, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
