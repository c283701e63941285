"""Somebody leaves: what moves, who is cut off, what is left behind, and the smallest way back."""

from dataclasses import replace
from itertools import combinations, product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.errors import UsageError
from relmap.measures.roles import COVERED
from relmap.render.whatif_words import departure_summary
from relmap.whatif.departure import Departure, depart
from relmap.whatif.effects import Effect
from relmap.whatif.mending import Plan
from relmap.whatif.people import find_leavers, find_members
from relmap.why.moves import Kind, Move
from relmap.why.retake import Bench

from ..why.benches import bench, bench_of

LIVE = {"level": "credible_source", "last_contact": "2026-11-01"}
ACME = """
financials: {2025: 1000}
contacts:
  jane: {name: Jane Doe, power: 5, roles: budget, support: champion, influences: carl, known_by: {maria: LIVE}}
  carl: {name: Carl Berg, power: 4, roles: approver}
  ana: {power: 2, roles: [user, gatekeeper], known_by: {tom: LIVE}}
  olga: {name: Olga, status: left, left: 2026-05-01}
  seat: {placeholder: true, roles: sponsor}
promises:
  - {what: A stock, to: jane, by: maria, made: 2026-01-01, due: 2026-12-01}
  - {what: Done, to: jane, by: maria, made: 2026-01-01, due: 2026-03-01, kept: 2026-02-01}
  - {what: Their forecast, to: maria, by: jane}
goals: {win: {what: Win Jane, contact: jane}, other: {what: Win Carl, contact: carl}}
customer_goals: {up: {what: Less downtime, contact: jane}}
initiatives:
  rounds: {what: Monthly rounds, owner: tom, status: in_progress}
  old: {what: Old rounds, owner: tom, status: done}
  talks: {what: Talks}
opportunities: [{what: Line 5, contact: jane, value: 70}]
""".replace("LIVE", "{level: credible_source, last_contact: 2026-11-01}")


def leaving(*words: str, account: str = ACME) -> Effect:
    return of(bench(account), *words).effects[0]


def of(here: Bench, *words: str) -> Departure:
    return depart(here.assessment, [here.card], find_leavers(words, here.card.profile.facts))


def pairs(plan: Plan) -> list[tuple[str, str]]:
    return [(link.member, link.contact) for link in plan.links]


def test_who_hangs_on_a_contact_is_cut_off() -> None:
    effect = leaving("jane")
    assert [(reach.person.id, reach.before, reach.after) for reach in effect.cut_off] == [("carl", 1, 0)]
    assert effect.roles_lost == ("budget", "champion")
    assert effect.is_cut
    assert not effect.loses_owner


def test_who_hangs_on_one_of_ours_is_cut_off() -> None:
    effect = leaving("maria")
    assert [reach.person.id for reach in effect.cut_off] == ["jane", "carl"]
    assert effect.loses_owner
    assert effect.out_of_touch == ()


def test_lost_live_touch_that_cuts_nobody_off_is_told() -> None:
    effect = leaving("tom")
    assert (effect.cut_off, [person.id for person in effect.out_of_touch]) == ((), ["ana"])
    assert effect.roles_lost == ("gatekeeper", "user")


def test_several_leave_at_once() -> None:
    effect = leaving("tom", "maria")
    assert effect.after.assessed.figures["threads"].value == 0
    assert {person.id for person in effect.out_of_touch} | {r.person.id for r in effect.cut_off} == {
        "ana",
        "jane",
        "carl",
    }


def test_measures_that_move_are_those_of_the_changed_file() -> None:
    effect = leaving("jane")
    gone = Move(Kind.PAST, "", None, None, ((("contacts", "jane", "status"), "left"),
                                            (("contacts", "jane", "left"), "2026-11-15")))  # fmt: skip
    here = bench(ACME)
    again = here.after([gone])
    assert again is not None
    assert again.assessed.figures == effect.after.assessed.figures
    moved = {entry.measure.id for entry in effect.moved}
    assert {"coverage", "threads", "map.colour", "resilience"} <= moved
    assert "wallet" not in moved


@pytest.mark.parametrize(
    ("word", "left"),
    [
        (
            "jane",
            [
                ("promise", "A stock"),
                ("their_promise", "Their forecast"),
                ("goal", "Win Jane"),
                ("customer_goal", "Less downtime"),
                ("opportunity", "Line 5"),
            ],
        ),
        ("maria", [("promise", "A stock"), ("their_promise", "Their forecast"), ("initiative", "Talks")]),
        ("tom", [("initiative", "Monthly rounds")]),
        ("ana", []),
    ],
)
def test_what_is_left_behind(word: str, left: list[tuple[str, str]]) -> None:
    assert [(orphan.kind, orphan.what) for orphan in leaving(word).orphans] == left


def test_one_newcomer_may_take_every_role_that_nobody_has() -> None:
    plan = leaving("jane").back
    assert sorted(pairs(plan)) == [("maria", "carl"), ("maria", "somebody-new")]
    assert {link.roles for link in plan.links} == {(), ("budget", "champion")}
    assert plan.is_smallest


