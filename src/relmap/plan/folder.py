"""A folder of plans, one file an account: which are current, and the writing of those that are not."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relmap.book.write import place_file, read_plain
from relmap.errors import RelmapError
from relmap.model.ids import id_problem
from relmap.plan.notes import Held, Kind, Mark, Owner, State, hold, take_apart

ENDING = ".md"


class OnDisk(NamedTuple):
    """The plan of one account as it stands on disk."""

    account: str
    path: str
    """As it is shown: the folder as it was named, and the file."""
    before: bytes | None
    """What the file holds; None where there is none, or none that can be read."""
    held: Held

    @property
    def state(self) -> State:
        """How it stands to what relmap would write now."""
        return self.held.state


class Folder(NamedTuple):
    """A folder of plans; it need not exist yet."""

    path: Path
    kind: Kind = "plan"
    """What is kept in it: plans for ourselves, or those that customers may see."""
    day: date | None = None
    """The day that plans are made for."""

    def look(self, account: str, generated: str) -> OnDisk:
        """Hold the plan of an account on disk against the text that it should have. Reads one file, writes none."""
        name = _name(account)
        shown = (self.path / name).as_posix()
        try:
            before = read_plain(self.path, name)
        except RelmapError as error:
            return OnDisk(account, shown, None, Held(State.EDITED, b"", error.message))
        return OnDisk(account, shown, before, hold(before, generated, Owner(account, self.kind), self.day))

    def write(self, entry: OnDisk) -> None:
        """Put a plan in its place, unless the file changed since it was looked at: then RelmapError."""
        if entry.state not in (State.MISSING, State.OUTDATED):
            return
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RelmapError(f"cannot make the folder {self.path}: {(error.strerror or '').lower()}") from error
        place_file(self.path, _name(entry.account), entry.before, entry.held.after)

    def newest_day(self) -> date | None:
        """Return the latest day that a plan in the folder was made for; None where there is no plan."""
        days = [mark.day for name in self._names() if (mark := self._mark(name)) and mark.day]
        return max(days, default=None)

    def orphans(self, accounts: Collection[str]) -> list[OnDisk]:
        """Return the plans whose account is not among these. Files that relmap did not write are none of them."""
        return [
            OnDisk(account, (self.path / name).as_posix(), None, Held(State.ORPHANED, b"", f"no account {account}"))
            for name in self._names()
            if (account := name.removesuffix(ENDING)) not in accounts and self._is_plan(name)
        ]

    def _names(self) -> list[str]:
        """Return the files that could be plans, by name."""
        if not self.path.is_dir():
            return []
        names = sorted(path.name for path in self.path.iterdir())
        return [name for name in names if name.endswith(ENDING) and id_problem(name.removesuffix(ENDING)) is None]

    def _is_plan(self, name: str) -> bool:
        return self._mark(name) is not None

    def _mark(self, name: str) -> Mark | None:
        """Return the mark of a plan of this folder's kind."""
        try:
            data = read_plain(self.path, name)
        except RelmapError:
            return None
        mark = take_apart(data).mark if data is not None else None
        return mark if mark is not None and mark.owner.kind == self.kind else None


def _name(account: str) -> str:
    """Return the file's name. An id has no slash and no dot, so it stays in the folder; anything else is an error."""
    if problem := id_problem(account):
        raise RelmapError(problem)
    return f"{account}{ENDING}"
