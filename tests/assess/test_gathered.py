"""What a command takes of each account beside the assessment, in one process and in two."""

from datetime import date
from pathlib import Path

from relmap.assess.profile import Profile
from relmap.assess.run import gather_book, run_book
from relmap.book.load import LoadedAccount, open_book

MERIDIAN = Path(__file__).parents[2] / "examples/meridian"

AS_OF = date(2026, 11, 15)


def _name_and_owner(loaded: LoadedAccount, profile: Profile) -> tuple[str, str]:
    assert loaded.written is not None
    return profile.facts.account.name, profile.facts.account.owner


def test_something_of_every_account_is_returned_with_the_same_assessment() -> None:
    book = open_book(MERIDIAN)
    assert book.settings is not None
    run, gathered = gather_book(book, book.settings, AS_OF, _name_and_owner, jobs=1)
    plain = run_book(book, book.settings, AS_OF, jobs=1)
    assert [entry.row.figures for entry in run.accounts] == [entry.row.figures for entry in plain.accounts]
    assert gathered == {entry.row.id: (entry.row.name, entry.row.owner) for entry in run.accounts}


def test_a_broken_file_is_left_out_and_two_processes_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "accounts").mkdir()
    for number in range(300):
        text = "name: [" if number == 7 else f"name: Account {number}\nowner: maria\n"
        (tmp_path / f"accounts/a{number:03}.yaml").write_text(text)
    book = open_book(tmp_path)
    assert book.settings is not None
    alone, spread = (gather_book(book, book.settings, AS_OF, _name_and_owner, jobs=jobs) for jobs in (1, 2))
    assert spread[1] == alone[1]
    assert len(alone[1]) == 299
    assert "a007" not in alone[1]
    assert list(spread[1]) == sorted(spread[1])
