"""The Customer Relationship Plan as a state: six steps, each done, partly or missing, with what is missing."""

import pytest

from relmap.assess.profile import Profile
from relmap.measures.crp import STEPS, Step

from .build import facts

PEOPLE = """
contacts:
  jane: {name: Jane, roles: [budget, gatekeeper, user, sponsor], support: champion, known_by: {tom: {level: vendor}}}
"""
WORK = """
issues: [{what: Outage, about: product}]
opportunities: [{what: Line 5}]
goals: {win: {what: Win Jane, contact: jane, priority: 1, measure: threads, target: 3}}
initiatives: {visit: {what: Visit, goals: [win], owner: tom, due: 2026-12-15}}
reviews: [{date: 2026-11-02, by: maria, quarter: 2026-Q4}]
"""


def steps(account: str) -> dict[str, Step]:
    return {step.id: step for step in Profile(facts(account)).crp.steps}


def missing(account: str, step: str) -> list[tuple[str, str]]:
    return [(check.id, check.detail) for check in steps(account)[step].missing]


def test_a_whole_file_has_done_all_six() -> None:
    found = Profile(facts(PEOPLE + WORK)).crp
    assert found.done == 6
    assert [step.state for step in found.steps] == ["done"] * 6


def test_an_empty_file_has_begun_none_of_them() -> None:
    found = Profile(facts()).crp
    assert (found.done, [step.id for step in found.steps]) == (0, list(STEPS))
    assert {step.state for step in found.steps} == {"missing"}


@pytest.mark.parametrize(
    ("change", "step", "lacks"),
    [
        (("known_by: {tom: {level: vendor}}", "power: 3"), "understanding", [("cover", "Jane")]),
        (("{level: vendor}", "{trust: 3}"), "understanding", [("strength", "Jane")]),
        (("support: champion, ", ""), "understanding", [("support", "Jane")]),
        (("gatekeeper, ", ""), "identifying", [("gatekeeper", "")]),
        ((", about: product", ""), "analysing", [("about", "Outage")]),
        (("opportunities: [{what: Line 5}]", ""), "analysing", [("opportunities", "")]),
        ((", contact: jane", ""), "determining", [("persons", "Win Jane")]),
        ((", priority: 1", ""), "determining", [("priorities", "Win Jane")]),
        (("goals: [win], ", ""), "implementing", [("linked", "Visit"), ("served", "Win Jane")]),
        ((", due: 2026-12-15", ""), "implementing", [("owned", "Visit")]),
        ((", target: 3", ""), "reviewing", [("targets", "Win Jane")]),
        (("2026-11-02", "2026-08-02"), "reviewing", []),  # what it counts for is the quarter it names
        (("quarter: 2026-Q4", "quarter: 2026-Q3"), "reviewing", [("review", "overdue")]),
    ],
)
def test_what_is_missing_is_named(change: tuple[str, str], step: str, lacks: list[tuple[str, str]]) -> None:
    account = (PEOPLE + WORK).replace(*change)
    assert account != PEOPLE + WORK
    assert missing(account, step) == lacks
    assert steps(account)[step].state == ("partly" if lacks else "done")


def test_a_seat_without_a_name_is_not_identified() -> None:
    account = "contacts: {boss: {placeholder: true, roles: [budget]}}\n"
    assert ("budget", "a seat without a name") in missing(account, "identifying")


def test_a_dropped_initiative_is_no_work() -> None:
    dropped = (PEOPLE + WORK).replace("owner: tom", "owner: tom, status: dropped")
    assert steps(dropped)["implementing"].state == "missing"
