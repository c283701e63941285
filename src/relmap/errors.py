"""Exceptions: raised only when the program cannot go on. Bad data is returned as findings instead."""


class RelmapError(Exception):
    """The command cannot be carried out; the message says why and what to do. Ends with exit code 2."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(RelmapError):
    """An option or argument that cannot be understood."""
