"""Every measure of every example account is taken apart: its parts add up, its places exist, every format is drawn."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from relmap.assess.figures import MEASURES
from relmap.findings import Span
from relmap.render.json_schema import why_schema
from relmap.render.json_why import why_json
from relmap.render.why_screen import why_markdown, why_text
from relmap.why.explanation import Explanation, explain
from relmap.why.places import Places
from relmap.why.retake import Bench

from ..render.screens import EXAMPLES, card, example

ACCOUNTS = [(name, entry.row.id) for name in ("meridian", "minimal") for entry in example(name)[1].accounts]


@cache
def explained(name: str, account: str) -> list[Explanation]:
    """Every measure of one account, taken apart with one bench."""
    bench = Bench(*card(account, name))
    places = Places(EXAMPLES / name, bench.card.assessed.row.path, account)
    return [explain(bench, measure.id, places, with_sensitivity=True) for measure in MEASURES]


@pytest.mark.parametrize(("name", "account"), ACCOUNTS)
def test_the_parts_of_every_number_add_up_to_it(name: str, account: str) -> None:
    for found in explained(name, account):
        value = found.figure.value
        if isinstance(value, float | int):
            added = sum(part.share for part in found.basis.parts)
            assert added == pytest.approx(value, abs=1e-9), found.measure.id
        elif not found.measure.words:
            assert found.figure.reason, found.measure.id


@pytest.mark.parametrize(("name", "account"), ACCOUNTS)
def test_every_input_has_a_place_in_the_account_s_file(name: str, account: str) -> None:
    for found in explained(name, account):
        lines = (EXAMPLES / name / found.card.assessed.row.path).read_text(encoding="utf-8").splitlines()
        for span in [entry.span for entry in (*found.inputs, *found.stale)]:
            assert span.path == found.card.assessed.row.path
            assert is_on_a_line(span, lines), (found.measure.id, span)


def is_on_a_line(span: Span, lines: list[str]) -> bool:
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1


@pytest.mark.parametrize(("name", "account"), ACCOUNTS)
def test_every_format_is_drawn_and_the_json_keeps_to_its_schema(name: str, account: str) -> None:
    schema = Draft202012Validator(why_schema())
    for found in explained(name, account):
        document = json.loads(why_json(found))
        assert not list(schema.iter_errors(document)), found.measure.id
        assert found.measure.title in why_text(found)
        assert why_markdown(found).startswith("# ")


@pytest.mark.parametrize(("name", "account"), ACCOUNTS)
def test_every_change_told_is_a_gain(name: str, account: str) -> None:
    for found in explained(name, account):
        for change in found.changes:
            assert change.figure.value != found.figure.value, found.measure.id


def test_a_rule_stands_with_every_measure() -> None:
    for found in explained("minimal", "thirty-lines"):
        assert "How it is computed" in why_text(found), found.measure.id


def test_the_example_books_are_whole() -> None:
    assert len(ACCOUNTS) == 19
    assert all((Path(EXAMPLES) / name).is_dir() for name, _ in ACCOUNTS)
