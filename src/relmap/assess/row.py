"""The row of an account: what the rest of the book, and every list, needs of it. Plain data, small, quick to send."""

from collections import Counter
from collections.abc import Set
from datetime import date
from typing import NamedTuple

from relmap.assess.figures import ALL, EVERYDAY, SCALES, Figure, profile_figures
from relmap.assess.leads import Lead, contact_label, find_leads, member_label
from relmap.assess.profile import Profile
from relmap.measures.dependence import DependenceParts
from relmap.measures.facts import Facts
from relmap.measures.goals import Target, find_targets
from relmap.measures.perception import Perception
from relmap.measures.promises import is_ours
from relmap.measures.resilience import SinglePoint
from relmap.measures.result import Score, no_evidence
from relmap.measures.review import last_review
from relmap.measures.stage_tests import contract_in_force
from relmap.model.words import Outcome


class Money(NamedTuple):
    """Revenue and gross profit of one period, by the period's key."""

    key: str
    revenue: float | None
    gross_profit: float | None


class MemberWork(NamedTuple):
    """What one team member carries in one account."""

    member: str
    owns: bool
    relationships: int
    live: int
    single_point: bool
    overdue: int
    promises_due: int
    promises_kept: int


class SinglePerson(NamedTuple):
    """Somebody whose departure alone cuts us off from a key player."""

    id: str
    side: str
    """ours or theirs"""
    name: str


class Gaps(NamedTuple):
    """What the account's file leaves open, as (unknown, of how many)."""

    contacts_power: tuple[int, int]
    contacts_support: tuple[int, int]
    relationships_live: tuple[int, int]
    their_view: tuple[int, int]
    dependence: tuple[int, int]


class LastReview(NamedTuple):
    """The newest review up to the day."""

    day: date
    quarter: str
    """The fiscal quarter that it counts for."""
    by: str
    outcome: Outcome | None


class Row(NamedTuple):
    """One account after pass 1."""

    id: str
    path: str
    name: str
    owner: str
    tier: str | None
    parent: str | None
    status: str
    tags: tuple[str, ...]
    since: date | None
    has_contract: bool | None
    figures: dict[str, Figure]
    health: Score
    dependence: DependenceParts
    money: tuple[Money, ...]
    single_points: tuple[SinglePerson, ...]
    leads: tuple[Lead, ...]
    work: tuple[MemberWork, ...]
    gaps: Gaps
    perception: Perception
    unprofitable_collaborator: bool
    review_due_by: date | None
    last_review: LastReview | None
    targets: tuple[Target, ...] | None
    """Goals that can be held against a measure; None where nobody asks how far they have come."""


def make_row(profile: Profile, path: str, wanted: Set[str] = ALL) -> Row:
    """Reduce a profile to its row, with the figures that are wanted, and those that goals are held against."""
    facts, account = profile.facts, profile.facts.account
    targets = find_targets(facts, SCALES) if "goals" in wanted else None
    held_against = {target.measure for target in targets or ()}
    parts = profile.dependence
    return Row(
        facts.id,
        path,
        account.name,
        account.owner,
        account.tier,
        account.parent,
        account.status,
        tuple(account.tags),
        account.since,
        contract_in_force(facts),
        profile_figures(profile, EVERYDAY | wanted | held_against),
        bare(profile.health.score),
        parts._replace(theirs=bare(parts.theirs), find_evidence=no_evidence),
        tuple(Money(key, entry.revenue, entry.gross_profit) for key, entry in account.financials.items()),
        tuple(_single_person(profile, point) for point in profile.resilience.single_points),
        find_leads(profile, 1),
        _work(profile),
        _gaps(profile),
        profile.perception,
        profile.transience.move,
        profile.review.due_by,
        _last_review(facts),
        targets,
    )


def _last_review(facts: Facts) -> LastReview | None:
    last = last_review(facts.account, facts.as_of)
    return LastReview(last.date, last.quarter, last.by, last.outcome) if last else None


def _single_person(profile: Profile, point: SinglePoint) -> SinglePerson:
    label = member_label if point.side == "ours" else contact_label
    return SinglePerson(point.person, point.side, label(profile, point.person))


def bare(score: Score) -> Score:
    """Return the score without its evidence."""
    return Score(score.value, score.low, score.high, score.completeness, score.reason)


def _work(profile: Profile) -> tuple[MemberWork, ...]:
    facts = profile.facts
    single = {point.person for point in profile.resilience.single_points if point.side == "ours"}
    relationships: dict[str, list[bool]] = {facts.account.owner: []}
    for link in facts.links:
        relationships.setdefault(link.member, []).append(link.live is True)
    due, kept, overdue = Counter[str](), Counter[str](), Counter[str]()
    for entry in profile.promises.states:
        member = entry.promise.by
        if not is_ours(facts, entry.promise):
            continue
        relationships.setdefault(member, [])
        if entry.promise.due is not None and entry.promise.due <= facts.as_of:
            due[member] += 1
            kept[member] += entry.state == "kept"
            overdue[member] += entry.state == "overdue"
    for initiative in facts.account.initiatives.values():
        relationships.setdefault(initiative.owner or facts.account.owner, [])
    for initiative_id in profile.watch.overdue_initiatives:
        owner = facts.account.initiatives[initiative_id].owner or facts.account.owner
        overdue[owner] += 1
    return tuple(
        MemberWork(
            member,
            member == facts.account.owner,
            len(lives),
            sum(lives),
            member in single,
            overdue[member],
            due[member],
            kept[member],
        )
        for member, lives in sorted(relationships.items())
    )


def _gaps(profile: Profile) -> Gaps:
    people, links = profile.facts.people, profile.facts.links
    theirs = [profile.stage.theirs, profile.standings[1], profile.trusts[1]]
    customer = int(profile.facts.account.status == "customer")
    return Gaps(
        (sum(person.contact.power is None for person in people), len(people)),
        (sum(person.contact.support is None for person in people), len(people)),
        (sum(link.live is None for link in links), len(links)),
        (customer * int(all(voice.said is None for voice in theirs)), customer),
        (customer * int(profile.dependence.looseness is None or profile.dependence.theirs.value is None), customer),
    )
