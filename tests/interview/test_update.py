"""An account's file with answers in it is sound, or it is not written; every new entry knows its place."""

from datetime import date
from pathlib import Path

import pytest

from relmap.book.discover import AccountFile
from relmap.book.edit import Append
from relmap.book.load import open_book
from relmap.errors import RelmapError
from relmap.interview.update import Reader, Subject, Update, update

SETTINGS = "company: Northwind\nteam: {maria: {}, tom: {}}\n"
HEAD = "name: Acme\nowner: maria\ncontacts: {jane: {}}\n"
DAY = date(2026, 11, 10)
VIEW = Append(("views",), {"date": DAY, "side": "theirs", "by": "jane", "source": "asked", "stage": "basic"})
FILE = AccountFile("acme", "accounts/acme.yaml")


def updated(folder: Path, account: str, *edits: Append) -> Update:
    (folder / "accounts").mkdir()
    (folder / "relmap.yaml").write_text(SETTINGS)
    (folder / FILE.path).write_text(account)
    book = open_book(folder)
    assert book.settings is not None
    reader = Reader(book, book.settings, date(2026, 11, 15))
    loaded = reader.load(account.encode(), FILE)
    assert loaded.account is not None
    return update(Subject(FILE, account.encode(), loaded, reader.facts("acme", loaded.account)), edits, reader)


def signal(name: str, *, holds: bool) -> Append:
    return Append(("signals", name), {"holds": holds, "date": DAY, "source": "theirs", "by": "jane"})


def test_entries_know_their_places_among_those_that_were_there(tmp_path: Path) -> None:
    account = f"{HEAD}views:\n  - {{date: 2026-01-01, side: ours, stage: basic}}\nsignals:\n  joint_plan: false\n"
    made = updated(tmp_path, account, VIEW, signal("joint_plan", holds=True), signal("one_way", holds=False))
    lines = made.after.decode().splitlines()
    for span, change in made.entries:
        assert f"by: jane{', source: asked, stage: basic' if change is VIEW else ''}}}" in lines[span.line - 1]
    assert [span.line for span, _ in made.entries] == sorted({span.line for span, _ in made.entries})
    assert made.before == account.encode()


def test_what_was_wrong_before_does_not_stand_in_the_way(tmp_path: Path) -> None:
    made = updated(tmp_path, HEAD.replace("{jane: {}}", "{jane: {reports_to: karl}}"), VIEW)
    assert b"side: theirs, by: jane" in made.after


def test_what_would_be_wrong_only_now_is_not_written(tmp_path: Path) -> None:
    stranger = VIEW._replace(entry={**VIEW.entry, "by": "jnae"})
    with pytest.raises(RelmapError, match=r"accounts/acme\.yaml would not be sound any more: no contact 'jnae'"):
        updated(tmp_path, HEAD, stranger)


def test_an_edit_that_would_be_a_guess_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(RelmapError, match=r"^accounts/acme\.yaml:4:1: ") as refused:
        updated(tmp_path, f"{HEAD}views: &all []\n", VIEW)
    assert refused.value.hint == "write what is new into the file by hand"
