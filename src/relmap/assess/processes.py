"""How many processes pay, and what each of them is to leave alone: the collector while it reads, and Ctrl-C."""

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

SPREAD_FROM = 300
"""The smallest book that is worth a second process when nobody says how many."""


def processes_for(jobs: int | None, files: int) -> int:
    """Return how many processes to read so many files with: as many as are asked for (None: as many as pay)."""
    if jobs is not None:
        return jobs
    if files < SPREAD_FROM:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def leave_interrupts_to_the_parent() -> None:
    """A Ctrl-C reaches every process of a terminal; only the parent has something to say."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Let a Ctrl-C wait while workers start: one that dies between its first line and its last can stop the others."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def collector_paused() -> Iterator[None]:
    """Switch the cyclic collector off for a while: parsing makes many objects and no cycles worth looking for."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
