"""The lower half of a made-up account file: promises, exchanges, touchpoints, goals, initiatives, reviews."""

from datetime import date, timedelta

from benchmarks import words
from benchmarks.world import AS_OF, LAST_FACT, Subject
from benchmarks.yamltext import flow, item, listed, section, text


def promise_lines(subject: Subject) -> list[str]:
    """Write promises of both sides and, now and then, a repair that one of them belongs to."""
    draw = subject.draw
    repair = "march-outage" if draw.chance(0.12) else ""
    lines = [item(_promise(subject, what, repair)) for what in draw.some(words.PROMISES, draw.between(1, 4))]
    if draw.chance(0.4):
        lines.append(item(_their_promise(subject)))
    roadmap = {"issue": "Two outages in March", "agreed": "2026-04-02", "with": subject.theirs()}
    repairs = [f"  {repair}: {flow(roadmap)}"] if repair else []
    return ["", *section("promises", lines), *section("repairs", repairs)]


def exchange_lines(subject: Subject) -> list[str]:
    """Write what each side gave and what our work was worth to them."""
    draw = subject.draw
    if subject.status == "prospect":
        return []
    days = draw.days(date(2025, 6, 1), LAST_FACT, draw.between(0, 4))
    values = draw.some(words.VALUES, draw.between(0, 1))
    return [
        *section("exchanges", [item(_exchange(subject, day)) for day in days]),
        *section("value", [item(_value(subject, what, promised, came)) for what, promised, came in values]),
    ]


def day_lines(subject: Subject) -> list[str]:
    """Write touchpoints, issues and opportunities."""
    draw = subject.draw
    newest = date(2025, 8, 31) if subject.status == "former" else LAST_FACT
    days = draw.days(newest - timedelta(days=400), newest, draw.between(1, 5))
    issues = draw.some(words.ISSUES, draw.between(0, 1))
    chances = draw.some(words.NEEDS, draw.between(0, 1))
    return [
        "",
        *section("touchpoints", [item(_touchpoint(subject, day)) for day in days]),
        *section("issues", [item(_issue(subject, what, about)) for what, about in issues]),
        *section("opportunities", [item(_opportunity(subject, what)) for what in chances]),
    ]


def plan_lines(subject: Subject) -> list[str]:
    """Write goals of both sides and the initiatives that serve them."""
    draw = subject.draw
    theirs = draw.some(words.CUSTOMER_GOALS, draw.between(0, 2))
    people = [person for person in subject.people if person.active]
    ours = {f"win-{person.id}": person.id for person in draw.some(people, draw.between(0, 1))}
    keys = [goal[0] for goal in theirs]
    initiatives = draw.some(words.INITIATIVES, draw.between(0, 1)) if keys or ours else []
    return [
        "",
        *section("customer_goals", [f"  {goal[0]}: {flow(_customer_goal(subject, goal))}" for goal in theirs]),
        *section("goals", [f"  {key}: {flow(_goal(subject, contact))}" for key, contact in ours.items()]),
        *section(
            "initiatives",
            [f"  {key}: {flow(_initiative(subject, what, list(ours), keys))}" for key, what in initiatives],
        ),
    ]


def review_lines(subject: Subject) -> list[str]:
    """Write the reviews of the last quarters; only customers are reviewed."""
    if subject.status != "customer":
        return []
    days = (date(2025, 10, 6), date(2026, 1, 12), date(2026, 4, 9), date(2026, 7, 8), date(2026, 10, 5))
    chosen = [day for day in days if subject.draw.chance(0.3)]
    return section("reviews", [item(_review(subject, day + timedelta(days=subject.draw.below(30)))) for day in chosen])


def custom_lines(subject: Subject) -> list[str]:
    """Write keys of the user's own, which no measure reads."""
    if not subject.draw.chance(0.1):
        return []
    return [
        "custom:",
        f'  cost_centre: "0{subject.draw.between(100, 999)}"',
        "  steering: {chair: theirs, rhythm: monthly}",
    ]


def _promise(subject: Subject, what: str, repair: str) -> dict[str, object]:
    draw = subject.draw
    made = draw.day(date(2025, 1, 10), date(2026, 10, 20))
    due = made + timedelta(days=draw.between(7, 120))
    return {
        "what": text(what, quote=draw.chance(0.15)),
        "to": subject.theirs() if draw.chance(0.9) else None,
        "by": subject.ours(),
        "made": made if draw.chance(0.9) else None,
        "due": due if draw.chance(0.9) else None,
        "kept": _kept(subject, made, due),
        "about": draw.one(("process", "product", "people")) if draw.chance(0.3) else None,
        "repair": repair if repair and draw.chance(0.5) else None,
    }


def _kept(subject: Subject, made: date, due: date) -> str | None:
    """Return the day a promise was kept (mostly in time), a bare word, or nothing while it is open."""
    draw = subject.draw
    kind = draw.below(20)
    if due >= AS_OF or kind == 0:
        return None
    if kind < 3:
        return "false" if kind == 1 else "true"
    late = draw.between(1, 20) if kind < 6 else 0
    day = due + timedelta(days=late) if late else draw.day(made, due)
    return str(min(day, LAST_FACT))


