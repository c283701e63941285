"""Ask the git program about the repository that a book lies in: read only, and never more than is asked.

Nothing that the caller's environment or a repository's settings say may start another program, wait for an answer on a
terminal, fetch over a network, or write. Paths are those of git: with slashes, relative to the folder that was opened.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relmap.errors import RelmapError

TIMEOUT = 120
"""Seconds that one question to git may take."""

_KEPT = frozenset(
    [
        "APPDATA",
        "HOME",
        "HOMEDRIVE",
        "HOMEPATH",
        "LD_LIBRARY_PATH",
        "LOCALAPPDATA",
        "PATH",
        "PATHEXT",
        "PROGRAMDATA",
        "SYSTEMROOT",
        "TEMP",
        "TMP",
        "TMPDIR",
        "USERPROFILE",
        "XDG_CONFIG_HOME",
    ]
)
_SET = {
    "GIT_LITERAL_PATHSPECS": "1",  # a file may be named `*.yaml`
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",  # reading never writes, not even git's index
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SETTINGS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "log.showSignature=false")
_RAW_DIFF = ("--no-ext-diff", "--no-textconv", "--ignore-submodules")
_WHOLE_HISTORY = "fetch the whole history: `git fetch --unshallow`, in CI `fetch-depth: 0`"


class Version(NamedTuple):
    """What a file held from one commit on."""

    commit: str
    day: date
    """The day on which it was committed, where it was committed."""
    blob: str
    """Git's name for the content, which `Repository.contents` takes."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository, with a work tree, that `folder` lies in; `prefix` is the way from its top to the folder."""

    top: Path
    folder: Path
    prefix: str

    def is_shallow(self) -> bool:
        """Tell whether the history was cut when it was cloned, so that what is older is not known here."""
        return _ask(self.folder, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def commit(self, revision: str) -> str:
        """Return the commit that a revision names. Raises RelmapError where it names none."""
        asked = () if _is_unfit(revision) else ("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
        done = _run(self.folder, *asked) if asked else None
        if done and done.returncode == 0:
            return done.stdout.decode().strip()
        remote, _, branch = revision.partition("/")
        fetch = f"fetch it first: `git fetch {remote} {branch}`" if re.fullmatch(r"[\w./-]+", branch) else ""
        hint = _WHOLE_HISTORY if self.is_shallow() else fetch or "name a branch, a tag or a commit of this repository"
        raise RelmapError(f"git knows no revision {revision!r}", hint=hint)

    def changed_since(self, revision: str) -> tuple[str, ...]:
        """Return the files below the folder that differ from where this work tree and a revision parted, sorted.

        What is deleted, renamed (under both names), not committed or not even added counts; what git ignores does not.
        Raises RelmapError for an unknown revision, one without common history, and in a shallow clone.
        """
        commit = self.commit(revision)
        if self.is_shallow():
            message = f"what changed since {revision!r} cannot be known: this clone is shallow"
            raise RelmapError(message, hint=_WHOLE_HISTORY)
        common = _run(self.folder, "merge-base", commit, "HEAD")
        if common.returncode:
            hint = "name a revision that this branch started from"
            raise RelmapError(f"{revision!r} and this work tree have no commit in common", hint=hint)
        base = common.stdout.decode().strip()
        committed = ("diff", "--name-only", "--no-renames", "--relative", *_RAW_DIFF, "-z", base, "HEAD", "--")
        return tuple(sorted({*_names(_ask(self.folder, *committed)), *self._uncommitted()}))

    def _uncommitted(self) -> Iterator[str]:
        """Yield what git status lists, which unlike git diff leaves the index alone."""
        options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules")
        for entry in _names(_ask(self.folder, "status", *options, "--", ".")):
            yield entry[len("XY ") :].removeprefix(self.prefix)

    def content(self, revision: str, path: str) -> bytes | None:
        """Return what a file held at a revision, or None where it was not there. Raises RelmapError as `commit`."""
        place = f"{self.commit(revision)}:{self.prefix}{path}"
        found = _run(self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", place)
        return None if found.returncode else next(self.contents([found.stdout.decode().strip()]))

    def versions(self, path: str) -> tuple[Version, ...]:
        """Return what a file has held, the newest first, also under former names; nothing where it has no history.

        In a shallow clone the oldest are missing, and what is the oldest here may be dated too late.
        """
        if _run(self.folder, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
            return ()  # nothing was ever committed
        raw = ("--follow", "-m", "--raw", "--no-abbrev", *_RAW_DIFF, "--no-show-signature")
        return tuple(_read_log(_ask(self.folder, "log", "--format=%x01%H %cI", *raw, "-z", "--", path)))

    def contents(self, blobs: Sequence[str]) -> Iterator[bytes | None]:
        """Yield the content of each blob, or None where it is not here, asking git once for all."""
        answer = _ask(self.folder, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
        at = 0
        for _ in blobs:
            line_end = answer.index(b"\n", at)
            kind, *size = answer[at:line_end].split()[1:]
            at = line_end + 1
            if not size:  # "missing"
                yield None
                continue
            end = at + int(size[0])
            yield answer[at:end] if kind == b"blob" else None
            at = end + 1


def find_repository(folder: Path) -> Repository | None:
    """Return the repository that a folder lies in, or None. Raises RelmapError where git is missing, or refuses."""
    done = _run(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        if b"not a git repository" in done.stderr:
            return None
        raise _refused(done)
    prefix = _ask(folder, "rev-parse", "--show-prefix")
    return Repository(Path(os.fsdecode(_line(done.stdout))), folder, os.fsdecode(_line(prefix)))


def open_repository(folder: Path, purpose: str) -> Repository:
    """Return the repository that a folder lies in. Raises RelmapError, naming the purpose, where there is none."""
    found = find_repository(folder)
    if found is None:
        message = f"{purpose} needs git's history, and {folder} is not in a git repository"
        raise RelmapError(message, hint="run `git init` there and commit the book, or leave it out")
    return found


def _is_unfit(revision: str) -> bool:
    """Tell what no revision can be, whatever the repository: options, and text that no argument can hold."""
    return not revision or revision.startswith("-") or "\0" in revision


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _line(output: bytes) -> bytes:
    return output.removesuffix(b"\n")


_RAW = re.compile(rb":[0-7]+ [0-7]+ [0-9a-f]+ ([0-9a-f]+) [A-Z]")


def _read_log(log: bytes) -> Iterator[Version]:
    """Read commits, each `\\x01COMMIT DATE`, with the blobs that they brought; a deletion brings none."""
    commit, day, told = "", date.min, ""
    for field in log.split(b"\0"):
        field = field.lstrip(b"\n")
        if field.startswith(b"\1"):
            name, _, moment = field[1:].decode().partition(" ")
            commit, day = name, date.fromisoformat(moment[:10])
        elif (found := _RAW.match(field)) and found[1].strip(b"0"):
            if commit != told:  # a merge is told once for each parent
                yield Version(commit, day, found[1].decode())
            told = commit


def _ask(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    """Return what git answers. Raises RelmapError, in git's words, where it does not."""
    done = _run(folder, *words, given=given)
    if done.returncode:
        raise _refused(done)
    return done.stdout


def _refused(done: "subprocess.CompletedProcess[bytes]") -> RelmapError:
    first = next(iter(done.stderr.decode("utf-8", "replace").splitlines()), "")
    why = first.removeprefix("fatal: ").removeprefix("error: ").strip()
    return RelmapError(f"git cannot read this repository: {why or f'it ended with {done.returncode}'}")


def _run(folder: Path, *words: str, given: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
    """Run git in a folder, in an environment of our own. Raises RelmapError where it is missing, or hangs."""
    program = shutil.which("git")
    if program is None:
        raise RelmapError("git is needed for this and was not found", hint="install git, or put it on the PATH")
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    environment = {name: value for name, value in os.environ.items() if name in _KEPT} | _SET
    try:
        return subprocess.run(  # noqa: S603  (git itself, no shell, and every word of ours or behind --end-of-options)
            [program, "--no-pager", *settings, *words],
            cwd=folder,
            env=environment,
            input=b"" if given is None else given,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RelmapError(f"git did not answer within {TIMEOUT} seconds") from error
    except OSError as error:
        raise RelmapError(f"git cannot be run: {(error.strerror or str(error)).lower()}") from error
