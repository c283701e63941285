"""`relmap rubric`: what counts, where it was set, and what differs from the defaults."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from relmap.model.thresholds import list_thresholds
from relmap.render.json_schema import rubric_schema

from .running import ACRE, MERIDIAN, SETTINGS, Ending, write_book
from .test_hostile import HOSTILE, quoted

Run = Callable[..., Ending]
OWN = """\
company: Northwind
tiers: {key: {key: true}, growth: {}}
signals: {uses_portal: {question: "Do they use it?", good: true}}
rubric:
  version: 3
  roles: [budget, legal]
  stage_roles: {interconnected: [technical]}
  health: {red_to: 40, amber_to: 75}
  stage: {tests: {collaborative: {offerings: skip, uses_portal: further}}}
  tiers:
    key:
      health: {red_to: 50}
      roles: [budget]
      stage: {tests: {interconnected: {counterpart: must}}}
"""


@pytest.fixture
def rubric(relmap: Run, tmp_path: Path) -> Run:
    """Run `relmap rubric` on a book of these settings."""

    def run(*words: str, settings: str = OWN) -> Ending:
        book = write_book(tmp_path / "book", {"relmap.yaml": settings, "accounts/acre.yaml": ACRE})
        return relmap("rubric", "-C", str(book), *words)

    return run


def answer(ending: Ending) -> dict[str, Any]:
    assert (ending.code, ending.err) == (0, "")
    document: dict[str, Any] = json.loads(ending.out)
    Draft202012Validator(rubric_schema()).validate(document)
    return document


def lines(ending: Ending) -> list[tuple[str, ...]]:
    """The CSV as path, tier, value, default and place."""
    assert (ending.code, ending.err) == (0, "")
    rows = csv.DictReader(StringIO(ending.out, newline=""))
    return [tuple(row[key] for key in ("path", "tier", "value", "default", "set_in")) for row in rows]


ROLES = "budget, gatekeeper, user, sponsor, champion"
DIFFERENT = [
    ("roles", "", "budget, legal", ROLES, "relmap.yaml:6:10"),
    ("roles", "key", "budget", ROLES, "relmap.yaml:13:14"),
    ("stage_roles", "", "interconnected: technical", "none", "relmap.yaml:7:16"),
    ("version", "", "3", "1", "relmap.yaml:5:12"),
    ("health.red_to", "", "40", "50", "relmap.yaml:8:20"),
    ("health.red_to", "key", "50", "50", "relmap.yaml:12:24"),
    ("stage.tests.collaborative.offerings", "", "skip", "further", "relmap.yaml:9:46"),
    ("stage.tests.collaborative.uses_portal", "", "further", "skip", "relmap.yaml:9:65"),
    ("stage.tests.interconnected.counterpart", "key", "must", "further", "relmap.yaml:14:53"),
]


def test_only_what_differs_with_its_place(rubric: Run) -> None:
    assert lines(rubric("--diff", "--format", "csv")) == DIFFERENT


def test_everything_that_counts_is_listed_and_a_default_that_is_written_out_has_its_place(rubric: Run) -> None:
    found = lines(rubric("--format", "csv"))
    paths = [path for path, tier, *_ in found if not tier and not path.startswith("stage.tests")]
    assert paths == [threshold.path for threshold in list_thresholds()]
    assert ("health.amber_to", "", "75", "75", "relmap.yaml:8:34") in found
    assert ("dependence.one_way", "", "-0.5", "-0.5", "") in found
    assert len([path for path, *_ in found if path.startswith("stage.tests")]) == 16 + 1 + 1
    assert set(DIFFERENT) < set(found)


def test_the_whole_rubric_of_one_tier(rubric: Run) -> None:
    found = {
        path: (tier, value, place) for path, tier, value, _, place in lines(rubric("--tier", "key", "--format=csv"))
    }
    assert len(found) == len(list_thresholds()) + 16 + 1
    assert {tier for tier, *_ in found.values()} == {"key"}
    assert found["health.red_to"] == ("key", "50", "relmap.yaml:12:24")
    assert found["health.amber_to"] == ("key", "75", "relmap.yaml:8:34"), "set for the book"
    assert found["stage.tests.collaborative.offerings"] == ("key", "skip", "relmap.yaml:9:46")
    assert found["live.days"] == ("key", "90", "")


def test_a_tier_that_sets_nothing_has_the_rubric_of_the_book(rubric: Run) -> None:
    growth = [(path, value, place) for path, _, value, _, place in lines(rubric("--tier", "growth", "--format", "csv"))]
    book = [(path, value, place) for path, tier, value, _, place in lines(rubric("--format", "csv")) if not tier]
    assert growth == book


def test_a_tier_that_nobody_has(rubric: Run) -> None:
    assert rubric("--tier", "kye") == (2, "", "relmap: --tier 'kye' is not possible\n  hint: did you mean key?\n")


def test_the_json_says_who_published_a_default_and_names_the_rubric(rubric: Run) -> None:
    document = answer(rubric("--format", "json"))
    assert document["rubric"]["version"] == 3
    assert document["tier"] is None
    by_path = {(entry["path"], entry["tier"]): entry for entry in document["thresholds"]}
    red = by_path["health.red_to", None]
    assert (red["published"], red["place"]) == (
        "Gainsight scorecards",
        {"path": "relmap.yaml", "line": 8, "column": 20},
    )
    assert (by_path["live.days", None]["published"], by_path["live.days", None]["place"]) == (None, None)
    portal = next(test for test in document["tests"] if test["id"] == "uses_portal")
    assert (portal["signal"], portal["need"], portal["label"]) == (True, "further", "a yes to “Do they use it?”")
    assert answer(rubric("--format", "json", "--tier", "key"))["tier"] == "key"
    assert len(answer(rubric("--format", "json", "--diff"))["thresholds"]) == 6


def test_the_text(rubric: Run) -> None:
    code, out, err = rubric("--diff")
    assert (code, err) == (0, "")
    assert out.startswith("Northwind: the rubric\n=====================\nrubric version 3, rb1:")
    assert "Set otherwise than by default: 6 thresholds and 3 tests.\n" in out
    assert (
        """
