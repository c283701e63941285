"""`relmap rules` and `relmap explain CODE`: the list in every format, with a book and without, and a rule's page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from relmap.render.json_schema import rules_schema
from relmap.rules.table import KINDS

from .gate import CLEAN, HEAD, write
from .running import Ending

Run = Callable[..., Ending]
OWN = f"{HEAD}rules: {{profile: starter, ignore: [RM302], severity: {{RM301: info}}}}\n"


@pytest.fixture(autouse=True)
def _no_book_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("rich", "The rules\n"),
        ("text", "The rules\n=========\n"),
        ("markdown", "# The rules\n"),
        ("json", '{\n"schema"'),
    ],
)
def test_every_format_lists_every_code(relmap: Run, name: str, begins: str) -> None:
    code, out, err = relmap("rules", "--format", name)
    assert (code, err) == (0, "")
    assert out.startswith(begins)
    assert [kind for kind in KINDS if kind not in out] == []


def test_json_has_the_published_shape_and_counts_as_the_book_says(relmap: Run, tmp_path: Path) -> None:
    book = write(tmp_path, {**CLEAN, "relmap.yaml": OWN})
    document = json.loads(relmap("rules", "-C", str(book), "--format", "json").out)
    Draft202012Validator(rules_schema()).validate(document)
    rules = {entry["code"]: entry for entry in document["rules"]}
    assert list(rules) == list(KINDS)
    assert (rules["RM301"]["severity"], rules["RM301"]["default"], rules["RM301"]["runs"]) == ("info", "error", True)
    assert (rules["RM302"]["runs"], rules["RM901"]["runs"], rules["RM901"]["profile"]) == (False, True, None)
    assert [option["name"] for option in rules["RM301"]["options"]] == ["require_current"]


def test_a_profile_holds_those_before_it(relmap: Run) -> None:
    running = [
        {
            entry["code"]
            for entry in json.loads(relmap("rules", "--profile", name, "--format", "json").out)["rules"]
            if entry["runs"]
        }
        for name in ("starter", "standard", "strict")
    ]
    assert running[0] <= running[1] <= running[2]
    assert running[2] == set(KINDS)


def test_an_unknown_profile(relmap: Run) -> None:
    message = "relmap: --profile 'lax' is not possible\n  hint: one of starter, standard, strict\n"
    assert relmap("rules", "--profile", "lax") == (2, "", message)


def test_broken_rules_are_told(relmap: Run, tmp_path: Path) -> None:
    book = write(tmp_path, {**CLEAN, "relmap.yaml": f"{HEAD}rules: {{ignore: RM8}}\n"})
    code, out, err = relmap("rules", "-C", str(book))
    assert (code, out) == (2, "")
    assert err.startswith("relmap.yaml:3:17: RM105 error: no code begins with 'RM8'")


def test_explain_shows_a_rule_by_code_and_by_name(relmap: Run) -> None:
    code, out, err = relmap("explain", "rm301")
    assert (code, err) == (0, "")
    assert out == relmap("explain", "not-reviewed").out
    for part in (
        "RM301\n=====\n",
        "Why it matters\n",
        "An example that fires\n",
        "      - {date: 2026-08-20",
        "require_current",
    ):
        assert part in out


def test_explain_json_has_why_and_options(relmap: Run) -> None:
    (found,) = json.loads(relmap("explain", "RM301", "--format", "json").out)["findings"]
    assert found["why"].startswith("A map that nobody")
    assert found["options"][0]["default"] is False
