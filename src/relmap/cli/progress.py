"""A progress bar for work that lasts longer than half a second, on a terminal only."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 0.5
"""Seconds before a bar appears."""


class ProgressBar:
    """Counts accounts. It refreshes when told and never from a thread, so that processes can be started beside it."""

    def __init__(self, label: str, *, wanted: bool) -> None:
        self._label = label
        self._wanted = wanted and sys.stderr.isatty()
        self._started = time.monotonic()
        self._bar: tuple[Progress, TaskID] | None = None

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar[0].stop()

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` are done."""
        if not self._wanted or (self._bar is None and time.monotonic() - self._started < PATIENCE):
            return
        progress, task = self._bar or self._open(total)
        progress.update(task, completed=done)
        progress.refresh()

    def _open(self, total: int) -> tuple["Progress", "TaskID"]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        progress = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
        progress.start()
        self._bar = (progress, progress.add_task(self._label, total=total))
        return self._bar
