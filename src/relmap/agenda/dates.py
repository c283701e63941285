"""What has a day: promises both ways, reviews, contract and tender, initiatives and goals."""

from collections.abc import Iterator
from datetime import date, timedelta

from relmap.agenda.contract import find_contract
from relmap.agenda.todo import Kind, Todo
from relmap.agenda.who import left_behind, person_label
from relmap.assess.profile import Profile
from relmap.book.source import shorten
from relmap.measures.facts import Facts
from relmap.measures.initiatives import is_open
from relmap.measures.promises import PromiseState, is_ours
from relmap.model.period import Period, first_day, quarter_of
from relmap.model.plans import Initiative
from relmap.rules.days import days_after
from relmap.rules.rm4 import goal_overdue
from relmap.rules.rm4.promise_subject import promise_subject
from relmap.rules.rule import Case


def find_dated(profile: Profile, until: date) -> Iterator[Todo]:
    """Yield what is due by a day, or overdue; and promises on whose day nobody has agreed."""
    yield from _promises(profile, until)
    if profile.facts.account.status == "former":
        return
    yield from _review(profile, until)
    yield from find_contract(profile, until)
    initiatives = tuple(_initiatives(profile, until))
    yield from initiatives
    told = {todo.subject for todo in initiatives}
    yield from _goals(profile, until, told)


def _promises(profile: Profile, until: date) -> Iterator[Todo]:
    for entry in profile.promises.states:
        due = entry.promise.due
        if entry.state == "undated" or (entry.state in ("open", "overdue") and due is not None and due <= until):
            if is_ours(profile.facts, entry.promise):
                yield _ours(profile, entry)
            elif entry.promise.by in profile.facts.account.contacts:
                yield _theirs(profile, entry)


def _ours(profile: Profile, entry: PromiseState) -> Todo:
    promise, what = entry.promise, f"“{shorten(entry.promise.what)}”"
    whom = person_label(profile, promise.to)
    to = f" to {whom}" if whom else ""
    gone = f" {whom} has left them." if promise.to in dict(profile.facts.left) else ""
    if entry.state == "undated":
        said = f"Agree a day{f' with {whom}' if whom else ''} for our promise {what}, which has none."
    elif entry.state == "open" or promise.due == profile.facts.as_of:
        said = f"Keep the promise{to}: {what}."
    else:
        said = f"Keep the promise{to} that is overdue, or agree a new day: {what}."
    said += gone + left_behind(profile, promise.by, "made")
    return Todo(
        Kind.PROMISE,
        promise_subject(promise),
        said,
        profile.facts.responsible(promise.by),
        _promise_route(entry),
        promise.due,
        _contact(profile.facts, promise.to),
        whom,
    )


def _theirs(profile: Profile, entry: PromiseState) -> Todo:
    promise, what = entry.promise, f"“{shorten(entry.promise.what)}”"
    who, facts = person_label(profile, promise.by), profile.facts
    if entry.state == "undated":
        said = f"Agree a day with {who} for their promise {what}, which has none."
    elif entry.state == "open" or promise.due == facts.as_of:
        said = f"See that {who} keeps the promise to us: {what}."
    else:
        said = f"Ask {who} for what they promised us: {what}."
    ours = promise.to if promise.to and promise.to not in facts.account.contacts else None
    known = ours if ours is not None and (not facts.settings.team or ours in facts.settings.team) else None
    route = _promise_route(entry)
    owner = facts.responsible(known)
    return Todo(Kind.THEIR_PROMISE, promise_subject(promise), said, owner, route, promise.due, promise.by, who)


def _promise_route(entry: PromiseState) -> tuple[str | int, ...]:
    place: tuple[str | int, ...] = ("promises", entry.position)
    return place if entry.promise.due is None else (*place, "due")


def _contact(facts: Facts, who: str | None) -> str:
    return who if who is not None and who in facts.account.contacts else ""


def _review(profile: Profile, until: date) -> Iterator[Todo]:
    review, facts = profile.review, profile.facts
    if review.state not in ("never", "overdue", "due", "current"):
        return
    asked_from = review.due_by - timedelta(days=facts.settings.grace_days) if review.due_by else None
    ahead = review.state == "current"
    if ahead and (asked_from is None or asked_from > until):
        return
    day = asked_from if ahead and asked_from else facts.as_of
    period = quarter_of(day, facts.settings.fiscal_year_starts)
    period = Period(period.year) if review.cadence == "year" else period
    last = f"the last review was on {review.last}" if review.last else "nobody has reviewed it yet"
    if ahead:
        last += f", and this one counts from {asked_from} on"
    said = f"Review the account for {period.label}: {last}."
    route = review.inputs[0].route if review.inputs else ("reviews",)
    due = _never_reviewed_due(facts, review.due_by, period) if review.state == "never" else review.due_by
    yield Todo(Kind.REVIEW, str(period), said, facts.responsible(None), route, due)


def _never_reviewed_due(facts: Facts, due_by: date | None, period: Period) -> date:
    """Return the day that this period asks for: years without any review make the first one no later than that."""
    begins = first_day(period, facts.settings.fiscal_year_starts)
    this_period = min(facts.as_of, days_after(begins, facts.settings.grace_days))
    return max(due_by, this_period) if due_by else this_period


def _initiatives(profile: Profile, until: date) -> Iterator[Todo]:
    facts = profile.facts
    for key, entry in facts.account.initiatives.items():
        if not is_open(facts, entry):
            continue
        starts = entry.started if entry.status == "planned" else None
        if entry.due is not None and entry.due <= until:
            yield _initiative(profile, key, entry, "Finish", entry.due, "due")
        elif starts is not None and starts <= until:
            yield _initiative(profile, key, entry, "Start", starts, "started")


def _initiative(profile: Profile, key: str, entry: Initiative, verb: str, day: date, field: str) -> Todo:
    facts = profile.facts
    goals = facts.account.goals
    served = [goals[goal] for goal in entry.goals if goal in goals]
    contact = next((goal.contact for goal in served if goal.contact), "") or ""
    aim = f", for the goal “{shorten(served[0].what)}”" if served else ""
    said = f"{verb} “{shorten(entry.what)}”{aim}.{left_behind(profile, entry.owner, 'led')}"
    owner, whom = facts.responsible(entry.owner), person_label(profile, contact or None)
    contact = _contact(facts, contact)
    return Todo(Kind.INITIATIVE, key, said, owner, ("initiatives", key, field), day, contact, whom)


def _goals(profile: Profile, until: date, told: set[str]) -> Iterator[Todo]:
    """Yield goals that are not reached, as RM409 holds them; not those for which an initiative is told already."""
    facts = profile.facts
    for hit in goal_overdue.RULE.find(Case({}, profile)):
        goal = facts.account.goals[hit.subject]
        serving = {key for key, entry in facts.account.initiatives.items() if hit.subject in entry.goals}
        if goal.due is None or goal.due > until or serving & told:
            continue
        whom = person_label(profile, goal.contact)
        passed = goal.due < facts.as_of
        said = f"Reach the goal{f' with {whom}' if whom else ''}{', or set a new day' if passed else ''}: "
        said += f"“{shorten(goal.what)}”."
        yield Todo(
            Kind.GOAL,
            hit.subject,
            said,
            facts.responsible(None),
            hit.route,
            goal.due,
            _contact(facts, goal.contact),
            whom,
        )
