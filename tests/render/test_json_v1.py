"""The published JSON says what the assessment says, and is what its schema says."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from relmap.assess.assessment import Assessment
from relmap.assess.figures import MEASURES
from relmap.assess.profile import assess_account
from relmap.assess.row import make_row
from relmap.assess.run import make_card, run_book
from relmap.assess.second_pass import assess_book
from relmap.book.load import open_book
from relmap.findings import Finding, Related, Severity, Span
from relmap.model.account import Account
from relmap.model.settings import Settings
from relmap.render.json_schema import assess_schema
from relmap.render.json_v1 import book_json, cards_json

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = date(2026, 11, 15)
HOSTILE = '</script>"},\n[red]\x1b[31m\u202e=cmd()\x00'


@cache
def assessed(example: str) -> Assessment:
    book = open_book(EXAMPLES / example)
    assert book.settings is not None
    return run_book(book, book.settings, AS_OF)


@cache
def of_book(example: str) -> Any:
    return json.loads(book_json(assessed(example), assessed(example).accounts))


@cache
def of_cards(example: str) -> Any:
    book, assessment = open_book(EXAMPLES / example), assessed(example)
    names = [entry.row.id for entry in assessment.accounts]
    cards = [make_card(book, assessment.settings, assessment, name) for name in names]
    return json.loads(cards_json(assessment, cards))


def account(document: Any, name: str) -> Any:
    return next(entry for entry in document["accounts"] if entry["id"] == name)


def small_book(*findings: Finding, **fields: Any) -> Assessment:
    settings = Settings(company="Northwind")
    profile = assess_account("acme", Account(**{"name": "Acme", "owner": "maria", **fields}), settings, AS_OF)
    return assess_book([make_row(profile, "accounts/acme.yaml")], settings, AS_OF, findings=findings)


def problem(account: str, severity: Severity, **fields: Any) -> Finding:
    return Finding(
        "RM101", "unknown-key", severity, "no key of the format", Span("a.yaml", 3, 5, 3, 9), account=account, **fields
    )


@cache
def schema() -> Draft202012Validator:
    return Draft202012Validator(assess_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("document", [of_book, of_cards], ids=["book", "cards"])
@pytest.mark.parametrize("example", ["meridian", "minimal"])
def test_what_is_written_is_what_the_schema_says(example: str, document: Any) -> None:
    errors = schema().iter_errors(document(example))
    assert [(error.json_path, error.message) for error in errors] == []


@pytest.mark.parametrize(
    ("route", "value"),
    [
        (("version",), 2),
        (("surprise",), 1),
        (("accounts", 0, "measures", "health", "value"), "good"),
        (("accounts", 0, "measures", "stage", "value"), "advanced"),
        (("accounts", 0, "measures", "surprise"), {"value": 1}),
        (("accounts", 0, "evidence", "map", "contacts", 0, "email"), "jane@acme.example"),
        (("accounts", 0, "evidence", "measures", "health", "inputs", 0, "state"), "old"),
        (("book", "revenue", "top", "cr1"), "30 %"),
    ],
    ids=str,
)
def test_a_broken_document_fails(route: tuple[str | int, ...], value: object) -> None:
    document = json.loads(json.dumps(of_cards("meridian")))
    place = document
    for step in route[:-1]:
        place = place[step]
    place[route[-1]] = value
    assert not schema().is_valid(document)


def test_every_measure_is_there_unrounded_and_in_its_unit() -> None:
    castelmora, figures = (
        account(of_book("meridian"), "castelmora-foods"),
        assessed("meridian").account("castelmora-foods").figures,
    )
    assert list(castelmora["measures"]) == [measure.id for measure in MEASURES]
    assert castelmora["measures"]["health"]["value"] == figures["health"].value
    assert castelmora["measures"]["share"]["value"] == pytest.approx(
        castelmora["revenue"] / of_book("meridian")["book"]["revenue"]["total"] * 100
    )
    assert castelmora["measures"]["map"]["value"] == int(str(figures["map"].value))


def test_what_is_not_known_is_null_with_bounds_and_a_reason() -> None:
    health = account(of_book("meridian"), "pikestone-mills")["measures"]["health"]
    assert health["value"] is None
    assert 0 <= health["low"] < health["high"] <= 100
    assert "weight is known" in health["reason"] or "nothing is known" in health["reason"]


def test_concentration_is_in_percent() -> None:
    book = of_book("meridian")["book"]
    shares = [customer["share"] for customer in book["revenue"]["customers"]]
    assert sum(shares) == pytest.approx(100)
    assert book["revenue"]["hhi"] == pytest.approx(sum(share**2 for share in shares))
    assert book["revenue"]["top"]["cr1"] == shares[0]
    assert book["profile"]["name"] == "gaap-10"
    assert sum(book["stages"].values()) == book["customers"]


def test_the_evidence_says_where_each_input_stands_and_what_to_ask() -> None:
    evidence = account(of_cards("meridian"), "pikestone-mills")["evidence"]
    routes = [entry["route"] for entry in evidence["measures"]["support"]["inputs"]]
    assert routes
    assert all(route.startswith("contacts.") and route.endswith(".support") for route in routes)
    assert {entry["state"] for entry in evidence["measures"]["support"]["inputs"]} <= {"undated", "unknown"}
    assert all(unknown["question"].endswith("?") for unknown in evidence["measures"]["health"]["unknowns"])


@pytest.mark.parametrize("measure", ["health", "support", "coverage", "promises", "wallet", "dependence.ours"])
def test_the_contributions_of_the_parts_add_up_to_the_value(measure: str) -> None:
    for entry in of_cards("meridian")["accounts"]:
        value, parts = entry["measures"][measure]["value"], entry["evidence"]["measures"][measure]["parts"]
        if value is not None and parts:
            assert sum(part["contribution"] for part in parts) == pytest.approx(value)


def test_every_measure_has_evidence_on_a_card_and_none_in_the_book() -> None:
    assert list(account(of_cards("meridian"), "vindskar-turbines")["evidence"]["measures"]) == [
        measure.id for measure in MEASURES
    ]
    assert "evidence" not in account(of_book("meridian"), "vindskar-turbines")


def test_an_empty_book_is_a_document_too() -> None:
    assessment = assess_book([], Settings(company="Northwind"), AS_OF)
    document = json.loads(book_json(assessment, ()))
    assert schema().is_valid(document)
    assert (document["accounts"], document["findings"], document["period"]) == ([], [], None)
    assert document["book"]["revenue"]["hhi"] is None


def test_hostile_text_stays_data() -> None:
    assessment = small_book(name=HOSTILE, tags=[HOSTILE])
    text = book_json(assessment, assessment.accounts)
    assert not {"\x1b", "\x00", "\u202e"} & set(text)
    [entry] = json.loads(text)["accounts"]
    assert (entry["name"], entry["tags"]) == (HOSTILE, [HOSTILE])


def test_a_finding_says_where_it_is_and_what_it_does_not_say_is_null() -> None:
    other = Related(Span("b.yaml", 1, 2, 1, 3), "first here")
    found = problem("acme", Severity.WARNING, route=("contacts", "jane", "roles", 0), related=(other,))
    assessment = small_book(found)
    assert json.loads(book_json(assessment, ()))["findings"] == [
        {
            "code": "RM101",
            "name": "unknown-key",
            "severity": "warning",
            "state": "active",
            "message": "no key of the format",
            "hint": None,
            "path": "a.yaml",
            "line": 3,
            "column": 5,
            "end": {"line": 3, "column": 9},
            "route": "contacts.jane.roles[0]",
            "account": "acme",
            "subject": None,
            "related": [
                {"path": "b.yaml", "line": 1, "column": 2, "end": {"line": 1, "column": 3}, "message": "first here"}
            ],
            "fingerprint": "RM101/acme/",
        }
    ]


def test_a_card_leaves_out_the_warnings_of_others_but_not_their_errors() -> None:
    assessment = small_book(
        problem("acme", Severity.INFO),
        problem("", Severity.WARNING),
        problem("other", Severity.WARNING),
        problem("broken", Severity.ERROR),
    )
    entry = assessment.account("acme")
    assert len(json.loads(book_json(assessment, (entry,)))["findings"]) == 4
    assert [found["account"] for found in json.loads(cards_json(assessment, ()))["findings"]] == [None, "broken"]


def test_the_same_book_gives_the_same_bytes_one_account_a_line() -> None:
    assessment = assessed("meridian")
    text = book_json(assessment, assessment.accounts)
    book = open_book(EXAMPLES / "meridian")
    assert book.settings is not None
    again = run_book(book, book.settings, AS_OF)
    assert book_json(again, again.accounts) == text
    assert text.endswith("}\n")
    assert sum(line.startswith('{"id":') for line in text.splitlines()) == len(assessment.accounts)
