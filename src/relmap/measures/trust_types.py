"""The types of trust, each building on the one below: calculus, knowledge, identification; and trust beyond evidence.

Source: CustomerAttuned's Trust Ladder, with the types of Sheppard & Sherman (1998) and of Lewicki & Bunker (1996), for
whom higher types build on the lower. The checks are ours; their thresholds stand in the rubric.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from relmap.findings import Route
from relmap.measures.check import Check, climbed, earned, hopeful, on_confirmed, sure
from relmap.measures.facts import Facts
from relmap.measures.logic import Truth, all_of, any_of, within
from relmap.measures.result import Evidence, Input, Score, Verdict
from relmap.measures.stage_tests import contract_in_force
from relmap.measures.trade import open_issues, traded_without_a_gap
from relmap.measures.voices import SignalState, Voice, signal
from relmap.model.period import first_day, last_day, parse_period
from relmap.model.words import TRUST_TYPES, TrustType


class Voices(NamedTuple):
    """What they say that trust is read off: their trust in us, 0 to 10, and the standing they give us."""

    trust: Voice
    standing: Voice


class TrustTypes(NamedTuple):
    """The highest unbroken type of trust, and whether trust goes beyond the evidence."""

    earned: Verdict
    confirmed: TrustType
    """What is earned on their word and on documents alone."""
    checks: tuple[Check, ...]
    missing: tuple[Check, ...]
    """The checks of the next type that are not passed."""
    excessive: Truth
    """Trust is high, and neither kept promises nor a word of theirs nor a delivery record stands behind it."""
    excessive_why: str
    find_evidence: Callable[[], Evidence]
    """What excessive trust was read off."""


def measure_trust_types(facts: Facts, promises: Score, personal: Score, theirs: Voices) -> TrustTypes:
    """Return the highest unbroken type of trust. `promises` and `personal` are 0 to 100.

    Calculus: a contract in force. Knowledge: renewed once, or four quarters of trade and no open issue; and promises
    kept are not below 70. Identification: their trust is 8 or more of 10, there is a joint plan, and they call us a
    partner. What is not known gives the best case.
    """
    checks = (_contract(facts), _history(facts), _reliable(facts, promises), *_identified(facts, theirs))
    levels = TRUST_TYPES[1:]
    low, high = climbed(levels, checks, sure), climbed(levels, checks, hopeful)
    following = levels[low] if low < len(levels) else None
    excessive, why = _excessive(facts, promises, personal, theirs.trust)
    return TrustTypes(
        earned(TRUST_TYPES, low, high, checks),
        TRUST_TYPES[climbed(levels, checks, on_confirmed)],
        checks,
        tuple(check for check in checks if check.level == following and check.passed is not True),
        excessive,
        why,
        lambda: Evidence((*theirs.trust.inputs, *personal.inputs, *promises.inputs, *_heard(facts))),
    )


def _contract(facts: Facts) -> Check:
    passed = contract_in_force(facts)
    inputs = (Input(("contract",), source="document"),) if passed is not None else ()
    return Check("contract", "calculus", "a contract in force", passed, bool(passed), lambda: inputs)


def _history(facts: Facts) -> Check:
    """Renewed once, or four quarters of trade without an open issue."""
    contract = facts.account.contract
    renewed = [day for day in contract.renewed if day <= facts.as_of] if contract else []
    traded, still_open = traded_without_a_gap(facts, facts.rubric.ladder.trade_quarters), open_issues(facts)
    passed = any_of((bool(renewed), all_of((traded.holds, not still_open))))

    def inputs() -> tuple[Input, ...]:
        if renewed:
            return (Input(("contract", "renewed"), source="document", day=max(renewed)),)
        return traded.inputs + tuple(Input(("issues", position)) for position in still_open)

    quarters = facts.rubric.ladder.trade_quarters
    label = f"the contract was renewed, or {quarters} quarters of trade without an open issue"
    detail = f"{len(still_open)} open" if still_open and not renewed else ""
    return Check("history", "knowledge", label, passed, bool(passed), inputs, detail)


def _reliable(facts: Facts, promises: Score) -> Check:
    line = facts.rubric.ladder.promises
    label = f"promises kept are not below {line:g} %"
    passed = within(promises.low, promises.high, line)
    return Check("promises", "knowledge", label, passed, False, lambda: promises.inputs)


def _identified(facts: Facts, theirs: Voices) -> tuple[Check, ...]:
    line, level = facts.rubric.ladder.identification, "identification"
    trust, standing, plan = theirs.trust, theirs.standing, signal(facts, "joint_plan")
    high = trust.said >= line if isinstance(trust.said, float | int) else None
    partner = None if standing.said is None else standing.said == "partner"
    return (
        Check(
            "their_trust", level, f"they put their trust in us at {line:g} or more", high, True, lambda: trust.inputs
        ),
        Check("joint_plan", level, "a joint plan", plan.holds, plan.confirmed, lambda: plan.inputs, _disputed(plan)),
        Check("their_standing", level, "they call us a partner", partner, True, lambda: standing.inputs),
    )


def _disputed(state: SignalState) -> str:
    return "respondents disagree" if state.disputed else ""


def _excessive(facts: Facts, promises: Score, personal: Score, theirs: Voice) -> tuple[Truth, str]:
    """Trust of 8 or more that rests on nothing: few promises kept, or two quarters without any word or record."""
    rubric = facts.rubric.ladder
    said = theirs.said if isinstance(theirs.said, float | int) else None
    line = rubric.excessive
    high = any_of((None if said is None else said >= line, within(personal.low, personal.high, line * 10)))
    if high is False:
        return False, ""
    reliable = within(promises.low, promises.high, rubric.promises)
    unkept = None if reliable is None else not reliable
    silent = not any(True for _ in _heard(facts))
    passed = all_of((high, any_of((unkept, silent))))
    why = "promises are not kept" if unkept else "nothing of theirs and no delivery record of late" if silent else ""
    return passed, why if passed else ""


def _heard(facts: Facts) -> Iterator[Input]:
    """Yield what we heard from them, and delivery records, within two quarters."""
    since = first_day(facts.quarter.back(facts.rubric.ladder.silent_quarters), facts.settings.fiscal_year_starts)
    for route, source, day in chain(_their_words(facts), _records(facts)):
        if day is not None and since <= day <= facts.as_of:
            yield Input(route, source=source, day=day)


_Word = tuple[Route, str, date | None]
"""Where somebody said something, who, and on which day."""


def _records(facts: Facts) -> Iterator[_Word]:
    starts = facts.settings.fiscal_year_starts
    for period, record in facts.account.delivery.items():
        if first_day(parse_period(period), starts) <= facts.as_of:
            yield ("delivery", period), record.source, min(last_day(parse_period(period), starts), facts.as_of)


def _their_words(facts: Facts) -> Iterator[_Word]:
    """Yield everything that they said, or a document says for them."""
    account = facts.account
    for position, view in enumerate(account.views):
        if view.side == "theirs" and view.source != "inferred":
            yield ("views", position), "theirs", view.date
    for name, entries in account.signals.items():
        for position, entry in enumerate(entries):
            if entry.source != "ours":
                yield ("signals", name, position), entry.source, entry.date
    for link in facts.links:
        if link.relationship.source != "ours":
            route = link.route if link.relationship.trust is None else (*link.route, "trust")
            yield route, link.relationship.source, link.relationship.rated
    for position, worth in enumerate(account.value):
        if worth.confirmed_by is not None:
            yield ("value", position), "theirs", worth.date
