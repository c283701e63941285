"""Find the book and list its account files; no file is opened here."""

import os
import re
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from relmap.book.codes import (
    ACCOUNT_ID,
    ACCOUNT_PATTERN,
    ACCOUNT_TWICE,
    FILE_UNREADABLE,
    LINK_LEAVES_BOOK,
    LINK_NOT_FOLLOWED,
    NOT_A_FILE,
    Code,
    finding,
)
from relmap.book.read import is_below
from relmap.findings import Finding, Related, Span
from relmap.model.ids import id_problem, suggest_id

SETTINGS_FILE = "relmap.yaml"
_ANY_DEPTH = "\0"  # stands for `**` while a pattern is translated


class AccountFile(NamedTuple):
    """An account's id and its file, relative to the book's root, with slashes."""

    id: str
    path: str


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upward, that holds a relmap.yaml."""
    here = start.absolute()
    return next((folder for folder in (here, *here.parents) if (folder / SETTINGS_FILE).is_file()), None)


def default_patterns(root: Path) -> tuple[str, ...]:
    """Return where account files are when no settings say it: under accounts/, else at the top of the folder."""
    below = "accounts/**/" if (root / "accounts").is_dir() else ""
    return (f"{below}*.yaml", f"{below}*.yml")


def list_account_files(root: Path, patterns: Sequence[str] = ()) -> tuple[list[AccountFile], list[Finding]]:
    """List the account files that match, sorted by path, and everything that stands where one should be.

    Patterns are relative to the root: `*` and `?` stay within a name, `**` is any number of folders. Folders whose name
    begins with a dot are skipped. A file with a finding of severity error is not in the list.
    """
    usable, findings = _usable(patterns or default_patterns(root))
    listing = _Listing(root, usable, findings)
    listing.walk()
    return listing.result()


def _usable(patterns: Sequence[str]) -> tuple[list[str], list[Finding]]:
    def leaves(pattern: str) -> bool:
        return Path(pattern).is_absolute() or ".." in pattern.split("/")

    findings = [
        finding(
            ACCOUNT_PATTERN,
            f"the pattern {pattern!r} points out of the book's folder",
            Span(SETTINGS_FILE),
            hint="write it relative to the folder of relmap.yaml, without `..`",
            subject=pattern,
        )
        for pattern in patterns
        if leaves(pattern)
    ]
    return [pattern for pattern in patterns if not leaves(pattern)], findings


class _Listing:
    """One walk through the book: what matched so far, and what is wrong with it."""

    def __init__(self, root: Path, patterns: Sequence[str], findings: list[Finding]) -> None:
        self.root = os.path.realpath(root)
        self.bases = [_base(pattern) for pattern in patterns]
        self.matches = re.compile("|".join(map(_expression, patterns)) or r"(?!)").fullmatch
        self.paths: set[str] = set()
        self.findings = findings

    def walk(self) -> None:
        """Look at every folder once, however many patterns lead there, and no deeper than they ask for."""
        for base in {base for base, deep in self.bases if not deep}:
            self._entries(base)
        waiting, seen = [base for base, deep in self.bases if deep], set[str]()
        while waiting:
            folder = waiting.pop()
            if folder not in seen:
                seen.add(folder)
                waiting += self._entries(folder)

    def result(self) -> tuple[list[AccountFile], list[Finding]]:
        """Give every file its id; the first file in order of paths keeps an id that two files claim."""
        first: dict[str, str] = {}
        for path in sorted(self.paths):
            account = path.rpartition("/")[2].rpartition(".")[0]
            problem = id_problem(account)
            if problem:
                self._report_id(path, account, problem)
            elif account in first:
                self._report_twice(path, account, first[account])
            else:
                first[account] = path
        self.findings.sort(key=lambda found: found.sort_key)
        return [AccountFile(account, path) for account, path in first.items()], self.findings

    def _entries(self, folder: str) -> list[str]:
        """Note the matching files of one folder, and return the folders in it."""
        prefix = f"{folder}/" if folder else ""
        try:
            entries = list(os.scandir(f"{self.root}/{folder}"))
        except FileNotFoundError:
            return []
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            self._report(FILE_UNREADABLE, f"the folder cannot be read: {reason}", folder)
            return []
        folders: list[str] = []
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if self._may_enter(path, entry.name):
                    folders.append(path)
            elif entry.is_symlink():
                self._link(path, entry)
            elif self._is_account(path):
                self._file(path, is_regular=entry.is_file(follow_symlinks=False))
        return folders

    def _is_account(self, path: str) -> bool:
        return path != SETTINGS_FILE and self.matches(path) is not None

    def _may_enter(self, path: str, name: str) -> bool:
        if name.endswith((".yaml", ".yml")) and self._is_account(path):
            self._report(NOT_A_FILE, "this is a folder, though it is named like an account file", path)
            return False
        return not name.startswith(".")

    def _file(self, path: str, *, is_regular: bool) -> None:
        if is_regular:
            self.paths.add(path)
        else:
            self._report(NOT_A_FILE, "this is a pipe, socket or device, not a regular file", path)

    def _link(self, path: str, entry: os.DirEntry[str]) -> None:
        target = os.path.realpath(entry.path)
        if Path(target).is_dir():
            self._linked_folder(path, target)
        elif not self._is_account(path):
            return
        elif not is_below(target, self.root):
            self._report(LINK_LEAVES_BOOK, "this link leads to a file outside the book", path)
        elif not Path(target).exists():
            self._report(FILE_UNREADABLE, "this link leads to no file", path)
        else:
            self._file(path, is_regular=Path(target).is_file())

    def _linked_folder(self, path: str, target: str) -> None:
        if is_below(target, self.root):
            hint = "list the real folder under `accounts` in relmap.yaml"
            self._report(LINK_NOT_FOLLOWED, "this linked folder is not searched for accounts", path, hint)
        else:
            self._report(LINK_LEAVES_BOOK, "this link leads to a folder outside the book", path)

    def _report(self, code: Code, message: str, path: str, hint: str = "") -> None:
        self.findings.append(finding(code, message, Span(path), hint=hint, subject=path))

    def _report_id(self, path: str, account: str, problem: str) -> None:
        better = suggest_id(account)
        hint = f"rename the file to {better}{Path(path).suffix}" if better else "rename the file"
        self.findings.append(finding(ACCOUNT_ID, problem, Span(path), hint=hint, account=account, subject=path))

    def _report_twice(self, path: str, account: str, first: str) -> None:
        self.findings.append(
            finding(
                ACCOUNT_TWICE,
                f"two files have the account id {account!r}; only {first} is read",
                Span(path),
                hint="rename one of them",
                account=account,
                subject=path,
                related=(Related(Span(first), "the other file"),),
            )
        )


def _steps(pattern: str) -> list[str]:
    return [step for step in pattern.split("/") if step not in ("", ".")]


def _base(pattern: str) -> tuple[str, bool]:
    """Return the folder in which everything that matches lies, and whether the folders below it matter too."""
    folders = _steps(pattern)[:-1]
    fixed = list(takewhile(lambda step: not re.search(r"[*?]", step), folders))
    return "/".join(fixed), len(fixed) < len(folders) or pattern.endswith("**")


def _expression(pattern: str) -> str:
    """Translate a pattern to a regular expression."""
    text = "/".join(_ANY_DEPTH if step == "**" else _step(step) for step in _steps(pattern))
    return text.replace(f"{_ANY_DEPTH}/", "(?:[^/]+/)*").replace(_ANY_DEPTH, ".*")


def _step(step: str) -> str:
    return re.escape(step).replace(r"\*", "[^/]*").replace(r"\?", "[^/]")
