"""The phase: awareness, exploration, expansion, commitment; earned by dated evidence, and what has grown with it.

Source: a note on Dwyer, Schurr & Oh's phases of buyer-seller relationships; the checks are ours, with thresholds in the
rubric. A phase is the highest whose own checks pass: the lower ones need not. Dissolution lies over it (`dissolution`).
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from relmap.measures.check import Check, earned, hopeful, no_inputs, on_confirmed, sure
from relmap.measures.facts import Facts, evidence_of
from relmap.measures.logic import Truth, all_of, any_of, at_least, within
from relmap.measures.result import Input, Score, Verdict
from relmap.measures.stage_tests import contract_in_force, is_confirmed
from relmap.measures.trade import (
    latest_change,
    money_inputs,
    periods_with_revenue,
    quarterly_changes,
    revenue_is_whole,
    yearly_changes,
)
from relmap.measures.voices import SignalState, signal
from relmap.model.period import months_later
from relmap.model.words import PHASES, Phase

TRAITS = ("reduced_checks", "light_governance", "knows_our_business", "we_know_theirs")
"""What grows with trust: it cuts the cost of dealing, and each side learns the other's business."""


class PhaseResult(NamedTuple):
    """The phase, with the checks that carry it."""

    earned: Verdict
    confirmed: Phase
    """What is earned on their word and on documents alone."""
    checks: tuple[Check, ...]
    next_phase: Phase | None
    missing: tuple[Check, ...]
    """The checks of the next phase that are not passed: for commitment all are needed, for the others one."""
    traits: tuple[tuple[str, Truth], ...]


def measure_phase(facts: Facts, promises: Score) -> PhaseResult:
    """Return the phase. `promises` is promises kept, 0 to 100.

    Exploration: two-way contact, a trial, or first revenue. Expansion: revenue in two periods and rising by 5 %, or a
    new offering or department in four quarters. Commitment: inputs of both sides, durability and consistency, all
    three. What is not known gives the best case.
    """
    checks = (
        _contact(facts),
        _trial(facts),
        _revenue(facts),
        _growth(facts),
        _new_offering(facts),
        _new_department(facts),
        _inputs(facts),
        _durability(facts),
        _consistency(facts, promises),
    )
    low, high = highest(checks, sure), highest(checks, hopeful)
    following = PHASES[low + 1] if low + 1 < len(PHASES) else None
    return PhaseResult(
        earned(PHASES, low, high, checks),
        PHASES[highest(checks, on_confirmed)],
        checks,
        following,
        tuple(check for check in checks if check.level == following and check.passed is not True),
        tuple((name, signal(facts, name).holds) for name in TRAITS),
    )


def highest(checks: Sequence[Check], counts: Callable[[Check], Truth]) -> int:
    """Return the position of the highest phase whose own checks pass: all of commitment's, one of the others'."""
    for position in range(len(PHASES) - 1, 0, -1):
        answers = [counts(check) for check in checks if check.level == PHASES[position]]
        if all(answers) if PHASES[position] == "commitment" else any(answers):
            return position
    return 0


def _contact(facts: Facts) -> Check:
    """Somebody of theirs answers: a contact that is not known to be one-way."""
    dated = [link for link in facts.links if link.contacted is not None and link.relationship.two_way is not False]
    undated = [link for link in facts.links if link.contacted is None and link.relationship.two_way is not False]
    passed = True if dated else None if undated else False
    confirmed = any(link.relationship.source != "ours" for link in dated)
    return Check(
        "contact", "exploration", "contact both ways", passed, confirmed, lambda: evidence_of(dated or undated)
    )


def _trial(facts: Facts) -> Check:
    tried = [offering for offering, use in facts.account.offerings.items() if use.trial and facts.happened(use.since)]
    inputs = tuple(Input(("offerings", offering), source="document") for offering in tried)
    return Check("trial", "exploration", "a trial", bool(tried), bool(tried), lambda: inputs)


def _revenue(facts: Facts) -> Check:
    found = periods_with_revenue(facts)
    unknown = any(entry.revenue is None for entry in facts.account.financials.values())
    passed = True if found else None if unknown else False
    return Check("revenue", "exploration", "first revenue", passed, bool(found), lambda: money_inputs(found))


def _growth(facts: Facts) -> Check:
    """Revenue in two periods, and the later one higher by the rubric's percentage."""
    line, change = facts.rubric.phase.growth, latest_change(facts)
    label = f"revenue in two periods, rising by {line:g} % or more"
    passed: Truth = bool(change and change.percent >= line) if revenue_is_whole(facts) else None
    inputs, detail = (change.inputs, change.detail) if change else ((), "no two periods to compare")
    return Check("growth", "expansion", label, passed, bool(passed), lambda: inputs, detail)


