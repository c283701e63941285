"""The renewal runway: the days that count, who is for us, what we gave, and how the balance of power can shift."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relmap.findings import Route
from relmap.model.money import Exchange
from relmap.plan.values import AccountPlan, Runway
from relmap.render import labels, words
from relmap.render.card_head import DIRECTIONS
from relmap.render.page import Block, Bullets, Cell, Column, Fact, Facts, Grid, Heading, Prose, Section, Tone
from relmap.render.plan_people import role_gaps
from relmap.render.plan_steps import competitor_cells
from relmap.render.plan_words import DEADLINES, TITLES, contact, contacts, in_days

_DAYS = (Column("Day"), Column("What"), Column("When"))


def runway_section(plan: AccountPlan) -> Section | None:
    """Return the runway; None where neither the end of a contract nor a tender lies ahead."""
    runway = plan.runway
    if runway is None:
        return None
    blocks: list[Block] = [Grid(_DAYS, tuple(_days(runway))), Facts(tuple(_people(plan, runway)))]
    if runway.competitors:
        blocks += [Heading("Who else is there"), Bullets(tuple(competitor_cells(plan)))]
    blocks += [Heading("Concessions so far, within four quarters"), *_concessions(plan, runway)]
    blocks += [Heading("The balance of power, and four ways to shift it"), *_balance(plan)]
    return Section(TITLES["runway"], tuple(blocks))


def _days(runway: Runway) -> Iterator[tuple[Cell, ...]]:
    for deadline in runway.deadlines:
        tone = Tone.MUTED if deadline.days < 0 else Tone.WATCH if deadline.days <= 90 else Tone.PLAIN
        what = words.sentence(DEADLINES[deadline.name]).rstrip(".")
        yield Cell(f"{deadline.day}", tone), Cell(what, routes=(deadline.route,)), Cell(in_days(deadline.days), tone)


def _people(plan: AccountPlan, runway: Runway) -> Iterator[Fact]:
    def named(people: tuple[str, ...]) -> Cell:
        return Cell(contacts(plan, people), routes=_support_of(people)) if people else Cell("nobody on record")

    yield Fact("For us", named(runway.supporters))
    yield Fact("Against us", named(runway.against))
    yield Fact("Key players to be won", _to_be_won(plan, runway))
    gaps = role_gaps(plan)
    yield Fact("Roles without a name", Cell(words.listed(gaps) if gaps else "none", Tone.WATCH if gaps else Tone.PLAIN))


def _to_be_won(plan: AccountPlan, runway: Runway) -> Cell:
    """Name who is to be won, and of whom it is not known whether it matters."""
    if not runway.undecided:
        return Cell("none")
    unclear = {person.id for person in plan.card.profile.facts.people if person.key is None}
    told = [f"{contact(plan, who)}{' (power not known)' if who in unclear else ''}" for who in runway.undecided]
    return Cell(words.listed(told), routes=_support_of(runway.undecided))


def _support_of(people: tuple[str, ...]) -> tuple[Route, ...]:
    return tuple(("contacts", who, "support") for who in people)


def _concessions(plan: AccountPlan, runway: Runway) -> Iterator[Block]:
    gave = runway.concessions
    if not gave.given:
        yield Prose(Cell("Nothing that we gave is on record."))
    else:
        yield Bullets(tuple(_gift(plan, position, entry) for position, entry in gave.given))
        yield Prose(Cell(_sum(plan, "We gave", [entry for _, entry in gave.given])))
        price = [entry for _, entry in gave.price]
        if price:
            yield Prose(Cell(_sum(plan, "Of it price, rebate or terms", price), Tone.WATCH))
    yield Prose(Cell(_sum(plan, "They gave", [entry for _, entry in gave.received])))


def _gift(plan: AccountPlan, position: int, entry: Exchange) -> Cell:
    worth = words.money(entry.value, plan.currency) if entry.value is not None else entry.size or "worth not noted"
    what = entry.what or labels.KINDS.get(entry.kind, labels.spoken(entry.kind))
    return Cell(f"{entry.date}: {what}", note=worth, routes=(("exchanges", position),))


def _sum(plan: AccountPlan, who: str, entries: Sequence[Exchange]) -> str:
    """Add up what has a figure, and say of how many there is none."""
    if not entries:
        return f"{who}: nothing on record."
    known = [entry.value for entry in entries if entry.value is not None]
    without = len(entries) - len(known)
    told = words.money(sum(known), plan.currency) if known else "no figure is noted"
    rest = f", and {words.count(without, 'thing')} without a figure" if without and known else ""
    return f"{who}: {told}{rest}."


def _balance(plan: AccountPlan) -> Iterator[Block]:
    dependence = plan.card.dependence
    yield Prose(Cell(words.sentence(DIRECTIONS[dependence.direction]), routes=(("dependence",),)))
    yield Prose(Cell(_SHIFTS[dependence.direction]))
    yield Facts(tuple(_ways(plan)))
    yield Prose(Cell("After Emerson, Power-Dependence Relations, 1962.", Tone.MUTED))


_SHIFTS = {
    "ours": "Four ways to make it more even, each with what the file says of it:",
    "theirs": "They can make it more even in four ways, so this is what to expect of them:",
    "even": "Either side can shift it in four ways; these are ours:",
    None: "If it is we who depend more, there are four ways to shift it:",
}


def _ways(plan: AccountPlan) -> Iterator[Fact]:
    """Say Emerson's four balancing operations, of them where they are the weaker side, and what the file says of each.

    Source: Emerson, Power-Dependence Relations, 1962: withdraw, find others, be wanted more, take others away.
    """
    own, theirs = _Side.ours(plan), _Side.theirs(plan)
    if plan.card.dependence.direction == "theirs":
        yield Fact(
            "They want less from us", Cell("Which part of what we deliver could they do without?", note=theirs.need)
        )
        yield Fact("They have more alternatives", Cell("Who else could they buy from?", note=theirs.others))
        yield Fact("They are worth more to us", Cell("What could they offer that we would miss?", note=own.need))
        yield Fact("They leave us fewer alternatives", Cell("What would tie us to them alone?", note=own.others))
    else:
        yield Fact("Want less from them", Cell("Which part of what they buy could we do without?", note=own.need))
        yield Fact("Have more alternatives", Cell("Which other customers could fill the gap?", note=own.others))
        yield Fact("Be worth more to them", Cell("What do they get from us that they would miss?", note=theirs.need))
        dearer = Cell("What makes changing supplier dearer, fairly?", note=theirs.others)
        yield Fact("Leave them fewer alternatives", dearer)


class _Side(NamedTuple):
    """What the file says of one side's need of the other, in words."""

    need: str
    others: str

    @classmethod
    def ours(cls, plan: AccountPlan) -> "_Side":
        """Say how much we need them."""
        entry = plan.card.profile.facts.account.dependence.ours
        need = f"they are {entry.criticality} of 5 critical to us" if entry.criticality else "how critical is not known"
        return cls(need, f"others who could take their place for us: {entry.alternatives or 'not known'}")

    @classmethod
    def theirs(cls, plan: AccountPlan) -> "_Side":
        """Say how much they need us."""
        entry = plan.card.profile.facts.account.dependence.theirs
        need = f"we are {entry.criticality} of 5 critical to them" if entry.criticality else "how critical is not known"
        others = f"others who could take our place: {entry.alternatives or 'not known'}"
        if entry.switching_cost:
            others += f"; switching costs them {entry.switching_cost} of 5"
        return cls(need, others)
