"""What a map says of people and lines."""

from pathlib import Path

import pytest

from relmap.map.focus import focus, view
from relmap.map.tree import tree_rows
from relmap.map.values import AccountMap, Kind, MapMember, MapPerson, State, Tie

from .maps import account_map


@pytest.fixture
def acme(tmp_path: Path) -> AccountMap:
    return account_map(tmp_path)


def person(drawn: AccountMap, name: str) -> MapPerson:
    return next(entry for entry in drawn.people if entry.id == name)


def lines(drawn: AccountMap, kind: Kind) -> list[tuple[str, str]]:
    return [(tie.source, tie.target) for tie in drawn.ties if tie.kind is kind]


def test_everybody_is_there_and_says_whether_present(acme: AccountMap) -> None:
    assert {entry.id: entry.state for entry in acme.people} == {
        "ceo": State.ACTIVE,
        "jane": State.ACTIVE,
        "buyer": State.ACTIVE,
        "cfo": State.PLACEHOLDER,
        "gone": State.LEFT,
    }
    assert {member.id: member.present for member in acme.team} == {"maria": True, "olaf": False, "tom": True}


def test_the_first_boss_is_the_line_and_others_are_dotted(acme: AccountMap) -> None:
    assert ("theirs:jane", "theirs:ceo") in lines(acme, Kind.REPORTS_TO)
    assert lines(acme, Kind.DOTTED) == [("theirs:jane", "theirs:cfo")]


def test_a_conflict_that_both_tell_is_one_line(acme: AccountMap) -> None:
    assert lines(acme, Kind.CONFLICTS) == [("theirs:jane", "theirs:buyer")]


def test_a_relationship_has_level_life_age_and_source(acme: AccountMap) -> None:
    maria, olaf, tom = [tie for tie in acme.ties if tie.kind is Kind.KNOWN_BY]
    assert (maria.source, maria.live, maria.level, maria.trust, maria.age) == (
        "ours:maria",
        True,
        "problem_solver",
        8.0,
        10,
    )
    assert (maria.said_by, maria.line) == ("theirs", 7)
    assert (olaf.source, olaf.live) == ("ours:olaf", False), "who left us took it along"
    assert (tom.source, tom.live, tom.age) == ("ours:tom", False, None)


def test_trust_is_the_best_pair_of_who_is_still_with_us(acme: AccountMap) -> None:
    assert person(acme, "jane").trust == 8.0
    assert person(acme, "ceo").trust is None


def test_coverage_of_each_person(acme: AccountMap) -> None:
    found = {entry.id: entry.coverage for entry in acme.people if entry.state is State.ACTIVE}
    assert found == {"ceo": "nobody", "jane": "live", "buyer": "not_live"}


def test_single_points_of_both_sides_are_named_with_what_is_lost(acme: AccountMap) -> None:
    assert {entry.key: entry.loses for entry in acme.single_points} == {
        "ours:maria": ("ceo", "jane"),
        "theirs:jane": ("ceo",),
    }


def test_between_are_those_on_the_shortest_ways(acme: AccountMap) -> None:
    """maria and tom are colleagues; maria–jane live, tom–buyer dead; jane–ceo and buyer–ceo are lines: a chain."""
    chain = {entry.key: round(entry.between, 3) for entry in acme.brokers}
    assert chain == {"theirs:jane": 0.667, "ours:maria": 0.5, "theirs:ceo": 0.5}


def test_who_has_left_stands_between_nobody(acme: AccountMap) -> None:
    assert [entry.between for entry in acme.people if entry.state is not State.ACTIVE] == [0, 0]
    assert next(member for member in acme.team if member.id == "olaf").between == 0


def test_the_tree_puts_the_powerful_first_and_everybody_once(acme: AccountMap) -> None:
    rows = [(row.person.id, row.depth, row.last) for row in tree_rows(acme)]
    assert rows == [
        ("ceo", 0, ()),
        ("jane", 1, (False,)),
        ("gone", 2, (False, True)),
        ("buyer", 1, (False,)),
        ("cfo", 1, (True,)),
    ]


def test_a_chain_of_any_length_is_a_tree(tmp_path: Path) -> None:
    one = account_map(tmp_path, "name: Acme\nowner: maria\ncontacts: {p0: {}}\n")
    people = tuple(one.people[0]._replace(id=f"p{place}") for place in range(1201))
    ties = tuple(Tie(Kind.REPORTS_TO, f"theirs:p{place}", f"theirs:p{place + 1}") for place in range(1200))
    assert tree_rows(one._replace(people=people, ties=ties))[-1].depth == 1200


def test_a_circle_of_reporting_lines_loses_nobody(acme: AccountMap) -> None:
    first = acme.ties[0]._replace(kind=Kind.REPORTS_TO, source="theirs:ceo", target="theirs:jane")
    circle = acme._replace(ties=(*acme.ties, first))
    assert {row.person.id for row in tree_rows(circle)} == {entry.id for entry in acme.people}


@pytest.mark.parametrize(
    ("name", "kinds", "team"),
    [
        ("org", {"reports_to", "dotted"}, 0),
        ("influence", {"influences", "conflicts"}, 0),
        ("coverage", {"known_by"}, 3),
        ("all", {"reports_to", "dotted", "influences", "conflicts", "known_by"}, 3),
    ],
)
def test_a_view_has_its_lines(acme: AccountMap, name: str, kinds: set[str], team: int) -> None:
    drawn = view(acme, name)
    assert {tie.kind.value for tie in drawn.ties} == kinds
    assert (len(drawn.team), len(drawn.people)) == (team, 5)


@pytest.mark.parametrize(
    ("depth", "near"),
    [(0, {"tom"}), (1, {"tom", "buyer"}), (2, {"tom", "buyer", "ceo", "jane"})],
)
def test_a_focus_keeps_who_is_near_and_counts_the_rest(acme: AccountMap, depth: int, near: set[str]) -> None:
    drawn = focus(acme, "ours:tom", depth)
    assert {entry.id for entry in drawn.everybody} == near
    assert drawn.left_out == 8 - len(near)
    assert all({tie.source.partition(":")[2], tie.target.partition(":")[2]} <= near for tie in drawn.ties)


def test_both_sides_have_names_also_when_a_focus_leaves_them_out(acme: AccountMap) -> None:
    drawn = focus(acme, "ours:tom", 0)
    assert isinstance(drawn.team[0], MapMember)
    assert drawn.label("theirs:jane") == "Jane Doe"
