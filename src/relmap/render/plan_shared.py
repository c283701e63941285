"""What the customer may see of a plan, as a page in their words: no measure, no judgement, nothing of ours alone."""

from collections.abc import Collection, Sequence
from datetime import date

from relmap.plan.shareable import SharedGoal, SharedInitiative, SharedMeeting, SharedPlan, SharedPromise, SharedValue
from relmap.plan.values import SHARED_SECTIONS
from relmap.render import words
from relmap.render.page import Block, Bullets, Cell, Column, Grid, Heading, Prose, Section, Tone
from relmap.render.page_html import section_html
from relmap.render.page_markdown import no_link
from relmap.render.plan_markdown import Written, plan_markdown
from relmap.render.plan_page import PlanSection
from relmap.render.svg_shapes import escape

MEETINGS = 12
"""The most meetings that are listed; the rest is counted."""
_STATUS = {"planned": "planned", "in_progress": "in progress", "done": "done"}


def shared_title(plan: SharedPlan) -> str:
    """Return the title."""
    return f"{plan.name} and {plan.company}: joint plan on {plan.as_of}"


def shared_sections(plan: SharedPlan, wanted: Collection[str] = SHARED_SECTIONS) -> tuple[PlanSection, ...]:
    """Return the sections of which there is something to say; who works with whom comes first, and is always there."""
    promised = _promises(plan)
    made = (
        ("people", "Who works with whom", _people(plan)),
        ("goals", "Goals and what is done for them", [block for goal in plan.goals for block in _goal(goal)]),
        ("promises", "Promises both ways", promised),
        ("value", "What it has been worth", [_value(plan.value)] if plan.value else []),
        ("meetings", "Meetings of the last four quarters", [_meetings(plan.meetings)] if plan.meetings else []),
    )
    return tuple(
        PlanSection(name, Section(title, tuple(blocks))) for name, title, blocks in made if blocks and name in wanted
    )


def shared_markdown(plan: SharedPlan, wanted: Collection[str] = SHARED_SECTIONS) -> Sequence[Written]:
    """Return the plan as Markdown, section by section."""
    return plan_markdown(shared_title(plan), shared_sections(plan, wanted), no_link)


def shared_article(plan: SharedPlan, wanted: Collection[str] = SHARED_SECTIONS) -> str:
    """Return the plan as a part of an HTML page."""
    lines = [f"<article>\n<h1>{escape(shared_title(plan))}</h1>"]
    for entry in shared_sections(plan, wanted):
        lines += ["<section>", *section_html(entry.section, no_link), "</section>"]
    return "\n".join([*lines, "</article>"])


def _people(plan: SharedPlan) -> list[Block]:
    rows = tuple(
        (Cell(pair.name, Tone.STRONG), Cell(pair.title or "–"), Cell(words.listed(pair.ours))) for pair in plan.people
    )
    who = f"{plan.owner} answers for the work with {plan.name} at {plan.company}"
    told: list[Block] = [Prose(Cell(words.sentence(who)))]
    return [*told, Grid((Column(plan.name), Column("Title"), Column(plan.company)), rows)] if rows else told


def _goal(goal: SharedGoal) -> list[Block]:
    facts = [
        f"{goal.whose}" if goal.whose else "",
        goal.measure,
        f"from {goal.start} to {goal.target}" if goal.start and goal.target else goal.target and f"to {goal.target}",
        f"by {goal.due}" if goal.due else "",
    ]
    told = ", ".join(text for text in facts if text)
    blocks: list[Block] = [Heading(goal.what)]
    blocks += [Prose(Cell(words.sentence(told)))] if told else []
    rows = tuple(_initiative(entry) for entry in goal.initiatives)
    columns = (Column("What is done", wrap=True), Column("Who"), Column("By"), Column("Where it stands"))
    blocks.append(Grid(columns, rows) if rows else Prose(Cell("Nothing is planned for it yet.")))
    return blocks


def _initiative(entry: SharedInitiative) -> tuple[Cell, ...]:
    day = f"since {entry.started}" if entry.started and not entry.done else words.day(entry.done) if entry.done else ""
    return Cell(entry.what), Cell(entry.owner or "–"), _day(entry.due), Cell(_STATUS[entry.status], note=day)


def _promises(plan: SharedPlan) -> list[Block]:
    blocks: list[Block] = []
    for title, promises in ((f"By {plan.company}", plan.ours), (f"By {plan.name}", plan.theirs)):
        if promises:
            columns = (Column("What", wrap=True), Column("By"), Column("To"), Column("Due"), Column("Where it stands"))
            blocks += [Heading(title), Grid(columns, tuple(_promise(entry) for entry in promises))]
    return blocks


def _promise(entry: SharedPromise) -> tuple[Cell, ...]:
    state = Cell(entry.status, note=words.day(entry.kept) if entry.kept else "")
    what = Cell(entry.what, note=f"made {entry.made}" if entry.made else "")
    return what, Cell(entry.by), Cell(entry.to or "–"), _day(entry.due), state


def _value(entries: Sequence[SharedValue]) -> Block:
    columns = ("Benefit", "For", "Promised", "Delivered", "Confirmed by")
    rows = tuple(
        (
            Cell(entry.what, note=words.day(entry.day) if entry.day else ""),
            *(Cell(text or "–") for text in (entry.to, entry.promised, entry.delivered, entry.confirmed_by)),
        )
        for entry in entries
    )
    return Grid(tuple(Column(title, wrap=True) for title in columns), rows)


def _meetings(meetings: Sequence[SharedMeeting]) -> Block:
    lines = [
        f"{entry.day}: {entry.kind or 'contact'}, {words.listed(entry.theirs)} with {words.listed(entry.ours)}"
        for entry in meetings[:MEETINGS]
    ]
    more = len(meetings) - MEETINGS
    return Bullets(tuple(Cell(line) for line in [*lines, *([f"and {more} more"] if more > 0 else [])]))


def _day(day: date | None) -> Cell:
    return Cell(day.isoformat() if day else "–")