def _their_promise(subject: Subject) -> dict[str, object]:
    draw = subject.draw
    made = draw.day(date(2025, 6, 1), date(2026, 6, 30))
    due = made + timedelta(days=draw.between(14, 90))
    return {
        "what": subject.say(words.THEIR_PROMISES),
        "to": subject.owner,
        "by": subject.theirs(),
        "made": made,
        "due": due,
        "kept": _kept(subject, made, due),
    }


def _exchange(subject: Subject, day: date) -> dict[str, object]:
    draw = subject.draw
    ours = draw.chance(0.55)
    kind, what = draw.one(words.GIFTS if ours else words.RETURNS)
    valued = draw.chance(0.65)
    return {
        "date": day,
        "gave": "us" if ours else "them",
        "kind": kind,
        "what": text(what),
        "value": draw.between(2, 90) * 1000 if valued else None,
        "size": None if valued else draw.one(("small", "medium", "large")),
    }


def _value(subject: Subject, what: str, promised: str, came: str) -> dict[str, object]:
    draw = subject.draw
    return {
        "what": text(what),
        "to": subject.theirs(),
        "promised": text(promised),
        "delivered": text(came) if draw.chance(0.7) else None,
        "confirmed_by": subject.theirs() if draw.chance(0.4) else None,
        "date": subject.past(500),
    }


def _touchpoint(subject: Subject, day: date) -> dict[str, object]:
    draw = subject.draw
    ours = [subject.ours()] if draw.chance(0.7) else subject.team[:2]
    theirs = draw.some([person.id for person in subject.people if person.active], draw.between(1, 3))
    return {
        "date": day,
        "kind": draw.one(("meeting", "call", "visit", "mail")),
        "us": listed(ours),
        "them": listed(theirs),
        "note": subject.say(words.NOTES) if draw.chance(0.7) else None,
    }


def _issue(subject: Subject, what: str, about: str) -> dict[str, object]:
    draw = subject.draw
    since = draw.day(date(2025, 9, 1), date(2026, 9, 15))
    closed = draw.chance(0.6)
    return {
        "what": text(what),
        "about": about,
        "since": since,
        "status": "closed" if closed else "open" if draw.chance(0.5) else None,
        "closed": min(since + timedelta(days=draw.between(5, 60)), LAST_FACT) if closed else None,
    }


def _opportunity(subject: Subject, what: str) -> dict[str, object]:
    draw = subject.draw
    return {
        "what": text(what),
        "offering": draw.one(tuple(words.OFFERINGS)),
        "value": draw.between(2, 60) * 10_000 if draw.chance(0.8) else None,
        "contact": subject.theirs() if draw.chance(0.8) else None,
        "raised_by": draw.one(("us", "them")) if draw.chance(0.8) else None,
        "since": subject.past(300),
    }


def _customer_goal(subject: Subject, goal: tuple[str, str, str, str]) -> dict[str, object]:
    _, what, measure, target = goal
    draw = subject.draw
    measured = draw.chance(0.7)
    return {
        "what": text(what),
        "contact": subject.theirs() if draw.chance(0.8) else None,
        "source": "theirs" if draw.chance(0.6) else None,
        "measure": measure if measured else None,
        "target": target if measured else None,
        "due": subject.soon(700) if draw.chance(0.8) else None,
    }


def _goal(subject: Subject, contact: str) -> dict[str, object]:
    draw = subject.draw
    step = draw.below(2)
    return {
        "what": draw.one(("Names us partner", "Opens the door to the board", "Speaks for us in the tender")),
        "contact": contact,
        "priority": draw.between(1, 3),
        "measure": "standing",
        "from": words.STANDINGS[step],
        "target": words.STANDINGS[step + 1],
        "due": subject.soon(400),
    }


def _initiative(subject: Subject, what: str, goals: list[str], customer_goals: list[str]) -> dict[str, object]:
    draw = subject.draw
    status = draw.one(("planned", "in_progress", "in_progress", "done", "dropped"))
    started = draw.day(date(2026, 1, 10), date(2026, 9, 30))
    return {
        "what": text(what),
        "goals": listed(draw.some(goals, 1)) if goals else None,
        "customer_goals": listed(draw.some(customer_goals, 1)) if customer_goals else None,
        "owner": subject.ours(),
        "started": None if status == "planned" else started,
        "due": subject.soon(200),
        "status": status,
        "done": started + timedelta(days=draw.between(7, 40)) if status == "done" else None,
    }


def _review(subject: Subject, day: date) -> dict[str, object]:
    draw = subject.draw
    found = {
        "stage": draw.one(words.STAGES) if draw.chance(0.8) else None,
        "standing": draw.one(words.STANDINGS) if draw.chance(0.8) else None,
        "pattern": draw.one(words.PATTERNS) if draw.chance(0.5) else None,
        "rubric": 1,
    }
    return {
        "date": day,
        "by": subject.owner,
        "with": listed([subject.theirs()]) if draw.chance(0.7) else None,
        "quarter": f"{day.year}-Q{(day.month + 2) // 3}",
        "outcome": draw.one(("advance", "hold", "hold", "move_back")),
        "digest": f'"rm1:{draw.below(1 << 32):08x}"',
        "found": flow(found),
        "note": subject.say(words.REVIEW_NOTES) if draw.chance(0.5) else None,
    }
