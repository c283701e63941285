"""Dissolution, which lies over any phase: is the relationship at risk of ending, or has somebody said that it ends?

Source: a note on Dwyer, Schurr & Oh's phases; the signs and their thresholds are ours and stand in the rubric.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from relmap.measures.check import Check, inputs_of, no_inputs
from relmap.measures.facts import Facts, evidence_of
from relmap.measures.logic import Truth, all_of, any_of
from relmap.measures.promises import PromiseState, ratio_between
from relmap.measures.result import Evidence, Input, Known, Verdict
from relmap.measures.stakeholders import is_supportive
from relmap.measures.trade import latest_change, revenue_is_whole
from relmap.measures.voices import signal
from relmap.model.period import first_day
from relmap.model.plans import View
from relmap.model.words import DISSOLUTIONS

_OPEN, _AT_RISK = "open", "at_risk"


class Dissolution(NamedTuple):
    """None, at_risk or open, with the signs; a sign that is passed is bad news."""

    verdict: Verdict
    signs: tuple[Check, ...]
    notice: Check
    since: str
    """The first day of the window in which signs count, YYYY-MM-DD."""


def measure_dissolution(facts: Facts, promises: Sequence[PromiseState], *, is_mere_supplier: Truth) -> Dissolution:
    """Return whether the relationship is at risk, or its dissolution open. `promises` are all of either side.

    Open when notice is given. At risk at two or more signs within 180 days: promises kept fell by 10 points between the
    halves of their window, no key player is live, revenue fell by 20 %, a key player left, both sides talk past each
    other, a tender within 180 days while we are a mere supplier or without a supporter, or the trust of one of them
    fell by 2.
    """
    signs = (
        _promises_fell(facts, promises),
        _no_key_player(facts),
        _revenue_fell(facts),
        key_player_left(facts, facts.rubric.phase.window_days),
        _talking_past(facts),
        _tender(facts, is_mere_supplier=is_mere_supplier),
        _trust_fell(facts),
    )
    notice = _notice(facts)
    start = facts.as_of - timedelta(facts.rubric.phase.window_days)
    return Dissolution(_verdict(facts, signs, notice), signs, notice, start.isoformat())


def _verdict(facts: Facts, signs: tuple[Check, ...], notice: Check) -> Verdict:
    needed = facts.rubric.phase.at_risk
    shown, possible = sum(sign.passed is True for sign in signs), sum(sign.passed is not False for sign in signs)
    low = _OPEN if notice.passed else _AT_RISK if shown >= needed else "none"
    high = _OPEN if notice.passed else _AT_RISK if possible >= needed else "none"
    words = DISSOLUTIONS[DISSOLUTIONS.index(low) : DISSOLUTIONS.index(high) + 1]
    completeness = sum(sign.passed is not None for sign in signs) / len(signs)
    value = words[0] if len(words) == 1 else None
    reason = "" if value else f"{shown} of {needed} signs are there, {possible - shown} are not known"
    return Verdict(value, words, completeness, reason, lambda: Evidence(inputs_of((*signs, notice))))


def _sign(sign_id: str, label: str, passed: Truth, *inputs: Input, detail: str = "", confirmed: bool = False) -> Check:
    return Check(sign_id, _AT_RISK, label, passed, confirmed, lambda: inputs, detail)


def _promises_fell(facts: Facts, promises: Sequence[PromiseState]) -> Check:
    """Each half of the promises' window needs as many promises as a score does."""
    fall, quarters = facts.rubric.phase.promises_fall, facts.rubric.promises.window_quarters
    label = f"promises kept fell by {fall:g} points between the halves of {quarters} quarters"
    starts = facts.settings.fiscal_year_starts
    begin, middle = (first_day(facts.quarter.back(back), starts) for back in (quarters, quarters // 2))
    before = ratio_between(facts, promises, begin, middle - timedelta(1))
    after = ratio_between(facts, promises, middle, facts.as_of)
    if before is None or after is None:
        return Check("promises_fell", _AT_RISK, label, False, False, no_inputs, "too few promises to compare")
    passed = True if before.low - after.high >= fall else False if before.high - after.low < fall else None
    detail = f"{before.low:.0f} % before, {after.high:.0f} % since {middle}"
    return Check("promises_fell", _AT_RISK, label, passed, False, lambda: (*before.inputs, *after.inputs), detail)


def _no_key_player(facts: Facts) -> Check:
    label = "no key player is live"
    keys = [person for person in facts.people if person.key is not False]
    if not keys:
        nobody = not facts.people
        return _sign("no_key_player", label, None if nobody else False, detail="no key player is on the map")
    live = any_of(all_of((person.key, person.live)) for person in keys)
    some = any_of(person.key for person in keys)
    passed = all_of((some, None if live is None else not live))
    return _sign("no_key_player", label, passed, *evidence_of(link for person in keys for link in person.links))


def _revenue_fell(facts: Facts) -> Check:
    fall, change = facts.rubric.phase.revenue_fall, latest_change(facts)
    label = f"revenue fell by {fall:g} % or more"
    if change is None:
        passed = False if revenue_is_whole(facts) else None
        return _sign("revenue_fell", label, passed, detail="no two periods to compare")
    passed = change.percent <= -fall if revenue_is_whole(facts) else None
    return _sign("revenue_fell", label, passed, *change.inputs, detail=change.detail, confirmed=True)


def key_player_left(facts: Facts, days: int) -> Check:
    """Say whether a key player left within so many days; who left without a day, or without rated power, may have."""
    start = facts.as_of - timedelta(days)
    answers = {
        contact_id: all_of(
            (
                None if contact.left is None else contact.left >= start,
                None if contact.power is None else contact.power >= 4,
            )
        )
        for contact_id, contact in facts.left
    }
    gone = [(contact_id, contact) for contact_id, contact in facts.left if answers[contact_id] is not False]
    inputs = (_departure(contact_id, contact.left) for contact_id, contact in gone)
    names = ", ".join(contact.name or contact.title or contact_id for contact_id, contact in gone)
    return _sign(
        "key_player_left", f"a key player left within {days} days", any_of(answers.values()), *inputs, detail=names
    )


def _departure(contact_id: str, left: date | None) -> Input:
    return Input(("contacts", contact_id, "left"), Known.UNKNOWN if left is None else Known.UNDATED, day=left)


def _talking_past(facts: Facts) -> Check:
    """The signal counts when somebody's yes lies within the window, or has no day."""
    state, start = signal(facts, "talking_past_each_other"), facts.as_of - timedelta(facts.rubric.phase.window_days)
    recent = any(entry.holds and (entry.date is None or entry.date >= start) for entry in state.answers)
    passed = bool(state.holds and recent)
    return _sign(
        "talking_past", "both sides talk past each other", passed, *state.inputs, confirmed=passed and state.confirmed
    )


def _tender(facts: Facts, *, is_mere_supplier: Truth) -> Check:
    days, contract = facts.rubric.phase.tender_days, facts.account.contract
    label = f"a tender within {days} days while we are a mere supplier or without a supporter"
    tender = contract.tender if contract else None
    if tender is None or not facts.as_of <= tender <= facts.as_of + timedelta(days):
        return _sign("tender", label, False, detail="no tender is near" if tender is None else f"tender on {tender}")
    supported = any_of(all_of((person.key, is_supportive(person))) for person in facts.people)
    passed = any_of((is_mere_supplier, None if supported is None else not supported))
    return _sign(
        "tender", label, passed, Input(("contract", "tender"), source="document", day=tender), detail=f"on {tender}"
    )


def _trust_fell(facts: Facts) -> Check:
    """The newest view of one of them against the one before it: two people's views are no trend."""
    fall, start = facts.rubric.phase.trust_fall, facts.as_of - timedelta(facts.rubric.phase.window_days)
    label = f"the trust of one of them fell by {fall:g} or more between two views"
    pairs = _trust_pairs(facts)
    if not pairs:
        return _sign("trust_fell", label, False, detail="nobody of theirs told their trust twice")
    views = facts.account.views
    drops = [(_trust(views[old]) - _trust(views[new]), old, new) for old, new in pairs if views[new].date >= start]
    drop, old, new = max(drops, default=(0.0, *pairs[-1]))
    passed = drop >= fall
    detail = f"{_trust(views[old]):g} before, {_trust(views[new]):g} on {views[new].date}"
    inputs = (Input(("views", at, "trust"), source="theirs", day=views[at].date) for at in (old, new))
    return _sign("trust_fell", label, passed, *inputs, detail=detail, confirmed=passed)


def _trust_pairs(facts: Facts) -> list[tuple[int, int]]:
    """Return for each of them who told their trust on two days the last two views; of one day the more cautious."""
    told: dict[str | None, dict[date, int]] = {}
    for position, view in enumerate(facts.account.views):
        if view.side != "theirs" or view.source == "inferred" or view.trust is None or view.date > facts.as_of:
            continue
        days = told.setdefault(view.by, {})
        at = days.setdefault(view.date, position)
        if view.trust < _trust(facts.account.views[at]):
            days[view.date] = position
    newest = [sorted(days.items())[-2:] for days in told.values() if len(days) > 1]
    return [(old, new) for (_, old), (_, new) in newest]


def _trust(view: View) -> float:
    return 0.0 if view.trust is None else view.trust


def _notice(facts: Facts) -> Check:
    state = signal(facts, "notice_given")
    detail = "" if state.inputs else "not asked"
    return Check(
        "notice_given", _OPEN, "notice is given", bool(state.holds), state.confirmed, lambda: state.inputs, detail
    )
