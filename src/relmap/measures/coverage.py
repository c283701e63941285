"""Coverage, support and threads: how much of their power we reach, where it stands, and over how many people."""

from collections.abc import Callable
from math import fsum

from relmap.measures.arithmetic import Item, weighted_mean
from relmap.measures.facts import Facts, Person
from relmap.measures.result import Evidence, Input, Known, Score, Unknown, not_scored
from relmap.model.words import SUPPORTS

NO_CONTACT = "no active contact"


def measure_coverage(facts: Facts) -> Score:
    """Return the power with a live relationship over all active power, × 100. Ours."""
    items = []
    for person in facts.people:
        low, high = (0.0 if person.live is not True else 100.0), (100.0 if person.live is not False else 0.0)
        value = None if person.live is None else low
        confirmed = any(link.live and link.relationship.source != "ours" for link in person.links)
        items.append(Item(person.label, value, low, high, *person.weights, confirmed))
    if not items:
        return not_scored(NO_CONTACT)
    return weighted_mean(items, least=facts.rubric.completeness, evidence=lambda: _coverage_evidence(facts, items))


def measure_support(facts: Facts) -> Score:
    """Return Σ power·s / Σ power, −2 (all opponents) to +2 (all champions). Ours."""
    items = []
    for person in facts.people:
        support = person.contact.support
        value = None if support is None else SUPPORTS.index(support) - 2.0
        low, high = (-2.0, 2.0) if value is None else (value, value)
        items.append(Item(person.label, value, low, high, *person.weights))
    if not items:
        return not_scored(NO_CONTACT, -2, 2)
    return weighted_mean(items, least=facts.rubric.completeness, evidence=lambda: _support_evidence(facts, items))


def measure_threads(facts: Facts) -> Score:
    """Return the number of active contacts with a live relationship; 1 is single-threaded. Ours.

    The value counts those known to be live; the high bound adds those that may be.
    """
    if not facts.people:
        return not_scored(NO_CONTACT, 0, 0)
    sure = float(sum(person.live is True for person in facts.people))
    open_people = [person for person in facts.people if person.live is None]
    completeness = 1 - len(open_people) / len(facts.people)
    scored = completeness >= facts.rubric.completeness
    reason = "" if scored else f"{len(open_people)} of {len(facts.people)} contacts: not known whether live"

    def evidence() -> Evidence:
        unknowns = (Unknown(("contacts", person.id), contact_question(person), 1.0) for person in open_people)
        return Evidence(facts.link_inputs, tuple(unknowns))

    return Score(sure if scored else None, sure, sure + len(open_people), completeness, reason, find_evidence=evidence)


def _coverage_evidence(facts: Facts, items: list[Item]) -> Evidence:
    unlinked = (Input(("contacts", person.id), Known.UNDATED) for person in facts.people if not person.links)
    return Evidence((*facts.link_inputs, *unlinked), _questions(facts, items, contact_question))


def _support_evidence(facts: Facts, items: list[Item]) -> Evidence:
    inputs = tuple(
        Input(("contacts", person.id, "support"), Known.UNKNOWN if item.value is None else Known.UNDATED)
        for person, item in zip(facts.people, items, strict=True)
    )
    return Evidence(inputs, _questions(facts, items, _support_question))


def _questions(facts: Facts, items: list[Item], question: Callable[[Person], str]) -> tuple[Unknown, ...]:
    """A question for each contact of whom nothing is known, with how far the answer can move the mean."""
    total = fsum(item.weight for item in items)
    return tuple(
        Unknown(("contacts", person.id), question(person), (item.high - item.low) * item.weight / total)
        for person, item in zip(facts.people, items, strict=True)
        if item.value is None
    )


def contact_question(person: Person) -> str:
    """Ask what says whether the relationship with a contact is live."""
    return f"When was the last contact with {person.label}, and what are we to them?"


def _support_question(person: Person) -> str:
    return f"Where does {person.label} stand towards us?"
