import os
from pathlib import Path

import pytest

from relmap.book.write import put, replace_file
from relmap.errors import RelmapError

OLD, NEW = b"name: Acme\n", b"name: Acme\nowner: maria\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book" / "accounts").mkdir(parents=True)
    (tmp_path / "book" / "accounts" / "acme.yaml").write_bytes(OLD)
    return tmp_path / "book"


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_is_replaced_and_nothing_is_left_beside_it(book: Path) -> None:
    replace_file(book, "accounts/acme.yaml", OLD, NEW)
    assert everything(book) == {"accounts/acme.yaml": NEW}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_mode(book: Path, mode: int) -> None:
    path = book / "accounts" / "acme.yaml"
    path.chmod(mode)
    replace_file(book, "accounts/acme.yaml", OLD, NEW)
    assert path.stat().st_mode & 0o777 == mode


def test_a_file_that_somebody_else_changed_is_left_as_it_is(book: Path) -> None:
    (book / "accounts" / "acme.yaml").write_bytes(b"name: Acme GmbH\n")
    with pytest.raises(RelmapError) as raised:
        replace_file(book, "accounts/acme.yaml", OLD, NEW)
    assert raised.value.message == "accounts/acme.yaml has been changed meanwhile, and is left as it is"
    assert raised.value.hint == "run the command again: it will start from what the file holds now"
    assert everything(book) == {"accounts/acme.yaml": b"name: Acme GmbH\n"}


def test_a_change_while_the_new_file_is_being_written_is_seen(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def save_in_an_editor(_file: int) -> None:
        (book / "accounts" / "acme.yaml").write_bytes(b"name: Acme GmbH\n")

    monkeypatch.setattr(os, "fsync", save_in_an_editor)
    with pytest.raises(RelmapError, match="has been changed meanwhile"):
        replace_file(book, "accounts/acme.yaml", OLD, NEW)
    assert everything(book) == {"accounts/acme.yaml": b"name: Acme GmbH\n"}


def test_a_file_that_is_gone_is_not_made_again(book: Path) -> None:
    (book / "accounts" / "acme.yaml").unlink()
    with pytest.raises(RelmapError, match="the file vanished"):
        replace_file(book, "accounts/acme.yaml", OLD, NEW)
    assert everything(book) == {}


def test_a_link_within_the_book_stays_a_link(book: Path) -> None:
    link = book / "accounts" / "link.yaml"
    link.symlink_to("acme.yaml")
    replace_file(book, "accounts/link.yaml", OLD, NEW)
    assert link.is_symlink()
    assert everything(book) == {"accounts/acme.yaml": NEW, "accounts/link.yaml": NEW}


@pytest.mark.parametrize("path", ["accounts/link.yaml", "../secret.yaml"])
def test_nothing_is_written_outside_the_book(book: Path, path: str) -> None:
    secret = book.parent / "secret.yaml"
    secret.write_bytes(OLD)
    (book / "accounts" / "link.yaml").symlink_to(secret)
    with pytest.raises(RelmapError) as raised:
        replace_file(book, path, OLD, NEW)
    assert raised.value.message == f"cannot write {path}: the path leads out of the book's folder"
    assert secret.read_bytes() == OLD


@pytest.mark.parametrize("step", ["fsync", "chmod"])
def test_a_disk_that_is_full_leaves_the_old_file_and_no_other(
    book: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(RelmapError) as raised:
        replace_file(book, "accounts/acme.yaml", OLD, NEW)
    assert raised.value.message == "cannot write accounts/acme.yaml: no space left on device"
    assert everything(book) == {"accounts/acme.yaml": OLD}


def test_what_is_written_beside_a_private_file_is_private_from_the_start(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (book / "accounts/acme.yaml").chmod(0o600)
    modes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: modes.append(os.fstat(handle).st_mode & 0o777))
    replace_file(book, "accounts/acme.yaml", OLD, NEW)
    assert modes == [0o600]
    assert (book / "accounts/acme.yaml").stat().st_mode & 0o777 == 0o600


def test_a_new_file_has_the_mode_that_other_programs_give(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(b"")
    put(tmp_path / "new.txt", NEW)
    assert (tmp_path / "new.txt").read_bytes() == NEW
    assert (tmp_path / "new.txt").stat().st_mode == (tmp_path / "other.txt").stat().st_mode
