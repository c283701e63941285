"""`relmap plan --into DIR`: write the plans that are not current, or only say which are. Loaded only then."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from relmap.assess.assessment import Assessment
from relmap.assess.reader import Kept
from relmap.cli.exits import COULD_NOT, DONE, FINDINGS
from relmap.cli.output import Target, write
from relmap.cli.planning import Layout, not_planned, plan_text
from relmap.cli.running import OpenedBook, note
from relmap.errors import RelmapError
from relmap.plan.folder import Folder, OnDisk
from relmap.plan.notes import State
from relmap.render.clean import clean
from relmap.render.plan_file import check_json, check_text

WAY_OUT = (
    "move what was written into a notes block and undo the rest of the edit, or leave nothing but notes blocks in the "
    "file: relmap then fills it again"
)
APART = "keep our own plans and those for customers in folders of their own, and each under the id of its account"


def way_to_book(folder: Path, opened: OpenedBook) -> str | None:
    """Return the way from a folder of plans to the book, for links, with a slash at its end.

    None where it would leave the repository, or the book where that is in none: such a way is this machine's alone.
    """
    book, plans = Path(os.path.realpath(opened.root)), Path(os.path.realpath(folder))
    repository = _repository(book)
    if _repository(plans) != repository or not plans.is_relative_to(repository or book):
        return None
    way = os.path.relpath(book, plans)
    return "" if way == "." else f"{Path(way).as_posix()}/"


def _repository(folder: Path) -> Path | None:
    """Return the top of the git repository that a folder lies in; git itself is not needed for that."""
    places = (folder, *folder.parents)
    return next((place for place in places if os.path.exists(place / ".git")), None)  # noqa: PTH110  (never raises)


class Outcome(NamedTuple):
    """What came of one plan: small, so that it can be sent between processes."""

    entry: OnDisk | None
    """Without what the files hold; None where no plan could be made."""
    error: str = ""
    """Why it is not written."""
    hint: str = ""
    diff: str = ""


class Keeper(NamedTuple):
    """Holds the plans of a book against a folder, and writes those that are not current where it is to write."""

    opened: OpenedBook
    layout: Layout
    folder: Folder
    writes: bool
    shows: bool
    """Are differences asked for?"""

    def settle(self, run: Assessment, account: str, kept: Kept | None) -> Outcome:
        """Make the plan of one account and look at its file; write it where that is due. What fails is an outcome."""
        try:
            entry = self.folder.look(account, plan_text(self.opened, run, account, self.layout, kept, notes=True))
        except RelmapError as error:
            failed = not_planned(account, error)
            return Outcome(None, failed.message, failed.hint)
        refused = entry.state is State.EDITED
        reason, hint = _refusal(entry) if refused else self._write(entry) if self.writes else ("", "")
        comparable = entry.before is not None and not entry.held.of_another
        shown = self.shows and (comparable if refused else not self.writes and _is_due(entry))
        small = entry._replace(before=None, held=entry.held._replace(after=b""))
        return Outcome(small, reason, hint, _diff(entry) if shown else "")

    def _write(self, entry: OnDisk) -> tuple[str, str]:
        """Write a plan; return why it could not be, and a hint."""
        try:
            self.folder.write(entry)
        except RelmapError as error:
            return f"{entry.path} is not written: {error.message}", error.hint
        return "", ""


def check_plans(run: Assessment, outcomes: Iterable[Outcome], orphans: Sequence[OnDisk], place: Target) -> int:
    """Say where the plans of a folder stand, and on stderr which could not be made: then 2 is returned.

    Returns 1 where any is not what relmap would write.
    """
    done = list(outcomes)
    failed = [outcome for outcome in done if outcome.entry is None]
    found = [*(outcome.entry for outcome in done if outcome.entry), *orphans]
    current = not failed and all(entry.state is State.CURRENT for entry in found)
    write(check_json(run, found, current=current) if place.format == "json" else check_text(found), place.path)
    _complain(failed)
    return COULD_NOT if failed else DONE if current else FINDINGS


def tell_plans(outcomes: Iterable[Outcome], orphans: Sequence[OnDisk], *, wrote: bool) -> int:
    """Say what was written, or would be, and then on stderr what was not. Returns 2 where any plan was not."""
    failed = []
    for outcome in outcomes:
        if outcome.error:
            failed.append(outcome)
        elif outcome.entry and _is_due(outcome.entry):
            told = clean(f"{outcome.entry.path}: {'new' if outcome.entry.state is State.MISSING else 'updated'}")
            write(f"{told}\n" if wrote else outcome.diff, None)
    _complain(failed)
    for entry in orphans:
        note(f"{entry.path} is left: {entry.held.reason} in the book")
    return COULD_NOT if failed else DONE


def _refusal(entry: OnDisk) -> tuple[str, str]:
    """Return why a plan that was edited is not written over, and a hint."""
    return f"{entry.path} is not written over: {entry.held.reason}", APART if entry.held.of_another else WAY_OUT


def _is_due(entry: OnDisk) -> bool:
    return entry.state in (State.MISSING, State.OUTDATED)


def _diff(entry: OnDisk) -> str:
    """Return what would change in a file. Its own bytes decide nothing in a terminal."""
    from relmap.book.edit import unified_diff
    from relmap.render.ask_record import diff_text

    return diff_text(unified_diff(entry.before or b"", entry.held.after, entry.path.removeprefix("/")))


def _complain(failed: Sequence[Outcome]) -> None:
    """Tell what came of each plan that failed, and each hint once."""
    for outcome in failed:
        sys.stderr.write(f"error: {clean(outcome.error)}\n{outcome.diff}")
    for hint in dict.fromkeys(outcome.hint for outcome in failed if outcome.hint):
        sys.stderr.write(f"hint: {clean(hint)}\n")
