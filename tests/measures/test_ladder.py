"""The Trust Ladder: the rung, what climbing takes, and what is prescribed against deep dependence."""

from typing import Any

import pytest

from relmap.assess.profile import Profile
from relmap.measures import ladder as ladder_module
from relmap.measures.dependence import measure_dependence
from relmap.measures.ladder import RUNGS, Ladder, measure_ladder
from relmap.measures.result import exactly
from relmap.model.words import PATTERNS

from .build import facts


def ladder(account: str, share: float = 0.05) -> Ladder:
    profile = Profile(facts(account))
    rubric = profile.facts.rubric.dependence
    dependence = measure_dependence(profile.dependence, exactly(share), core_group=True, rubric=rubric)
    return measure_ladder(profile.facts, profile.trust_types, dependence)


def stakes(ours: str, theirs: str) -> str:
    money = "financials: {2025: {revenue: 50, customer_spend: 100}}\n"
    return f"dependence: {{ours: {ours}, theirs: {theirs}}}\n{money}"


SHALLOW = stakes("{criticality: 1, alternatives: many}", "{criticality: 3, alternatives: few, switching_cost: 3}")
DEEP = stakes("{criticality: 5, alternatives: none}", "{criticality: 1, alternatives: many, switching_cost: 1}")
MUTUAL = stakes("{criticality: 5, alternatives: few}", "{criticality: 5, alternatives: none, switching_cost: 5}")


trust_of_rung = ladder_module._trusted


def answers(found: Ladder) -> dict[str, Any]:
    return {check.id: check.passed for check in found.climbing}


@pytest.mark.parametrize(
    ("account", "rung"),
    [(SHALLOW, "shallow_dependence"), (DEEP, "deep_dependence"), (MUTUAL, "deep_interdependence"), ("", None)],
)
def test_the_rung_is_the_pattern(account: str, rung: str | None) -> None:
    assert ladder(account).rung == rung


def test_every_rung_has_its_upside_its_risk_and_its_choices() -> None:
    assert set(RUNGS) == set(PATTERNS)
    assert all(rung.upside and rung.risk and rung.stay and rung.climb for rung in RUNGS.values())
    assert [RUNGS[pattern].next for pattern in PATTERNS] == [
        "shallow_interdependence",
        "deep_interdependence",
        "deep_interdependence",
        None,
    ]


def test_climbing_from_shallow_dependence_takes_nearness_and_trust() -> None:
    assert answers(ladder(SHALLOW)) == {"near": False, "both_need": False, "trust": None}
    trusted = SHALLOW + "contract: {starts: 2020-01-01, ends: 2021-01-01}\n"
    assert answers(ladder(trusted))["trust"] is False


def test_climbing_from_deep_dependence_takes_depth_as_well() -> None:
    found = ladder(DEEP)
    assert answers(found) == {"near": False, "both_need": False, "deep": True, "trust": None}
    assert found.climbing[0].detail == "ours 1.00, theirs 0.04"


def test_an_account_that_is_deep_by_revenue_share_lacks_no_depth() -> None:
    mild = stakes("{criticality: 3, alternatives: many}", "{criticality: 1, alternatives: many, switching_cost: 1}")
    deep = {check.id: check for check in ladder(mild, share=0.2).climbing}["deep"]
    assert (deep.passed, deep.detail) == (True, "ours 0.17, theirs 0.04, deep by our revenue share")
    assert deep.label == "the larger dependence 0.5 or more, or 20 % of our revenue"


def test_trust_of_a_rung_is_confirmed_from_the_type_that_it_asks_for() -> None:
    signed = SHALLOW + "contract: {starts: 2024-01-01, ends: 2027-12-31}\n"
    assert {check.id: check.confirmed for check in ladder(signed).climbing}["trust"] is False
    need = Profile(facts(signed)).trust_types
    assert trust_of_rung(need, "calculus").confirmed is True
    assert trust_of_rung(need, "knowledge").confirmed is False


@pytest.mark.parametrize("account", [MUTUAL, ""])
def test_there_is_nothing_to_climb_from_the_highest_rung_or_an_unknown_one(account: str) -> None:
    assert ladder(account).climbing == ()


def test_our_choice_is_our_ambition() -> None:
    assert ladder(DEEP + "ambition: {choice: climb}\n").choice == "climb"
    assert ladder(DEEP).choice is None


def prescribed(account: str) -> dict[str, tuple[bool | None, str]]:
    return {check.id: (check.passed, check.detail) for check in ladder(DEEP + account).prescribed}


def test_only_deep_dependence_has_prescriptions() -> None:
    assert ladder(SHALLOW).prescribed == ()
    assert set(prescribed("")) == {"stakeholder_map", "contact_strategy", "joint_plan"}


def test_a_stakeholder_map_rates_everybody_and_has_a_key_player() -> None:
    assert prescribed("contacts: {jane: {power: 5, support: neutral}}\n")["stakeholder_map"] == (True, "")
    assert prescribed("contacts: {jane: {power: 3, support: neutral}}\n")["stakeholder_map"] == (False, "")
    half = "contacts: {jane: {power: 5, support: neutral}, bob: {power: 2}}\n"
    assert prescribed(half)["stakeholder_map"] == (False, "1 of 2 not rated")


def test_a_contact_strategy_leaves_no_key_player_out() -> None:
    jane = "contacts: {jane: {name: Jane, power: 5}}\n"
    goal = "goals: {win: {what: Win, contact: jane}}\n"
    work = "initiatives: {visit: {what: Visit, goals: [win], status: planned}}\n"
    assert prescribed(jane)["contact_strategy"] == (False, "Jane left out")
    assert prescribed(jane + goal)["contact_strategy"] == (False, "Jane left out")
    assert prescribed(jane + goal + work)["contact_strategy"] == (True, "")
    assert prescribed(jane + goal + work.replace("planned", "dropped"))["contact_strategy"][0] is False
    live = "contacts: {jane: {power: 5, known_by: {tom: {level: credible_source, last_contact: 2026-11-01}}}}\n"
    assert prescribed(live)["contact_strategy"] == (True, "")
    assert prescribed("contacts: {jane: {power: 2}}\n")["contact_strategy"] == (False, "no key player")
