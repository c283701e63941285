"""Files are written whole or not at all, and never over what somebody else wrote meanwhile."""

import os
from pathlib import Path

import pytest

from relmap.book.write import put, replace_file
from relmap.errors import RelmapError


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "acme.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    replace_file(tmp_path, "acme.yaml", b"old", b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["acme.yaml"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_bytes(b"theirs")
    with pytest.raises(RelmapError, match="changed meanwhile"):
        replace_file(tmp_path, "acme.yaml", b"old", b"new")
    assert (tmp_path / "acme.yaml").read_bytes() == b"theirs"


def test_a_file_that_is_gone_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RelmapError, match="cannot be written"):
        replace_file(tmp_path, "acme.yaml", b"old", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_link_inside_the_book_is_followed_and_one_out_of_it_is_not(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir()
    (book / "real.yaml").write_bytes(b"old")
    (book / "link.yaml").symlink_to("real.yaml")
    replace_file(book, "link.yaml", b"old", b"new")
    assert (book / "link.yaml").is_symlink()
    assert (book / "real.yaml").read_bytes() == b"new"
    (tmp_path / "outside.yaml").write_bytes(b"old")
    (book / "out.yaml").symlink_to("../outside.yaml")
    with pytest.raises(RelmapError, match="out of the book"):
        replace_file(book, "out.yaml", b"old", b"new")


def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "acme.yaml"
    file.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RelmapError, match="no space left on device"):
        replace_file(tmp_path, "acme.yaml", b"old", b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["acme.yaml"]


def test_a_new_file_gets_the_mode_that_is_usual_here(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        put(tmp_path / "new", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640
