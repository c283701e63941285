"""`relmap brief` in every ending and format."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from relmap.render.json_schema import brief_schema

from .running import AS_OF, MERIDIAN, Ending, process, write_book
from .test_hostile import HOSTILE, account, settings, unsafe

Run = Callable[..., Ending]


@pytest.fixture
def brief(relmap: Run, book: Path) -> Run:
    return lambda *words: relmap("brief", "-C", str(book), "--as-of", AS_OF, *words)


def test_whom_we_meet_comes_first_then_what_to_ask(brief: Run) -> None:
    ending = brief("boreal", "--with", "jane")
    assert (ending.code, ending.err) == (0, "")
    lines = ending.out.splitlines()
    assert lines[0] == "jane at Boreal Pumps, 2026-11-15"
    assert "Known by      Tom Hansen: credible source, live, last contact 2026-11-01" in lines
    headings = [line for line, below in pairwise(lines) if below.startswith("---")]
    assert headings == ["jane", "What to ask", "Look up before you go"]


def test_without_a_person_it_says_who_is_worth_meeting(brief: Run) -> None:
    ending = brief("bor")
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith("Boreal Pumps: who is worth meeting, 2026-11-15\n")
    assert "has not said how they see us; speaks for us" in ending.out


@pytest.mark.parametrize("met", [(), ("--with", "jane")], ids=["account", "person"])
def test_json_is_as_its_schema_says(brief: Run, met: tuple[str, ...]) -> None:
    ending = brief("boreal", *met, "--format", "json")
    assert (ending.code, ending.err) == (0, "")
    document = json.loads(ending.out)
    Draft202012Validator(brief_schema()).validate(document)
    assert len(document["people"]) == len(met) // 2
    assert len(document["worth_meeting"]) == 1 - len(met) // 2


def test_every_person_of_the_example_can_be_met(relmap: Run) -> None:
    book = ("-C", str(MERIDIAN), "--as-of", AS_OF, "--format", "json")
    for account_id in (
        "haldermark-marine",
        "rothmere-steel",
        "vindskar-turbines",
        "fermanova-bio",
        "greyfall-textiles",
    ):
        whole = json.loads(relmap("brief", account_id, *book).out)
        Draft202012Validator(brief_schema()).validate(whole)
        met = [word for worth in whole["worth_meeting"] for word in ("--with", worth["person"]["contact"])]
        ending = relmap("brief", account_id, *met, *book)
        assert (ending.code, ending.err) == (0, "")
        Draft202012Validator(brief_schema()).validate(json.loads(ending.out))


@pytest.mark.parametrize(("form", "begins"), [("markdown", "# jane at"), ("rich", "jane at"), ("text", "jane at")])
def test_each_format_begins_as_it_should(brief: Run, form: str, begins: str) -> None:
    ending = brief("boreal", "--with", "jane", "--format", form)
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith(begins)


def test_several_files_are_written_at_once(brief: Run, tmp_path: Path) -> None:
    ending = brief("boreal", "-o", f"markdown:{tmp_path}/a", "-o", f"json:{tmp_path}/b")
    assert (ending.code, ending.out) == (0, "")
    assert (tmp_path / "a").read_text().startswith("# Boreal Pumps")
    assert json.loads((tmp_path / "b").read_text())["account"]["id"] == "boreal"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("borael",), "no account 'borael'\n  hint: did you mean boreal?"),
        (("boreal", "--with", "jnae"), "nobody 'jnae' at Boreal Pumps\n  hint: did you mean jane?"),
        (("boreal", "--with", "tom"), "nobody 'tom' at Boreal Pumps\n  hint: tom is one of ours"),
        (("acre", "--with", "jane"), "nobody 'jane' at Acre Mills\n  hint: the file has no contact"),
        (("boreal", "--format", "csv"), "--format 'csv' is not possible"),
        (("boreal", "--as-of", "2026"), "--as-of '2026' is no day"),
    ],
)
def test_what_cannot_be_asked_is_said(brief: Run, words: tuple[str, ...], said: str) -> None:
    ending = brief(*words)
    assert (ending.code, ending.out) == (2, "")
    assert said in ending.err


def test_a_broken_account_cannot_be_asked_about_and_another_makes_the_answer_partial(brief: Run, book: Path) -> None:
    (book / "accounts" / "acme.yaml").write_text("name: Acme\n")
    ending = brief("acme")
    assert (ending.code, ending.out) == (2, "")
    assert "acme cannot be assessed: the file is broken" in ending.err
    ending = brief("boreal")
    assert ending.code == 2
    assert ending.out.startswith("Boreal Pumps")


@pytest.mark.parametrize(
    ("line", "expected"),
    [("bor --with ", ["jane"]), ("bor --with j", ["jane"]), ("bor --with x", []), ("nobody --with j", [])],
)
def test_a_shell_completes_the_contacts_of_the_account(book: Path, line: str, expected: list[str]) -> None:
    words = f"relmap brief {line}"
    last = str(len(words.split(" ")) - 1)
    asked = process(_RELMAP_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=last, RELMAP_BOOK=str(book))
    assert asked.out.split() == expected


@pytest.mark.parametrize("met", [(), ("--with", "jane")], ids=["account", "person"])
@pytest.mark.parametrize("form", ["text", "markdown", "rich", "json"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_out_harmless(
    relmap: Run, tmp_path: Path, text: str, form: str, met: tuple[str, ...]
) -> None:
    book = write_book(tmp_path, {"relmap.yaml": settings(text), "accounts/acme.yaml": account(text)})
    ending = relmap("brief", "acme", *met, "-C", str(book), "--as-of", AS_OF, "--format", form)
    assert (ending.code, ending.err) == (0, "")
    if form == "json":
        assert json.loads(ending.out)["account"]["name"] == text
    else:
        assert unsafe(ending.out) == set()
