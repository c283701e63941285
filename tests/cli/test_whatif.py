"""`relmap whatif` in every ending and format."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from relmap.render.json_schema import whatif_schema

from .running import AS_OF, MERIDIAN, Ending, write_book
from .test_hostile import HOSTILE, account, settings, unsafe

Run = Callable[..., Ending]
QUESTIONS = {
    "contact": ("boreal", "--leaves", "jane"),
    "member": ("boreal", "--leaves", "tom"),
    "across": ("--leaves", "maria"),
    "lose": ("--lose", "boreal"),
}


@pytest.fixture
def whatif(relmap: Run, book: Path) -> Run:
    return lambda *words: relmap("whatif", *words, "-C", str(book), "--as-of", AS_OF)


def test_a_paragraph_comes_first_and_then_the_measures(whatif: Run) -> None:
    ending = whatif("boreal", "--leaves", "tom")
    assert (ending.code, ending.err) == (0, "")
    title, _, paragraph, _, heading, *_ = ending.out.splitlines()
    assert title == "What if Tom Hansen leaves? Boreal Pumps on 2026-11-15"
    assert paragraph.startswith("Without Tom Hansen, nobody of ours reaches jane at Boreal Pumps any more.")
    assert "The account has no owner from then on. The account brought in EUR 300 in FY2025" in paragraph
    assert heading == "Measures that move"


def test_several_leave_at_once(whatif: Run) -> None:
    assert "Without Tom Hansen and jane, nobody of ours" in whatif("boreal", "--leaves", "tom", "--leaves", "jane").out


def test_a_team_member_leaves_the_whole_book(whatif: Run) -> None:
    out = whatif("--leaves", "maria").out
    assert out.startswith("What if Maria López leaves? The book on 2026-11-15")
    assert "Without Maria López, 2 accounts have to be taken care of, and all of them lose their owner." in out


def test_a_customer_is_lost(whatif: Run) -> None:
    out = whatif("--lose", "acme").out
    assert "Without Acme Foods the book loses EUR 600 of FY2025, 67 % of its revenue." in out
    assert "The largest customer is then Boreal Pumps with 100 % of what is left." in out


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_json_is_as_its_schema_says(whatif: Run, question: tuple[str, ...]) -> None:
    ending = whatif(*question, "--format", "json")
    assert (ending.code, ending.err) == (0, "")
    document = json.loads(ending.out)
    Draft202012Validator(whatif_schema()).validate(document)
    assert document["summary"].startswith("Without ")


@pytest.mark.parametrize("account_id", [path.stem for path in sorted((MERIDIAN / "accounts").rglob("*.yaml"))])
def test_every_account_of_the_example_can_be_asked_about(relmap: Run, account_id: str) -> None:
    book = ("-C", str(MERIDIAN), "--as-of", AS_OF, "--format", "json")
    for question in ((account_id, "--leaves", "sofia"), ("--lose", account_id)):
        ending = relmap("whatif", *question, *book)
        assert (ending.code, ending.err) == (0, "")
        Draft202012Validator(whatif_schema()).validate(json.loads(ending.out))


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_csv_has_a_line_for_each_measure_that_moves(whatif: Run, question: tuple[str, ...]) -> None:
    ending = whatif(*question, "--format", "csv")
    assert (ending.code, ending.err) == (0, "")
    rows = list(csv.DictReader(StringIO(ending.out)))
    assert [key for row in rows for key in row if key is None] == []
    assert {row["measure"] for row in rows} or question == QUESTIONS["across"]


def test_csv_gives_before_after_and_restored(whatif: Run) -> None:
    rows = csv.DictReader(StringIO(whatif("boreal", "--leaves", "tom", "--format", "csv").out))
    (threads,) = [row for row in rows if row["measure"] == "threads"]
    assert [threads[when] for when in ("before", "after", "restored")] == ["1.0", "0.0", "1.0"]


@pytest.mark.parametrize(("form", "begins"), [("markdown", "# What if"), ("rich", "What if"), ("text", "What if")])
@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_each_format_begins_as_it_should(whatif: Run, question: tuple[str, ...], form: str, begins: str) -> None:
    ending = whatif(*question, "--format", form)
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith(begins)


def test_several_files_are_written_at_once(whatif: Run, tmp_path: Path) -> None:
    words = [word for form in ("markdown", "json", "csv") for word in ("-o", f"{form}:{tmp_path}/{form}")]
    ending = whatif("boreal", "--leaves", "tom", *words)
    assert (ending.code, ending.out) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["csv", "json", "markdown"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "nothing is asked: who leaves, or who is lost?\n  hint: write --leaves PERSON"),
        (("boreal",), "nothing is asked"),
        (("--leaves", "tom", "--lose", "acme"), "--leaves and --lose are two questions\n  hint: ask one at a time"),
        (("boreal", "--lose", "acme"), "--lose takes the customer itself, and 'boreal' stands beside it"),
        (("borael", "--leaves", "tom"), "no account 'borael'\n  hint: did you mean boreal?"),
        (("--lose", "borael"), "no account 'borael'\n  hint: did you mean boreal?"),
        (("boreal", "--leaves", "jnae"), "nobody 'jnae' at Boreal Pumps or in our team\n  hint: did you mean jane?"),
        (("--leaves", "mraia"), "nobody 'mraia' in our team\n  hint: did you mean maria?"),
        (("--leaves", "jane"), "jane is a contact of boreal, and not in our team\n  hint: contacts leave an account: "
                               "relmap whatif boreal --leaves jane"),
        (("--leaves", "tom", "--format", "xml"), "--format 'xml' is not possible"),
        (("--leaves", "tom", "--as-of", "2026"), "--as-of '2026' is no day"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(relmap: Run, book: Path, words: tuple[str, ...], said: str) -> None:
    ending = relmap("whatif", "-C", str(book), "--as-of", AS_OF, *words)
    assert (ending.code, ending.out) == (2, "")
    assert said in ending.err


def test_a_lost_group_takes_its_accounts_along(relmap: Run) -> None:
    book = ("-C", str(MERIDIAN), "--as-of", AS_OF)
    assert (
        "Without Kestrelby Holding with its 2 accounts the book"
        in relmap("whatif", "--lose", "kestrelby-holding", *book).out
    )
    assert "did you mean kestrelby-holding?" in relmap("whatif", "--lose", "kestrlby-holding", *book).err
    assert "Without Tarnholt Group with its 3 accounts" in relmap("whatif", "--lose", "tarnholt-group", *book).out


def test_a_broken_account_cannot_be_asked_about(relmap: Run, book: Path) -> None:
    (book / "accounts" / "acme.yaml").write_text("name: Acme\n")
    for words in (("acme", "--leaves", "maria"), ("--lose", "acme")):
        ending = relmap("whatif", *words, "-C", str(book), "--as-of", AS_OF)
        assert (ending.code, ending.out) == (2, "")
        assert "acme cannot be assessed: the file is broken" in ending.err


def test_another_account_s_broken_file_makes_the_answer_partial(relmap: Run, book: Path) -> None:
    (book / "accounts" / "acme.yaml").write_text("name: Acme\n")
    ending = relmap("whatif", "boreal", "--leaves", "tom", "-C", str(book), "--as-of", AS_OF)
    assert ending.code == 2
    assert "Without Tom Hansen" in ending.out
    assert "1 of 3 accounts cannot be read" in ending.err


def test_nothing_in_the_book_is_written_and_the_same_comes_again(whatif: Run, book: Path) -> None:
    before = {path: path.read_bytes() for path in book.rglob("*") if path.is_file()}
    for question in QUESTIONS.values():
        assert whatif(*question).out == whatif(*question).out
    assert {path: path.read_bytes() for path in book.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("question", [("acme", "--leaves", "jane"), ("--leaves", "maria"), ("--lose", "acme")])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_from_files_cannot_act(relmap: Run, tmp_path: Path, text: str, question: tuple[str, ...]) -> None:
    book = write_book(tmp_path, {"relmap.yaml": settings(text), "accounts/acme.yaml": account(text)})
    words = ("whatif", *question, "-C", str(book), "--as-of", AS_OF)
    for form in ("text", "rich", "markdown"):
        code, out, err = relmap(*words, "--format", form)
        assert (code, err) == (0, "")
        assert unsafe(out) == set()
        assert form != "markdown" or "<script>" not in out
    for form in ("json", "csv"):
        code, out, err = relmap(*words, "--format", form)
        assert (code, err) == (0, "")
        assert not {"\x1b", "\x00", "\x07", "\x9b", "\u202e"} & set(out)
    assert json.loads(relmap(*words, "--format", "json").out)["as_of"] == AS_OF
