"""Phase, repair and what may end it, on a card."""

from collections.abc import Iterator

from relmap.assess.assessment import Card
from relmap.assess.leads import contact_label
from relmap.measures.repair import RepairState
from relmap.model.words import PHASES
from relmap.render import labels, words
from relmap.render.card_ladder import checks_list
from relmap.render.page import Block, Cell, Fact, Facts, Section, Tone, fact, prose

_TRAITS = {
    "reduced_checks": "inspections are dropped",
    "light_governance": "things are settled without the contract",
    "knows_our_business": "they know our business",
    "we_know_theirs": "we know theirs",
}
_REPAIRS = {
    "delivered": ("delivered", Tone.GOOD),
    "under_way": ("under way", Tone.PLAIN),
    "broken": ("behind what was agreed", Tone.BAD),
    "without_promises": ("agreed, without any promise that belongs to it", Tone.WATCH),
}
_ENDING = {
    "none": ("no", Tone.GOOD),
    "at_risk": ("at risk", Tone.BAD),
    "open": ("notice is given", Tone.BAD),
    None: ("not known", Tone.UNKNOWN),
}
_BAD = {True: ("yes", Tone.BAD), False: ("no", Tone.PLAIN)}


def phase_section(card: Card) -> Section:
    """Return how far the relationship has come, and how agreed repairs stand."""
    phase = card.profile.phase
    blocks: list[Block] = [prose(words.sentence(_phase(card)))]
    if phase.missing and phase.next_phase:
        some = "all of this" if phase.next_phase == "commitment" else "one of these"
        blocks += [prose(f"For {phase.next_phase} it needs {some}:"), checks_list(phase.missing)]
    facts = (*_traits(card), *(_repair(card, repair) for repair in card.profile.repairs))
    if facts:
        blocks.append(Facts(facts))
    return Section("Phase: how far it has come", tuple(blocks))


def _phase(card: Card) -> str:
    earned = card.profile.phase.earned
    text = labels.PHASES[str(earned.value)]
    shown = [check.label for check in card.profile.phase.checks if check.level == earned.value and check.passed]
    if shown:
        text += f": {words.listed(shown)}"
    if earned.high != earned.value:
        possible = list(PHASES[PHASES.index(str(earned.value)) + 1 : PHASES.index(str(earned.high)) + 1])
        text += f"; what is not known may make it {words.either(possible)}"
    return text


def _traits(card: Card) -> Iterator[Fact]:
    there = [_TRAITS[name] for name, holds in card.profile.phase.traits if holds]
    if there:
        yield fact("Grown with trust", words.listed(there))


def _repair(card: Card, repair: RepairState) -> Fact:
    text, tone = _REPAIRS[repair.state]
    kept = f"{words.number(repair.kept)} of {words.count(len(repair.promises), 'promise')} kept"
    told = f"{repair.repair.issue or repair.id}: {text}" + (f", {kept}" if repair.promises else "")
    agreed = f"agreed {words.day(repair.repair.agreed)}" if repair.repair.agreed else "not agreed yet"
    whom = f" with {contact_label(card.profile, repair.repair.with_)}" if repair.repair.with_ else ""
    return fact("Repair", told, tone, f"{agreed}{whom}")


def breakdown_section(card: Card) -> Section:
    """Return what may end the relationship: the signs of dissolution, and the five causes of a breakdown."""
    causes = card.profile.breakdown.causes
    facts = [_dissolution(card)]
    facts += [
        Fact(CAUSES[cause.id], Cell(*_BAD[cause.passed], cause.detail)) for cause in causes if cause.passed is not None
    ]
    if unknown := [CAUSES[cause.id].lower() for cause in causes if cause.passed is None]:
        facts.append(fact("Not known whether", words.listed(unknown), Tone.UNKNOWN))
    return Section("What may end it", (Facts(tuple(facts)),))


CAUSES = {
    "people_changed": "Key people changed",
    "expectations": "Expectations not met",
    "strategy": "Their strategy changed",
    "market": "Their market is in trouble",
    "slow_decline": "Slow decline",
}


def _dissolution(card: Card) -> Fact:
    found, days = card.profile.dissolution, card.profile.facts.rubric.phase.window_days
    text, tone = _ENDING[found.verdict.value]
    signs = [sign.label + (f" ({sign.detail})" if sign.detail else "") for sign in found.signs if sign.passed]
    few = f"{words.count(len(signs), 'sign')} in the last {days} days: {'; '.join(signs)}" if signs else ""
    return fact("Is it ending?", text, tone, "; ".join(part for part in (few, found.verdict.reason) if part))
