"""What has changed since the last review, as far as the file itself tells: what the measures say, and what is dated."""

from collections.abc import Iterator

from relmap.assess.assessment import Card
from relmap.measures.facts import Facts
from relmap.measures.promises import is_ours
from relmap.measures.review import last_review
from relmap.model.plans import Found
from relmap.plan.values import Event, Outcome, Since


def find_since(card: Card) -> Since | None:
    """Return what changed since the last review up to the day; None where there was none."""
    facts = card.profile.facts
    review = last_review(facts.account, facts.as_of)
    if review is None:
        return None
    position = max(at for at, entry in enumerate(facts.account.reviews) if entry is review)
    events = [entry for entry in _events(facts) if review.date < entry.day <= facts.as_of]
    order = sorted(events, key=lambda entry: (entry.day, entry.what))
    return Since(review, position, tuple(_outcomes(card, review.found)), tuple(order))


def _outcomes(card: Card, found: Found) -> Iterator[Outcome]:
    profile = card.profile
    if found.stage:
        yield Outcome("stage", found.stage, profile.stage.earned.value)
    if found.standing:
        yield Outcome("standing", found.standing, profile.standing.earned.value)
    if found.pattern:
        yield Outcome("pattern", found.pattern, card.dependence.pattern.value)
    if found.health is not None:
        yield Outcome("health", found.health, profile.health.score.value)


def _events(facts: Facts) -> Iterator[Event]:
    account = facts.account
    for position, promise in enumerate(account.promises):
        whose = "our promise" if is_ours(facts, promise) else "their promise"
        if promise.made:
            yield Event(promise.made, f"{whose} made: {promise.what}", ("promises", position))
        if promise.kept and not isinstance(promise.kept, bool):
            yield Event(promise.kept, f"{whose} kept: {promise.what}", ("promises", position))
    for position, gave in enumerate(account.exchanges):
        who, what = ("we" if gave.gave == "us" else "they"), gave.what or gave.kind.replace("_", " ")
        yield Event(gave.date, f"{who} gave: {what}", ("exchanges", position))
    for key, entry in account.initiatives.items():
        if entry.started:
            yield Event(entry.started, f"initiative begun: {entry.what}", ("initiatives", key))
        if entry.done:
            yield Event(entry.done, f"initiative done: {entry.what}", ("initiatives", key))
    yield from _people(facts)
    for position, issue in enumerate(account.issues):
        if issue.since:
            yield Event(issue.since, f"issue: {issue.what}", ("issues", position))
        if issue.closed:
            yield Event(issue.closed, f"issue closed: {issue.what}", ("issues", position))


def _people(facts: Facts) -> Iterator[Event]:
    for key, contact in facts.account.contacts.items():
        name = contact.name or contact.title or key
        if contact.since:
            yield Event(contact.since, f"{name} came", ("contacts", key))
        if contact.left:
            yield Event(contact.left, f"{name} left", ("contacts", key))
    for position, view in enumerate(facts.account.views):
        side = "we" if view.side == "ours" else "they"
        yield Event(view.date, f"{side} rated the relationship", ("views", position))
    for position, met in enumerate(facts.account.touchpoints):
        about = f": {met.note}" if met.note else ""
        yield Event(met.date, f"{met.kind or 'contact'}{about}", ("touchpoints", position))