def test_a_seat_without_a_name_is_filled_before_somebody_is_looked_for() -> None:
    safe = leaving("ana").safe
    assert "seat" in {link.contact for link in safe.links}
    assert {state.state for state in safe.card.profile.roles} == {COVERED}


def test_where_the_team_is_too_small_somebody_has_to_come() -> None:
    alone = "{company: A, team: {maria: {}}}"
    safe = of(bench("contacts: {jane: {power: 5}}", settings=alone), "jane").effects[0].safe
    assert not any(link.hire for link in safe.links), "no key player is left"
    here = bench_of({"contacts": {"jane": {"power": 5, "known_by": {"maria": LIVE}}, "ana": {"power": 1}}})
    small = here.assessment.settings.model_copy(update={"team": {"maria": here.assessment.settings.team["maria"]}})
    found = depart(
        replace(here.assessment, settings=small), [here.card], find_leavers(["ana"], here.card.profile.facts)
    )
    hired = [link for link in found.effects[0].safe.links if link.hire]
    assert {link.member for link in hired} == {"somebody-new"}
    assert found.effects[0].safe.card.assessed.figures["resilience"].value == 2


def test_without_a_team_the_people_of_the_file_are_the_team() -> None:
    here = bench(ACME)
    no_team = here.assessment.settings.model_copy(update={"team": {}})
    card = Bench(replace(here.assessment, settings=no_team), here.card).after([])
    assert card is not None
    found = depart(replace(here.assessment, settings=no_team), [card], find_leavers(["tom"], card.profile.facts))
    assert [person.id for person in found.effects[0].out_of_touch] == ["ana"]


def test_the_book_is_assessed_again() -> None:
    found = of(bench(ACME), "jane")
    assert found.before.fragility != found.after.fragility
    assert found.after.account("acme").exposure == found.effects[0].after.assessed.exposure


