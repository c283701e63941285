"""What is not known of an account, as questions that somebody can go and ask."""

from collections.abc import Iterator

from relmap.assess.assessment import Card
from relmap.measures.result import Unknown
from relmap.measures.roles import MISSING, PLACEHOLDER
from relmap.model.signals import CATALOGUE
from relmap.render import labels
from relmap.render.page import Section, bullets

MOST = 15


def questions_section(card: Card) -> Section | None:
    """Return the questions, the weightiest first; None where nothing is open."""
    questions = list(dict.fromkeys(_questions(card)))
    if not questions:
        return None
    shown = questions[:MOST]
    if len(questions) > MOST:
        shown.append(f"… and {len(questions) - MOST} more.")
    return Section("What is not known", (bullets(shown),))


def _questions(card: Card) -> Iterator[str]:
    profile = card.profile
    if not profile.facts.people:
        yield "Who are the people that decide, and who of ours knows them?"
    yield from _views(card)
    unknowns: list[Unknown] = sorted(profile.health.score.unknowns, key=lambda entry: (-entry.spread, entry.route))
    yield from (entry.question for entry in unknowns)
    for state in profile.roles if profile.facts.people else ():
        if state.state in (MISSING, PLACEHOLDER):
            yield f"Who is the {labels.role(state.role)}?"
    yield from _money(card)
    for score in (card.dependence.ours, card.dependence.theirs, profile.resilience.score, profile.threads):
        yield from (entry.question for entry in score.unknowns)
    yield from _signals(card)
    yield from _interest(card)


def _views(card: Card) -> Iterator[str]:
    profile = card.profile
    if profile.facts.account.status != "customer":
        return
    if profile.stage.theirs.said is None:
        yield "How do they see the relationship: exploratory, basic, collaborative or interconnected?"
    if profile.standings[1].said is None:
        yield "What are we to them: a supplier, the supplier of choice, or a partner?"


def _money(card: Card) -> Iterator[str]:
    entry, profile = card.assessed, card.profile
    account = profile.facts.account
    if entry.row.status != "customer":
        return
    if entry.revenue is None:
        yield "What did they buy from us in the last complete year?"
    if profile.equity.margin.latest is None:
        yield "What is the gross profit with them in a complete year, and what does serving them cost?"
    if profile.wallet.share.value is None:
        yield from (entry.question for entry in profile.wallet.share.unknowns)
    if account.dependence.ours.criticality is None:
        yield "How critical are they to us, 1 to 5?"
    if account.dependence.ours.alternatives is None:
        yield "How many others could take their place for us: none, few, several or many?"
    if profile.equity.days_beyond_terms is None:
        yield "On which terms, and how many days later, do they pay?"
    yield from (entry.question for entry in profile.equity.reciprocity.unknowns)


def _signals(card: Card) -> Iterator[str]:
    """Ask for the stage's open tests that are signals, and for the signs of deep dependence."""
    stage, signs = card.profile.stage, card.dependence.signs
    if card.profile.facts.account.status != "customer":
        return
    for test in stage.missing:
        if test.passed is None and test.id in CATALOGUE:
            yield CATALOGUE[test.id].question
    if signs.held_to_ransom is None:
        yield CATALOGUE["held_to_ransom"].question
    if signs.one_way is None:
        yield CATALOGUE["one_way"].question


def _interest(card: Card) -> Iterator[str]:
    for person in card.profile.facts.people:
        if person.contact.power is None:
            yield f"How much does {person.label} decide, 1 to 5?"
        elif person.contact.power >= 4 and person.contact.interest is None:
            yield f"How much does {person.label} care about what we do, 1 to 5?"
