"""The brief: everything to know before a meeting with some people of an account, or with the account as a whole."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from relmap.assess.assessment import Assessment, Card
from relmap.brief.asking import Asking, choose_asks
from relmap.brief.person import ASKING, PersonBrief, brief_person
from relmap.brief.worth import Worth, rank_people
from relmap.measures.facts import Person
from relmap.measures.initiatives import is_open
from relmap.measures.promises import PromiseState
from relmap.measures.trade import open_issues
from relmap.model.plans import Initiative, Issue, Opportunity, Touchpoint
from relmap.rules.days import days_before

TALKS = 3
"""So many of the last touchpoints of the account are told."""


class OpenMatters(NamedTuple):
    """What is open at the account on the day."""

    issues: tuple[Issue, ...]
    opportunities: tuple[Opportunity, ...]
    initiatives: tuple[tuple[str, Initiative], ...]
    """By id, those that are due first first."""
    promises: tuple[PromiseState, ...]
    """Promises of both sides that ask for something, beside those of the people who are met; the most urgent first."""
    ends: date | None
    """The contract's last day, if it is ahead."""
    notice: date | None
    """The last day on which notice is possible, which may be over while the contract runs."""
    tender: date | None
    talks: tuple[Touchpoint, ...]
    """The last touchpoints, the newest first; where people are met, theirs stand with them."""


class Brief(NamedTuple):
    """What to know before a meeting."""

    assessment: Assessment
    card: Card
    people: tuple[PersonBrief, ...]
    """Whom we meet; empty: the account as a whole."""
    worth: tuple[Worth, ...]
    """Who is worth meeting, where nobody is named."""
    open: OpenMatters
    asking: Asking


def make_brief(assessment: Assessment, card: Card, people: Sequence[Person]) -> Brief:
    """Return the brief for a meeting with some people; with nobody named, for the account."""
    profile = card.profile
    met = tuple(brief_person(profile, person) for person in people)
    worth = () if met else rank_people([brief_person(profile, person) for person in profile.facts.people])
    return Brief(assessment, card, met, worth, _open(card, met), choose_asks(card, met))


def _open(card: Card, met: Sequence[PersonBrief]) -> OpenMatters:
    facts = card.profile.facts
    account, as_of = facts.account, facts.as_of
    told = {entry.position for brief in met for entry in (*brief.ours, *brief.theirs)}
    work = [(key, entry) for key, entry in account.initiatives.items() if is_open(facts, entry)]
    talks = sorted((t for t in account.touchpoints if t.date <= as_of), key=lambda t: t.date, reverse=True)
    ends, notice, tender = _contract_days(card)
    return OpenMatters(
        tuple(account.issues[position] for position in open_issues(facts)),
        tuple(entry for entry in account.opportunities if facts.happened(entry.since)),
        tuple(sorted(work, key=lambda pair: (pair[1].due or date.max, pair[0]))),
        _promises(card, told),
        ends,
        notice,
        tender,
        () if met else tuple(talks[:TALKS]),
    )


def _promises(card: Card, told: set[int]) -> tuple[PromiseState, ...]:
    states = card.profile.promises.states
    found = [entry for entry in states if entry.state in ASKING and entry.position not in told]
    return tuple(sorted(found, key=lambda e: (ASKING.index(e.state), e.promise.due or date.max, e.position)))


def _contract_days(card: Card) -> tuple[date | None, date | None, date | None]:
    contract, as_of = card.profile.facts.account.contract, card.profile.facts.as_of
    if contract is None:
        return None, None, None
    ends = contract.ends if contract.ends is not None and contract.ends >= as_of else None
    notice = None
    if ends is not None and contract.notice_days:
        notice = days_before(ends, contract.notice_days)
    tender = contract.tender if contract.tender is not None and contract.tender >= as_of else None
    return ends, notice, tender
