"""Personal and organisational trust: how far they trust us, as persons and as a company."""

from math import fsum, log10
from typing import NamedTuple

from relmap.measures.arithmetic import Item, weighted_mean
from relmap.measures.facts import Facts, Link, Person
from relmap.measures.result import Evidence, Input, Known, Score, Unknown, exactly, inputs_only, not_scored
from relmap.measures.voices import voice
from relmap.model.contacts import TrustEquation, TrustFactors


class Trust(NamedTuple):
    """Personal and organisational trust, each 0 to 100, and the gap between them."""

    personal: Score
    organisation: Score
    gap: float | None
    """Personal less organisational, in points."""
    person_held: bool | None
    """Personal trust high, organisational not: it leaves with the person. None where either is not scored."""


def raw_trust_equation(trust: TrustEquation) -> float:
    """Return (credibility + reliability + intimacy) / self-orientation, 0.3 to 30.

    Source: the trust equation, Maister, Green & Galford, The Trusted Advisor (2000).
    """
    return (trust.credibility + trust.reliability + trust.intimacy) / trust.self_orientation


def pair_trust(trust: float | TrustEquation | TrustFactors) -> float:
    """Return how far she trusts him, 0 to 10.

    A number stands as it is. The trust equation T goes onto 0–10 as 5·log10(T / 0.3), so that 0.3 is 0, 3 is 5 and 30
    is 10 (ours). Ability, benevolence and integrity give their mean (Mayer, Davis & Schoorman 1995).
    """
    if isinstance(trust, TrustEquation):
        return min(max(5 * log10(raw_trust_equation(trust) / 0.3), 0.0), 10.0)
    if isinstance(trust, TrustFactors):
        return (trust.ability + trust.benevolence + trust.integrity) / 3
    return float(trust)


def measure_trust(facts: Facts) -> Trust:
    """Return personal trust (power-weighted mean over contacts, each by its best pair) and organisational trust.

    Both are 0 to 100. Organisational trust is their newest view. They are related but distinct: Zaheer, McEvily &
    Perrone (1998). Trust that our people estimate counts, and is told apart as not confirmed.
    """
    personal = _personal(facts)
    organisation = _organisation(facts)
    if personal.value is None or organisation.value is None:
        return Trust(personal, organisation, None, None)
    line = facts.rubric.trust.high * 10
    held = personal.value >= line > organisation.value
    return Trust(personal, organisation, personal.value - organisation.value, held)


def best_trust(facts: Facts, person: Person) -> float | None:
    """Return how far a contact trusts us, 0 to 10, by the best pair that still counts; None where nobody rated one."""
    value = _contact_item(facts, person).value
    return None if value is None else value / 10


def _personal(facts: Facts) -> Score:
    if not facts.people:
        return not_scored("no active contact")
    items = [_contact_item(facts, person) for person in facts.people]
    return weighted_mean(items, least=facts.rubric.completeness, evidence=lambda: _evidence(facts, items))


def _contact_item(facts: Facts, person: Person) -> Item:
    """The contact's best pair on 0–100; a pair nobody rated could be better. Who left us took the trust along."""
    links = [link for link in person.links if link.present is not False]
    best, confirmed, open_pairs = None, False, not links
    for link in links:
        value = pair_trust(link.relationship.trust) * 10 if _counts(facts, link) else None  # type: ignore[arg-type]
        if value is None:
            open_pairs = True
        elif best is None or value >= best:
            said = link.relationship.source != "ours"
            best, confirmed = value, said or (confirmed and value == best)
    weight, least, most = person.weights
    low = best or 0.0
    return Item(person.label, best, low, 100.0 if open_pairs else low, weight, least, most, confirmed)


def _counts(facts: Facts, link: Link) -> bool:
    return _known(facts, link) in (Known.FRESH, Known.UNDATED)


def _known(facts: Facts, link: Link) -> Known:
    """Say how far the pair's rating of trust counts."""
    relationship = link.relationship
    if relationship.trust is None:
        return Known.UNKNOWN
    return facts.freshness(relationship.rated, facts.rubric.valid_days.ratings)


def _evidence(facts: Facts, items: list[Item]) -> Evidence:
    total = fsum(item.weight for item in items)
    inputs = tuple(
        Input((*link.route, "trust"), _known(facts, link), link.relationship.source, link.relationship.rated)
        for link in facts.links
        if link.present is not False
    )
    unknowns = tuple(
        Unknown(
            ("contacts", person.id, "known_by"),
            f"How far does {person.label} trust our people, 0 to 10?",
            (item.high - item.low) * item.weight / total,
        )
        for person, item in zip(facts.people, items, strict=True)
        if item.value is None
    )
    return Evidence(inputs, unknowns)


def _organisation(facts: Facts) -> Score:
    theirs = voice(facts, "theirs", "trust")
    if isinstance(theirs.said, float | int):
        return exactly(theirs.said * 10, inputs_only(theirs.inputs))._replace(confirmed=1.0)
    reason = "their last view is too old" if theirs.inputs else "no view of theirs says how far they trust us"
    unknown = Unknown(("views",), "How far do you trust us as a company, 0 to 10?", 100.0)
    return not_scored(reason, evidence=lambda: Evidence(theirs.inputs, (unknown,)))
