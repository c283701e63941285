"""The peak memory of a process together with its children.

On Linux every 10 ms the proportional set size (PSS: a page shared by n processes counts 1/n in each) of the process and
all of its descendants is added up, and the largest sum is the peak; what lives shorter than that may be missed.
Elsewhere only the resident size of the largest single process is known.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Thread
from typing import IO

from benchmarks.timing import Command, surroundings

INTERVAL = 0.01
_NEEDED = (Path("/proc/self/smaps_rollup"), Path(f"/proc/self/task/{os.getpid()}/children"))
SAMPLED = all(path.exists() for path in _NEEDED)
METHOD = "sum of PSS over all processes, sampled" if SAMPLED else "resident size of the largest process"


def peak_megabytes(command: Command) -> float:
    """Run the command once and return its peak memory in MB (10^6 bytes)."""
    with TemporaryDirectory() as cache, TemporaryFile() as errors:
        process = subprocess.Popen(command.arguments, stdout=subprocess.PIPE, stderr=errors, env=surroundings(cache))
        output: list[bytes] = []
        reader = Thread(target=_drain, args=(process.stdout, output))
        reader.start()
        peak = _watch(process)
        reader.join()
        errors.seek(0)
        command.judge(process.returncode, b"".join(output), errors.read().decode(errors="replace"))
    return peak / 1e6


def _drain(stream: IO[bytes] | None, output: list[bytes]) -> None:
    if stream:
        with stream:
            output.append(stream.read())


def _watch(process: subprocess.Popen[bytes]) -> int:
    """Wait for the process and return its peak in bytes."""
    peak = 0
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            process.returncode = os.waitstatus_to_exitcode(status)
            return peak if SAMPLED else usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        if SAMPLED:
            peak = max(peak, sum(_pss(member) for member in _tree(process.pid)))
        time.sleep(INTERVAL)


def _tree(root: int) -> Iterator[int]:
    """Yield the process and all of its descendants; one that ends meanwhile is left out."""
    yield root
    for listing in Path(f"/proc/{root}/task").glob("*/children"):
        for child in _read(listing).split():
            yield from _tree(int(child))


def _pss(process: int) -> int:
    for line in _read(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
