"""Finding the book, and books that are not whole."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .running import ACME, ACRE, AS_OF, SETTINGS, SMALL, Ending, write_book

Run = Callable[..., Ending]
BROKEN = "name: Broken\nowner: maria\nteir: key\n"
DANGLING = "name: Dangling\nowner: mario\n"


@pytest.fixture
def assess_here(relmap: Run, tmp_path: Path) -> Run:
    """Write files into a book and assess it."""

    def run(files: dict[str, str], *words: str) -> Ending:
        book = write_book(tmp_path / "here", files)
        return relmap("assess", "-C", str(book), "--as-of", AS_OF, *words)

    return run


def test_the_nearest_book_upward_is_found(relmap: Run, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = relmap("assess", "-C", str(book), "--as-of", AS_OF)
    assert named.code == 0
    for folder in (book, book / "accounts", book / "accounts" / "north"):
        monkeypatch.chdir(folder)
        assert relmap("assess", "--as-of", AS_OF) == named


def test_the_environment_names_a_book_and_the_option_goes_before(
    relmap: Run, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write_book(tmp_path / "other", {"relmap.yaml": "company: Other\n", "accounts/acre.yaml": ACRE})
    monkeypatch.chdir(book)
    monkeypatch.setenv("RELMAP_BOOK", str(other))
    assert relmap("assess").out.startswith("Other: 1 account")
    assert relmap("assess", "-C", str(book)).out.startswith("Northwind: 3 accounts")
    assert relmap("assess", "--book", str(book)).out.startswith("Northwind: 3 accounts")
    monkeypatch.setenv("RELMAP_BOOK", "")
    assert relmap("assess").out.startswith("Northwind: 3 accounts")


def test_no_book_anywhere(relmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    expected = "relmap: no relmap.yaml here or in any folder above\n  hint: name the book with -C DIR\n"
    assert relmap("assess") == (2, "", expected)


@pytest.mark.parametrize("name", ["gone", "file"])
def test_a_book_that_is_no_folder(relmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    expected = (2, "", f"relmap: {name} is not a folder\n  hint: -C names the folder that holds relmap.yaml\n")
    assert relmap("assess", "-C", name) == expected
    monkeypatch.setenv("RELMAP_BOOK", name)
    assert relmap("assess") == expected


def test_a_folder_without_settings_is_assessed_with_the_defaults(assess_here: Run) -> None:
    code, out, err = assess_here({"acme.yaml": ACME, "acre.yml": ACRE, "deep/other.yaml": ACRE})
    assert code == 0
    assert out.startswith("here: 2 accounts on 2026-11-15\n")
    assert err == "note: no relmap.yaml here: defaults are used, and owners are not checked against a team\n"


def test_without_settings_files_under_accounts_come_first(assess_here: Run) -> None:
    code, out, _ = assess_here({"notes.yaml": "- 1\n", "accounts/north/acme.yaml": ACME}, "-q", "--format", "json")
    assert (code, [entry["id"] for entry in json.loads(out)["accounts"]]) == (0, ["acme"])


@pytest.mark.parametrize(
    ("settings", "finding"),
    [
        ("company: [\n", "RM020 error:"),
        ("", "relmap.yaml:1:1: RM022 error:"),
        ("compny: Northwind\n", "relmap.yaml:1:1: RM101 error:"),
        (SETTINGS + "grace_days: -1\n", "relmap.yaml:6:13: RM106 error:"),
    ],
)
def test_broken_settings_stop_all(assess_here: Run, settings: str, finding: str) -> None:
    code, out, err = assess_here(SMALL | {"relmap.yaml": settings}, "--format", "json")
    assert (code, out) == (2, "")
    assert finding in err
    assert err.endswith("relmap: relmap.yaml is broken, so nothing can be assessed\n")


@pytest.mark.parametrize("format_name", ["text", "json", "markdown", "csv", "rich"])
def test_one_broken_account_and_the_others_are_assessed(assess_here: Run, format_name: str) -> None:
    code, out, err = assess_here(SMALL | {"accounts/broken.yaml": BROKEN}, "--format", format_name)
    assert code == 2
    assert "Acme Foods" in out
    assert "accounts/broken.yaml:3:1: RM101 error: " in err
    assert "tier" in err, "the nearest known key"
    assert err.endswith("note: 1 of 4 accounts cannot be read and are missing from what follows\n")


def test_quiet_still_tells_what_is_broken(assess_here: Run) -> None:
    _, _, err = assess_here(SMALL | {"accounts/broken.yaml": BROKEN}, "-q")
    assert "RM101 error" in err
    assert "cannot be read" in err


def test_a_broken_account_is_no_card(assess_here: Run) -> None:
    files = SMALL | {"accounts/broken.yaml": BROKEN}
    code, out, err = assess_here(files, "broken")
    assert (code, out) == (2, "")
    assert err.endswith("relmap: broken cannot be assessed: the file is broken\n")
    code, out, err = assess_here(files, "broken", "acme")
    assert (code, out.splitlines()[0]) == (2, "Acme Foods on 2026-11-15"), "a partial answer never looks whole"
    assert assess_here(files, "acme").code == 2


def test_when_every_account_is_broken(assess_here: Run) -> None:
    code, out, err = assess_here({"relmap.yaml": SETTINGS, "accounts/broken.yaml": BROKEN})
    assert (code, out) == (2, "")
    assert err.endswith("relmap: no account could be read\n")


def test_one_broken_file_hides_no_other(assess_here: Run) -> None:
    files = {f"accounts/{name}.yaml": text for name, text in (("a", BROKEN), ("b", "name: [\n"), ("c", DANGLING))}
    _, _, err = assess_here(SMALL | files)
    assert [path in err for path in files] == [True] * 3


def test_a_dangling_reference_alone_is_told_and_leaves_0(assess_here: Run) -> None:
    code, out, err = assess_here(SMALL | {"accounts/dangling.yaml": DANGLING})
    assert code == 0
    assert "Dangling" in out
    assert err.startswith("accounts/dangling.yaml:2:8: RM120 error: ")
    assert "maria" in err, "the nearest known id"
    assert "cannot be read" not in err


def test_a_book_without_accounts(assess_here: Run, tmp_path: Path) -> None:
    code, out, err = assess_here({"relmap.yaml": SETTINGS})
    assert (code, out) == (2, "")
    assert err == f"relmap: no account file in {tmp_path / 'here'}\n  hint: looked in accounts/**/*.yaml\n"


def test_a_folder_with_nothing_in_it(assess_here: Run, tmp_path: Path) -> None:
    code, out, err = assess_here({"readme.txt": ""})
    assert (code, out) == (2, "")
    assert err.startswith(f"relmap: no account file in {tmp_path / 'here'}\n")


@pytest.mark.parametrize(
    ("path", "finding"),
    [
        ("accounts/No Account.yaml", "accounts/No Account.yaml:1:1: RM005 error: "),
        ("accounts/south/acme.yaml", "accounts/south/acme.yaml:1:1: RM006 error: "),
        ("accounts/folder.yaml/deep.yaml", "accounts/folder.yaml:1:1: RM003 error: "),
    ],
)
def test_a_file_that_cannot_be_an_account_makes_the_answer_partial(assess_here: Run, path: str, finding: str) -> None:
    code, out, err = assess_here(SMALL | {path: ACRE})
    assert (code, out) == (2, assess_here(SMALL, "-q").out)
    assert err.startswith(finding)


def test_a_warning_alone_leaves_0(assess_here: Run, tmp_path: Path) -> None:
    write_book(tmp_path / "here", SMALL)
    (tmp_path / "here" / "accounts" / "east").symlink_to("north")
    code, out, err = assess_here(SMALL)
    assert code == 0
    assert out
    assert err.startswith("accounts/east:1:1: RM008 warning: ")