def _new_offering(facts: Facts) -> Check:
    """An offering bought within four quarters, beside others that they had before."""
    offerings = facts.account.offerings.items()
    bought = {offering: use for offering, use in offerings if not use.trial and facts.happened(use.since)}
    sinces = [use.since for use in bought.values()]
    new = [key for key, use in bought.items() if use.since and use.since >= facts.window_start]
    before = any_of(None if since is None else since < facts.window_start for since in sinces)
    is_new: Truth = True if new else None if None in sinces else False
    passed = all_of((is_new, before)) if len(bought) > 1 else False
    inputs = tuple(Input(("offerings", key), source="document", day=bought[key].since) for key in new)
    label = "a new offering within four quarters"
    return Check("new_offering", "expansion", label, passed, bool(passed), lambda: inputs)


def _new_department(facts: Facts) -> Check:
    """A live department of theirs of which nobody was on the map four quarters ago, beside others that were."""
    lives, recents = defaultdict[str, list[Truth]](list), defaultdict[str, list[Truth]](list)
    for person in facts.people:
        name, since = person.contact.department or f"?{person.id}", person.contact.since
        lives[name].append(person.live)
        recents[name].append(None if since is None else since >= facts.window_start)
    new, old = list[Truth](), list[Truth]()
    some_new = any(recent is not False for found in recents.values() for recent in found)
    nameless = some_new and any(name.startswith("?") for name in lives)  # may turn out to be of any department
    for name in lives:
        recent = all_of(recents[name])
        new.append(_unless(nameless, all_of((any_of(lives[name]), recent))))
        old.append(_unless(nameless, None if recent is None else not recent))
    passed = all_of((any_of(new), any_of(old)))
    inputs = tuple(
        Input(("contacts", person.id, "since"), day=person.contact.since)
        for person in facts.people
        if person.contact.since is not None and person.contact.since >= facts.window_start
    )
    label = "live in a new department of theirs within four quarters"
    return Check("new_department", "expansion", label, passed, False, lambda: inputs)


def _unless(doubtful: bool, answer: Truth) -> Truth:
    """Return the answer, or not known where it is in doubt."""
    return None if doubtful else answer


def _inputs(facts: Facts) -> Check:
    """Both sides put people or assets in: live people on both sides, or a joint plan."""
    needed, plan = facts.rubric.phase.people, signal(facts, "joint_plan")
    ours = at_least(needed, (any_of(lives) for lives in _lives_by_member(facts)))
    theirs = at_least(needed, (person.live for person in facts.people))
    passed = any_of((plan.holds, all_of((ours, theirs))))
    links = [link for link in facts.links if is_confirmed(link)]
    spoken = len({link.member for link in links}) >= needed and len({link.contact for link in links}) >= needed
    return Check(
        "inputs",
        "commitment",
        f"inputs of both sides: {needed} people live on each, or a joint plan",
        passed,
        bool(passed) and (spoken or bool(plan.holds and plan.confirmed)),
        lambda: (*plan.inputs, *facts.link_inputs),
        _disputed(plan),
    )


def _lives_by_member(facts: Facts) -> list[list[Truth]]:
    lives: dict[str, list[Truth]] = {}
    for link in facts.links:
        lives.setdefault(link.member, []).append(link.live)
    return list(lives.values())


def _disputed(state: SignalState) -> str:
    return "respondents disagree" if state.disputed else ""


def _durability(facts: Facts) -> Check:
    """A contract in force that was renewed, or that runs for the rubric's months more."""
    contract, months = facts.account.contract, facts.rubric.phase.durable_months
    label = f"durability: the contract runs {months} months or more, or was renewed"
    if contract is None:
        return Check("durability", "commitment", label, None, False, no_inputs, "no contract in the file")
    renewed = any(day <= facts.as_of for day in contract.renewed)
    long_enough = None if contract.ends is None else contract.ends >= months_later(facts.as_of, months)
    passed = all_of((contract_in_force(facts), any_of((renewed, long_enough))))
    inputs = (Input(("contract",), source="document"),)
    return Check("durability", "commitment", label, passed, bool(passed), lambda: inputs)


def _consistency(facts: Facts, promises: Score) -> Check:
    """Promises are kept, and revenue varies little."""
    rubric = facts.rubric.phase
    kept = within(promises.low, promises.high, rubric.promises)
    changes = (yearly_changes(facts) or quarterly_changes(facts))[-2:]
    steady = all(abs(change.percent) <= rubric.steady for change in changes) if changes else None
    steady = _unless(not revenue_is_whole(facts), steady)
    label = f"consistency: {rubric.promises:g} % of promises kept, and revenue varies by at most {rubric.steady:g} %"
    details = [f"promises kept: {_figure(promises)}", *(change.detail for change in changes)]

    def inputs() -> tuple[Input, ...]:
        return (*promises.inputs, *(entry for change in changes for entry in change.inputs))

    return Check("consistency", "commitment", label, all_of((kept, steady)), False, inputs, "; ".join(details))


def _figure(score: Score) -> str:
    return "not known" if score.value is None else f"{score.value:.0f} %"
