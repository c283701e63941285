import os
import time
from pathlib import Path

import pytest

from relmap.book.read import SIZE_LIMIT, read_bytes
from relmap.findings import Finding, Span


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book" / "accounts").mkdir(parents=True)
    (tmp_path / "secret.yaml").write_bytes(b"name: Secret\n")
    return tmp_path / "book"


def refusal(book: Path, path: str) -> Finding:
    found = read_bytes(book, path, "acme")
    assert isinstance(found, Finding)
    assert (found.span, found.account, found.subject) == (Span(path), "acme", path)
    return found


@pytest.mark.parametrize("content", [b"", b"name: Acme\r\n", b"\xff\x00", b"x" * SIZE_LIMIT], ids=len)
def test_a_file_is_read_byte_by_byte(book: Path, content: bytes) -> None:
    (book / "accounts" / "acme.yaml").write_bytes(content)
    assert read_bytes(book, "accounts/acme.yaml") == content


def test_a_file_of_50_mb_is_refused_unread(book: Path) -> None:
    with (book / "acme.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    begun = time.perf_counter()
    found = refusal(book, "acme.yaml")
    assert (found.code, found.message) == ("RM002", "the file has 50.0 MiB; at most 4 MiB are read")
    assert time.perf_counter() - begun < 0.1


def test_a_file_that_grows_while_it_is_read_is_refused(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (book / "acme.yaml").write_bytes(b"x")
    monkeypatch.setattr(os, "read", lambda _descriptor, _size: b"x" * 1024 * 1024)
    assert refusal(book, "acme.yaml").code == "RM002"


def test_a_file_that_vanished_is_reported(book: Path) -> None:
    found = refusal(book, "accounts/acme.yaml")
    assert (found.code, found.message) == ("RM001", "the file vanished while the book was read")


def test_a_file_without_permission_is_reported(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book / "acme.yaml"
    path.write_bytes(b"name: Acme\n")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root reads everything, so the system's answer is played

        def deny(*_arguments: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", deny)
    found = refusal(book, "acme.yaml")
    assert (found.code, found.message) == ("RM001", "the file cannot be read: permission denied")


def test_a_folder_is_no_file(book: Path) -> None:
    assert refusal(book, "accounts").code == "RM003"


def test_a_named_pipe_is_never_waited_for(book: Path) -> None:
    os.mkfifo(book / "acme.yaml")
    assert refusal(book, "acme.yaml").code == "RM003"


def test_a_link_to_a_file_of_the_book_is_read(book: Path) -> None:
    (book / "shared.yaml").write_bytes(b"name: Acme\n")
    (book / "accounts" / "acme.yaml").symlink_to("../shared.yaml")
    assert read_bytes(book, "accounts/acme.yaml") == b"name: Acme\n"


@pytest.mark.parametrize("path", ["link.yaml", "folder/secret.yaml", "../secret.yaml", "accounts/../../secret.yaml"])
def test_nothing_outside_the_book_is_read(book: Path, path: str) -> None:
    (book / "link.yaml").symlink_to(book.parent / "secret.yaml")
    (book / "folder").symlink_to(book.parent)
    assert refusal(book, path).code == "RM004"


def test_a_book_behind_a_link_is_read(book: Path, tmp_path: Path) -> None:
    (book / "acme.yaml").write_bytes(b"name: Acme\n")
    (tmp_path / "here").symlink_to(book)
    assert read_bytes(tmp_path / "here", "acme.yaml") == b"name: Acme\n"


def test_a_path_with_a_nul_is_a_finding(book: Path) -> None:
    assert refusal(book, "a\0b.yaml").code == "RM001"