Health
------
Threshold      Tier  Value  Default  Set in             Origin                           Meaning
health.red_to           40       50  relmap.yaml:8:20   published: Gainsight scorecards  Up to this figure the"""
        " band is red.\n"
    ) in out
    assert out.endswith(
        """
Tests of the stages
-------------------
Test                        Tier    Value  Default  Set in             Meaning
collaborative.offerings              skip  further  relmap.yaml:9:46   more than one offering bought
collaborative.uses_portal         further     skip  relmap.yaml:9:65   a yes to “Do they use it?”
interconnected.counterpart  key      must  further  relmap.yaml:14:53  a counterpart on their side
"""
    )


def test_nothing_differs(rubric: Run) -> None:
    code, out, err = rubric("--diff", settings=SETTINGS)
    assert (code, err) == (0, "")
    assert out.endswith("Set otherwise than by default: nothing.\n\nNothing differs from the defaults.\n")
    assert len(lines(rubric("--diff", "--format", "csv", settings=SETTINGS))) == 0
    assert answer(rubric("--diff", "--format", "json", settings=SETTINGS))["thresholds"] == []


@pytest.mark.parametrize("columns", ["80", "120", "160"])
@pytest.mark.parametrize("words", [(), ("--tier", "key")])
def test_a_screen_shows_all_and_no_line_is_wider(
    rubric: Run, monkeypatch: pytest.MonkeyPatch, columns: str, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    code, out, _ = rubric("--format", "rich", *words)
    assert code == 0
    assert max(map(len, out.splitlines())) <= int(columns)
    missing = [threshold.path for threshold in list_thresholds() if f"{threshold.path} " not in out.replace(",", " ")]
    assert missing == []
    assert "…" not in out
    assert ("for tier key: Up to this figure" in out) == (not words and columns != "160")


def test_several_files_at_once(rubric: Run, tmp_path: Path) -> None:
    places = {name: tmp_path / f"rubric.{name}" for name in ("markdown", "json", "rich")}
    ending = rubric(*(word for name, path in places.items() for word in ("-o", f"{name}:{path}")))
    assert ending == (0, "", "")
    assert places["markdown"].read_text().startswith("# Northwind: the rubric\n")
    assert json.loads(places["json"].read_text())["version"] == 1
    assert places["rich"].read_text().startswith("Northwind: the rubric")


def test_without_a_book_the_defaults(relmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = relmap("rubric")
    assert (code, out.splitlines()[0]) == (0, "The default rubric")
    assert "Set otherwise than by default: nothing." in out
    assert err == "note: no relmap.yaml here or in any folder above: these are the defaults\n"
    assert relmap("rubric", "-q") == (0, out, "")


def test_a_book_without_settings_has_the_defaults(relmap: Run, tmp_path: Path) -> None:
    book = write_book(tmp_path / "plain", {"acre.yaml": ACRE})
    code, out, err = relmap("rubric", "-C", str(book))
    assert (code, out.splitlines()[0]) == (0, "plain: the rubric")
    assert err == "note: no relmap.yaml here: these are the defaults\n"


def test_a_book_without_accounts_has_a_rubric(relmap: Run, tmp_path: Path) -> None:
    book = write_book(tmp_path / "empty", {"relmap.yaml": OWN})
    code, out, err = relmap("rubric", "-C", str(book), "--diff")
    assert (code, err) == (0, "")
    assert "health.red_to" in out


def test_a_book_that_is_no_folder(relmap: Run, tmp_path: Path) -> None:
    ending = relmap("rubric", "-C", str(tmp_path / "gone"))
    assert (ending.code, ending.out) == (2, "")
    assert "is not a folder" in ending.err


def test_broken_settings_are_told_and_end_with_2(rubric: Run) -> None:
    broken = OWN.replace("red_to: 40", "red_to: 80").replace("[budget, legal]", "[buyer]")
    code, out, err = rubric("--format", "json", settings=OWN.replace("red_to: 40", "red_to: 80"))
    assert (code, out) == (2, "")
    assert err == (
        "relmap.yaml:8:20: RM112 error: red reaches up to 80, beyond amber's 75 (`red_to` is at most `amber_to`)\n"
        "relmap: relmap.yaml is broken, so nothing can be assessed\n"
    )
    code, out, err = rubric(settings=broken)
    assert (code, out) == (2, "")
    assert err.startswith("relmap.yaml:6:11: RM105 error: 'buyer'")


def test_a_tier_that_dangles_is_told_and_leaves_0(rubric: Run) -> None:
    code, out, err = rubric("--diff", settings=OWN.replace("    key:", "    kye:"))
    assert code == 0
    assert err == "relmap.yaml:11:5: RM120 error: no tier 'kye' (did you mean key?)\n"
    assert "kye" in out


@pytest.mark.parametrize("name", HOSTILE)
def test_a_question_that_is_hostile_fools_nobody(rubric: Run, name: str) -> None:
    settings = OWN.replace('"Do they use it?"', quoted(HOSTILE[name]))
    for form in ("text", "markdown", "rich", "csv", "json"):
        code, out, _ = rubric("--format", form, settings=settings)
        assert code == 0
        assert not set("\x1b\x07\x00\x08\x7f\u202e\u2066\x9b") & set(out)
    assert "<script>" not in rubric("--format", "markdown", settings=settings).out


def test_the_rubric_of_the_example_differs_as_its_comments_say(relmap: Run) -> None:
    found = lines(relmap("rubric", "-C", str(MERIDIAN), "--diff", "--format", "csv"))
    assert [line[:3] for line in found] == [
        ("stage_roles", "", "interconnected: technical"),
        ("version", "", "2"),
        ("live.days", "core", "120"),
        ("stage.tests.collaborative.orders_through_portal", "core", "further"),
    ]


def test_every_result_names_the_rubric(relmap: Run, rubric: Run, tmp_path: Path) -> None:
    stamp = answer(rubric("--format", "json"))["rubric"]
    words = ("assess", "-C", str(tmp_path / "book"), "--as-of", "2026-11-15", "-q")
    line = f"rubric version 3, {stamp['digest']}\n"
    for form in ("text", "markdown"):
        assert relmap(*words, "--format", form).out.endswith(f"\n{line}")
        assert relmap(*words, "acre", "--format", form).out.endswith(f"\n{line}")
    assert json.loads(relmap(*words, "--format", "json").out)["rubric"] == stamp
    assert json.loads(relmap(*words, "acre", "--format", "json").out)["rubric"] == stamp
    why = ("why", "acre", "stage", *words[1:])
    assert relmap(*why).out.endswith(f"\n{line}")
    assert json.loads(relmap(*why, "--format", "json").out)["rubric"] == stamp
    assert relmap(*words, "--format", "csv").out.endswith(f",3 {stamp['digest']}\n")


def test_why_asks_the_question_of_a_signal_that_is_a_test(relmap: Run, rubric: Run, tmp_path: Path) -> None:
    assert rubric("-q").code == 0
    words = ("why", "acre", "stage.earned", "-C", str(tmp_path / "book"), "--as-of", "2026-11-15", "-q")
    unknowns = json.loads(relmap(*words, "--format", "json").out)["unknowns"]
    assert ("signals.uses_portal", "Do they use it?") in [(entry["route"], entry["question"]) for entry in unknowns]
