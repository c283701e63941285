"""The rules of the relationship map: where each fires, with what words, and on which side of each threshold."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from relmap.findings import Route
from relmap.rules.rm2 import (
    departed_still_owns,
    key_player_known_by_nobody,
    key_player_not_live,
    no_live_relationship,
    one_of_ours_cuts_us_off,
    opponent_without_goal,
    placeholder_too_long,
    required_role_uncovered,
    single_threaded,
    suspiciously_positive_map,
)
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
    owner = "" if lines.startswith("owner:") else "owner: maria\n"
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
            "nobody of ours is in live touch with anybody; Rosa Lenz is nearest: the last contact was on 2026-06-02, "
            "with maria",
        ),
        (
            key_player_not_live.RULE,
            ("contacts", "rosa"),
            "Rosa Lenz, power 4, is in live touch with nobody of ours: the last contact was on 2026-06-02, with maria",
        ),
        (required_role_uncovered.RULE, ("contacts",), "nobody on the map is a user"),
        (
            placeholder_too_long.RULE,
            ("contacts", "purchasing-head"),
            "Head of purchasing, the budget holder, is a seat without a name since 2026-06-01",
        ),
        (departed_still_owns.RULE, ("owner",), "Viktor Sand left on 2026-06-30 and still has the account"),
        (
            suspiciously_positive_map.RULE,
            ("contacts",),
            "all 3 people whose support is rated are supporters or champions",
        ),
        (
            opponent_without_goal.RULE,
            ("contacts", "rosa", "support"),
            "Rosa Lenz, power 5, is an opponent, and no open goal is about them",
        ),
        (
            one_of_ours_cuts_us_off.RULE,
            ("contacts", "rosa", "known_by", "maria"),
            "if maria leaves, Rosa Lenz is out of our reach",
        ),
        (key_player_known_by_nobody.RULE, ("contacts", "rosa"), "nobody of ours knows Rosa Lenz, power 5"),
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


def test_single_threaded_does_not_look_ahead_where_the_last_one_may_end_before(tmp_path: Path) -> None:
    links = "maria: {level: problem_solver, last_contact: 2026-08-18}, tom: {last_contact: 2026-10-20}"
    rosa = f"  rosa: {{power: 4, known_by: {{{links}}}}}\n"
    ben = person("Ben", 2, "2026-08-20")
    assert hits(single_threaded.RULE, tmp_path, f"tier: key\ncontacts:\n{rosa}{ben}") == []


@pytest.mark.parametrize("status", ["prospect", "former"])
@pytest.mark.parametrize(
    "rule",
    [single_threaded.RULE, no_live_relationship.RULE, key_player_not_live.RULE, required_role_uncovered.RULE],
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
        ("  rosa: {name: Rosa, left: 2026-09-01}\n", "nobody of theirs is left on the map: Rosa left"),
        ("  rosa: {name: Rosa}\n", "nobody of ours knows anybody on the map"),
        (
            person("Rosa", 3, "2026-10-20", level="vendor") + person("Ben", 3, "2026-11-02", member="viktor"),
            "nobody of ours is in live touch with anybody; Rosa is nearest: Maria Voss is a vendor to them",
        ),
        (
            person("Rosa", 3, "2026-06-20", member="viktor"),
            "nobody of ours is in live touch with anybody; Rosa is nearest: Viktor Sand, who knew them, left",
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


@pytest.mark.parametrize("known_by", ["", ", known_by: viktor", ", known_by: {maria: {level: none}}"])
def test_key_player_not_live_says_nothing_of_who_is_known_by_nobody(known_by: str, tmp_path: Path) -> None:
    assert hits(key_player_not_live.RULE, tmp_path, f"contacts:\n  rosa: {{power: 4{known_by}}}\n") == []


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


# RM205


def seat(since: str = "", roles: str = "approver") -> str:
    return f"contacts:\n  head: {{placeholder: true, roles: {roles}{since and f', since: {since}'}}}\n"


@pytest.mark.parametrize(("since", "on"), [("2026-08-16", 15), ("2026-08-17", 16)])
def test_placeholder_too_long_holds_from_the_91st_day(since: str, on: int, tmp_path: Path) -> None:
    found = hits(placeholder_too_long.RULE, tmp_path, seat(since), settings=ONE_ROLE)
    assert [(hit.subject, hit.on) for hit in found] == [("head", date(2026, 11, on))]
    assert told(found) == [(("contacts", "head"), f"head, the approver, is a seat without a name since {since}")]


def test_placeholder_too_long_counts_the_days_of_the_option(tmp_path: Path) -> None:
    for days, on in [(1.0, [date(2026, 11, 12)]), (1e9, [])]:
        found = hits(placeholder_too_long.RULE, tmp_path, seat("2026-11-10"), settings=ONE_ROLE, options={"days": days})
        assert [hit.on for hit in found] == on


@pytest.mark.parametrize(("undated", "fires"), [(False, False), (True, True)])
def test_placeholder_too_long_takes_a_seat_without_a_day_only_where_asked(
    undated: bool, fires: bool, tmp_path: Path
) -> None:
    found = hits(placeholder_too_long.RULE, tmp_path, seat(), settings=ONE_ROLE, options={"undated": undated})
    message = "head, the approver, is a seat without a name, and nobody wrote since when"
    assert told(found) == [(("contacts", "head"), message)] * fires


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (seat("2026-01-01", "legal"), "customer"),
        (seat("2026-01-01") + "  rosa: {roles: approver}\n", "customer"),
        (seat("2026-01-01"), "former"),
    ],
    ids=["a role nobody asks for", "somebody has the role", "a former customer"],
)
def test_placeholder_too_long_is_silent_where_nobody_is_missed(lines: str, status: str, tmp_path: Path) -> None:
    assert hits(placeholder_too_long.RULE, tmp_path, lines, status=status, settings=ONE_ROLE) == []


def test_placeholder_too_long_names_all_roles_of_a_seat_at_once(tmp_path: Path) -> None:
    settings = ONE_ROLE.replace("[approver]", "[approver, budget]")
    found = hits(placeholder_too_long.RULE, tmp_path, seat("2026-01-01", "[budget, approver]"), settings=settings)
    assert [hit.message[:38] for hit in found] == ["head, the approver and budget holder, "]


# RM206


@pytest.mark.parametrize(
    ("lines", "route", "thing"),
    [
        ("counterpart: ben\n", ("counterpart",), "the part of our counterpart"),
        ("goals: {win: {what: Knows us, contact: ben}}\n", ("goals", "win"), "the goal win"),
        ("promises: [{what: Data, by: ben, due: 2026-12-01}]\n", ("promises", 0), "the promise “Data”"),
        ("promises: [{what: Offer, by: maria, to: ben}]\n", ("promises", 0), "the promise “Offer”"),
        ("promises: [{what: Offer, by: maria, to: ben, due: 2026-11-01}]\n", ("promises", 0), "the promise “Offer”"),
    ],
)
def test_departed_still_owns_what_belongs_to_a_contact(lines: str, route: Route, thing: str, tmp_path: Path) -> None:
    lines = f"contacts: {{ben: {{name: Ben, left: 2026-09-01}}, rosa: {{}}}}\n{lines}"
    assert told(hits(departed_still_owns.RULE, tmp_path, lines)) == [
        (route, f"Ben left on 2026-09-01 and still has {thing}")
    ]
    there = lines.replace(", left: 2026-09-01", "")
    assert hits(departed_still_owns.RULE, tmp_path, there) == []


@pytest.mark.parametrize(
    "lines",
    [
        "promises: [{what: Data, by: ben, kept: true}, {what: Offer, by: maria, to: ben, kept: false}]\n",
        "goals: {win: {what: Knows us, contact: ben, due: 2026-11-14}}\n",
        "goals: {win: {what: Knows us, contact: ben}}\n"
        "initiatives: {call: {what: Call, goals: win, status: done}, write: {what: W, goals: win, status: dropped}}\n",
        "touchpoints: [{date: 2026-03-01, us: viktor, them: ben}]\n",
        "initiatives: {call: {what: Call, owner: viktor, status: done}}\n",
    ],
    ids=["promises settled", "goal over", "goal worked off", "history", "initiative done"],
)
def test_departed_still_owns_nothing_that_is_over(lines: str, tmp_path: Path) -> None:
    lines = f"contacts: {{ben: {{status: left}}}}\n{lines}"
    assert hits(departed_still_owns.RULE, tmp_path, lines) == []


def test_departed_still_owns_names_all_that_a_member_has_at_once(tmp_path: Path) -> None:
    lines = (
        "owner: viktor\npromises: [{what: Offer, by: viktor}]\n"
        "initiatives: {call: {what: Call, owner: viktor, status: in_progress}}\n"
    )
    (hit,) = hits(departed_still_owns.RULE, tmp_path, lines)
    assert hit.message == (
        "Viktor Sand left on 2026-06-30 and still has the account, the initiative call and the promise “Offer”"
    )
    assert (hit.subject, hit.route) == ("viktor", ("owner",))
    assert hit.related == (
        (("initiatives", "call"), "the initiative call as well"),
        (("promises", 0), "the promise “Offer” as well"),
    )


@pytest.mark.parametrize(("left", "holds"), [("2026-11-15", True), ("2026-11-16", False)])
def test_departed_still_owns_holds_from_the_day_of_leaving(left: str, holds: bool, tmp_path: Path) -> None:
    found = hits(departed_still_owns.RULE, tmp_path, "owner: viktor\n", settings=SETTINGS.replace("2026-06-30", left))
    assert [hit.on for hit in found] == [date.fromisoformat(left)]
    assert now(found) == ["viktor"] * holds


@pytest.mark.parametrize(("status", "fires"), [("prospect", True), ("former", False)])
def test_departed_still_owns_a_prospect_and_nothing_of_a_former_customer(
    status: str, fires: bool, tmp_path: Path
) -> None:
    assert now(hits(departed_still_owns.RULE, tmp_path, "owner: viktor\n", status=status)) == ["viktor"] * fires


# RM207


def rated(*supports: str) -> str:
    return "contacts:\n" + "".join(f"  p{position}: {{support: {word}}}\n" for position, word in enumerate(supports))


@pytest.mark.parametrize(
    ("supports", "message"),
    [
        (["champion", "supporter"], ""),
        (["champion"] * 3, "all 3 people whose support is rated are supporters or champions"),
        (["champion"] * 3 + ["neutral"], ""),
        (["champion"] * 4 + ["neutral"], "none of the 5 people whose support is rated is a skeptic or an opponent"),
        (["champion"] * 4 + ["skeptic"], ""),
    ],
)
def test_suspiciously_positive_map_counts_who_is_rated(supports: list[str], message: str, tmp_path: Path) -> None:
    lines = f"{rated(*supports)}  unrated: {{}}\n"
    expected = [(("contacts",), message)] if message else []
    assert told(hits(suspiciously_positive_map.RULE, tmp_path, lines)) == expected


def test_suspiciously_positive_map_takes_as_many_as_the_option_says(tmp_path: Path) -> None:
    for least, fires in [(2.0, True), (3.0, False)]:
        found = hits(suspiciously_positive_map.RULE, tmp_path, rated("champion", "supporter"), options={"least": least})
        assert now(found) == ["contacts"] * fires


# RM208


@pytest.mark.parametrize(
    ("contact", "fires"),
    [
        ("{power: 4, support: skeptic}", True),
        ("{power: 3, support: opponent}", False),
        ("{power: 4, support: neutral}", False),
        ("{power: 4}", False),
        ("{support: opponent}", False),
        ("{power: 4, support: opponent, left: 2026-09-01}", False),
    ],
)
def test_opponent_without_goal_needs_power_and_opposition(contact: str, fires: bool, tmp_path: Path) -> None:
    assert now(hits(opponent_without_goal.RULE, tmp_path, f"contacts:\n  rosa: {contact}\n")) == ["rosa"] * fires


@pytest.mark.parametrize(("due", "fires"), [("2026-11-14", True), ("2026-11-15", False)])
def test_opponent_without_goal_counts_a_goal_up_to_its_day(due: str, fires: bool, tmp_path: Path) -> None:
    goals = f"goals: {{talk: {{what: Talks to us, contact: rosa, due: {due}}}}}\n"
    lines = f"contacts:\n  rosa: {{power: 4, support: skeptic}}\n{goals}"
    found = told(hits(opponent_without_goal.RULE, tmp_path, lines))
    message = "rosa, power 4, is a skeptic, and no open goal is about them"
    assert found == [(("contacts", "rosa", "support"), message)] * fires


# RM209


def test_one_of_ours_cuts_us_off_names_all_who_are_lost(tmp_path: Path) -> None:
    lines = f"contacts:\n{ROSA}{person('Ben', 5, '2026-11-02')}  carl: {{name: Carl, power: 4, influences: ben}}\n"
    (hit,) = hits(one_of_ours_cuts_us_off.RULE, tmp_path, lines)
    assert hit.message == "if Maria Voss leaves, Rosa, Ben and Carl are out of our reach"
    assert [route for route, _ in hit.related] == [("contacts", "ben"), ("contacts", "carl")]


@pytest.mark.parametrize(
    ("more", "fires"),
    [
        (person("Ben", 2, "2026-11-02", member="tom"), True),
        (person("Ben", 2, "2026-11-02", member="tom").replace("power", "influences: rosa, power"), False),
        ("  ben: {power: 2, known_by: tom, influences: rosa}\n", False),
        ("  ben: {power: 2, known_by: tom, influences: carl}\n  carl: {influences: rosa}\n", False),
        ("  ben: {power: 2, known_by: tom}\n", True),
        ("  ben: {power: 2, known_by: maria, influences: rosa}\n", True),
    ],
    ids=["elsewhere", "second way", "maybe a second way", "maybe a longer way", "maybe elsewhere", "maybe the same"],
)
def test_one_of_ours_cuts_us_off_only_where_there_is_surely_no_second_way(
    more: str, fires: bool, tmp_path: Path
) -> None:
    assert now(hits(one_of_ours_cuts_us_off.RULE, tmp_path, f"contacts:\n{ROSA}{more}")) == ["maria"] * fires


def test_one_of_ours_cuts_us_off_leaves_their_own_people_out(tmp_path: Path) -> None:
    ben = person("Ben", 2, "2026-11-02").replace("}}}", "}, tom: {level: vendor}}, influences: rosa}")
    tom = person("Carl", 2, "2026-11-02", member="tom").replace("power", "influences: ben, power")
    lines = f"contacts:\n  rosa: {{power: 4}}\n{ben}{tom}"
    assert hits(one_of_ours_cuts_us_off.RULE, tmp_path, lines) == []


# RM210


@pytest.mark.parametrize(
    ("contact", "more"),
    [
        ("{power: 4}", ""),
        ("{power: 4, known_by: {maria: {level: none}}}", ""),
        ("{power: 4, known_by: viktor}", ": Viktor Sand left"),
    ],
)
def test_key_player_known_by_nobody_says_who_did(contact: str, more: str, tmp_path: Path) -> None:
    found = told(hits(key_player_known_by_nobody.RULE, tmp_path, f"contacts:\n  rosa: {contact}\n"))
    assert found == [(("contacts", "rosa"), f"nobody of ours knows rosa, power 4{more}")]


@pytest.mark.parametrize(
    "contact", ["{power: 3}", "{}", "{power: 5, known_by: maria}", "{power: 5, placeholder: true}"]
)
def test_key_player_known_by_nobody_is_silent_of_others(contact: str, tmp_path: Path) -> None:
    assert hits(key_player_known_by_nobody.RULE, tmp_path, f"contacts:\n  rosa: {contact}\n") == []
