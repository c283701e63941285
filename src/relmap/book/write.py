"""Write files: whole or not at all, and never over what somebody else has written meanwhile."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISLNK

from relmap.book.read import read_bytes, reason
from relmap.errors import RelmapError
from relmap.findings import Finding


def replace_file(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Write a file of the book at `root` if it still holds `before`; raises RelmapError otherwise.

    A link is followed, and stays, where it leads to a file of the book.
    """
    _check(root, path, before)
    target = (root / path).resolve()
    try:
        with _written_beside(target, after) as temporary, _alone_in(target.parent):
            _check(root, path, before)  # writing takes its time
            temporary.replace(target)
    except OSError as error:
        raise RelmapError(f"cannot write {path}: {reason(error)}") from error


def place_file(folder: Path, name: str, before: bytes | None, after: bytes) -> None:
    """Write a file straight in a folder if it still holds `before`, or is still not there where that is None.

    Raises RelmapError otherwise. No link is followed: one that was put in the file's place meanwhile is refused too.
    A new file is not waited for until it is on the disk, as nothing of anybody's is lost with it.
    """
    target = folder / name
    try:
        with _written_beside(target, after, is_new=before is None) as temporary, _alone_in(folder):
            if read_plain(folder, name) != before:
                message = f"{name} has been changed meanwhile, and is left as it is"
                raise RelmapError(message, hint="run the command again: it will start from what the file holds now")
            temporary.replace(target)
    except OSError as error:
        raise RelmapError(f"cannot write {name}: {reason(error)}") from error


def read_plain(folder: Path, name: str) -> bytes | None:
    """Return what a file straight in a folder holds, or None where there is none.

    Raises RelmapError where something else has its name: a link above all, wherever it leads.
    """
    try:
        mode = (folder / name).lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    if S_ISLNK(mode):
        raise RelmapError(f"{name} is a link, and none is followed")
    found = read_bytes(folder, name)
    if isinstance(found, Finding):
        raise RelmapError(f"{name}: {found.message}")
    return found


def put(path: Path, data: bytes) -> None:
    """Write a file, new or in place of the old one, whose mode it gets; raises OSError, and then leaves the old one."""
    with _written_beside(path, data) as temporary:
        temporary.replace(path)


def _check(root: Path, path: str, expected: bytes) -> None:
    found = read_bytes(root, path)
    if isinstance(found, Finding):
        raise RelmapError(f"cannot write {path}: {found.message}")
    if found != expected:
        message = f"{path} has been changed meanwhile, and is left as it is"
        raise RelmapError(message, hint="run the command again: it will start from what the file holds now")


@contextmanager
def _written_beside(path: Path, data: bytes, *, is_new: bool = False) -> Iterator[Path]:
    """Write a file beside the one at `path`, with its mode, that is gone afterwards unless it was moved."""
    temporary = path.with_name(f".relmap-{os.urandom(8).hex()}")
    mode = path.stat().st_mode & 0o777 if not is_new and path.exists() else None
    begun = 0o666 if mode is None else 0o600  # nobody is to see more than of the old file, not for a moment
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, begun)) as file:
            file.write(data)
            file.flush()
            if not is_new:
                os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        yield temporary
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Let no other relmap look and replace in a folder at the same time; editors do not ask, and are not held.

    The lock lies on the folder itself, so nothing is left behind whenever the program dies. Windows, and file systems
    that know no locks, do without.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
