"""Analysing, determining, implementing: issues and risks, goals by person, and the trace of initiatives."""

from collections.abc import Iterator
from typing import NamedTuple

from relmap.measures.check import Check
from relmap.measures.facts import Facts as AccountFacts
from relmap.measures.initiatives import is_open, status_on
from relmap.measures.trade import open_issues
from relmap.plan.values import AccountPlan, Traced
from relmap.render import words
from relmap.render.card_dependence import DEPENDENCE_SIGNS, sign_answers
from relmap.render.card_phase import CAUSES
from relmap.render.page import Block, Bullets, Cell, Column, Fact, Facts, Grid, Heading, Prose, Section, Tone
from relmap.render.plan_first import routes_of
from relmap.render.plan_words import TITLES, contact, contacts, member

_GOALS = (
    Column("Who"),
    Column("Cares about", wrap=True),
    Column("Our goal with them", wrap=True),
    Column("Priority", right=True),
    Column("By"),
    Column("So far", wrap=True),
)
_THEIRS = (Column("Their goal", wrap=True), Column("Whose"), Column("By"), Column("Says who"))
_SOURCES = {"ours": "we think so", "theirs": "they say so", "document": "a document says so"}
_STATES = {"planned": "planned", "in_progress": "under way", "done": "done", "dropped": "dropped"}


def analysing_section(plan: AccountPlan) -> Section:
    """Return what stands between both sides, what more there is, and what may go wrong."""
    facts = plan.card.profile.facts
    blocks: list[Block] = [Heading("Issues"), _issues(facts), Heading("Opportunities"), _opportunities(plan)]
    if facts.account.competitors:
        blocks += [Heading("Competitors"), Bullets(tuple(competitor_cells(plan)))]
    blocks += [Heading("Signs of dependence"), _signs(plan), Heading("Breakdown watch"), _watch(plan)]
    return Section(TITLES["analysing"], tuple(blocks))


def _issues(facts: AccountFacts) -> Block:
    found = []
    for position in open_issues(facts):
        issue = facts.account.issues[position]
        since = f"since {issue.since}" if issue.since else "nobody noted since when"
        found.append(Cell(issue.what, note=since, routes=(("issues", position),)))
    return Bullets(tuple(found)) if found else Prose(Cell("No open issue is on record."))


def _opportunities(plan: AccountPlan) -> Block:
    facts, found = plan.card.profile.facts, []
    for position, entry in enumerate(facts.account.opportunities):
        if facts.happened(entry.since):
            parts = [
                f"worth {words.money(entry.value, plan.currency)} a year" if entry.value is not None else "",
                f"with {contact(plan, entry.contact)}" if entry.contact else "",
                {"us": "raised by us", "them": "raised by them"}.get(entry.raised_by or "", ""),
            ]
            note = ", ".join(part for part in parts if part)
            found.append(Cell(entry.what, note=note, routes=(("opportunities", position),)))
    return Bullets(tuple(found)) if found else Prose(Cell("No opportunity is on record: ask what else they need."))


def competitor_cells(plan: AccountPlan) -> Iterator[Cell]:
    """Say who else is in the account, where, and who favours them."""
    for position, entry in enumerate(plan.card.profile.facts.account.competitors):
        favoured = f"favoured by {contacts(plan, tuple(entry.favoured_by))}" if entry.favoured_by else ""
        note = "; ".join(part for part in (entry.where or "", favoured) if part)
        yield Cell(entry.name, note=note, routes=(("competitors", position),))


_ANSWERS = {True: ("yes", Tone.BAD), False: ("no", Tone.PLAIN), None: ("not known", Tone.UNKNOWN)}


def _signs(plan: AccountPlan) -> Block:
    routes = {"ransom": (("signals", "held_to_ransom"),), "one_way": (("exchanges",),), "margins": (("financials",),)}
    rows = []
    for key, holds in sign_answers(plan.card.dependence).items():
        text, tone = _ANSWERS[holds]
        label, meaning = DEPENDENCE_SIGNS[key]
        rows.append(Fact(label, Cell(text, Tone.PLAIN if key == "core" else tone, meaning, routes=routes.get(key, ()))))
    return Facts(tuple(rows))


def _watch(plan: AccountPlan) -> Block:
    rows = [_cause(cause) for cause in plan.card.profile.breakdown.causes]
    return Facts(tuple(rows))


def _cause(cause: Check) -> Fact:
    text, tone = _ANSWERS[cause.passed]
    return Fact(CAUSES[cause.id], Cell(text, tone, cause.detail, routes=routes_of(cause.inputs)))


def determining_section(plan: AccountPlan) -> Section:
    """Return what we want with each person, by priority, what each of them values, and what they want themselves."""
    rows = [*_goal_rows(plan), *_valued(plan)]
    blocks: list[Block] = []
    if rows:
        blocks.append(Grid(_GOALS, tuple(rows)))
    else:
        blocks.append(Prose(Cell("No goal is set, and nobody knows what any of them cares about: ask.", Tone.WATCH)))
    theirs = tuple(_their_goals(plan))
    blocks.append(Heading("What they want to reach"))
    blocks.append(Grid(_THEIRS, theirs) if theirs else Prose(Cell("No goal of theirs is on record: ask for one.")))
    return Section(TITLES["determining"], tuple(blocks))


