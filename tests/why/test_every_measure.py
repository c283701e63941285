"""Every measure of every example account is taken apart: its parts add up, its places exist, every format is drawn."""

import json
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
FIRM = ("haldermark-marine", "vindskar-turbines", "ten-lines", "thirty-lines")
"""Of these it is also told how firm each figure is, which takes an account apart many times more."""
SCHEMA = Draft202012Validator(why_schema())


def explained(name: str, account: str) -> list[Explanation]:
    """Every measure of one account, taken apart with one bench."""
    bench = Bench(*card(account, name))
    places = Places(EXAMPLES / name, bench.card.assessed.row.path, account)
    return [explain(bench, measure.id, places, with_sensitivity=account in FIRM) for measure in MEASURES]


@pytest.mark.parametrize(("name", "account"), ACCOUNTS)
def test_every_measure_is_taken_apart(name: str, account: str) -> None:
    """All of it in one test: taking an account apart is what takes long."""
    for found in explained(name, account):
        check_that_parts_add_up(found)
        check_that_inputs_have_places(name, found)
        check_that_every_format_is_drawn(found)
        check_that_changes_change(found)


def check_that_parts_add_up(found: Explanation) -> None:
    value = found.figure.value
    if isinstance(value, float | int):
        added = sum(part.share for part in found.basis.parts)
        assert added == pytest.approx(value, abs=1e-9), found.measure.id
    elif not found.measure.words:
        assert found.figure.reason, found.measure.id


def check_that_inputs_have_places(name: str, found: Explanation) -> None:
    lines = (EXAMPLES / name / found.card.assessed.row.path).read_text(encoding="utf-8").splitlines()
    for span in [entry.span for entry in (*found.inputs, *found.stale)]:
        assert span.path == found.card.assessed.row.path
        assert is_on_a_line(span, lines), (found.measure.id, span)


def is_on_a_line(span: Span, lines: list[str]) -> bool:
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1


def check_that_every_format_is_drawn(found: Explanation) -> None:
    assert not list(SCHEMA.iter_errors(json.loads(why_json(found)))), found.measure.id
    assert found.measure.title in why_text(found)
    assert why_markdown(found).startswith("# ")


def check_that_changes_change(found: Explanation) -> None:
    for change in found.changes:
        assert change.figure.value != found.figure.value, found.measure.id


def test_a_rule_stands_with_every_measure() -> None:
    for found in explained("minimal", "thirty-lines"):
        assert "How it is computed" in why_text(found), found.measure.id


def test_the_example_books_are_whole() -> None:
    assert len(ACCOUNTS) == 19
    assert all((Path(EXAMPLES) / name).is_dir() for name, _ in ACCOUNTS)
