"""Paired measurements of whole processes: A B A B …, so that both sides of a ratio see the same machine."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory

_FINDING = re.compile(r"\bRM\d{3}\b")
_UNSET = ("RELMAP_", "PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "FORCE_COLOR", "COVERAGE_")


class BenchmarkError(Exception):
    """Something that was to be measured failed, so there is nothing to report."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The values of several runs."""

    values: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.values)


@dataclass(frozen=True, slots=True)
class Command:
    """A process to measure. With `clean`, a finding on its stderr is a failure, and so is having nothing to say."""

    arguments: tuple[str, ...]
    clean: bool = False

    def seconds(self) -> float:
        """Run it once, its output going to a pipe that is read, and return how long it took."""
        with TemporaryDirectory() as cache:
            environment = surroundings(cache)
            started = time.perf_counter()
            done = subprocess.run(self.arguments, capture_output=True, env=environment, check=False)
            taken = time.perf_counter() - started
        self.judge(done.returncode, done.stdout, done.stderr.decode(errors="replace"))
        return taken

    def judge(self, code: int, output: bytes, errors: str) -> None:
        """Raise unless the run was one that counts."""
        said = "\n".join(errors.strip().splitlines()[-8:])
        if code:
            raise BenchmarkError(f"`{self}` ended with exit code {code}:\n{said}")
        if self.clean and not output.strip():
            raise BenchmarkError(f"`{self}` wrote nothing")
        if self.clean and _FINDING.search(errors):
            raise BenchmarkError(f"`{self}` reports a finding on a book that is clean:\n{said}")

    def __str__(self) -> str:
        return " ".join(("python", *self.arguments[1:]))


def python(*arguments: str, clean: bool = False) -> Command:
    """Return the command that runs this Python with the arguments."""
    return Command((sys.executable, *arguments), clean)


def surroundings(cache: str) -> dict[str, str]:
    """Return the environment of every measured process: an empty user cache, and no settings of relmap."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_UNSET)}
    return {**kept, "XDG_CACHE_HOME": cache}


def paired(ours: Callable[[], float], theirs: Callable[[], float], runs: int) -> Spread:
    """Measure both once as a warm-up, then in turn, and return the ratio of each pair."""
    ours(), theirs()
    return Spread(tuple(ours() / theirs() for _ in range(runs)))


def repeated(measure: Callable[[], float], runs: int) -> Spread:
    """Measure once as a warm-up, then `runs` times."""
    measure()
    return Spread(tuple(measure() for _ in range(runs)))


def stopwatch(work: Callable[[bytes], object], items: Sequence[bytes]) -> float:
    """Return the seconds that `work` takes on all items, within this process."""
    started = time.perf_counter()
    for data in items:
        work(data)
    return time.perf_counter() - started
