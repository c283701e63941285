"""What changes a digest, and what does not."""

import json
import random
from copy import deepcopy
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.book.parse import parse
from relmap.book.validate import validate
from relmap.model import plans
from relmap.model.account import Account
from relmap.model.account_digest import digest_account, is_comparable

from ..measures.accounts import Author

ACCOUNT = """
name: Café Nord
owner: maria
contacts:
  jane: {name: Jane, power: 5, known_by: {tom: {level: credible_source, trust: 7}}}
promises: [{what: Report, by: tom, due: 2026-10-01}, {what: Stock, by: tom}]
"""
REPORT, STOCK = "{what: Report, by: tom, due: 2026-10-01}", "{what: Stock, by: tom}"


def account(text: str) -> Account:
    parsed = parse(text.encode(), "acme.yaml")
    assert parsed.document is not None, parsed.findings
    return of(parsed.document)


def of(document: dict[str, Any]) -> Account:
    noun, problems = validate(document, Account)
    assert noun is not None, problems
    return noun


def digest(text: str = ACCOUNT) -> str:
    return digest_account(account(text))


def test_a_digest_names_its_recipe_and_never_changes_with_the_program() -> None:
    assert digest("name: Acme\nowner: maria\n") == "rm1:c3340705fa8f"
    assert digest() == "rm1:a42405cc9215"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("owner: maria", "# the best\nowner: 'maria'  # really"),
        ("name: Café Nord\nowner: maria", "owner: maria\nname: Café Nord"),
        ("{name: Jane, power: 5,", "{power: 5, name: Jane,"),
        ("Café", normalize("NFD", "Café")),
        (f"{REPORT}, {STOCK}", f"{STOCK}, {REPORT}"),
        ("trust: 7", "trust: 7.0"),
        ("owner: maria", "owner: maria\nstatus: customer\ntags: []"),
        ("trust: 7", "trust: 7, last_contact: 2026-10-01"),
        ("owner: maria", "owner: maria\nfinancials: {2025: 500}"),
        ("owner: maria", "owner: maria\ntouchpoints: [{date: 2026-10-01, us: maria, note: Lunch}]"),
        ("owner: maria", "owner: maria\nreviews: [{date: 2026-10-01, by: maria, quarter: 2026-Q4}]"),
    ],
)
def test_what_says_the_same_or_is_the_days_work_changes_nothing(old: str, new: str) -> None:
    assert old in ACCOUNT
    assert digest(ACCOUNT.replace(old, new)) == digest()


@pytest.mark.parametrize(
    ("short", "long"),
    [("known_by: tom", "known_by: {tom: {last_contact: 2026-10-01}}"), ("roles: user", "roles: [user]")],
)
def test_a_shorthand_is_what_it_stands_for(short: str, long: str) -> None:
    begin = "name: Acme\nowner: maria\ncontacts: {{jane: {{{}}}}}\n"
    assert digest(begin.format(short)) == digest(begin.format(long)) != digest(begin.format(""))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nord", "Sud"),
        ("owner: maria", "owner: tom"),
        ("owner: maria", "owner: maria\nstatus: former"),
        ("power: 5", "power: 4"),
        (", trust: 7", ""),
        ("due: 2026-10-01", "due: 2026-10-01, kept: 2026-10-01"),
        (", {what: Stock, by: tom}", ""),
        ("owner: maria", "owner: maria\nsignals: {joint_plan: false}"),
        ("owner: maria", "owner: maria\ncustom: {size: 1}"),
    ],
)
def test_what_says_something_else_changes_it(old: str, new: str) -> None:
    assert old in ACCOUNT
    assert digest(ACCOUNT.replace(old, new)) != digest()


@pytest.mark.parametrize("stamp", [None, "", "rm1:5f0c", "rm2:0123456789ab", "RM1:0123456789AB", "rm1:0123456789ab\n"])
def test_a_stamp_of_another_kind_cannot_be_compared(stamp: str | None) -> None:
    assert not is_comparable(stamp)
    assert is_comparable(digest())


def shuffled(value: Any, by: random.Random) -> Any:
    """The same data with the keys of every mapping, and the entries of every list, in another order."""
    if isinstance(value, dict):
        keys = list(value)
        by.shuffle(keys)
        return {key: shuffled(value[key], by) for key in keys}
    if isinstance(value, list):
        return by.sample([shuffled(entry, by) for entry in value], len(value))
    return value


def written(seed: int) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(Author(seed).account()))
    return {"name": "Acme", "owner": "maria", **document}


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_no_order_of_keys_or_entries_changes_the_digest_of_any_account(seed: int, order: int) -> None:
    document = written(seed)
    assert digest_account(of(shuffled(document, random.Random(order)))) == digest_account(of(document))


@settings(deadline=None)
@given(st.integers(0, 10**6), st.data())
def test_any_entry_that_is_taken_away_changes_the_digest_of_any_account(seed: int, data: st.DataObject) -> None:
    document = written(seed)
    counted = [
        key
        for key in document
        if document[key] and key not in ("touchpoints", "financials", "reviews", "name", "owner")
    ]
    key = data.draw(st.sampled_from(counted or ["name"]))
    less = deepcopy(document)
    less.pop(key)
    if key != "name" and of({**less, "name": "Acme"}) != of(document):
        assert digest_account(of({**less, "name": "Acme"})) != digest_account(of(document))


def test_nothing_that_a_digest_keeps_is_a_free_note() -> None:
    noted = [kind.__name__ for kind in vars(plans).values() if "note" in getattr(kind, "model_fields", {})]
    assert sorted(noted) == ["Review", "Touchpoint"]
    assert [name for name in Account.model_fields if "note" in name] == []
