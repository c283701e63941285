"""Baselines on disk: read, written and pruned for `relmap check`."""

from pathlib import Path
from typing import TYPE_CHECKING

from relmap.book.edit import unified_diff
from relmap.book.read import read_bytes
from relmap.book.write import put, replace_file
from relmap.cli.exits import DONE
from relmap.cli.output import write
from relmap.cli.running import note
from relmap.errors import RelmapError, UsageError
from relmap.findings import Finding
from relmap.render.ask_record import diff_text
from relmap.rules.baseline import Baseline, baseline_text, known_of, read_baseline

if TYPE_CHECKING:
    from relmap.rules.gate import Checked


class Files:
    """The baseline that is held against the findings, and what is to be written. Raises UsageError, RelmapError."""

    def __init__(self, read: Path | None, written: Path | None, *, prune: bool, dry_run: bool) -> None:
        _check_sense(read, written, prune=prune, dry_run=dry_run)
        loaded = _load(read) if read else None
        self.known = loaded[0] if loaded else None
        self.before = loaded[1] if loaded else b""
        self.target = written
        self.prune, self.dry_run = prune, dry_run
        self.target_before = _load(written)[1] if written and written.exists() else None

    @property
    def are_written(self) -> bool:
        """Is this run for the baseline, and not for an answer?"""
        return self.prune or self.target is not None


def keep(files: Files, checked: "Checked", *, quiet: bool) -> int:
    """Write or prune the baseline. Raises RelmapError where the check is not complete."""
    if checked.crashed:
        raise RelmapError("a rule failed, so the baseline is left as it is", hint="`relmap check` says which")
    if files.target:
        said = _write(files.target, files.target_before, checked, dry_run=files.dry_run)
    elif files.known:
        said = _prune(files.known, files.before, checked, dry_run=files.dry_run)
    if not quiet and not files.dry_run:
        note(said)
    return DONE


def _load(path: Path) -> tuple[Baseline, bytes]:
    if not path.is_file():
        hint = "`relmap check --write-baseline FILE` writes one"
        raise RelmapError(f"{path} is no file" if path.exists() else f"there is no file {path}", hint=hint)
    data = _content(path)
    return read_baseline(data, str(path)), data


def _check_sense(read: Path | None, written: Path | None, *, prune: bool, dry_run: bool) -> None:
    if prune and read is None:
        raise UsageError("--prune-baseline needs to know which", hint="name it with --baseline FILE")
    if prune and written is not None:
        raise UsageError("--prune-baseline and --write-baseline exclude each other", hint="a new one needs no pruning")
    if dry_run and not prune and written is None:
        raise UsageError("--dry-run is for --write-baseline and --prune-baseline", hint="a check writes nothing")


def _write(path: Path, before: bytes | None, checked: "Checked", *, dry_run: bool) -> str:
    known = known_of(checked.findings)
    _replace(path, before, baseline_text(known).encode(), dry_run=dry_run)
    return f"{path}: {_findings(len(known))} written; a check with --baseline {path} does not fail on them"


def _prune(baseline: Baseline, before: bytes, checked: "Checked", *, dry_run: bool) -> str:
    """Take out what is fixed. What was not looked for stays."""
    left = baseline.known.copy()
    left.subtract(checked.fixed)
    _replace(Path(baseline.path), before, baseline_text((+left).elements()).encode(), dry_run=dry_run)
    return f"{baseline.path}: {_findings(len(checked.fixed))} taken out, {left.total()} left"


def _replace(path: Path, before: bytes | None, after: bytes, *, dry_run: bool) -> None:
    if dry_run:
        write(diff_text(unified_diff(before or b"", after, str(path))), None)
    elif before is None:
        try:
            put(path.resolve(), after)
        except OSError as error:
            raise RelmapError(f"cannot write {path}: {(error.strerror or 'unknown reason').lower()}") from error
    elif before != after:
        real = path.resolve()
        replace_file(real.parent, real.name, before, after)


def _content(path: Path) -> bytes:
    real = path.resolve()
    data = read_bytes(real.parent, real.name)
    if isinstance(data, Finding):
        raise RelmapError(f"{path}: {data.message}")
    return data


def _findings(count: int) -> str:
    return "1 finding" if count == 1 else f"{count} findings"
