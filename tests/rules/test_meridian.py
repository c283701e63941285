"""The rules on the example book: what each profile says of it, and a variant of it in which every rule fires."""

import json
import os
from pathlib import Path
from shutil import copy, copytree

import pytest

from relmap.cli.main import main
from relmap.model.words import RULE_PROFILES
from relmap.rules.rules import ALL

HERE = Path(__file__).parent
MERIDIAN = HERE.parents[1] / "examples" / "meridian"
GOLDEN = HERE / "golden" / "meridian.txt"


def findings(book: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, str]]:
    main(["check", "-C", str(book), "--as-of", "2026-11-15", "--within", "0d", "-q", "--format", "jsonl", *words])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_example_book_says_what_it_was_written_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(MERIDIAN, capsys, "--profile", "strict")
    lines = sorted(f"{entry['fingerprint']} {entry['severity']} {entry['state']}" for entry in found)
    if os.environ.get("RELMAP_GOLDEN") == "write":
        GOLDEN.write_bytes("".join(f"{line}\n" for line in lines).encode())
    assert lines == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_each_profile_says_what_the_one_below_says_and_more(capsys: pytest.CaptureFixture[str]) -> None:
    said = [{entry["fingerprint"] for entry in findings(MERIDIAN, capsys, "--profile", name)} for name in RULE_PROFILES]
    assert said[0] < said[1] < said[2]


def test_the_starter_profile_leaves_a_book_that_was_begun_in_peace(capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(MERIDIAN, capsys, "--profile", "starter")
    assert 0 < len(found) <= 16, "more than one thing for each of the 16 accounts"


def test_every_rule_fires_on_the_example_with_one_account_that_nobody_looks_after(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = copytree(MERIDIAN, tmp_path / "book")
    copy(HERE / "seeded" / "nordmere-cranes.yaml", book / "accounts")
    settings = book / "relmap.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("forbid: [ids]", "forbid: [email]"), "utf-8")
    found = {entry["code"] for entry in findings(book, capsys, "--profile", "strict")}
    assert {rule.code for rule in ALL} - found == set()
