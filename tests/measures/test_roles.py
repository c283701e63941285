"""Role gaps."""

import pytest

from relmap.measures.roles import measure_roles

from .build import facts

LIVE = "known_by: {maria: {level: credible_source, last_contact: 2026-11-01}}"


def states(account: str, **more: str) -> dict[str, str]:
    return {role.role: role.state for role in measure_roles(facts(account, **more), "basic")}


def test_the_needed_roles_in_the_order_of_the_rubric() -> None:
    assert list(states("")) == ["budget", "gatekeeper", "user", "sponsor", "champion"]
    assert set(states("").values()) == {"missing"}
    assert list(states("", settings="rubric: {roles: [legal, budget]}")) == ["legal", "budget"]


@pytest.mark.parametrize(
    ("contacts", "expected"),
    [
        (f"a: {{roles: budget, {LIVE}}}", "covered"),
        ("a: {roles: [user, budget], known_by: {maria: {level: vendor}}}", "not_live"),
        ("a: {roles: budget}", "not_live"),
        ("a: {roles: budget, known_by: maria}", "unclear"),
        (f"a: {{roles: budget}}, b: {{roles: budget, {LIVE}}}", "covered"),
        ("a: {roles: budget}, b: {roles: budget, known_by: maria}", "unclear"),
        ("a: {placeholder: true, roles: budget}", "placeholder"),
        ("a: {placeholder: true, roles: budget}, b: {roles: budget}", "not_live"),
        (f"a: {{roles: budget, left: 2026-11-15, {LIVE}}}", "missing"),
        (f"a: {{roles: user, {LIVE}}}", "missing"),
    ],
)
def test_the_state_of_a_role(contacts: str, expected: str) -> None:
    assert states(f"contacts: {{{contacts}}}")["budget"] == expected


def test_the_champion_is_who_supports_us_as_one() -> None:
    found = states(f"contacts: {{a: {{support: champion, {LIVE}}}, b: {{support: supporter, roles: sponsor, {LIVE}}}}}")
    assert (found["champion"], found["sponsor"]) == ("covered", "covered")
    assert states(f"contacts: {{b: {{support: supporter, {LIVE}}}}}")["champion"] == "missing"


def test_a_role_names_who_holds_it_and_where() -> None:
    budget = measure_roles(facts("contacts: {a: {roles: budget}, b: {}, c: {roles: budget}}"), "basic")[0]
    assert budget.people == ("a", "c")
    assert budget.routes == (("contacts", "a"), ("contacts", "c"))


STAGE_ROLES = (
    "rubric: {roles: [user, budget], stage_roles: {collaborative: [legal, budget], interconnected: [technical]}}"
)


@pytest.mark.parametrize(
    ("account", "earned", "needed"),
    [
        ("", "exploratory", ["user", "budget"]),
        ("", "basic", ["user", "budget"]),
        ("", "collaborative", ["user", "budget", "legal"]),
        ("", "interconnected", ["user", "budget", "legal", "technical"]),
        ("ambition: {choice: climb, stage: interconnected}", "basic", ["user", "budget", "legal", "technical"]),
        ("ambition: {choice: move_back, stage: basic}", "interconnected", ["user", "budget"]),
    ],
)
def test_the_stage_aimed_at_asks_for_roles_of_its_own(account: str, earned: str, needed: list[str]) -> None:
    found = measure_roles(facts(account, settings=STAGE_ROLES), earned)
    assert [state.role for state in found] == needed
    assert {state.state for state in found} == {"missing"}


def test_a_tier_needs_roles_of_its_own() -> None:
    settings = "rubric: {roles: [user], tiers: {key: {roles: [legal]}}}"
    assert list(states("tier: key", settings=settings)) == ["legal"]
    assert list(states("tier: core", settings=settings)) == ["user"]
