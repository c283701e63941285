"""The Trust Ladder: on which rung a relationship stands, what that is good and dangerous for, and what climbing takes.

Source: "Are you suffering deep dependence", CustomerAttuned's Trust Ladder. The rung is the pattern of dependence after
Sheppard & Sherman (1998), with the highest unbroken type of trust. Rungs have names and no numbers: a higher one is not
better for everybody, so each has a choice, to stay and maximise or to climb. What climbing takes is ours.
"""

from collections.abc import Mapping
from typing import NamedTuple

from relmap.measures.check import Check, no_inputs
from relmap.measures.dependence import Dependence
from relmap.measures.facts import Facts
from relmap.measures.initiatives import is_open
from relmap.measures.logic import Truth, all_of, any_of, within
from relmap.measures.result import Input, Known, Score
from relmap.measures.stakeholders import is_supportive
from relmap.measures.trust_types import TrustTypes
from relmap.measures.voices import signal
from relmap.model.rubric import DependenceRubric
from relmap.model.words import TRUST_TYPES, Choice, Pattern, TrustType


class Rung(NamedTuple):
    """What the Trust Ladder says of one rung: what is good about it, what is dangerous, and the two choices."""

    upside: str
    risk: str
    stay: str
    climb: str
    next: Pattern | None
    trust: TrustType
    """The type of trust that the rung asks for. Ours, after the qualities that Sheppard & Sherman name."""


RUNGS: Mapping[str, Rung] = {
    "shallow_dependence": Rung(
        "little is at stake, and little effort keeps it going",
        "either side can walk away, and price decides",
        "be reliable and easy to deal with, at a low cost to serve",
        "give both sides a reason to need each other: more of what they buy, and knowledge of their business",
        "shallow_interdependence",
        "calculus",
    ),
    "shallow_interdependence": Rung(
        "both sides coordinate, and both lose a little without the other",
        "a new person or a better offer breaks the habit",
        "be predictable: keep promises, talk often, agree how things are done",
        "build on each other: joint work, a joint plan, people of several departments",
        "deep_interdependence",
        "knowledge",
    ),
    "deep_dependence": Rung(
        "one side gets volume and attention that few others have",
        "the stronger side can hold the weaker to ransom: concessions go one way and margins erode",
        "make it fair: share risk, earn for what is given, keep an alternative alive",
        "make it mutual: a stakeholder map, a contact strategy on shared risk and mutual benefit, a joint plan",
        "deep_interdependence",
        "knowledge",
    ),
    "deep_interdependence": Rung(
        "both sides plan, invest and win together",
        "separation hurts both, and trust can outrun the evidence",
        "keep it alive: tell each other early, share what is won, check that trust still rests on evidence",
        "there is no higher rung",
        None,
        "identification",
    ),
}


class Ladder(NamedTuple):
    """Where the relationship stands on the Trust Ladder, and what its file says about staying and climbing."""

    rung: str | None
    """The pattern of dependence; None where what is unknown allows more than one."""
    choice: Choice | None
    """Our ambition."""
    climbing: tuple[Check, ...]
    """What the next rung takes, each met or not from where the file stands; empty where the rung is not known or is
    the highest."""
    prescribed: tuple[Check, ...]
    """What is prescribed against deep dependence, each there or not; empty on other rungs."""


def measure_ladder(facts: Facts, trust: TrustTypes, dependence: Dependence) -> Ladder:
    """Return the rung with what climbing from it takes; the second pass, as the pattern needs the whole book."""
    rung = dependence.pattern.value
    return Ladder(
        rung,
        facts.account.ambition.choice,
        climbing(rung, dependence, trust, facts.rubric.dependence) if rung else (),
        prescribed(facts) if rung == "deep_dependence" else (),
    )


def climbing(rung: str, dependence: Dependence, trust: TrustTypes, rubric: DependenceRubric) -> tuple[Check, ...]:
    """Return what the rung above `rung` takes: the lines of its pattern, and the type of trust that it rests on."""
    following = RUNGS[rung].next
    if following is None:
        return ()
    checks = [_near(dependence, rubric), _both_need(dependence, rubric)]
    if following == "deep_interdependence":
        checks.append(_deep_enough(rung, dependence, rubric))
    return (*checks, _trusted(trust, RUNGS[following].trust))


def _line(check_id: str, label: str, passed: Truth, detail: str) -> Check:
    return Check(check_id, "climb", label, passed, False, no_inputs, detail)


