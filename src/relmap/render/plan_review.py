"""Reviewing and finding out: what the last review said, what has changed since, and what to ask and talk about."""

from collections.abc import Iterator

from relmap.measures.review import made_reviews
from relmap.model.settings import Settings
from relmap.plan.values import AccountPlan, Outcome, Since
from relmap.render import labels, words
from relmap.render.card_head import review_fact
from relmap.render.page import Block, Bullets, Cell, Column, Facts, Grid, Heading, Prose, Section, Tone
from relmap.render.plan_words import TITLES, member, thing_text

LAST, EVENTS, ASKED = 3, 12, 10
"""How many reviews, changes and questions are written out."""
_REVIEWS = (Column("Day"), Column("For"), Column("By"), Column("Outcome"), Column("Note", wrap=True))
_THEN = (Column(""), Column("The last review found"), Column("Now"))
_NAMES = {"stage": "Stage earned", "standing": "Standing earned", "pattern": "Dependence", "health": "Health"}


def reviewing_section(plan: AccountPlan) -> Section:
    """Return the reviews, what has changed since the last one, and the agenda of the next."""
    state = review_fact(plan.card, "State")
    blocks: list[Block] = [Facts((state._replace(cell=state.cell._replace(routes=(("reviews",),))),))]
    if plan.since is None:
        blocks.append(Prose(Cell("This account has never been reviewed.", Tone.WATCH)))
    else:
        blocks += [Grid(_REVIEWS, tuple(_reviews(plan))), *_changed(plan, plan.since)]
    blocks += [Heading("For the next review"), Bullets(tuple(_agenda(plan)))]
    return Section(TITLES["reviewing"], tuple(blocks))


def _reviews(plan: AccountPlan) -> Iterator[tuple[Cell, ...]]:
    facts = plan.card.profile.facts
    for position in reversed(made_reviews(facts.account, facts.as_of)[-LAST:]):
        entry = facts.account.reviews[position]
        outcome = labels.spoken(entry.outcome) if entry.outcome else "not said"
        when = Cell(f"{entry.date}", routes=(("reviews", position),))
        yield when, Cell(f"FY{entry.quarter}"), Cell(member(plan, entry.by)), Cell(outcome), Cell(entry.note or "–")


def _changed(plan: AccountPlan, since: Since) -> Iterator[Block]:
    yield Heading(f"Since {since.review.date}")
    own = plan.card.profile.facts.settings
    if since.outcomes:
        yield Grid(_THEN, tuple(_outcome(own, entry) for entry in since.outcomes))
    else:
        yield Prose(Cell("The last review noted no measure to compare with.", Tone.UNKNOWN))
    shown = since.events[-EVENTS:]
    if shown:
        yield Bullets(tuple(Cell(f"{entry.day}: {entry.what}", routes=(entry.route,)) for entry in shown))
        if len(since.events) > len(shown):
            yield Prose(Cell(f"… and {words.count(len(since.events) - len(shown), 'earlier change')}."))
    elif plan.card.profile.changed_since_review:
        yield Prose(Cell("The file says something else than was reviewed, and nothing in it is dated since."))
    else:
        yield Prose(Cell("Nothing in the file is dated since."))


def _outcome(own: Settings, entry: Outcome) -> tuple[Cell, ...]:
    then, now = _say(own, entry.name, entry.then), _say(own, entry.name, entry.current)
    return Cell(_NAMES[entry.name]), Cell(then), Cell(now, Tone.PLAIN if then == now else Tone.WATCH)


def _say(own: Settings, name: str, value: str | float | None) -> str:
    if value is None:
        return "not known"
    if isinstance(value, float | int):
        return words.number(value)
    if name == "pattern":
        return labels.PATTERNS.get(value, value)
    return labels.stage(own, value) if name == "stage" else labels.standing(own, value)


def _agenda(plan: AccountPlan) -> Iterator[Cell]:
    as_of = plan.card.profile.facts.as_of
    # the review itself is no point of its own agenda
    things = [thing for thing in plan.things if thing.kind != "review"]
    for thing in things:
        late = ": late" if thing.due and thing.due < as_of else ""
        due = f", by {thing.due}{late}" if thing.due else ""
        yield Cell(words.sentence(f"{thing_text(thing)} ({member(plan, thing.owner)}{due})"), routes=thing.routes)
    for step in plan.card.profile.crp.steps:
        if step.missing:
            yield Cell(words.sentence(f"{step.id}: {words.listed([check.label for check in step.missing], 3)}"))
    if not things and not any(step.missing for step in plan.card.profile.crp.steps):
        yield Cell("Is the ambition still the right one?")


def questions_section(plan: AccountPlan) -> Section | None:
    """Return what is not known as questions, those first that can change most; None where nothing is open."""
    if not plan.questions:
        return None
    shown = plan.questions[:ASKED]
    cells = []
    for entry in shown:
        moves = words.open_points(round(entry.health))
        cells.append(Cell(entry.text, note="; ".join(part for part in (moves, entry.why) if part)))
    if len(plan.questions) > len(shown):
        cells.append(Cell(f"… and {words.number(len(plan.questions) - len(shown))} more."))
    return Section(TITLES["questions"], (Bullets(tuple(cells)),))
