"""The editor schemas take what the tool takes, and mark what it refuses."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tools.write_schemas import FOLDER, SCHEMAS, schema_text

from relmap.book.parse import parse
from relmap.model.json_schema import account_schema, settings_schema
from relmap.model.signals import CATALOGUE

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMATS = Draft202012Validator.FORMAT_CHECKER
ACCOUNT = Draft202012Validator(account_schema(), format_checker=FORMATS)
SETTINGS = Draft202012Validator(settings_schema(), format_checker=FORMATS)


def problems(validator: Draft202012Validator, text: bytes) -> list[str]:
    parsed = parse(text, "acme.yaml")
    assert not parsed.findings
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(parsed.document)]


def account(line: str) -> list[str]:
    return problems(ACCOUNT, f"name: Acme\nowner: maria\n{line}\n".encode())


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_file_in_docs_is_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == schema_text(name), "run: python tools/write_schemas.py"


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema_of_draft_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name]())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/accounts/**/*.yaml")), ids=lambda path: path.stem)
def test_every_account_of_the_examples_passes(path: Path) -> None:
    assert problems(ACCOUNT, path.read_bytes()) == []


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/relmap.yaml")), ids=lambda path: path.parent.name)
def test_the_settings_of_the_examples_pass(path: Path) -> None:
    assert problems(SETTINGS, path.read_bytes()) == []


@pytest.mark.parametrize(
    "line",
    [
        "contacts: {jane-doe: }",
        "contacts: {jane-doe: {roles: budget, reports_to: tom-ray, known_by: maria}}",
        "contacts: {jane-doe: {roles: [budget, user], known_by: [maria, tom]}}",
        "contacts: {jane-doe: {known_by: {maria: , tom: {level: vendor, trust: 7}}}}",
        "contacts: {jane-doe: {known_by: {tom: {trust: {ability: 7, benevolence: 6, integrity: 8}}}}}",
        "offerings: drives",
        "offerings: [drives, service]",
        "financials: {2025: 500000, 2026-Q1: {revenue: 1, gross_profit: -1}}",
        "signals: {joint_plan: true, our_own: {holds: false}, one_way: [{holds: true, source: theirs}]}",
        "promises: [{what: A visit, by: tom, kept: true}, {what: A part, by: tom, kept: 2026-01-31}]",
        "custom: {anything: [goes, {here: 1}]}",
    ],
)
def test_the_shorthands_pass(line: str) -> None:
    assert account(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "colour: blue",
        "status: lost",
        "since: 2026-02-30",
        "since: yesterday",
        "tags: [1]",
        "contacts: {Jane Doe: {}}",
        "contacts: {jane-doe: {power: 6}}",
        "contacts: {jane-doe: {roles: [boss]}}",
        "contacts: {jane-doe: {known_by: {tom: {trust: 11}}}}",
        "financials: {FY2025: 1}",
        "financials: {2025: {revenue: -1}}",
        "signals: {joint_plan: perhaps}",
        "signals: {Joint Plan: true}",
        "goals: {1: {what: More}}",
        "promises: [{what: A visit}]",
    ],
)
def test_a_wrong_line_is_marked(line: str) -> None:
    assert account(line)


RUBRIC = b"""
company: A
rubric:
  stage_roles: {basic: [legal]}
  stage: {tests: {basic: {trade: skip, one_way: must, our_own: further}, interconnected: {counterpart: must}}}
  tiers: {key: {live: {days: 60}, dependence: {deep: 0.4}, stage: {tests: {basic: {trade: must}}}}}
"""


def test_a_custom_rubric_passes() -> None:
    assert problems(SETTINGS, RUBRIC) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"trade: skip", b"trade: never"),
        (b"trade: skip", b"counterpart: skip"),
        (b"{days: 60}", b"{day: 60}"),
        (b"{deep: 0.4}", b"{core_share: 0.4}"),
        (b"key: {", b"key: {version: 2, "),
        (b"[legal]", b"[buyer]"),
    ],
)
def test_a_slip_in_a_custom_rubric_is_marked(right: bytes, wrong: bytes) -> None:
    assert right in RUBRIC
    assert problems(SETTINGS, RUBRIC.replace(right, wrong, 1))


@pytest.mark.parametrize("text", [b"currency: EUR", b"company: A\ncurrency: euro", b"company: A\nteam: {Tom B: {}}"])
def test_wrong_settings_are_marked(text: bytes) -> None:
    assert problems(SETTINGS, text)


@pytest.mark.parametrize("schema", [account_schema(), settings_schema()], ids=["account", "settings"])
def test_every_key_of_every_model_is_explained(schema: dict[str, Any]) -> None:
    for model, fields in models(schema):
        assert [name for name, field in fields.items() if not field.keys() & {"description", "$ref"}] == [], model
    assert all(model.get("description") for model in schema["$defs"].values() if model.get("type") == "object")


@pytest.mark.parametrize("schema", [account_schema(), settings_schema()], ids=["account", "settings"])
def test_null_and_empty_defaults_are_left_out(schema: dict[str, Any]) -> None:
    for model, fields in models(schema):
        assert [name for name, field in fields.items() if field.get("default", 1) in (None, [], {})] == [], model
        assert "null" not in str([field.get("anyOf") for name, field in fields.items() if name not in KEYED])


KEYED = ("known_by", "offerings")  # the keys of these may stand alone


def models(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, model in [(schema["title"], schema), *schema["$defs"].items()]:
        if "properties" in model:
            yield name, model["properties"]


def test_every_signal_is_offered_with_its_question() -> None:
    offered = account_schema()["properties"]["signals"]["properties"]
    assert {name: entry["description"] for name, entry in offered.items()} == {
        kind.id: kind.question for kind in CATALOGUE.values()
    }