def _goal_rows(plan: AccountPlan) -> Iterator[tuple[Cell, ...]]:
    account = plan.card.profile.facts.account
    progress = {entry.target.goal: entry for entry in plan.card.goals}
    order = sorted(account.goals, key=lambda key: (account.goals[key].priority or 9, account.goals[key].contact or "~"))
    for key in order:
        goal, reached = account.goals[key], progress.get(key)
        far = words.ranged(reached.score, lambda value: f"{words.number(value)} %") if reached else "not measured"
        cares = account.contacts[goal.contact].cares_about if goal.contact in account.contacts else None
        yield (
            Cell(contact(plan, goal.contact)) if goal.contact else Cell("nobody named", Tone.WATCH),
            Cell(cares or "not known", Tone.PLAIN if cares else Tone.UNKNOWN),
            Cell(goal.what, Tone.STRONG, routes=(("goals", key),)),
            Cell(str(goal.priority or "–")),
            Cell(f"{goal.due or 'no day'}"),
            Cell(far),
        )


def _valued(plan: AccountPlan) -> Iterator[tuple[Cell, ...]]:
    """Yield who decides, or cares about something on record, and is the subject of no goal."""
    account = plan.card.profile.facts.account
    with_goal = {goal.contact for goal in account.goals.values()}
    for person in sorted(plan.card.profile.facts.people, key=lambda entry: -(entry.contact.power or 0)):
        cares = person.contact.cares_about
        if person.id not in with_goal and (person.key or cares):
            yield (
                Cell(person.label, routes=(("contacts", person.id),)),
                Cell(cares or "not known", Tone.PLAIN if cares else Tone.UNKNOWN),
                Cell("none yet", Tone.WATCH if person.key else Tone.MUTED),
                *(Cell("–"),) * 3,
            )


def _their_goals(plan: AccountPlan) -> Iterator[tuple[Cell, ...]]:
    for key, goal in plan.card.profile.facts.account.customer_goals.items():
        whose = contact(plan, goal.contact) if goal.contact else "nobody named"
        what = Cell(goal.what, routes=(("customer_goals", key),))
        yield what, Cell(whose), Cell(f"{goal.due or 'no day'}"), Cell(_SOURCES[goal.source])


def implementing_section(plan: AccountPlan) -> Section:
    """Return initiatives against goals and people, and what stands alone."""
    trace, marks = plan.trace, tuple(_marks(plan))
    blocks: list[Block] = []
    if trace.rows:
        columns = (
            *(Column("Initiative", wrap=True), Column("Who"), Column("By"), Column("State")),
            *(Column(mark.sign) for mark in marks),
            Column("For whom", wrap=True),
        )
        blocks.append(Grid(columns, tuple(_traced(plan, row, marks) for row in trace.rows)))
        if marks:
            blocks.append(Bullets(tuple(_legend(mark) for mark in marks)))
    else:
        blocks.append(Prose(Cell("No initiative is planned.", Tone.WATCH)))
    alone = list(_alone(plan))
    if alone:
        blocks += [Heading("What stands alone"), Bullets(tuple(alone))]
    return Section(TITLES["implementing"], tuple(blocks))


class _Mark(NamedTuple):
    """A goal with the sign that stands for it in the matrix."""

    sign: str
    kind: str
    """The key of the format that it stands under."""
    key: str
    what: str


def _marks(plan: AccountPlan) -> Iterator[_Mark]:
    account = plan.card.profile.facts.account
    for number, (key, goal) in enumerate(account.goals.items(), 1):
        yield _Mark(f"G{number}", "goals", key, goal.what)
    for number, (key, theirs) in enumerate(account.customer_goals.items(), 1):
        yield _Mark(f"T{number}", "customer_goals", key, theirs.what)


def _traced(plan: AccountPlan, row: Traced, marks: tuple[_Mark, ...]) -> tuple[Cell, ...]:
    facts = plan.card.profile.facts
    entry = facts.account.initiatives[row.initiative]
    served = {*(("goals", key) for key in row.goals), *(("customer_goals", key) for key in row.customer_goals)}
    late = entry.due is not None and entry.due < facts.as_of and is_open(facts, entry)
    return (
        Cell(entry.what, Tone.STRONG, routes=(("initiatives", row.initiative),)),
        Cell(member(plan, entry.owner)) if entry.owner else Cell("nobody", Tone.WATCH),
        Cell(f"{entry.due or 'no day'}", Tone.BAD if late else Tone.PLAIN, "late" if late else ""),
        Cell(_STATES[status_on(facts, entry)]),
        *(Cell("●" if (mark.kind, mark.key) in served else "") for mark in marks),
        Cell(contacts(plan, row.people) if row.people else "nobody named"),
    )


def _legend(mark: _Mark) -> Cell:
    whose = "our goal" if mark.kind == "goals" else "their goal"
    return Cell(f"{mark.sign}: {mark.what}", note=whose, routes=((mark.kind, mark.key),))


def _alone(plan: AccountPlan) -> Iterator[Cell]:
    account, trace = plan.card.profile.facts.account, plan.trace
    for key in trace.goals_alone:
        yield Cell(f"No initiative serves the goal “{account.goals[key].what}”.", routes=(("goals", key),))
    for key in trace.initiatives_alone:
        yield Cell(f"“{account.initiatives[key].what}” serves no goal.", routes=(("initiatives", key),))
    for key in trace.nobody:
        yield Cell(f"The goal “{account.goals[key].what}” names nobody.", routes=(("goals", key),))
