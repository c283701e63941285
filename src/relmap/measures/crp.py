"""The Customer Relationship Plan as a state: which of its six steps an account's file has done.

Source: Beaumont's six-step Customer Relationship Plan. What makes a step done is ours: each is read off the file, and
what is missing is named, so that the plan is finished by filling the file.
"""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from relmap.measures.check import Check
from relmap.measures.facts import Facts
from relmap.measures.goals import find_loose_ends
from relmap.measures.logic import Truth
from relmap.measures.result import Input
from relmap.measures.review import ReviewState
from relmap.measures.roles import MISSING, PLACEHOLDER, RoleState, role_name
from relmap.measures.trade import open_issues

STEPS = ("understanding", "identifying", "analysing", "determining", "implementing", "reviewing")
DONE, PARTLY, NOT_BEGUN = "done", "partly", "missing"


class Step(NamedTuple):
    """One of the six steps: done, partly or missing, with the checks that make it so."""

    id: str
    state: str
    checks: tuple[Check, ...]

    @property
    def missing(self) -> tuple[Check, ...]:
        """What is still missing."""
        return tuple(check for check in self.checks if not check.passed)


class Plan(NamedTuple):
    """The six steps, in their order."""

    steps: tuple[Step, ...]

    @property
    def done(self) -> int:
        """How many of the six are done."""
        return sum(step.state == DONE for step in self.steps)


def measure_crp(facts: Facts, roles: tuple[RoleState, ...], review: ReviewState) -> Plan:
    """Return the state of the six steps: done where every check passes, missing where none does, partly between.

    Understanding: who covers whom, strength and weakness. Identifying: every needed role has a name. Analysing: issues
    and opportunities. Determining: goals by person with priority. Implementing: initiatives linked to goals. Reviewing:
    reviewed in this period, and goals have targets to hold progress against.
    """
    found = (
        _understanding(facts),
        _identifying(roles),
        _analysing(facts),
        _determining(facts),
        _implementing(facts),
        _reviewing(facts, review),
    )
    return Plan(tuple(Step(step, _state(checks), checks) for step, checks in zip(STEPS, found, strict=True)))


def _state(checks: tuple[Check, ...]) -> str:
    passed = sum(check.passed is True for check in checks)
    return DONE if passed == len(checks) else PARTLY if passed else NOT_BEGUN


def _check(step: str, check_id: str, label: str, passed: Truth, left_out: Iterable[str] = (), *routes: Input) -> Check:
    """A check that names whom or what it misses."""
    return Check(check_id, step, label, passed, False, lambda: routes, ", ".join(left_out))


def _understanding(facts: Facts) -> tuple[Check, ...]:
    people = facts.people
    strangers = [person.label for person in people if not person.links]
    unrated = [person.label for person in people if any(link.relationship.level is None for link in person.links)]
    unplaced = [person.label for person in people if person.contact.support is None]
    some, routes = bool(people), tuple(Input(("contacts", person.id)) for person in people)
    step = "understanding"
    return (
        _check(step, "contacts", "their people are in the file", some, (), *routes),
        _check(step, "cover", "who of ours knows whom", some and not strangers, strangers, *routes),
        _check(step, "strength", "how strong each relationship is", some and not unrated, unrated, *routes),
        _check(step, "support", "where everybody stands towards us", some and not unplaced, unplaced, *routes),
    )


def _identifying(roles: tuple[RoleState, ...]) -> tuple[Check, ...]:
    return tuple(
        Check(
            role.role,
            "identifying",
            f"the {role_name(role.role)} has a name",
            role.state not in (MISSING, PLACEHOLDER),
            False,
            partial(_places, role),
            "a seat without a name" if role.state == PLACEHOLDER else "",
        )
        for role in roles
    )


def _places(role: RoleState) -> tuple[Input, ...]:
    return tuple(Input(route) for route in role.routes)


def _analysing(facts: Facts) -> tuple[Check, ...]:
    account, still_open = facts.account, open_issues(facts)
    unclear = [account.issues[position].what for position in still_open if account.issues[position].about is None]
    seen = [position for position, entry in enumerate(account.opportunities) if facts.happened(entry.since)]
    noted = [position for position, issue in enumerate(account.issues) if facts.happened(issue.since)]
    issues = tuple(Input(("issues", position)) for position in noted)
    opportunities = tuple(Input(("opportunities", position)) for position in seen)
    return (
        _check("analysing", "issues", "what stands between both sides", bool(noted), (), *issues),
        _check("analysing", "about", "what each open issue is about", bool(noted) and not unclear, unclear, *issues),
        _check("analysing", "opportunities", "what more we could do for them", bool(seen), (), *opportunities),
    )


def _determining(facts: Facts) -> tuple[Check, ...]:
    goals = facts.account.goals
    nobodys = [goal.what for goal in goals.values() if goal.contact is None]
    unranked = [goal.what for goal in goals.values() if goal.priority is None]
    step, routes = "determining", tuple(Input(("goals", goal_id)) for goal_id in goals)
    return (
        _check(step, "goals", "goals for this account", bool(goals), (), *routes),
        _check(step, "persons", "whose mind each goal is about", bool(goals) and not nobodys, nobodys, *routes),
        _check(step, "priorities", "a priority for each goal", bool(goals) and not unranked, unranked, *routes),
    )


def _implementing(facts: Facts) -> tuple[Check, ...]:
    account = facts.account
    alive = {key: entry for key, entry in account.initiatives.items() if entry.status != "dropped"}
    ownerless = [entry.what for entry in alive.values() if entry.owner is None or entry.due is None]
    loose = find_loose_ends(facts)
    aimless = [account.initiatives[key].what for key in loose.initiatives]
    unserved = [account.goals[goal_id].what for goal_id in loose.goals]
    step, routes = "implementing", tuple(Input(("initiatives", key)) for key in alive)
    return (
        _check(step, "initiatives", "initiatives", bool(alive), (), *routes),
        _check(step, "linked", "each serves a goal", bool(alive) and not aimless, aimless, *routes),
        _check(step, "owned", "each has an owner and a day", bool(alive) and not ownerless, ownerless, *routes),
        _check(step, "served", "each goal has an initiative", bool(account.goals) and not unserved, unserved, *routes),
    )


def _reviewing(facts: Facts, review: ReviewState) -> tuple[Check, ...]:
    goals = facts.account.goals
    vague = [goal.what for goal in goals.values() if goal.measure is None or goal.target is None]
    routes = tuple(Input(("goals", goal_id, "target")) for goal_id, goal in goals.items() if goal.target is not None)
    period = review.cadence or "period"
    return (
        Check(
            "review",
            "reviewing",
            f"reviewed in this {period}",
            review.state == "current",
            False,
            lambda: review.inputs,
            review.state,
        ),
        _check("reviewing", "targets", "measure and target for each goal", bool(goals) and not vague, vague, *routes),
    )
