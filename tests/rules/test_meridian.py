"""The example book against every rule: it stays as it was designed, and a seeded variant makes each rule speak."""

import shutil
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from relmap.book.load import open_book
from relmap.rules.gate import Run, check_book
from relmap.rules.plan import Choice, make_plan
from relmap.rules.rule import AS_OF, AccountRule
from relmap.rules.rules import ALL

MERIDIAN = Path(__file__).parents[2] / "examples" / "meridian"
OF_THE_BOOK = "-"
"""Stands for relmap.yaml, which is no account."""

GOLDEN = Path(__file__).parent / "golden" / "meridian.txt"
DESIGNED: Mapping[str, str] = dict(line.split(" ", 1) for line in GOLDEN.read_text(encoding="utf-8").splitlines())
"""The accounts of which each rule has something to say on 2026-11-15, under the profile strict."""


def spoken(book: Path) -> dict[str, set[str]]:
    """Return the accounts that the rules speak of, by code."""
    opened = open_book(book)
    assert opened.settings is not None, opened.findings
    plan = make_plan(opened.settings, Choice(profile="strict"), AS_OF)
    found: dict[str, set[str]] = defaultdict(set)
    for finding in check_book(opened, opened.settings, Run(AS_OF, plan, jobs=1)).active:
        found[finding.code].add(finding.account or OF_THE_BOOK)
    return found


def test_the_example_stays_as_it_was_designed() -> None:
    assert {code: " ".join(sorted(accounts)) for code, accounts in sorted(spoken(MERIDIAN).items())} == DESIGNED


def test_a_seeded_variant_makes_each_rule_speak_and_leaves_the_other_accounts_alone(tmp_path: Path) -> None:
    book = shutil.copytree(MERIDIAN, tmp_path / "book")
    silent = [rule for rule in ALL if rule.code not in DESIGNED]
    assert silent, "nothing would be seeded"
    for rule in silent:
        account = rule.fires.account.replace("maria", "jonas")  # somebody of this book's team
        (book / "accounts" / f"seeded-{rule.code.lower()}.yaml").write_text(account, encoding="utf-8")
    found = spoken(book)
    assert {rule.code for rule in ALL} <= found.keys()
    assert [rule.code for rule in silent if f"seeded-{rule.code.lower()}" not in found[rule.code]] == []
    of_accounts = [rule.code for rule in ALL if isinstance(rule, AccountRule) and rule.code in DESIGNED]
    for code in of_accounts:
        old = {account for account in found[code] if not account.startswith("seeded-")}
        assert " ".join(sorted(old)) == DESIGNED[code], code
