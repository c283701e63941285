"""The accounts that `relmap assess` is asked for: none, ids, beginnings, paths, and what none or many answer to."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from relmap.cli.main import main

from .running import SETTINGS, Ending, write_book

Run = Callable[..., Ending]


def test_without_accounts_the_book_is_a_table(assess: Run) -> None:
    code, out, err = assess()
    assert (code, err) == (0, "")
    assert out.startswith("Northwind: 3 accounts on 2026-11-15\n=")
    for name in ("Acme Foods", "Boreal Pumps", "Acre Mills", "The book as a whole", "What this book does not know"):
        assert name in out


def test_one_account_is_a_card(assess: Run) -> None:
    code, out, err = assess("acme")
    assert (code, err) == (0, "")
    assert out.startswith("Acme Foods on 2026-11-15\n=")
    assert "Boreal" not in out


def test_several_accounts_are_cards_one_after_the_other_each_once(assess: Run) -> None:
    code, out, err = assess("boreal", "acme", "acme")
    assert (code, err) == (0, "")
    assert (out.count("Acme Foods on 2026-11-15"), out.count("Boreal Pumps on 2026-11-15")) == (1, 1)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("acme", "Acme Foods"),
        ("b", "Boreal Pumps"),
        ("acr", "Acre Mills"),
        ("accounts/north/boreal.yaml", "Boreal Pumps"),
    ],
)
def test_an_id_a_beginning_or_a_path_from_the_books_folder(assess: Run, word: str, name: str) -> None:
    code, out, err = assess(word)
    assert (code, out.splitlines()[0], err) == (0, f"{name} on 2026-11-15", "")


def test_a_path_from_here_or_from_anywhere(assess: Run, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(book / "accounts")
    for path in ("north/boreal.yaml", "./north/boreal.yaml", str(book / "accounts" / "north" / "boreal.yaml")):
        assert assess(path) == assess("boreal")


def test_an_id_counts_before_a_beginning(relmap: Run, tmp_path: Path) -> None:
    files = {f"accounts/{name}.yaml": f"name: {name} plc\nowner: maria\n" for name in ("acme", "acme-foods")}
    book = write_book(tmp_path, {"relmap.yaml": SETTINGS, **files})
    code, out, err = relmap("assess", "acme", "-C", str(book))
    assert (code, err) == (0, "")
    assert out.startswith("acme plc on ")


def test_a_beginning_that_many_share_names_them(assess: Run) -> None:
    assert assess("ac") == (2, "", "relmap: 'ac' could be acme, acre\n  hint: write more of it\n")


def test_of_very_many_only_five_are_named(relmap: Run, tmp_path: Path) -> None:
    files = {f"accounts/acme-{n}.yaml": "name: Acme\nowner: maria\n" for n in range(6)}
    book = write_book(tmp_path, {"relmap.yaml": SETTINGS, **files})
    code, out, err = relmap("assess", "acme", "-C", str(book))
    assert (code, out) == (2, "")
    assert "could be acme-0, acme-1, acme-2, acme-3, acme-4, …\n" in err


def test_an_unknown_account_names_the_nearest(assess: Run) -> None:
    assert assess("boreall") == (2, "", "relmap: no account 'boreall'\n  hint: did you mean boreal?\n")


def test_an_unknown_account_that_is_near_to_none(assess: Run) -> None:
    assert assess("zzzz") == (2, "", "relmap: no account 'zzzz'\n  hint: `relmap assess` lists all\n")


def test_one_unknown_account_among_known_ones_stops_all(assess: Run) -> None:
    assert assess("acme", "zzzz")[:2] == (2, "")


def test_a_path_out_of_the_book_is_no_account(assess: Run, tmp_path: Path) -> None:
    (tmp_path / "stray.yaml").write_text("name: Stray\nowner: maria\n", encoding="utf-8")
    code, out, err = assess(str(tmp_path / "stray.yaml"))
    assert (code, out) == (2, "")
    assert err.startswith("relmap: no account '")


def test_what_is_typed_is_hostile_too(assess: Run) -> None:
    code, out, err = assess("\x1b[31mred\x07\n")
    assert (code, out) == (2, "")
    assert "\x1b" not in err
    assert "\x07" not in err


def test_conditions_choose_among_the_named(assess: Run) -> None:
    code, out, err = assess("acme", "boreal", "--where", "owner=tom", "--format", "json")
    assert (code, err) == (0, "")
    assert [entry["id"] for entry in json.loads(out)["accounts"]] == ["boreal"]


def test_completion_lists_the_ids_that_begin_so(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(book / "accounts" / "north")
    assert completed("a", monkeypatch) == ["acme", "acre"]
    assert completed("zzz", monkeypatch) == []


def test_completion_knows_the_book_that_is_named(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert completed("a", monkeypatch) == []
    assert completed(f"-C {book} b", monkeypatch) == ["boreal"]
    monkeypatch.setenv("RELMAP_BOOK", str(book))
    assert completed("b", monkeypatch) == ["boreal"]
    monkeypatch.setenv("RELMAP_BOOK", str(tmp_path / "gone"))
    assert completed("b", monkeypatch) == []


def test_completion_reads_no_file(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was read")

    monkeypatch.chdir(book)
    monkeypatch.setattr("relmap.book.load.read_bytes", refuse)  # before the module that it comes from
    monkeypatch.setattr("relmap.book.read.read_bytes", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    assert completed("", monkeypatch) == ["acme", "acre", "boreal"]


PEOPLE = {
    "relmap.yaml": "company: N\nteam: {maria: {}, tom: {}}\n",
    "accounts/acme.yaml": "name: A\nowner: maria\ncontacts: {mats: {}, jane: {known_by: {tom: {}}}}\n",
    "accounts/bad.yaml": "name: B\nowner: maria\ncontacts: {mia: {powr: 5}}\n",
}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("whatif acme --leaves m", ["mats", "maria"]),
        ("whatif --leaves ", ["maria", "tom"]),
        ("whatif acme --leaves tom --leaves j", ["jane"]),
        ("map ac --focus j", ["jane"]),
        ("whatif bad --leaves m", ["maria"]),
        ("whatif nowhere --leaves m", []),
    ],
)
def test_completion_offers_the_people_of_the_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, offered: list[str]
) -> None:
    monkeypatch.chdir(write_book(tmp_path, PEOPLE))
    command, _, words = typed.partition(" ")
    assert completed(words, monkeypatch, command) == offered


def test_completion_of_people_is_silent_where_the_settings_are_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_book(tmp_path, {**PEOPLE, "relmap.yaml": "team: [\n"}))
    assert completed("acme --leaves m", monkeypatch, "whatif") == []
    assert capsys.readouterr() == ("", "")


def completed(typed: str, monkeypatch: pytest.MonkeyPatch, command: str = "assess") -> list[str]:
    """What a shell offers behind a command and these words."""
    from io import BytesIO, TextIOWrapper

    words = f"relmap {command} {typed}"
    written = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
    with monkeypatch.context() as shell:
        shell.setattr("sys.stdout", written)
        shell.setenv("_RELMAP_COMPLETE", "complete_bash")
        shell.setenv("COMP_WORDS", words)
        shell.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
        assert main([]) == 0
    written.seek(0)
    return written.read().split()
