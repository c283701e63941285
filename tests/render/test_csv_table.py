"""The book as CSV: text that no spreadsheet runs, numbers that stay numbers."""

import csv
from datetime import date
from io import StringIO
from typing import Any

import pytest

from relmap.assess.assessment import Assessment
from relmap.assess.figures import MEASURES
from relmap.assess.profile import assess_account
from relmap.assess.row import make_row
from relmap.assess.second_pass import assess_book
from relmap.model.account import Account
from relmap.model.settings import Settings
from relmap.render.csv_table import book_csv, cell, header

AS_OF = date(2026, 11, 15)
LOSS = {"2025": {"revenue": 1000.0, "gross_profit": -333.0, "cost_to_serve": 0.0}}


def book_of(*accounts: dict[str, Any]) -> Assessment:
    settings = Settings(company="Northwind")
    nouns = [Account.model_validate({"name": "Acme", "owner": "maria", **fields}) for fields in accounts]
    profiles = [assess_account(f"a{number}", noun, settings, AS_OF) for number, noun in enumerate(nouns)]
    return assess_book([make_row(profile, f"{profile.facts.id}.yaml") for profile in profiles], settings, AS_OF)


def table(*accounts: dict[str, Any]) -> list[dict[str, str]]:
    assessment = book_of(*accounts)
    return list(csv.DictReader(StringIO(book_csv(assessment, assessment.accounts), newline="")))


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"], ids=ascii)
def test_a_name_that_begins_like_a_formula_is_text(name: str) -> None:
    assert table({"name": name})[0]["name"] == "'" + name


@pytest.mark.parametrize(
    "name", ['O"Hara, Sons', "two\nlines", "a\rb", "a\r\nb", "a;b", "'quoted'", "Łódź", " =1"], ids=ascii
)
def test_any_other_name_comes_back_as_it_was(name: str) -> None:
    assert table({"name": name}, {})[0]["name"] == name


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x9b", "\u202e", "\ud800"], ids=ascii)
def test_what_no_reader_takes_is_replaced(sign: str) -> None:
    assert cell(f"a{sign}b") == "a\ufffdb"


def test_negative_numbers_stay_numbers() -> None:
    [row] = table({"financials": LOSS})
    assert (row["equity.margin"], row["equity.margin_low"]) == ("-33.300000000000004", "-33.300000000000004")


def test_what_is_not_known_is_empty_and_its_bounds_are_not() -> None:
    [row] = table({})
    assert (row["health"], row["health_low"], row["health_high"]) == ("", "0.0", "100.0")
    assert (row["tier"], row["revenue"], row["stage.theirs"]) == ("", "", "")


def test_every_measure_has_a_column_and_numbers_have_bounds() -> None:
    names = header()
    assert {measure.id for measure in MEASURES} < set(names)
    assert {"health_low", "health_high", "map_low"} < set(names)
    assert "stage_low" not in names
    assert names[:7] == ["id", "name", "owner", "tier", "status", "group", "revenue"]
    assert names[-2:] == ["lead", "rubric"]


def test_a_line_for_each_account_in_the_given_order() -> None:
    assessment = book_of({}, {}, {})
    lines = book_csv(assessment, assessment.accounts[::-1]).split("\n")
    assert [line.split(",")[0] for line in lines] == ["id", "a2", "a1", "a0", ""]


def test_an_empty_book_is_a_header() -> None:
    assert book_csv(book_of(), ()) == ",".join(header()) + "\n"
