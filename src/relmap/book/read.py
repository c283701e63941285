"""Read one file of the book: never a device, never more than an account can need, never outside the book."""

import os
import stat
from functools import lru_cache
from pathlib import Path

from relmap.book.codes import FILE_TOO_LARGE, FILE_UNREADABLE, LINK_LEAVES_BOOK, NOT_A_FILE, Code, finding
from relmap.findings import Finding, Span

SIZE_LIMIT = 4 * 1024 * 1024
"""The largest file that is read, in bytes."""

# Without waiting: a named pipe put there after the listing must not hang the program. Windows lacks these flags.
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)


def read_bytes(root: Path, path: str, account: str = "") -> bytes | Finding:
    """Return the content of the file at `path`, relative to the book's `root`, or why it cannot be had."""

    def refuse(code: Code, message: str) -> Finding:
        return finding(code, message, Span(path), account=account, subject=path)

    try:
        target = _inside(str(root), path)
        if target is None:
            return refuse(LINK_LEAVES_BOOK, "the path leads out of the book's folder")
        content = _read_regular(target)
    except FileNotFoundError:
        return refuse(FILE_UNREADABLE, "the file vanished while the book was read")
    except (OSError, ValueError) as error:
        return refuse(FILE_UNREADABLE, f"the file cannot be read: {reason(error)}")
    if content is None:
        return refuse(NOT_A_FILE, "this is a folder or a device, not a regular file")
    if isinstance(content, int):
        limit = SIZE_LIMIT // 1024 // 1024
        return refuse(FILE_TOO_LARGE, f"the file has {content / 1024 / 1024:.1f} MiB; at most {limit} MiB are read")
    return content


def _read_regular(target: str) -> bytes | int | None:
    """Return the content, or the size of a file that is too large, or None for what is no regular file."""
    descriptor = os.open(target, _OPEN | _NO_FOLLOW)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None
        if status.st_size > SIZE_LIMIT:
            return status.st_size
        data = _read_all(descriptor, status.st_size + 1)
    finally:
        os.close(descriptor)
    return data if len(data) <= SIZE_LIMIT else len(data)


def _read_all(descriptor: int, first_size: int) -> bytes:
    """Read to the end, but stop soon after the limit in a file that grows meanwhile."""
    data = part = os.read(descriptor, first_size)
    while part and len(data) <= SIZE_LIMIT:
        part = os.read(descriptor, SIZE_LIMIT)
        data += part
    return data


def _inside(root: str, path: str) -> str | None:
    """Return where the file really is, or None when that is outside the book."""
    folder, _, name = f"{root}/{path}".rpartition("/")
    target = f"{_real_folder(folder)}{os.sep}{name}"
    if os.path.islink(target):  # noqa: PTH114  (for every file of a book, and a Path costs more than the question)
        target = os.path.realpath(target)
    return target if is_below(target, _real_folder(root)) else None


@lru_cache(maxsize=1024)
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)


def is_below(path: str, folder: str) -> bool:
    """Tell whether a real path lies in a real folder."""
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def reason(error: Exception) -> str:
    """Return in the system's words why a file cannot be had."""
    return (getattr(error, "strerror", None) or str(error) or "unknown reason").lower()