@pytest.mark.parametrize(
    ("word", "said", "hint"),
    [
        ("jnae", "nobody 'jnae' at Acme or in our team", "did you mean jane?"),
        ("Carl Berg", "nobody 'Carl Berg' at Acme", "did you mean carl?"),
        ("olga", "Olga (olga) has already left Acme on 2026-05-01", "--as-of an earlier day"),
        ("olaf", "olaf (olaf) has already left our team on 2026-06-30", "--as-of an earlier day"),
        ("seat", "seat is a seat without a name", ""),
        ("o", "'o' could be olaf, olga", "write more of it"),
        ("qqqqq", "nobody 'qqqqq'", "known: ana, carl, ines"),
        ("theirs:tom", "nobody 'tom'", "known: ana"),
    ],
)
def test_who_cannot_leave_is_told(word: str, said: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_leavers([word], bench(ACME).card.profile.facts)
    assert said in caught.value.message
    assert hint in caught.value.hint


def test_an_id_on_both_sides_has_to_be_said() -> None:
    facts = bench("contacts: {tom: {name: Tom Thumb}}").card.profile.facts
    with pytest.raises(UsageError, match="tom is both a contact and a team member"):
        find_leavers(["tom"], facts)
    assert [who.name for who in find_leavers(["theirs:tom"], facts)] == ["Tom Thumb"]
    assert [who.side for who in find_leavers(["ours:tom"], facts)] == ["ours"]


def test_across_the_book_only_our_team_leaves() -> None:
    assessment = bench(ACME).assessment
    assert [who.id for who in find_members(["mar", "maria"], assessment)] == ["maria"]
    with pytest.raises(UsageError, match="nobody 'jane' in our team"):
        find_members(["jane"], assessment)


@st.composite
def accounts(draw: st.DrawFn) -> dict[str, Any]:
    """A few contacts of every kind; team: maria, tom, ines (olaf has left)."""
    random = Random(draw(st.integers(0, 10**6)))
    ids = list("abcd")[: random.randint(2, 4)]
    return {
        "contacts": {
            who: {
                "power": random.choice([2, 4, 5]),
                "roles": random.sample(["budget", "user", "gatekeeper", "sponsor"], random.randint(0, 2)),
                "support": random.choice(["champion", "neutral"]),
                "influences": [other for other in ids if other != who and random.random() < 0.3],
                "known_by": {member: LIVE for member in ("maria", "tom", "ines") if random.random() < 0.3},
            }
            for who in ids
        }
    }


@given(accounts())
@settings(deadline=None, derandomize=True, max_examples=60)
def test_the_way_back_leads_back_and_no_smaller_one_does(account: dict[str, Any]) -> None:
    here = bench_of(account)
    effect = of(here, "a").effects[0]
    assert is_back(effect, effect.back.card)
    assert effect.back.is_smallest
    if len(effect.back.links) > 1 and len(effect.back.links) <= 3:
        assert not any(is_back(effect, card) for card in smaller(here, effect))


def smaller(here: Bench, effect: Effect) -> Any:
    """Assess the account with every set of new relationships that is one smaller: nothing of the search is used."""
    gone = Bench(here.assessment, effect.after)
    roles = [role for link in effect.back.links for role in link.roles]
    new = {"roles": [role for role in roles if role != "champion"]} | ({"support": "champion"} if roles else {})
    met = {**LIVE, "two_way": True}
    members, people = ("maria", "tom", "ines"), [person.id for person in effect.after.profile.facts.people]
    options = [
        Move(Kind.ACT, "", None, None, ((("contacts", who, "known_by", member), met),))
        for member, who in product(members, people)
    ] + [Move(Kind.ACT, "", None, None, ((("contacts", "n"), {**new, "known_by": {m: met}}),)) for m in members]
    for some in combinations(options, len(effect.back.links) - 1):
        if (card := gone.after(some)) is not None:
            yield card


def is_back(effect: Effect, card: Any) -> bool:
    covered = [state.role for state in effect.before.profile.roles if state.state == COVERED]
    now = {state.role for state in card.profile.roles if state.state == COVERED}
    old, new = (one.profile.resilience.find_counts() for one in (effect.before, card))
    usual = max(1, min(old.values(), default=1))
    enough = all(ways >= min(old.get(who, 0), usual) for who, ways in new.items())
    return enough and set(covered) <= now


@given(accounts())
@settings(deadline=None, derandomize=True, max_examples=60)
def test_the_safe_plan_leaves_no_single_point_and_no_role_gap(account: dict[str, Any]) -> None:
    effect = of(bench_of(account), "a").effects[0]
    card = effect.safe.card
    assert not card.profile.resilience.single_points
    assert {state.state for state in card.profile.roles} <= {COVERED}
    assert len(effect.back.links) <= len(effect.safe.links)


@pytest.mark.parametrize(
    ("contacts", "word", "said"),
    [
        ("jane: {name: Jane, power: 5, known_by: {maria: LIVE, tom: LIVE}}", "tom", "Jane then hangs on maria alone."),
        (
            "jane: {name: Jane, power: 5, influences: ana, known_by: {maria: LIVE}}, ana: {name: Ana, known_by: "
            "{tom: LIVE}}",
            "maria",
            "Jane then hangs on tom and Ana: without any one of them we are cut off.",
        ),
        (
            "jane: {power: 5, known_by: {maria: LIVE}}, ana: {power: 1, known_by: {tom: LIVE}}",
            "jane",
            "we reach no key player of Acme any more",
        ),
        ("jane: {power: 5, known_by: {maria: LIVE}}", "jane", "in live touch with anybody at Acme any more"),
        ("jane: {name: Jane, power: 5}, ana: {power: 1}", "ana", "lost, since we reach none today"),
        ("ana: {power: 1}, bo: {power: 1}", "ana", "since nobody there has a known power of 4 or 5"),
        ("ana: {power: 1}, bo: {power: 1}", "ana", "What it brings in is not known"),
    ],
)
def test_what_the_paragraph_says(contacts: str, word: str, said: str) -> None:
    live = "{level: credible_source, last_contact: 2026-11-01}"
    found = of(bench(f"contacts: {{{contacts.replace('LIVE', live)}}}"), word)
    assert said in departure_summary(found)


@given(accounts())
@settings(deadline=None, derandomize=True, max_examples=60)
def test_resilience_is_how_many_have_to_leave_tried_one_set_after_another(account: dict[str, Any]) -> None:
    here = bench_of(account)
    keys = [who for who, entry in account["contacts"].items() if entry["power"] >= 4]
    value = here.card.profile.resilience.score.value
    assert value == (min(departures(account["contacts"], key) for key in keys) if keys else None)


def departures(contacts: dict[str, Any], key: str) -> int:
    """Count the fewest people, of both sides, without whom nobody of ours gets through to the key player."""
    people = ["maria", "tom", "ines", *(who for who in contacts if who != key)]
    sets = (gone for size in range(len(people) + 1) for gone in combinations(people, size))
    return next(len(gone) for gone in sets if not gets_through(contacts, key, gone))


def gets_through(contacts: dict[str, Any], key: str, gone: tuple[str, ...]) -> bool:
    reached = {who for who, entry in contacts.items() if set(entry["known_by"]) - set(gone)} - set(gone)
    for _ in contacts:
        for one, entry in contacts.items():
            for other in entry["influences"]:
                reached |= (
                    {one, other} - set(gone) if reached & {one, other} and not {one, other} & set(gone) else set()
                )
    return key in reached


def test_what_is_done_only_later_is_left_behind_today() -> None:
    effect = leaving("tom", account=ACME.replace("status: done", "status: done, done: 2026-12-24"))
    assert [orphan.what for orphan in effect.orphans] == ["Monthly rounds", "Old rounds"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", "and 1 opportunity worth 70 a year need somebody new"),
        (
            ", {what: Line 6, contact: jane}",
            "2 opportunities worth 70 a year (1 of unknown worth) need somebody new",
        ),
    ],
    ids=["known", "one-unknown"],
)
def test_an_opportunity_of_unknown_worth_is_not_counted_as_worth_nothing(more: str, told: str) -> None:
    account = ACME.replace("value: 70}", "value: 70}" + more)
    assert told in departure_summary(of(bench(account), "jane"))
