"""RM609: a relationship that is at risk of ending, or ends, and nothing has been begun since."""

from collections.abc import Iterator
from datetime import date

from relmap.findings import Route, Severity
from relmap.measures.check import Check
from relmap.model.plans import Initiative
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
signals:
  notice_given: {holds: true, date: 2026-10-01, source: theirs}
initiatives:
  win-back: {what: Visit their new buyer, status: in_progress, started: DAY}
"""


def _find(case: Case) -> Iterator[Hit]:
    profile = case.profile
    state = profile.dissolution.verdict.value
    if state not in ("at_risk", "open") or case.account.status != "customer":
        return
    if case.account.ambition.choice == "exit":
        return
    signs = [sign for sign in (profile.dissolution.notice, *profile.dissolution.signs) if sign.passed]
    since = _since(case, signs)
    if any(_answers(entry, since) for entry in case.account.initiatives.values()) or _other_answer(case, since):
        return
    when = f"since {since}" if signs[0].id == "notice_given" else f"within {case.rubric.phase.window_days} days"
    what = "it is ending" if state == "open" else "it may end"
    message = f"{what}: {' and '.join(map(_told, signs))}; no initiative, goal or repair has been begun {when}"
    yield Hit(_place(signs), "answer", message)


def _since(case: Case, signs: list[Check]) -> date:
    """The day from which something is an answer: that of the notice, or the first of the window of signs."""
    notices = [entry.day for sign in signs if sign.id == "notice_given" for entry in sign.inputs if entry.day]
    return min(notices, default=date.fromisoformat(case.profile.dissolution.since))


def _told(sign: Check) -> str:
    return f"{sign.label} ({sign.detail})" if sign.detail else sign.label


def _answers(entry: Initiative, since: date) -> bool:
    """Is it under way or planned, and begun since? Of one without a day nobody can say that it was not."""
    return entry.status in ("planned", "in_progress") and (entry.started is None or entry.started >= since)


def _other_answer(case: Case, since: date) -> bool:
    """A roadmap back agreed since, or a goal still ahead that no older initiative serves: goals have no first day."""
    older = [entry for entry in case.account.initiatives.values() if entry.started and entry.started < since]
    served = {goal for entry in older for goal in entry.goals}
    goals = (goal for name, goal in case.account.goals.items() if name not in served)
    repairs = (entry.repair.agreed for entry in case.profile.repairs)
    ahead = any(goal.due is None or goal.due >= case.as_of for goal in goals)
    return ahead or any(agreed is None or agreed >= since for agreed in repairs)


def _place(signs: list[Check]) -> Route:
    return next((entry.route for sign in signs for entry in sign.inputs), ("name",))


RULE = AccountRule(
    code="RM609",
    name="dissolution-without-answer",
    severity=Severity.WARNING,
    profile="standard",
    summary="The relationship may end or is ending, and no initiative, goal or repair has been begun since.",
    why="Either side can withdraw by itself, and what nobody answers ends.",
    sources=("Dwyer, Schurr & Oh, Developing Buyer-Seller Relationships, 1987",),
    hint="agree a way back or begin an initiative, or write down that we let go with `choice: exit`",
    fires=Example(_ACCOUNT.replace("DAY", "2026-09-30")),
    clean=Example(_ACCOUNT.replace("DAY", "2026-10-01")),
    find=_find,
)
