"""Write files whole or not at all: a new file beside the old one, put in its place."""

import os
import tempfile
from pathlib import Path

from relmap.book.read import read_bytes
from relmap.errors import RelmapError
from relmap.findings import Finding


def replace_file(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Replace a file of the book, whose content was `before`. Raises RelmapError where it is something else by now."""
    there = read_bytes(root, path)
    if isinstance(there, Finding):
        raise RelmapError(f"{path} cannot be written: {there.message}")
    if there != before:
        raise RelmapError(f"{path} changed meanwhile, nothing was written", hint="run the command again")
    try:
        put(Path(os.path.realpath(root / path)), after)
    except OSError as error:
        raise RelmapError(f"cannot write {path}: {(error.strerror or 'unknown reason').lower()}") from error


def put(path: Path, data: bytes) -> None:
    """Put a file at a path, with the mode that the old one had. Raises OSError, and then the old one is untouched."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".relmap-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
