"""The first page of an account plan: the situation in three sentences, the figures, and what matters next."""

from collections.abc import Iterator

from relmap.assess.assessment import Assessment
from relmap.findings import Route
from relmap.measures.facts import Facts as AccountFacts
from relmap.measures.result import Input
from relmap.plan.values import AccountPlan
from relmap.render import labels, words
from relmap.render.book_rows import health_cell
from relmap.render.card_head import DIRECTIONS, review_fact, who_text, worth_text
from relmap.render.page import Block, Cell, Column, Fact, Facts, Grid, Heading, Prose, Section, Tone
from relmap.render.plan_words import TITLES, member, thing_text

MOST_ROUTES = 3
"""How many places a figure names: those of what it rests on, the first ones."""
_NEXT = (Column("What", wrap=True), Column("Who"), Column("By"))


def situation_section(assessment: Assessment, plan: AccountPlan) -> Section:
    """Return the first page."""
    blocks: list[Block] = [Prose(cell) for cell in _sentences(assessment, plan)]
    blocks.append(Facts(tuple(_figures(assessment, plan))))
    blocks += [Heading("What matters next"), _next(plan)]
    return Section(TITLES["situation"], tuple(blocks))


def routes_of(inputs: tuple[Input, ...], most: int = MOST_ROUTES) -> tuple[Route, ...]:
    """Return the first places that a figure was read from."""
    routes: list[Route] = []
    for entry in inputs:
        if entry.route not in routes:
            routes.append(entry.route)
            if len(routes) == most:
                break
    return tuple(routes)


def _sentences(assessment: Assessment, plan: AccountPlan) -> Iterator[Cell]:
    """Say who they are and what they bring, where the relationship stands, and who needs whom."""
    who, worth = who_text(assessment, plan.card), worth_text(assessment, plan.card)
    name = plan.card.assessed.row.name
    yield Cell(f"{name} is {_lower(who)} {worth}", routes=(("name",), ("financials",)))
    yield Cell(words.sentence(_standing(plan)), routes=(("views",),))
    yield Cell(words.sentence(_need(plan)), routes=(("dependence",),))


def _lower(text: str) -> str:
    article = "an " if text[:1].lower() in "aeiou" else "a "
    return article + text[:1].lower() + text[1:]


def _standing(plan: AccountPlan) -> str:
    card = plan.card
    stage, own = card.profile.stage, card.profile.facts.settings
    said = f"we call it {labels.stage(own, stage.ours.said)}" if stage.ours.said else "we have not said what we call it"
    theirs = (
        f"they call it {labels.stage(own, stage.theirs.said)}"
        if stage.theirs.said
        else "they have not been asked lately"
    )
    earned = f"the evidence earns {labels.stage(own, stage.earned.value)}"
    if stage.earned.high != stage.earned.value:
        earned += f" ({labels.stage(own, stage.earned.high)} at best, depending on what is not known)"
    health = words.ranged(card.assessed.figures["health"])
    scored = "health is not known" if health == words.UNKNOWN else f"health is {health} of 100"
    return f"{said}, {theirs}, and {earned}; {scored}"


def _need(plan: AccountPlan) -> str:
    dependence, loss = plan.card.dependence, plan.card.assessed.loss
    if dependence.pattern.value is None:
        text = "who needs whom is not known well enough to name the pattern"
    else:
        text = f"the relationship is one of {labels.PATTERNS[dependence.pattern.value]}"
    text += f"; {DIRECTIONS[dependence.direction]}"
    if loss and plan.card.assessed.row.status != "former":
        lost = words.money(loss.revenue, plan.currency)
        share = words.ranged(plan.card.assessed.figures["share.group"], words.percent)
        text += f". Without {_whole(plan)} the book loses {lost} of revenue, {share} of it"
    return text


def _whole(plan: AccountPlan) -> str:
    """Say who would go: a customer is its whole group."""
    entry = plan.card.assessed
    if entry.group != entry.row.id:
        return f"{entry.group_name} as a whole"
    return "them and their divisions" if plan.card.divisions else "them"


