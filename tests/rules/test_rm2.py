"""The rules of the relationship map: where each fires, with what words, and on which side of each threshold."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from relmap.findings import Route
from relmap.rules.rm2 import key_player_not_live, no_live_relationship, required_role_uncovered, single_threaded
from relmap.rules.rule import ACCOUNT, AS_OF, Example, Hit, OptionValue, Rule

from .trying import NONE, ahead, all_hits, hits_on, write_example

SETTINGS = """\
company: Quellwerk
tiers: {key: {key: true}, growth: {}, core: {}}
team:
  maria: {name: Maria Voss}
  tom: {name: Tom Berg}
  viktor: {name: Viktor Sand, status: left, left: 2026-06-30}
"""


def hits(
    rule: Rule,
    root: Path,
    lines: str,
    *,
    status: str = "customer",
    settings: str = SETTINGS,
    as_of: date = AS_OF,
    options: Mapping[str, OptionValue] = NONE,
) -> list[Hit]:
    """Return what a rule says of an account with these lines, that which lies ahead as well."""
    owner = "" if "owner:" in lines else "owner: maria\n"
    text = f"name: Harrow Foods\n{owner}status: {status}\n{lines}"
    return all_hits(rule, write_example(root, Example(text, settings)), as_of, options).get(ACCOUNT, [])


def told(found: list[Hit]) -> list[tuple[Route, str]]:
    """Return where each hit is and what it says."""
    return [(hit.route, hit.message) for hit in found]


def now(found: list[Hit], as_of: date = AS_OF) -> list[str]:
    """Return the subjects of what holds on the day."""
    return [hit.subject for hit in found if not ahead(hit, as_of)]


def person(name: str, power: int, last: str, level: str = "problem_solver", member: str = "maria") -> str:
    """Return the line of a contact with one relationship."""
    link = f"{{{member}: {{level: {level}, last_contact: {last}}}}}"
    return f"  {name.lower()}: {{name: {name}, power: {power}, known_by: {link}}}\n"


ROSA = person("Rosa", 4, "2026-10-20")


@pytest.mark.parametrize(
    ("rule", "route", "message"),
    [
        (single_threaded.RULE, ("contacts",), "of 2 people only Rosa Lenz is in live touch with us"),
        (
            no_live_relationship.RULE,
            ("contacts",),
            "nobody of ours is in live touch with anybody: the last contact was on 2026-06-02, Rosa Lenz with maria",
        ),
        (
            key_player_not_live.RULE,
            ("contacts", "rosa"),
            "Rosa Lenz, power 4, is in live touch with nobody of ours: the last contact was on 2026-06-02, with maria",
        ),
        (required_role_uncovered.RULE, ("contacts",), "nobody on the map is a user"),
    ],
    ids=lambda value: value.code if isinstance(value, Rule) else "",
)
def test_the_example_says_where_and_what(rule: Rule, route: Route, message: str, tmp_path: Path) -> None:
    assert told(hits_on(rule, rule.fires, tmp_path)[ACCOUNT]) == [(route, message)]


# RM201


def two(ben: str, tier: str = "key") -> str:
    return f"tier: {tier}\ncontacts:\n{ROSA}{person('Ben', 2, ben)}"


@pytest.mark.parametrize(("tier", "fires"), [("key", True), ("core", True), ("growth", False)])
def test_single_threaded_is_asked_of_the_tiers_of_the_option(tier: str, fires: bool, tmp_path: Path) -> None:
    assert now(hits(single_threaded.RULE, tmp_path, two("2026-06-02", tier))) == ["threads"] * fires


def test_single_threaded_is_asked_of_other_tiers_where_the_book_says_so(tmp_path: Path) -> None:
    lines, options = two("2026-06-02", "growth"), {"tiers": ("growth",)}
    assert now(hits(single_threaded.RULE, tmp_path, lines, options=options)) == ["threads"]


def test_single_threaded_holds_from_the_day_after_the_last_live_one(tmp_path: Path) -> None:
    for last, on in [("2026-08-16", None), ("2026-08-17", date(2026, 11, 16))]:
        found = hits(single_threaded.RULE, tmp_path, two(last))
        assert [hit.on for hit in found] == [on]
        assert found[0].message == "of 2 people only Rosa is in live touch with us"


def test_single_threaded_is_silent_where_somebody_may_be_live(tmp_path: Path) -> None:
    maybe = "  ben: {power: 2, known_by: tom}\n"
    assert hits(single_threaded.RULE, tmp_path, f"tier: key\ncontacts:\n{ROSA}{maybe}") == []


def test_single_threaded_looks_ahead_only_where_the_last_one_is_surely_live_by_then(tmp_path: Path) -> None:
    assert hits(single_threaded.RULE, tmp_path, two("2026-10-20")) == []  # both go cold on one day
    unsure = "  rosa: {known_by: {maria: {level: problem_solver, last_contact: 2026-10-20}}}\n"
    assert hits(single_threaded.RULE, tmp_path, f"tier: key\ncontacts:\n{unsure}{person('Ben', 2, '2026-08-20')}") == []


@pytest.mark.parametrize("status", ["prospect", "former"])
@pytest.mark.parametrize(
    "rule", [single_threaded.RULE, no_live_relationship.RULE, key_player_not_live.RULE, required_role_uncovered.RULE]
)
def test_rules_of_live_touch_are_about_customers(rule: Rule, status: str, tmp_path: Path) -> None:
    lines = f"tier: key\ncontacts:\n{person('Rosa', 4, '2026-01-20')}"
    assert hits(rule, tmp_path, lines, status=status) == []


# RM202


def test_no_live_relationship_holds_from_the_day_after_the_last_live_one(tmp_path: Path) -> None:
    for last, on in [("2026-08-16", None), ("2026-08-17", date(2026, 11, 16))]:
        lines = f"contacts:\n{person('Rosa', 4, last)}{person('Ben', 2, '2026-05-01')}"
        assert [hit.on for hit in hits(no_live_relationship.RULE, tmp_path, lines)] == [on]


def test_no_live_relationship_waits_longer_for_power_5(tmp_path: Path) -> None:
    for last, on in [("2026-05-18", None), ("2026-05-19", date(2026, 11, 16))]:
        found = hits(no_live_relationship.RULE, tmp_path, f"contacts:\n{person('Rosa', 5, last)}")
        assert [hit.on for hit in found] == [on]


@pytest.mark.parametrize("contact", ["  rosa: {known_by: maria}\n", "  rosa: {known_by: {maria: {level: vendor}}}\n"])
def test_no_live_relationship_is_silent_where_nobody_knows(contact: str, tmp_path: Path) -> None:
    surely_not = "vendor" in contact
    assert len(hits(no_live_relationship.RULE, tmp_path, f"contacts:\n{contact}")) == surely_not


def test_no_live_relationship_is_silent_on_an_empty_map(tmp_path: Path) -> None:
    assert hits(no_live_relationship.RULE, tmp_path, "") == []


@pytest.mark.parametrize(
    ("contacts", "message"),
    [
        (
            "  rosa: {name: Rosa, left: 2026-09-01}\n",
            "nobody of ours is in live touch with anybody: Rosa left on 2026-09-01, and nobody else is on the map",
        ),
        (
            "  rosa: {name: Rosa}\n",
            "nobody of ours is in live touch with anybody on the map, and no day of a last contact is known",
        ),
        (
            person("Rosa", 3, "2026-06-20", member="viktor"),
            "nobody of ours is in live touch with anybody: the last contact was on 2026-06-20, Rosa with "
            "Viktor Sand, who left on 2026-06-30",
        ),
    ],
)
def test_no_live_relationship_says_who_is_gone(contacts: str, message: str, tmp_path: Path) -> None:
    assert told(hits(no_live_relationship.RULE, tmp_path, f"contacts:\n{contacts}")) == [(("contacts",), message)]


# RM203


@pytest.mark.parametrize(("power", "fires"), [(3, False), (4, True), (5, True)])
def test_key_player_not_live_begins_with_power_4(power: int, fires: bool, tmp_path: Path) -> None:
    lines = f"contacts:\n{person('Rosa', power, '2026-01-20')}"
    assert now(hits(key_player_not_live.RULE, tmp_path, lines)) == ["rosa"] * fires


def test_key_player_not_live_needs_the_power_to_be_known(tmp_path: Path) -> None:
    link = "{maria: {level: vendor, last_contact: 2026-01-20}}"
    assert hits(key_player_not_live.RULE, tmp_path, f"contacts:\n  rosa: {{known_by: {link}}}\n") == []


@pytest.mark.parametrize(("last", "on"), [("2026-08-16", None), ("2026-08-17", date(2026, 11, 16))])
def test_key_player_not_live_holds_from_the_91st_day(last: str, on: date | None, tmp_path: Path) -> None:
    found = hits(key_player_not_live.RULE, tmp_path, f"contacts:\n{person('Rosa', 4, last)}")
    assert [(hit.subject, hit.on) for hit in found] == [("rosa", on)]


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("{level: vendor, last_contact: 2026-11-02}", "Maria Voss is a vendor to them"),
        ("{level: problem_solver, two_way: false}", "the relationship with Maria Voss goes one way"),
        ("{level: problem_solver, last_contact: 2026-02-03}", "the last contact was on 2026-02-03, with Maria Voss"),
    ],
)
def test_key_player_not_live_says_why(link: str, reason: str, tmp_path: Path) -> None:
    lines = f"contacts:\n  rosa: {{power: 4, known_by: {{maria: {link}}}}}\n"
    assert told(hits(key_player_not_live.RULE, tmp_path, lines)) == [
        (("contacts", "rosa"), f"rosa, power 4, is in live touch with nobody of ours: {reason}")
    ]


def test_key_player_not_live_says_nothing_of_who_is_known_by_nobody(tmp_path: Path) -> None:
    assert hits(key_player_not_live.RULE, tmp_path, "contacts:\n  rosa: {power: 4}\n") == []


def test_key_player_not_live_does_not_foretell_what_a_departure_ends(tmp_path: Path) -> None:
    for left, count in [("2026-12-01", 0), ("2027-06-01", 1)]:
        lines = f"contacts:\n{ROSA}".replace("power: 4", f"power: 4, left: {left}")
        assert len(hits(key_player_not_live.RULE, tmp_path, lines)) == count


# RM204

NOBODY_LIVE = "an approver is known, and nobody of ours is in live touch: rosa"
ONE_ROLE = f"{SETTINGS}rubric: {{roles: [approver]}}\n"


@pytest.mark.parametrize(
    ("contacts", "found"),
    [
        (ROSA, [(("contacts",), "nobody on the map is an approver")]),
        ("  rosa: {roles: approver, known_by: {maria: {level: vendor}}}\n", [(("contacts", "rosa"), NOBODY_LIVE)]),
        ("  rosa: {roles: approver, known_by: maria}\n", []),
        ("  rosa: {placeholder: true, roles: approver}\n", []),
    ],
    ids=["missing", "not live", "unclear", "placeholder"],
)
def test_required_role_uncovered_says_which(contacts: str, found: list[tuple[Route, str]], tmp_path: Path) -> None:
    assert told(hits(required_role_uncovered.RULE, tmp_path, f"contacts:\n{contacts}", settings=ONE_ROLE)) == found


@pytest.mark.parametrize(("last", "on"), [("2026-08-16", None), ("2026-08-17", date(2026, 11, 16))])
def test_required_role_uncovered_holds_from_the_91st_day(last: str, on: date | None, tmp_path: Path) -> None:
    lines = f"contacts:\n{person('Rosa', 4, last).replace('power', 'roles: approver, power')}"
    found = hits(required_role_uncovered.RULE, tmp_path, lines, settings=ONE_ROLE)
    assert [(hit.subject, hit.on) for hit in found] == [("approver", on)]


def test_required_role_uncovered_speaks_once_of_an_empty_map(tmp_path: Path) -> None:
    assert told(hits(required_role_uncovered.RULE, tmp_path, "")) == [
        (("contacts",), "nobody of theirs is on the map, so nobody is known in any role")
    ]
