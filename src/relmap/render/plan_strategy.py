"""What the Trust Ladder prescribes against deep dependence: a map, a contact strategy, and a joint business plan."""

from collections.abc import Iterator

from relmap.measures.initiatives import is_open
from relmap.measures.voices import signal
from relmap.plan.values import AccountPlan, Approach
from relmap.render import labels, words
from relmap.render.card_ladder import checks_list
from relmap.render.page import Block, Bullets, Cell, Column, Fact, Facts, Grid, Heading, Prose, Section, Tone
from relmap.render.plan_words import TITLES, contact, member

_CONTACTS = (
    Column("Key player"),
    Column("Who of ours", wrap=True),
    Column("Level now, and wanted", wrap=True),
    Column("Shared risk and mutual benefit to talk about", wrap=True),
)


def strategy_section(plan: AccountPlan) -> Section | None:
    """Return the section; None on any other rung."""
    if plan.card.dependence.pattern.value != "deep_dependence":
        return None
    ambition = plan.card.profile.facts.account.ambition
    choice = labels.CHOICES[ambition.choice] if ambition.choice else "not chosen yet: stay and maximise, or climb?"
    why = ambition.why or ""
    blocks: list[Block] = [
        Facts((Fact("Our choice", Cell(choice, Tone.STRONG, why, routes=(("ambition",),))),)),
        Prose(Cell("Three things are prescribed:")),
        checks_list(plan.card.ladder.prescribed),
        Prose(Cell("The stakeholder map stands under Understanding.")),
        Heading("Contact strategy"),
        _contacts(plan),
        Heading("Joint business plan"),
        *_joint(plan),
    ]
    return Section(TITLES["strategy"], tuple(blocks))


def _contacts(plan: AccountPlan) -> Block:
    if not plan.approaches:
        return Prose(Cell("No key player is known: find out who decides, before anything else.", Tone.BAD))
    return Grid(_CONTACTS, tuple(_approach(plan, entry) for entry in plan.approaches))


def _approach(plan: AccountPlan, entry: Approach) -> tuple[Cell, ...]:
    power = f"power {entry.power}" if entry.power else "power not known"
    who = Cell(contact(plan, entry.contact), Tone.STRONG, power, routes=(entry.route,))
    if entry.member is None:
        ours = Cell("nobody yet: who has a reason to call?", Tone.BAD)
    else:
        ours = Cell(member(plan, entry.member), Tone.PLAIN if entry.live else Tone.WATCH, _touch(entry))
    return who, ours, Cell(_levels(entry)), _talk(entry)


def _touch(entry: Approach) -> str:
    if entry.live is False:
        known = entry.level in ("none", "vendor")
        return f"not live: {labels.LEVELS[entry.level]} to them" if entry.level and known else "not live: get in touch"
    return "live" if entry.live else "live or not is not known"


def _levels(entry: Approach) -> str:
    now = labels.LEVELS[entry.level] if entry.level else "not rated"
    return f"{now} → {labels.LEVELS[entry.desired]}" if entry.desired else f"{now}; what we want is not said"


def _talk(entry: Approach) -> Cell:
    about = [*([entry.cares_about] if entry.cares_about else []), *entry.goals]
    if not about:
        return Cell(
            "not known: ask what a failure of ours would cost them, and what they are measured by", Tone.UNKNOWN
        )
    return Cell("; ".join(about))


def _joint(plan: AccountPlan) -> Iterator[Block]:
    rows = tuple(_lines(plan))
    yield Facts(rows)
    questions = list(_open(plan))
    if questions:
        yield Bullets(tuple(Cell(text, Tone.UNKNOWN) for text in questions))


def _lines(plan: AccountPlan) -> Iterator[Fact]:
    facts, account = plan.card.profile.facts, plan.card.profile.facts.account
    theirs = [goal.what for goal in account.customer_goals.values()]
    routes = tuple(("customer_goals", key) for key in account.customer_goals)
    yield Fact("Their goals", Cell("; ".join(theirs) or "not known", routes=routes[:3]))
    yield Fact(
        "Ours", Cell("; ".join(goal.what for goal in account.goals.values()) or "none set", routes=(("goals",),))
    )
    serving = [account.initiatives[row.initiative] for row in plan.trace.rows if row.customer_goals]
    both = [entry.what for entry in serving if is_open(facts, entry)]
    yield Fact("Work that serves their goals", Cell("; ".join(both) or "none yet", routes=(("initiatives",),)))
    raised = [entry for entry in account.opportunities if facts.happened(entry.since)]
    worth = [entry.value for entry in raised if entry.value is not None]
    if worth:
        told = words.money(sum(worth), plan.currency)
        yield Fact("Worth a year, where a figure is known", Cell(told, routes=(("opportunities",),)))


def _open(plan: AccountPlan) -> Iterator[str]:
    facts = plan.card.profile.facts
    if not facts.account.customer_goals:
        yield "Which of their goals could both sides reach only together?"
    if not signal(facts, "joint_plan").holds:
        yield "Who on their side would own a joint plan, and when do both sides sit down over it?"
    whose = {"ours": "do we carry", "theirs": "do they carry"}
    carried = whose.get(plan.card.dependence.direction or "", "does one side carry")
    yield f"Which risk {carried} alone today that both could share, and what would each side put in?"
