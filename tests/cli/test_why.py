"""`relmap why` in every ending and format."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from relmap.assess.figures import MEASURES

from .running import AS_OF, MERIDIAN, Ending, write_book

Run = Callable[..., Ending]


@pytest.fixture
def why(relmap: Run, book: Path) -> Run:
    return lambda *words: relmap("why", *words, "-C", str(book), "--as-of", AS_OF)


def test_a_figure_is_taken_apart_on_stdout(why: Run) -> None:
    ending = why("boreal", "coverage")
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith("Coverage of power: Boreal Pumps on 2026-11-15\n")
    assert "(5 × 100.0 %) / 5 = 100.0 %" in ending.out
    assert "accounts/north/boreal.yaml:5:64" in ending.out


@pytest.mark.parametrize("measure", [measure.id for measure in MEASURES[::8]])
def test_measures_are_taken_apart_on_the_command_line(relmap: Run, measure: str) -> None:
    ending = relmap("why", "haldermark", measure, "-C", str(MERIDIAN), "--as-of", AS_OF)
    assert ending.code == 0
    assert ending.out.count("\n") > 4


def test_what_is_not_scored_says_why_and_ends_well(why: Run) -> None:
    ending = why("acre", "health")
    assert ending.code == 0
    assert "Not known: nothing is known" in ending.out


def test_sensitivity_comes_when_it_is_asked_for(why: Run) -> None:
    assert "How firm it is" not in why("boreal", "stage").out
    assert "How firm it is" in why("boreal", "stage", "--sensitivity").out


@pytest.mark.parametrize(
    ("form", "begins"), [("text", "Stage"), ("markdown", "# Stage"), ("json", "{\n"), ("rich", "Stage")]
)
def test_each_format_begins_as_it_should(why: Run, form: str, begins: str) -> None:
    ending = why("boreal", "stage.earned", "--format", form)
    assert ending.code == 0
    assert ending.out.startswith(begins)


def test_json_names_the_place_of_each_input(why: Run) -> None:
    document = json.loads(why("boreal", "threads", "--format", "json", "--sensitivity").out)
    assert document["schema"].endswith("why-v1.schema.json")
    assert (document["account"], document["measure"]["id"], document["figure"]["value"]) == ("boreal", "threads", 1)
    (entry,) = document["inputs"]
    assert entry["route"] == "contacts.jane.known_by.tom"
    assert (entry["place"]["path"], entry["place"]["line"], entry["age"]) == ("accounts/north/boreal.yaml", 5, 14)
    assert {turn["figure"]["value"] for turn in document["sensitivity"]["turns"]} == {0, None}


def test_several_files_are_written_at_once(why: Run, tmp_path: Path) -> None:
    ending = why("boreal", "health", "-o", f"markdown:{tmp_path}/a.md", "-o", f"json:{tmp_path}/b.json")
    assert (ending.code, ending.out) == (0, "")
    assert (tmp_path / "a.md").read_text().startswith("# Health")
    assert json.loads((tmp_path / "b.json").read_text())["version"] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("boreal", "helth"), "no measure 'helth'\n  hint: did you mean health?"),
        (("borael", "health"), "no account 'borael'\n  hint: did you mean boreal?"),
        (("boreal", "health", "--format", "csv"), "--format 'csv' is not possible"),
        (("boreal", "health", "--period", "2026"), "FY2026 is not finished on 2026-11-15"),
        (("boreal",), "missing argument 'MEASURE'"),
    ],
)
def test_what_cannot_be_done_is_said(why: Run, words: tuple[str, ...], said: str) -> None:
    ending = why(*words)
    assert (ending.code, ending.out) == (2, "")
    assert said in ending.err


def test_a_broken_account_cannot_be_taken_apart(relmap: Run, tmp_path: Path) -> None:
    book = write_book(tmp_path, {"relmap.yaml": "company: A\n", "accounts/acme.yaml": "name: Acme\n"})
    ending = relmap("why", "acme", "health", "-C", str(book), "--as-of", AS_OF)
    assert (ending.code, ending.out) == (2, "")
    assert "acme cannot be assessed: the file is broken" in ending.err


def test_another_account_s_broken_file_makes_the_answer_partial(relmap: Run, book: Path) -> None:
    (book / "accounts" / "acme.yaml").write_text("name: Acme\n")
    ending = relmap("why", "boreal", "share", "-C", str(book), "--as-of", AS_OF)
    assert ending.code == 2
    assert "Revenue share: Boreal Pumps" in ending.out
    assert "1 of 3 accounts cannot be read" in ending.err


def test_nothing_in_the_book_is_written(why: Run, book: Path) -> None:
    before = {path: path.read_bytes() for path in book.rglob("*") if path.is_file()}
    why("boreal", "health", "--sensitivity")
    assert {path: path.read_bytes() for path in book.rglob("*") if path.is_file()} == before


def test_the_same_book_gives_the_same_bytes(why: Run) -> None:
    assert why("boreal", "stage", "--sensitivity").out == why("boreal", "stage", "--sensitivity").out


def test_text_from_files_cannot_act(relmap: Run, tmp_path: Path) -> None:
    hostile = 'name: "[red]\\e[31mA|cme"\nowner: maria\npromises: [{what: "<b>`x`</b>", by: maria, due: 2026-03-01}]\n'
    book = write_book(tmp_path, {"relmap.yaml": "company: A\n", "accounts/acme.yaml": hostile})
    words = ("why", "acme", "promises", "-C", str(book), "--as-of", AS_OF)
    for form in ("text", "rich", "markdown", "json"):
        out = relmap(*words, "--format", form).out
        assert "\x1b" not in out
        assert form != "markdown" or "<b>" not in out


@pytest.fixture
def hostage(relmap: Run) -> Callable[..., str]:
    """Take a figure of the account that holds us to ransom apart."""
    return lambda *words: relmap("why", "haldermark", *words, "-C", str(MERIDIAN), "--as-of", AS_OF).out


def test_the_rung_comes_with_the_lines_that_make_it(hostage: Callable[..., str]) -> None:
    lines = hostage("ladder").splitlines()
    assert "their dependence   0.19" in lines
    assert any(line.startswith("rung   deep: the larger 0.5 or more") and line.endswith("✓ yes") for line in lines)


def test_a_relationship_that_is_there_is_revived_before_a_new_one_is_begun(hostage: Callable[..., str]) -> None:
    told = hostage("coverage")
    assert "Liv Moen and Tom Verhoeven talk now · then 33.3 %" in told
    assert "gets to know Liv Moen" not in told


def test_changes_speak_the_team_s_own_words_for_stages(hostage: Callable[..., str]) -> None:
    assert "they say stage: Basic → Exploratory" in hostage("stage", "--sensitivity")


def test_money_is_dated_by_its_period(hostage: Callable[..., str]) -> None:
    (line,) = [line for line in hostage("share").splitlines() if line.startswith("financials.2025")]
    assert "a document" in line
    assert "undated" not in line


def test_the_page_ends_with_where_to_read_on(hostage: Callable[..., str]) -> None:
    assert "must not be used for: relmap explain dependence.ours\n" in hostage("dependence.ours")
