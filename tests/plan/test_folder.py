"""A folder of plans: which are current, and writing that loses nothing."""

from pathlib import Path

import pytest

from relmap.book.discover import list_account_files
from relmap.errors import RelmapError
from relmap.plan.folder import Folder
from relmap.plan.notes import Owner, State, compose

TEXT, LATER = "# Acme\n\nHealth is 58.\n", "# Acme\n\nHealth is 61.\n"


def write(folder: Path, account: str = "acme", text: str = TEXT) -> bytes:
    plans = Folder(folder)
    entry = plans.look(account, text)
    plans.write(entry)
    return (folder / f"{account}.md").read_bytes()


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    assert write(tmp_path / "plans" / "q4") == compose(TEXT, Owner("acme"), {})
    assert [path.name for path in (tmp_path / "plans" / "q4").iterdir()] == ["acme.md"]


def test_a_plan_is_missing_current_outdated_or_edited(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert folder.look("acme", TEXT).state is State.MISSING
    write(tmp_path)
    assert folder.look("acme", TEXT).state is State.CURRENT
    assert folder.look("acme", LATER).state is State.OUTDATED
    (tmp_path / "acme.md").write_bytes(b"# Mine\n")
    found = folder.look("acme", LATER)
    assert (found.state, found.held.reason) == (State.EDITED, "it was not written by relmap")


def test_what_is_current_or_edited_is_not_written(tmp_path: Path) -> None:
    write(tmp_path)
    stamp = (tmp_path / "acme.md").stat().st_ino
    write(tmp_path)
    assert (tmp_path / "acme.md").stat().st_ino == stamp
    (tmp_path / "acme.md").write_bytes(b"# Mine\n")
    assert write(tmp_path, text=LATER) == b"# Mine\n"


@pytest.mark.parametrize("before", [None, TEXT])
def test_a_file_that_somebody_changed_meanwhile_is_left(tmp_path: Path, before: str | None) -> None:
    folder = Folder(tmp_path)
    if before:
        write(tmp_path)
    entry = folder.look("acme", LATER)
    (tmp_path / "acme.md").write_bytes(b"# Mine\n")
    with pytest.raises(RelmapError, match="changed meanwhile"):
        folder.write(entry)
    assert (tmp_path / "acme.md").read_bytes() == b"# Mine\n"


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_crash_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    old = write(tmp_path)

    def crash(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, crash)
    with pytest.raises(RelmapError, match=r"cannot write acme\.md: no space left on device"):
        write(tmp_path, text=LATER)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"acme.md": old}


def test_a_link_is_neither_read_nor_followed(tmp_path: Path) -> None:
    secret, plans = tmp_path / "secret.md", tmp_path / "plans"
    plans.mkdir()
    secret.write_bytes(compose(TEXT, Owner("acme"), {}))
    (plans / "acme.md").symlink_to(secret)
    found = Folder(plans).look("acme", LATER)
    assert (found.state, found.held.reason) == (State.EDITED, "acme.md is a link, and none is followed")
    write(plans, text=LATER)
    assert secret.read_bytes() == compose(TEXT, Owner("acme"), {})


def test_a_link_put_there_meanwhile_is_not_followed(tmp_path: Path) -> None:
    secret, plans = tmp_path / "secret.md", tmp_path / "plans"
    secret.write_bytes(b"")
    write(plans)
    entry = Folder(plans).look("acme", LATER)
    (plans / "acme.md").unlink()
    (plans / "acme.md").symlink_to(secret)
    with pytest.raises(RelmapError, match="is a link"):
        Folder(plans).write(entry)
    assert secret.read_bytes() == b""


def test_a_folder_in_a_plans_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "acme.md").mkdir()
    assert "not a regular file" in Folder(tmp_path).look("acme", TEXT).held.reason


@pytest.mark.parametrize("account", ["../acme", "a/b", "", "."])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, account: str) -> None:
    with pytest.raises(RelmapError):
        Folder(tmp_path).look(account, TEXT)


def test_a_plan_whose_account_is_gone_is_an_orphan_and_other_files_are_none(tmp_path: Path) -> None:
    for account in ("acme", "boreal"):
        write(tmp_path, account)
    (tmp_path / "readme.md").write_text("Our plans.\n")
    (tmp_path / "notes.txt").write_bytes(compose(TEXT, Owner("notes"), {}))
    found = Folder(tmp_path).orphans({"acme"})
    assert [(entry.account, entry.state) for entry in found] == [("boreal", State.ORPHANED)]
    assert Folder(tmp_path / "none").orphans({"acme"}) == []


def test_plans_beside_account_files_are_no_accounts(tmp_path: Path) -> None:
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts" / "acme.yaml").write_text("name: Acme\nowner: maria\n")
    write(tmp_path / "accounts")
    files, findings = list_account_files(tmp_path)
    assert ([file.path for file in files], findings) == (["accounts/acme.yaml"], [])
