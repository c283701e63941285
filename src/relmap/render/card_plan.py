"""The six steps of the plan on a card, with effort, goals, and the exploratory checklist."""

from collections.abc import Iterator

from relmap.assess.assessment import Assessment, Card
from relmap.assess.leads import contact_label, member_label
from relmap.measures.check import Check
from relmap.measures.goals import find_loose_ends
from relmap.render import labels, words
from relmap.render.card_ladder import checks_list
from relmap.render.page import Block, Cell, Column, Fact, Facts, Grid, Section, Tone, fact, prose

_COLUMNS = (Column("Step"), Column("State"), Column("What is missing", wrap=True))
_STEPS = {
    "understanding": "1 Understanding: who covers whom",
    "identifying": "2 Identifying: who has which role",
    "analysing": "3 Analysing: issues, opportunities",
    "determining": "4 Determining: goals by person",
    "implementing": "5 Implementing: initiatives",
    "reviewing": "6 Reviewing: this period",
}
_STATES = {"done": ("done", Tone.GOOD), "partly": ("partly", Tone.WATCH), "missing": ("missing", Tone.BAD)}
NAMED = 3
"""How many names a missing point carries before the rest is counted."""


def plan_section(card: Card) -> Section:
    """Return the six steps, each with what is missing; in a sentence where none is begun."""
    if all(step.state == "missing" for step in card.profile.crp.steps):
        names = words.listed([step.id for step in card.profile.crp.steps])
        return Section("The plan in six steps", (prose(f"None of the six steps is begun: {names}."),))
    rows = []
    for step in card.profile.crp.steps:
        text, tone = _STATES[step.state]
        rows.append((Cell(_STEPS[step.id]), Cell(text, tone), Cell("; ".join(map(_missing, step.missing)))))
    return Section("The plan in six steps", (Grid(_COLUMNS, tuple(rows)),))


def _missing(check: Check) -> str:
    names = check.detail.split(", ") if check.detail else []
    return f"{check.label} ({words.listed(names, NAMED)})" if names else check.label


def work_section(assessment: Assessment, card: Card) -> Section | None:
    """Return whether effort fits, the clock of the collaborative stage, and goals; None where nothing is known."""
    facts = (*_service(card), *_clock(assessment, card), *_goals(card), *_loose_ends(card))
    return Section("Effort and goals", (Facts(facts),)) if facts else None


_FITS = {
    "under": ("under-served", Tone.WATCH),
    "fitting": ("fits", Tone.GOOD),
    "over": ("over-served", Tone.WATCH),
}


def _service(card: Card) -> Iterator[Fact]:
    service, settings = card.profile.service, card.profile.facts.settings
    if not service.fit.possible or (service.touchpoints is None and service.cost is None):
        return
    text, tone = _FITS.get(str(service.fit.value), ("not known", Tone.UNKNOWN))
    about = (
        [] if service.touchpoints is None else [f"{words.count(service.touchpoints, 'touchpoint')} in four quarters"]
    )
    if service.cost is not None:
        about.append(f"cost to serve {words.percent(service.cost)} of gross profit in FY{service.year}")
    if service.fit.reason:
        about.append(service.fit.reason)
    yield fact("Effort", f"{text} for {labels.stage(settings, service.aim)}", tone, "; ".join(about))


def _clock(assessment: Assessment, card: Card) -> Iterator[Fact]:
    clock, margin = card.profile.transience, card.profile.equity.margin
    if not clock.quarters:
        return
    name = labels.stage(card.profile.facts.settings, "collaborative")
    text = f"{name} for {words.count(clock.quarters, 'quarter')}; it should move on after {words.number(clock.limit)}"
    tone = Tone.BAD if clock.move else Tone.WATCH if clock.beyond else Tone.PLAIN
    profit = "profit not known"
    if margin.profit is not None:
        amount = words.money(margin.profit, assessment.settings.currency)
        profit = f"{amount} of profit {'after cost to serve' if margin.after_cost_to_serve else 'before cost to serve'}"
    yield fact("Clock", text, tone, profit + ("; advance or move back" if clock.move else ""))


def _goals(card: Card) -> Iterator[Fact]:
    goals = card.profile.facts.account.goals
    for entry in card.goals:
        score = words.ranged(entry.score, lambda value: f"{words.number(value)} %")
        way = f"from {words.plain(entry.target.start)} to {words.plain(entry.target.end)}"
        yield fact("Goal", f"{goals[entry.target.goal].what}: {score} of the way", note=f"{entry.target.measure} {way}")


def _loose_ends(card: Card) -> Iterator[Fact]:
    profile = card.profile
    account, loose = profile.facts.account, find_loose_ends(profile.facts)
    if loose.goals:
        told = words.listed([account.goals[goal].what for goal in loose.goals], NAMED)
        yield fact("Goals without an initiative", told, Tone.WATCH)
    if loose.initiatives:
        told = words.listed([account.initiatives[key].what for key in loose.initiatives], NAMED)
        yield fact("Initiatives without a goal", told, Tone.WATCH)
    if loose.levels:
        pairs = [
            f"{member_label(profile, link.member)} with {contact_label(profile, link.contact)}: "
            f"{labels.LEVELS[str(link.relationship.level)]}, should be {labels.LEVELS[str(link.relationship.desired)]}"
            for link in loose.levels
        ]
        yield fact("Below what we want", "; ".join(pairs))


def checklist_section(card: Card) -> Section | None:
    """Return the exploratory checklist, where the relationship is that young."""
    profile = card.profile
    if profile.stage.headline.value != "exploratory" or profile.facts.account.status == "former":
        return None
    done, checks = profile.checklist.done, profile.checklist.checks
    told = f"{words.number(done)} of {words.number(len(checks))} points that a young relationship needs are there."
    blocks: list[Block] = [prose(told), checks_list(checks)]
    return Section("Exploratory checklist", tuple(blocks))
