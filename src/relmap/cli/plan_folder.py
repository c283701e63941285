"""`relmap plan --into DIR`: write the plans that are not current, or only say which are. Loaded only then."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from relmap.assess.assessment import Assessment
from relmap.book.edit import unified_diff
from relmap.cli.exits import COULD_NOT, DONE, FINDINGS
from relmap.cli.output import Target, write
from relmap.cli.running import OpenedBook, note
from relmap.errors import RelmapError
from relmap.plan.folder import Folder, OnDisk
from relmap.plan.notes import State
from relmap.render.ask_record import diff_text
from relmap.render.clean import clean
from relmap.render.plan_file import check_json, check_text

WAY_OUT = (
    "move what was written into a notes block and undo the rest of the edit, or leave nothing but notes blocks in the "
    "file: relmap then fills it again"
)
APART = "keep our own plans and those for customers in folders of their own, and each under the id of its account"


def way_to_book(folder: Path, opened: OpenedBook) -> str:
    """Return the way from a folder of plans to the book, for links, with a slash at its end."""
    try:
        way = os.path.relpath(os.path.realpath(opened.root), os.path.realpath(folder))
    except ValueError:  # (Windows: on another drive)
        return ""
    return "" if way == "." else f"{Path(way).as_posix()}/"


def check_plans(run: Assessment, plans: Sequence[OnDisk], place: Target) -> int:
    """Say where the plans of a folder stand. Returns 1 where any is not what relmap would write."""
    write(check_json(run, plans) if place.format == "json" else check_text(plans), place.path)
    return DONE if all(entry.state is State.CURRENT for entry in plans) else FINDINGS


def show_changes(plans: Sequence[OnDisk], orphans: Sequence[OnDisk]) -> int:
    """Print as a diff what would be written, and on stderr what would be refused."""
    for entry in plans:
        if entry.state in (State.MISSING, State.OUTDATED):
            write(_diff(entry), None)
    return _tell(plans, orphans)


def write_plans(folder: Folder, plans: Sequence[OnDisk], orphans: Sequence[OnDisk]) -> int:
    """Write the plans that are not current, and refuse those that were edited. Returns 2 where any is not written."""
    failed = 0
    for entry in plans:
        try:
            folder.write(entry)
        except RelmapError as error:
            failed += 1
            _complain(f"{entry.path} is not written: {error.message}")
            continue
        if entry.state in (State.MISSING, State.OUTDATED):
            write(clean(f"{entry.path}: {'new' if entry.state is State.MISSING else 'updated'}") + "\n", None)
    told = _tell(plans, orphans)
    return COULD_NOT if failed else told


def _tell(plans: Sequence[OnDisk], orphans: Sequence[OnDisk]) -> int:
    """Say on stderr what is refused, with how it differs, and what is left over."""
    refused = [entry for entry in plans if entry.state is State.EDITED]
    for entry in refused:
        _complain(f"{entry.path} is not written over: {entry.held.reason}")
        if entry.before is not None and not entry.held.of_another:
            sys.stderr.write(_diff(entry))
    for hint in dict.fromkeys(APART if entry.held.of_another else WAY_OUT for entry in refused):
        sys.stderr.write(f"hint: {hint}\n")
    for entry in orphans:
        note(f"{entry.path} is left: {entry.held.reason} in the book")
    return COULD_NOT if refused else DONE


def _diff(entry: OnDisk) -> str:
    """Return what would change in a file. Its own bytes decide nothing in a terminal."""
    return diff_text(unified_diff(entry.before or b"", entry.held.after, entry.path.removeprefix("/")))


def _complain(message: str) -> None:
    sys.stderr.write(f"error: {clean(message)}\n")