def _near(dependence: Dependence, rubric: DependenceRubric) -> Check:
    gap = dependence.imbalance
    least = 0.0 if gap.low <= 0 <= gap.high else min(abs(gap.low), abs(gap.high))
    beyond = within(least, max(abs(gap.low), abs(gap.high)), rubric.inter_imbalance + 1e-9)
    label = f"both sides' dependence within {rubric.inter_imbalance:g} of each other"
    return _line("near", label, None if beyond is None else not beyond, _pair(dependence))


def _both_need(dependence: Dependence, rubric: DependenceRubric) -> Check:
    sides = (dependence.ours, dependence.theirs)
    passed = all_of(within(side.low, side.high, rubric.inter_least) for side in sides)
    return _line("both_need", f"each side's dependence {rubric.inter_least:g} or more", passed, _pair(dependence))


def _deep_enough(rung: str, dependence: Dependence, rubric: DependenceRubric) -> Check:
    """A deep rung is deep already, if only by our revenue share."""
    sides = (dependence.ours, dependence.theirs)
    larger = any_of(within(side.low, side.high, rubric.deep) for side in sides)
    deep = rung.startswith("deep_")
    detail = f"{_pair(dependence)}, deep by our revenue share" if deep and not larger else _pair(dependence)
    label = f"the larger dependence {rubric.deep:g} or more, or {rubric.deep_share * 100:g} % of our revenue"
    return _line("deep", label, True if deep else larger, detail)


def _pair(dependence: Dependence) -> str:
    return f"ours {_figure(dependence.ours)}, theirs {_figure(dependence.theirs)}"


def _figure(score: Score) -> str:
    return f"{score.value:.2f}" if score.value is not None else f"{score.low:.2f} to {score.high:.2f}"


def _trusted(trust: TrustTypes, needed: TrustType) -> Check:
    line = TRUST_TYPES.index(needed)
    low, high = (TRUST_TYPES.index(word) for word in (trust.earned.low, trust.earned.high))
    return Check(
        "trust",
        "climb",
        f"{needed} trust",
        within(low, high, line),
        TRUST_TYPES.index(trust.confirmed) >= line,
        lambda: trust.earned.inputs,
        f"now {trust.earned.value}",
    )


def prescribed(facts: Facts) -> tuple[Check, ...]:
    """Return what the Trust Ladder prescribes against deep dependence, and whether the file shows it.

    Stakeholder map: power and support of every active contact are rated, and one is a key player. Contact strategy:
    every key player has a live relationship or is the person of a goal that an open initiative serves. Joint business
    plan: the signal `joint_plan`. The readings are ours.
    """
    plan = signal(facts, "joint_plan")
    return (
        _stakeholder_map(facts),
        _contact_strategy(facts),
        Check("joint_plan", "prescribed", "a joint business plan", plan.holds, plan.confirmed, lambda: plan.inputs),
    )


def _stakeholder_map(facts: Facts) -> Check:
    unrated = [person for person in facts.people if person.key is None or is_supportive(person) is None]
    passed = bool(facts.people) and not unrated and any(person.key for person in facts.people)
    inputs = tuple(Input(("contacts", person.id), Known.UNKNOWN) for person in unrated)
    detail = f"{len(unrated)} of {len(facts.people)} not rated" if unrated else "" if facts.people else "no contact"
    label = "a stakeholder map: everybody's power and support, with a key player"
    return Check("stakeholder_map", "prescribed", label, passed, False, lambda: inputs, detail)


def _contact_strategy(facts: Facts) -> Check:
    served = {goal for entry in facts.account.initiatives.values() if is_open(facts, entry) for goal in entry.goals}
    aimed_at = {goal.contact for goal_id, goal in facts.account.goals.items() if goal_id in served}
    keys = [person for person in facts.people if person.key]
    left_out = [person for person in keys if person.live is not True and person.id not in aimed_at]
    detail = ", ".join(person.label for person in left_out) + (" left out" if left_out else "")
    label = "a contact strategy: every key player is live, or a goal that an open initiative serves"
    inputs = tuple(Input(("contacts", person.id)) for person in keys)
    passed = bool(keys) and not left_out
    return Check(
        "contact_strategy",
        "prescribed",
        label,
        passed,
        False,
        lambda: inputs,
        detail or "" if keys else "no key player",
    )
