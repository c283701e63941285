"""The made-up books: the same everywhere, of the right size, sound in references and dates."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.draw import Draw
from benchmarks.generate import book_files, write_book
from benchmarks.world import AS_OF
from benchmarks.yamltext import flow, slug, text

Data = dict[str, Any]
FACTS = {"since", "date", "made", "kept", "rated", "last_contact", "left", "started", "done", "closed", "agreed"}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(book_files(300))


@pytest.fixture(scope="module")
def settings(files: dict[str, str]) -> Data:
    data: Data = yaml.safe_load(files["relmap.yaml"])
    return data


@pytest.fixture(scope="module")
def accounts(files: dict[str, str]) -> dict[str, Data]:
    paths = [path for path in files if path != "relmap.yaml"]
    return {
        path.rsplit("/")[-1].removesuffix(".yaml"): yaml.load(files[path], Loader=yaml.CSafeLoader) for path in paths
    }


def test_same_seed_same_bytes(files: dict[str, str]) -> None:
    assert dict(book_files(300)) == files


def test_another_seed_makes_another_book(files: dict[str, str]) -> None:
    assert dict(book_files(300, seed=8)) != files


def test_draws_are_the_same_on_every_python() -> None:
    draw = Draw(7)
    assert [draw.below(1000) for _ in range(5)] == [323, 150, 650, 72, 535]


def test_size_of_an_account_file(files: dict[str, str]) -> None:
    sizes = [len(content.encode()) for path, content in files.items() if path != "relmap.yaml"]
    assert len(sizes) == 300
    assert 4000 < sum(sizes) / len(sizes) < 7000


def test_about_nine_contacts_an_account(accounts: dict[str, Data]) -> None:
    assert 8 < sum(len(account["contacts"]) for account in accounts.values()) / len(accounts) < 10


def test_every_kind_of_entry_occurs(accounts: dict[str, Data]) -> None:
    keys = {key for account in accounts.values() for key in account}
    assert {"contract", "financials", "views", "signals", "repairs", "exchanges", "value", "initiatives"} <= keys
    assert {account.get("status", "customer") for account in accounts.values()} == {"prospect", "customer", "former"}


def test_references_resolve_within_an_account(accounts: dict[str, Data], settings: Data) -> None:
    for account in accounts.values():
        ours = {member for member, fields in settings["team"].items() if "left" not in fields}
        theirs = {key for key, person in account["contacts"].items() if not {"left", "placeholder"} & person.keys()}
        assert not ours & account["contacts"].keys()
        assert set(_people(account)) <= ours | theirs, account["name"]


def test_parents_tiers_and_offerings_resolve(accounts: dict[str, Data], settings: Data) -> None:
    for account in accounts.values():
        assert account.get("parent") in {None, *accounts, *settings["groups"]}
        assert account.get("tier") in {None, *settings["tiers"]}
        assert set(account.get("offerings", ())) <= settings["offerings"].keys()


def test_goals_and_repairs_resolve(accounts: dict[str, Data]) -> None:
    for account in accounts.values():
        for initiative in account.get("initiatives", {}).values():
            assert set(initiative.get("goals", ())) <= account.get("goals", {}).keys()
            assert set(initiative.get("customer_goals", ())) <= account.get("customer_goals", {}).keys()
        assert {promise.get("repair") for promise in account["promises"]} <= {None, *account.get("repairs", {})}


def test_nobody_reports_to_themselves_in_the_end(accounts: dict[str, Data]) -> None:
    for account in accounts.values():
        contacts = account["contacts"]
        for start in contacts:
            above = _heads(contacts[start])
            while above:
                assert start not in above
                above = {head for person in above for head in _heads(contacts[person])}


def test_all_facts_have_happened(accounts: dict[str, Data]) -> None:
    facts = [(key, value) for account in accounts.values() for key, value in _walk(account) if key in FACTS]
    assert [fact for fact in facts if isinstance(fact[1], date) and fact[1] >= AS_OF] == []


def test_writes_the_files_as_utf_8(tmp_path: Path) -> None:
    write_book(tmp_path, 5)
    assert (tmp_path / "relmap.yaml").read_bytes() == dict(book_files(5))["relmap.yaml"].encode()
    assert len(list(tmp_path.glob("accounts/*/*.yaml"))) == 5


@pytest.mark.parametrize(
    "value",
    ["99.5", "NO: never", "a, b", "- dash", "[x]", "2026-01-01", "1e3", "ends:", "3% rebate", "what #4", "24/7"],
)
def test_text_is_read_back_as_it_was(value: str) -> None:
    assert yaml.safe_load(flow({"key": text(value)})) == {"key": value}


@pytest.mark.parametrize(("name", "expected"), [("Łódź Werke", "lodz-werke"), ("Siân O'Brien", "sian-o-brien")])
def test_slug(name: str, expected: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", slug(name))
    assert slug(name) == expected


def _people(account: Data) -> list[str]:
    """Return every person that an entry of the account refers to."""
    single = {"owner", "counterpart", "by", "to", "contact", "confirmed_by", "reports_to", "influences"}
    keys = {*single, "us", "them", "with", "conflicts_with", "favoured_by", "known_by"}
    found = [value for key, value in _walk(account) if key in keys]
    return [person for value in found for person in ([value] if isinstance(value, str) else value)]


def _heads(person: Data) -> set[str]:
    above = person.get("reports_to", [])
    return {above} if isinstance(above, str) else set(above)


def _walk(value: Any) -> list[tuple[str, Any]]:
    """Return every key with its value, at any depth."""
    if isinstance(value, list):
        return [pair for entry in value for pair in _walk(entry)]
    if isinstance(value, dict):
        return [pair for key, entry in value.items() for pair in ((key, entry), *_walk(entry))]
    return []
