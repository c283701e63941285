"""Moves about what both sides say and plan: views, signals, promises, goals, initiatives, reviews."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil
from typing import Any

from relmap.assess.profile import Profile
from relmap.findings import Route
from relmap.measures.facts import Facts
from relmap.measures.promises import PromiseState, is_ours
from relmap.measures.trade import open_issues
from relmap.measures.voices import Voice, signal
from relmap.model.plans import CustomerGoal
from relmap.model.signals import CATALOGUE
from relmap.model.words import STAGES, STANDINGS
from relmap.why.moves import Kind, Move, add, along, neighbours, on_scale, set_to
from relmap.why.moves_people import LEARNED_TRUST


def of_views(profile: Profile) -> Iterator[Move]:
    """Move what a side said by one step, or let it say something."""
    sides = (("we", "ours", 0), ("they", "theirs", 1))
    for who, side, place in sides:
        said = {
            "stage": ((profile.stage.ours, profile.stage.theirs)[place], STAGES),
            "standing": (profile.standings[place], STANDINGS),
        }
        for field, (voice, words) in said.items():
            yield from _voice(profile.facts, f"{who} say {field}", side, field, voice, words)
        yield from _voice(profile.facts, f"their trust, as {who} say", side, "trust", profile.trusts[place], ())


def _voice(facts: Facts, what: str, side: str, field: str, voice: Voice, words: tuple[str, ...]) -> Iterator[Move]:
    if voice.said is None:
        place = len(facts.account.views)
        for value in words or LEARNED_TRUST:
            view = {"date": facts.as_of.isoformat(), "side": side, "source": "asked", field: value}
            yield Move(Kind.LEARN, what, None, value, ((("views", place), view),))
        return
    route = voice.inputs[0].route
    if isinstance(voice.said, str):
        yield from (set_to(Kind.ACT, what, route, voice.said, word) for word in neighbours(words, voice.said))
    else:
        yield from on_scale(Kind.ACT, what, route, voice.said, (0, 10, 1))


def of_signals(facts: Facts) -> Iterator[Move]:
    """Turn each answer round, answer each question nobody asked, and have our own answers confirmed."""
    questions = {kind.id: kind.question for kind in CATALOGUE.values()}
    questions |= {name: own.question for name, own in facts.settings.signals.items()}
    for name, question in questions.items():
        entries = facts.account.signals.get(name, [])
        if signal(facts, name).holds is None:
            for holds in (True, False):
                answer = {"holds": holds, "date": facts.as_of.isoformat()}
                yield Move(Kind.LEARN, question, None, holds, ((("signals", name, len(entries)), answer),))
            continue
        for position, entry in enumerate(entries):
            route: Route = ("signals", name, position)
            yield set_to(Kind.ACT, question, (*route, "holds"), entry.holds, not entry.holds)
            if entry.source == "ours":
                edits = (((*route, "source"), "theirs"), ((*route, "date"), facts.as_of.isoformat()))
                yield add(Kind.ACT, f"they confirm it: {question}", *edits)


MOST_PROMISES = 20
"""More promises than this are no small change."""


def of_promises(profile: Profile) -> Iterator[Move]:
    """Keep one more, or as many as the lines ask for, and let each one of the past have gone the other way."""
    facts = profile.facts
    counts = dict.fromkeys([_to_be_scored(profile), _to_reach(profile, facts.rubric.standing.promises)])
    for count in counts:
        if 0 < count <= MOST_PROMISES:
            whose = "one more promise of ours" if count == 1 else f"{count} more promises of ours"
            yield _kept(facts, f"{whose}, kept in time", facts.account.owner, count)
    first = next((person.id for person in facts.people), None)
    if first:
        least = facts.rubric.promises.least
        yield _kept(facts, f"{least} promises of theirs, kept in time", first, least)
    for entry in profile.promises.states:
        yield from _past_promise(facts, entry)


def _kept(facts: Facts, what: str, by: str, count: int) -> Move:
    place, today = len(facts.account.promises), facts.as_of.isoformat()
    promise = {"what": "one more promise", "by": by, "made": today, "due": today, "kept": today}
    return add(Kind.ACT, what, *((("promises", place + number), promise) for number in range(count)))


def _to_be_scored(profile: Profile) -> int:
    """Return how many more promises of ours make a score, or move it."""
    return max(1, profile.facts.rubric.promises.least - len(profile.promises.ours.inputs))


def _to_reach(profile: Profile, line: float) -> int:
    """Return how many more promises, all kept, lift promises kept to a line; 0 where it is reached or not scored."""
    value, due = profile.promises.ours.value, len(profile.promises.ours.inputs)
    if value is None or value >= line or line >= 100:
        return 0
    return ceil(due * (line - value) / (100 - line) - 1e-9)


def _past_promise(facts: Facts, entry: PromiseState) -> Iterator[Move]:
    promise, route = entry.promise, ("promises", entry.position, "kept")
    if promise.due is None or promise.due > facts.as_of:
        return
    whose = "" if is_ours(facts, promise) else " (theirs)"
    what, day, late = f"“{promise.what}”{whose}", promise.due.isoformat(), _day_after(promise.due)
    match entry.state:
        case "kept":
            yield Move(Kind.PAST, what, "kept", "a day late", ((route, late),))
        case "kept, day unknown":
            yield Move(Kind.LEARN, what, None, "kept in time", ((route, day),))
            yield Move(Kind.LEARN, what, None, "kept late", ((route, late),))
        case _:
            yield Move(Kind.PAST, what, entry.state, "kept in time", ((route, day),))
    if entry.state == "overdue":
        yield add(Kind.ACT, f"keep it now: {what}", (route, facts.as_of.isoformat()))


def _day_after(day: date) -> str:
    return (day + timedelta(1)).isoformat()


def of_work(profile: Profile) -> Iterator[Move]:
    """Note issues and opportunities, set goals, start initiatives, review."""
    facts = profile.facts
    yield from _issues(facts)
    yield from _goals(facts)
    yield from _customer_goals(facts)
    yield from _initiatives(facts)
    yield from _potential(facts)
    yield from _review(profile)
    if not facts.account.touchpoints or profile.service.fit.low == "under":
        yield from _touchpoints(profile)


def _issues(facts: Facts) -> Iterator[Move]:
    account, today = facts.account, facts.as_of.isoformat()
    for position in open_issues(facts):
        issue, route = account.issues[position], ("issues", position)
        closed = (((*route, "status"), "closed"), ((*route, "closed"), today))
        yield Move(Kind.ACT, f"“{issue.what}”", "open", "closed", closed)
        if issue.about is None:
            yield set_to(Kind.LEARN, f"what “{issue.what}” is about", (*route, "about"), None, "process")
    if not account.issues:
        noted = {"what": "an issue", "about": "process", "since": today, "status": "closed", "closed": today}
        yield add(Kind.ACT, "note what stands between both sides, and settle it", (("issues", 0), noted))
    if not account.opportunities:
        more = {"what": "more", "since": today}
        yield add(Kind.ACT, "note what more we could do for them", (("opportunities", 0), more))


def _goals(facts: Facts) -> Iterator[Move]:
    key = next((person.id for person in facts.people if person.key), None) or next(iter(facts.account.contacts), None)
    whole: dict[str, Any] = {"contact": key, "priority": 1, "measure": "coverage", "from": 0, "target": 100}
    fields = {name: value for name, value in whole.items() if value is not None}
    if not facts.account.goals and key:
        goal = {"what": "a goal", **fields}
        yield add(Kind.ACT, "set a goal for a person, with priority and target", (("goals", "a-goal"), goal))
    for goal_id, entry in facts.account.goals.items():
        for name in ("contact", "priority", "measure", "target"):
            if getattr(entry, name) is None and name in fields:
                yield add(Kind.ACT, f"“{entry.what}”: say its {name}", (("goals", goal_id, name), fields[name]))


def _customer_goals(facts: Facts) -> Iterator[Move]:
    goals = facts.account.customer_goals
    wanted = {"source": "theirs", "measure": "their measure", "target": "their target"}
    served = {"what": "work for their goal", "started": facts.as_of.isoformat(), "status": "in_progress"}
    if not goals:
        named = (("customer_goals", "their-goal"), {"what": "a goal of theirs", **wanted})
        worked = (("initiatives", "for-their-goal"), {**served, "customer_goals": ["their-goal"]})
        yield add(Kind.ACT, "learn a goal of theirs with measure and target, and work for it", named, worked)
    for goal_id, goal in goals.items():
        lacking = {name: value for name, value in wanted.items() if not _has(goal, name)}
        if lacking:
            edits = (((("customer_goals", goal_id, name)), value) for name, value in lacking.items())
            yield add(Kind.ACT, f"they name “{goal.what}” as their goal, with measure and target", *edits)
        work = {**served, "customer_goals": [goal_id]}
        yield add(Kind.ACT, f"work for their goal “{goal.what}”", (("initiatives", f"for-{goal_id}"), work))


def _has(goal: CustomerGoal, name: str) -> bool:
    return goal.source == "theirs" if name == "source" else getattr(goal, name) is not None


def _initiatives(facts: Facts) -> Iterator[Move]:
    account, today = facts.account, facts.as_of.isoformat()
    for key, entry in account.initiatives.items():
        route: Route = ("initiatives", key)
        if entry.status == "planned":
            started = (((*route, "status"), "in_progress"), ((*route, "started"), today))
            yield Move(Kind.ACT, f"“{entry.what}”", "planned", "in progress", started)
        for name, value in (("owner", account.owner), ("due", today)):
            if getattr(entry, name) is None:
                yield add(Kind.ACT, f"“{entry.what}”: say its {name}", ((*route, name), value))
        if not entry.goals and not entry.customer_goals and account.goals:
            first = [next(iter(account.goals))]
            yield add(Kind.ACT, f"“{entry.what}”: say which goal it serves", ((*route, "goals"), first))
    whole = {"what": "work", "goals": list(account.goals) or ["a-goal"], "owner": account.owner}
    whole |= {"started": today, "due": today, "status": "in_progress"}
    yield add(Kind.ACT, "start an initiative that serves every goal", (("initiatives", "for-our-goals"), whole))


def _potential(facts: Facts) -> Iterator[Move]:
    potential = facts.account.potential
    for name, value in (("needs", "their needs"), ("revenue", 0.0)):
        if getattr(potential, name) is None:
            what = "what they need" if name == "needs" else "how large the prize is"
            yield add(Kind.LEARN, what, (("potential", name), value))
    if potential.key_account is None:
        yield set_to(Kind.LEARN, "a potential key account", ("potential", "key_account"), None, False)
    ambition = facts.account.ambition.stage
    if ambition is not None:
        yield from along(Kind.PAST, "the stage we aim at", ("ambition", "stage"), ambition, STAGES)


def _review(profile: Profile) -> Iterator[Move]:
    facts = profile.facts
    if profile.review.state != "current":
        entry = {"date": facts.as_of.isoformat(), "by": facts.account.owner, "quarter": str(facts.quarter)}
        yield add(Kind.ACT, "review the account", (("reviews", len(facts.account.reviews)), entry))


def _touchpoints(profile: Profile) -> Iterator[Move]:
    facts, line = profile.facts, profile.service.line
    missing = max(1, line.touchpoints_least - (profile.service.touchpoints or 0))
    place = len(facts.account.touchpoints)
    entry = {"date": facts.as_of.isoformat(), "us": [facts.account.owner]}
    edits = ((("touchpoints", place + number), entry) for number in range(missing))
    yield add(Kind.ACT, f"{missing} more {'touchpoint' if missing == 1 else 'touchpoints'}", *edits)