def _figures(assessment: Assessment, plan: AccountPlan) -> Iterator[Fact]:
    card = plan.card
    profile, own = card.profile, card.profile.facts.settings
    health = health_cell(card.assessed, assessment.settings)
    note = f"0–100; not scored: {profile.health.score.reason}" if profile.health.score.reason else "0–100"
    yield Fact("Health", health._replace(note=note, routes=routes_of(profile.health.score.inputs)))
    stage, standing = profile.stage, profile.standing
    yield Fact("Stage: we say", _voice(labels.stage(own, stage.ours.said), stage.ours.said, stage.ours.inputs))
    yield Fact("Stage: they say", _voice(labels.stage(own, stage.theirs.said), stage.theirs.said, stage.theirs.inputs))
    yield Fact("Stage: the evidence earns", Cell(labels.stage(own, stage.earned.value), routes=routes_of(_shown(plan))))
    earned = standing.earned.value
    yield Fact(
        "Standing earned",
        Cell(labels.standing(own, earned)) if earned else Cell(words.UNKNOWN, Tone.UNKNOWN, standing.earned.reason),
    )
    yield from _dependence(plan)
    yield from _money(profile.facts, plan.currency)
    yield from _kept(plan)
    review = review_fact(card, "Review")
    yield review._replace(cell=review.cell._replace(routes=(("reviews",),)))


def _shown(plan: AccountPlan) -> tuple[Input, ...]:
    """Return what the passed tests of the earned stage read."""
    stage = plan.card.profile.stage
    passed = (test for test in stage.tests if test.passed and test.stage == stage.earned.value)
    return tuple(entry for test in passed for entry in test.inputs)


def _voice(text: str, said: object, inputs: tuple[Input, ...]) -> Cell:
    if said is None:
        return Cell("not known", Tone.UNKNOWN, "not said, or too long ago")
    return Cell(text, routes=routes_of(inputs, 1))


def _dependence(plan: AccountPlan) -> Iterator[Fact]:
    dependence = plan.card.dependence
    for label, score, key in (
        ("We depend on them", dependence.ours, "ours"),
        ("They depend on us", dependence.theirs, "theirs"),
    ):
        figure = words.ranged(score, words.fraction, (0, 1))
        tone = Tone.UNKNOWN if figure == words.UNKNOWN else Tone.PLAIN
        yield Fact(label, Cell(figure, tone, "0 to 1", routes=(("dependence", key),)))


def _money(facts: AccountFacts, currency: str | None) -> Iterator[Fact]:
    if not facts.years:
        yield Fact("Money", Cell("not known", Tone.UNKNOWN, "no complete year has figures"))
        return
    for year in facts.years[-2:]:
        parts = [
            f"{name} {words.money(value, currency)}"
            for name, value in (
                ("revenue", year.revenue),
                ("gross profit", year.gross_profit),
                ("cost to serve", year.cost_to_serve),
            )
            if value is not None
        ]
        routes = tuple(("financials", key) for key in year.keys)
        yield Fact(f"FY{year.year}", Cell(", ".join(parts) or "not known", routes=routes[:MOST_ROUTES]))


def _kept(plan: AccountPlan) -> Iterator[Fact]:
    score = plan.card.profile.promises.ours
    text = words.ranged(score, lambda value: f"{words.settled(value)} %")
    note = f"not scored: {score.reason}" if score.value is None else "kept on or before the day"
    tone = Tone.UNKNOWN if score.value is None else Tone.PLAIN
    yield Fact("Our promises", Cell(text, tone, note, routes=routes_of(score.inputs)))


def _next(plan: AccountPlan) -> Block:
    if not plan.things:
        return Prose(Cell("Nothing is due, late or pressing, as far as the file tells."))
    as_of = plan.card.profile.facts.as_of
    rows = []
    for thing in plan.things:
        late = thing.due is not None and thing.due < as_of
        due = Cell(
            f"{thing.due}" if thing.due else "no day yet", Tone.BAD if late else Tone.PLAIN, "late" if late else ""
        )
        what = Cell(words.sentence(thing_text(thing)), Tone.STRONG, routes=thing.routes)
        rows.append((what, Cell(member(plan, thing.owner)), due))
    return Grid(_NEXT, tuple(rows))
