"""The Trust Ladder on a card: the rung, the trust it rests on, and what staying and climbing take."""

from collections.abc import Iterator

from relmap.assess.assessment import Card
from relmap.measures.check import Check
from relmap.measures.ladder import RUNGS
from relmap.render import labels, words
from relmap.render.page import Block, Bullets, Cell, Fact, Facts, Section, Tone, fact, prose

_MARKS = {True: ("✓", Tone.GOOD), False: ("✗", Tone.BAD), None: ("?", Tone.UNKNOWN)}


def ladder_section(card: Card) -> Section | None:
    """Return the section; None where neither the rung nor a type of trust is known."""
    trust = card.profile.trust_types
    if card.ladder.rung is None and trust.earned.value == "none":
        return None
    blocks: list[Block] = [prose(words.sentence(_standing_on(card))), Facts((*_rung(card), *_trust(card)))]
    if card.ladder.climbing:
        following = labels.PATTERNS[str(RUNGS[str(card.ladder.rung)].next)]
        blocks += [prose(f"To climb to {following} it takes:"), checks_list(card.ladder.climbing)]
    if card.ladder.prescribed:
        blocks += [prose("Against deep dependence three things are prescribed:"), checks_list(card.ladder.prescribed)]
    return Section("Trust Ladder: what kind of dependence, on what kind of trust", tuple(blocks))


def checks_list(checks: tuple[Check, ...]) -> Bullets:
    """Return checks as a list, each with its mark."""
    cells = []
    for check in checks:
        mark, tone = _MARKS[check.passed]
        unknown = "not known" if check.passed is None else ""
        note = "; ".join(part for part in (check.detail, unknown) if part)
        cells.append(Cell(f"{mark} {check.label}", tone, note))
    return Bullets(tuple(cells))


def _standing_on(card: Card) -> str:
    kind = labels.TRUST_TYPES[str(card.profile.trust_types.earned.value)]
    if card.ladder.rung is None:
        possible = [labels.PATTERNS[word] for word in card.dependence.pattern.possible]
        return f"which rung it stands on is open ({words.either(possible)}); {kind}"
    return f"it stands on {labels.PATTERNS[card.ladder.rung]}; {kind}"


def _rung(card: Card) -> Iterator[Fact]:
    if card.ladder.rung is None:
        return
    rung, ambition = RUNGS[card.ladder.rung], card.profile.facts.account.ambition
    yield fact("Good about it", words.sentence(rung.upside))
    yield fact("Dangerous", words.sentence(rung.risk))
    yield fact("To stay and maximise", words.sentence(rung.stay))
    if rung.next:
        yield fact("To climb", words.sentence(rung.climb))
    if ambition.choice:
        due = f" by {words.day(ambition.due)}" if ambition.due else ""
        yield fact("Our choice", f"{labels.CHOICES[ambition.choice]}{due}", Tone.STRONG, ambition.why or "")


def _trust(card: Card) -> Iterator[Fact]:
    trust = card.profile.trust_types
    if trust.missing:
        following = labels.spoken(trust.missing[0].level)
        yield fact("Next kind of trust", f"{following} needs {words.listed([check.label for check in trust.missing])}")
    if trust.excessive:
        yield fact("Trust beyond evidence", trust.excessive_why, Tone.WATCH, "high trust that nothing recent supports")
    scored = [aspect for aspect in card.balance.aspects if aspect.value is not None]
    if len(scored) > 1:
        figures = ", ".join(f"{aspect.name} {words.number(aspect.value or 0)}" for aspect in scored)
        yield fact("Balance, 0–100", figures, Tone.PLAIN, f"the weakest is {card.balance.weakest.value}")
    if card.divisions:
        yield fact("Its divisions", _spread(card), note="one can mask another")


def _spread(card: Card) -> str:
    rungs = [
        f"{entry.row.name}: {labels.PATTERNS.get(str(entry.figures['ladder'].value), 'open')}"
        for entry in card.divisions
    ]
    return "; ".join(rungs)
