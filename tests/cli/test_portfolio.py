"""`relmap portfolio` in every ending and format."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from relmap.render.json_schema import portfolio_schema

from .running import AS_OF, MERIDIAN, Ending, write_book
from .test_hostile import HOSTILE, account, settings, unsafe

Run = Callable[..., Ending]


@pytest.fixture
def portfolio(relmap: Run, book: Path) -> Run:
    return lambda *words: relmap("portfolio", "-C", str(book), "--as-of", AS_OF, *words)


def test_three_sentences_come_first(portfolio: Run) -> None:
    ending = portfolio()
    assert (ending.code, ending.err) == (0, "")
    title, _, money, fragility, *_ = ending.out.splitlines()
    assert title == "Northwind: portfolio of 3 accounts on 2026-11-15"
    assert money == "EUR 900 of revenue in FY2025 comes from 2 customers, and 66.7 % of it from Acme Foods alone."
    assert fragility.endswith("of it hangs on what the relationships lack in health.")


def test_no_section_is_empty(portfolio: Run) -> None:
    lines = portfolio().out.splitlines()
    heads = [place for place, line in enumerate(lines) if line and set(line) == {"-"}]
    assert len(heads) >= 7
    assert all(lines[place + 1].strip() for place in heads)


@pytest.mark.parametrize("folder", [MERIDIAN, MERIDIAN.parent / "minimal"], ids=["meridian", "minimal"])
def test_json_is_as_its_schema_says_and_agrees_with_assess(relmap: Run, folder: Path) -> None:
    words = ("-C", str(folder), "--as-of", AS_OF, "--format", "json")
    ending = relmap("portfolio", *words)
    assert ending.code == 0
    document, assessed = json.loads(ending.out), json.loads(relmap("assess", *words).out)
    Draft202012Validator(portfolio_schema()).validate(document)
    assert document["book"] == assessed["book"]
    shares = {entry["id"]: entry["measures"]["exposure"] for entry in assessed["accounts"]}
    assert {entry["id"]: entry["exposure"] for entry in document["accounts"]} == shares


def test_json_has_the_last_quarters_with_who_is_not_known(relmap: Run) -> None:
    ending = relmap("portfolio", "-C", str(MERIDIAN), "--as-of", "2026-09-30", "--format", "json")
    quarters = json.loads(ending.out)["quarters"]
    assert [quarter["quarter"] for quarter in quarters] == [
        *("2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"),
    ]
    last = quarters[-1]
    assert (last["accounts"], last["accounts_with_profit"], last["without_figures"]) == (7, 2, 6)
    assert last["year_before"] == {"change": pytest.approx(100 * (236 / 232 - 1)), "compared": 1, "reason": None}
    assert quarters[0]["year_before"]["reason"] == "there are no figures for FY2023-Q3"


def test_csv_has_a_row_an_account(portfolio: Run) -> None:
    ending = portfolio("--format", "csv")
    assert (ending.code, ending.err) == (0, "")
    rows = {row["id"]: row for row in csv.DictReader(StringIO(ending.out))}
    assert set(rows) == {"acme", "acre", "boreal"}
    assert (rows["acme"]["revenue"], rows["acre"]["revenue"], rows["acre"]["move"]) == ("600.0", "", "")
    assert rows["acre"]["missing"] == "ambition potential revenue gross_profit cost_to_serve"


def test_svg_is_well_formed_and_shows_who_can_be_placed(portfolio: Run) -> None:
    root = ElementTree.fromstring(portfolio("--format", "svg").out)
    shown = {element.get("data-account") for element in root.iter() if element.get("data-account")}
    assert shown == {"acme", "boreal"}
    text = " ".join("".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "Not in the picture, as what they buy is not known: Acre Mills." in text


@pytest.mark.parametrize(
    ("form", "begins"), [("markdown", "# Northwind: portfolio"), ("rich", "Northwind: p"), ("text", "Northwind: p")]
)
def test_each_format_begins_as_it_should(portfolio: Run, form: str, begins: str) -> None:
    ending = portfolio("--format", form)
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith(begins)


def test_several_files_are_written_at_once(portfolio: Run, tmp_path: Path) -> None:
    forms = ("markdown", "json", "csv", "svg")
    ending = portfolio(*(word for form in forms for word in ("-o", f"{form}:{tmp_path}/{form}")))
    assert (ending.code, ending.out) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == sorted(forms)


def test_where_picks_the_accounts_and_leaves_the_book_whole(portfolio: Run) -> None:
    ending = portfolio("--where", "owner=tom")
    assert ending.code == 0
    assert "EUR 900 of revenue in FY2025" in ending.out
    assert "1 account meets the conditions: one by one they stand here alone" in ending.out
    rows = csv.DictReader(StringIO(portfolio("--where", "owner=tom", "--format", "csv").out))
    assert [row["id"] for row in rows] == ["boreal"]


def test_where_does_not_change_what_is_said_of_the_whole_book(relmap: Run) -> None:
    words = ("portfolio", "-C", str(MERIDIAN), "--as-of", AS_OF)
    whole, some = (relmap(*words, *more).out for more in ((), ("--where", "id=fermanova-bio")))
    assert "most of all on Haldermark Marine AS." in whole
    assert whole.partition("\nConcentration\n")[2].partition("\nStages")[0] in some
    assert whole.partition("\nKey accounts\n")[2] in some
    assert whole.splitlines()[2:4] == some.splitlines()[2:4]


def test_another_period_gives_other_shares(portfolio: Run) -> None:
    assert "EUR 900 of revenue in FY2024 comes from 1 customer." in portfolio("--period", "2024").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--where", "owner=nobody"), "no account matched --where"),
        (("--where", "oner=tom"), "--where does not know 'oner'\n  hint: did you mean owner?"),
        (("--format", "xml"), "--format 'xml' is not possible"),
        (("--period", "2026"), "FY2026 is not finished on 2026-11-15"),
        (("--as-of", "2026"), "--as-of '2026' is no day"),
    ],
)
def test_what_cannot_be_done_is_said(portfolio: Run, words: tuple[str, ...], said: str) -> None:
    ending = portfolio(*words)
    assert (ending.code, ending.out) == (2, "")
    assert said in ending.err


def test_machine_formats_are_documents_also_when_nothing_matched(portfolio: Run) -> None:
    ending = portfolio("--where", "owner=nobody", "--format", "json")
    assert ending.code == 2
    assert json.loads(ending.out)["accounts"] == []


def test_a_broken_file_makes_the_answer_partial(portfolio: Run, book: Path) -> None:
    (book / "accounts" / "acme.yaml").write_text("name: Acme\n")
    ending = portfolio()
    assert ending.code == 2
    assert "EUR 300 of revenue in FY2025 comes from 1 customer." in ending.out
    assert "1 of 3 accounts cannot be read" in ending.err
    assert "1 account cannot be read and stands in no figure here: acme" in ending.out


def test_a_book_without_money_or_settings_says_what_to_find_out(relmap: Run, tmp_path: Path) -> None:
    book = write_book(tmp_path, {"acme.yaml": "name: Acme\nowner: maria\n"})
    for form in ("text", "rich", "markdown", "json", "csv", "svg"):
        ending = relmap("portfolio", "-C", str(book), "--as-of", AS_OF, "--format", form, "-q")
        assert (ending.code, ending.err) == (0, "")
    out = relmap("portfolio", "-C", str(book), "--as-of", AS_OF, "-q").out
    assert "No share is known, as no figure is known" in out
    assert "Concentration is not scored: no figure is known." in out
    assert "If" not in [line.split(" ")[0] for line in out.splitlines()], "no losses of nobody"
    assert "How much revenue a year is within reach?" in out


def test_nothing_in_the_book_is_written_and_the_same_comes_again(portfolio: Run, book: Path) -> None:
    before = {path: path.read_bytes() for path in book.rglob("*") if path.is_file()}
    for form in ("text", "json", "svg"):
        assert portfolio("--format", form).out == portfolio("--format", form).out
    assert {path: path.read_bytes() for path in book.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_from_files_cannot_act(relmap: Run, tmp_path: Path, text: str) -> None:
    book = write_book(tmp_path, {"relmap.yaml": settings(text), "accounts/acme.yaml": account(text)})
    words = ("portfolio", "-C", str(book), "--as-of", AS_OF, "--format")
    for form in ("text", "rich", "markdown", "svg"):
        code, out, err = relmap(*words, form)
        assert (code, err) == (0, "")
        assert unsafe(out) == set()
        assert form not in ("markdown", "svg") or "<script>" not in out
    ElementTree.fromstring(relmap(*words, "svg").out)
    assert json.loads(relmap(*words, "json").out)["accounts"][0]["name"] == text
    [row] = csv.DictReader(StringIO(relmap(*words, "csv").out, newline=""))
    assert row["id"] == "acme"
    assert row["name"][:1] not in ("=", "+", "-", "@", "\t", "\r")
