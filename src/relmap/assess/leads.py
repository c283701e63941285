"""The one thing to look at first: what one account's own file offers, in order of urgency."""

from collections.abc import Iterator
from enum import IntEnum
from itertools import chain, islice
from typing import NamedTuple

from relmap.assess.profile import Profile
from relmap.measures.roles import MISSING, NOT_LIVE, PLACEHOLDER, role_name
from relmap.measures.voices import Voice, signal


class Rank(IntEnum):
    """What comes first. Ours."""

    NOTICE = 0
    SUFFERING = 1
    NOBODY = 2
    AT_RISK = 3
    SINGLE_POINT = 4
    LOSS = 5
    UNREVIEWED = 6
    OVERDUE = 7
    PERCEPTION = 8
    ONE_WAY = 9
    DEEP = 10
    BROKEN = 11
    ROLE = 12
    UNKNOWN = 13
    NEXT = 14
    NOTHING = 99


SHOWN = 3
"""How many leads a card shows; a row needs one."""


class Lead(NamedTuple):
    """Something to look at: its rank, what it is, in one short line."""

    rank: Rank
    text: str


NOTHING = Lead(Rank.NOTHING, "nothing pressing")


def find_leads(profile: Profile, most: int = SHOWN) -> tuple[Lead, ...]:
    """Return what this account asks for, the most urgent first; gaps are looked for only where little else is wrong."""
    urgent = sorted((*_people(profile), *_work(profile), *_views(profile)), key=lambda lead: lead.rank)
    return tuple(islice(chain(urgent, _gaps(profile)), most))


def _people(profile: Profile) -> Iterator[Lead]:
    facts = profile.facts
    if signal(facts, "notice_given").holds:
        yield Lead(Rank.NOTICE, "notice is given")
    if facts.account.status != "customer":
        return
    if profile.threads.high == 0 and (facts.people or facts.left):
        gone = [contact.name or contact_id for contact_id, contact in facts.left if contact.support == "champion"]
        yield Lead(Rank.NOBODY, f"{gone[0]} left and nobody else is live" if gone else "no live relationship at all")
    if profile.dissolution.verdict.value == "at_risk":
        signs = [_SIGNS[sign.id] for sign in profile.dissolution.signs if sign.passed]
        yield Lead(Rank.AT_RISK, f"it may end: {_and(signs)}")
    if profile.resilience.single_points:
        yield Lead(Rank.SINGLE_POINT, _single_point(profile))


_SIGNS = {
    "promises_fell": "fewer promises are kept",
    "no_key_player": "no key player is live",
    "revenue_fell": "revenue fell",
    "key_player_left": "a key player left",
    "talking_past": "both sides talk past each other",
    "tender": "a tender is near",
    "trust_fell": "their trust fell",
}


def _single_point(profile: Profile) -> str:
    """Name the person whose departure costs most; our own first, since we can do something about it."""
    point = max(profile.resilience.single_points, key=lambda point: (len(point.cut_off), point.side == "ours"))
    who = member_label(profile, point.person) if point.side == "ours" else contact_label(profile, point.person)
    lost = [contact_label(profile, person) for person in point.cut_off]
    return f"if {who} leaves, {_and(lost)} {'is' if len(lost) == 1 else 'are'} out of reach"


def _work(profile: Profile) -> Iterator[Lead]:
    watch, promises = profile.watch, profile.facts.account.promises
    if profile.transience.move:
        stage = profile.facts.settings.labels.stages.get("collaborative", "collaborative")
        yield Lead(Rank.LOSS, f"{stage} for {profile.transience.quarters} quarters at a loss: advance or move back")
    if profile.review.state in ("overdue", "never"):
        yield Lead(Rank.UNREVIEWED, "review overdue" if profile.review.state == "overdue" else "never reviewed")
    if watch.overdue_promises:
        oldest = min((promises[position] for position in watch.overdue_promises), key=lambda promise: str(promise.due))
        more = len(watch.overdue_promises) - 1
        yield Lead(Rank.OVERDUE, f"overdue since {oldest.due}: {oldest.what}{f' (and {more} more)' if more else ''}")
    if profile.promises.verdict == "serious":
        yield Lead(Rank.BROKEN, f"only {profile.promises.ours.value:.0f} % of promises kept")


def _views(profile: Profile) -> Iterator[Lead]:
    gap, stage = profile.perception, profile.stage
    labels = profile.facts.settings.labels
    if gap.stage is not None and gap.stage >= 2:
        ours, theirs = (labels.stages.get(said, said) for said in (stage.ours.said, stage.theirs.said))  # type: ignore[call-overload]
        yield Lead(Rank.PERCEPTION, f"we say {ours}, they say {theirs}")
    elif gap.standing is not None and gap.standing >= 2:
        words = [_standing(profile, voice) for voice in profile.standings]
        yield Lead(Rank.PERCEPTION, f"we say {words[0]}, they say {words[1]}")
    reciprocity = profile.equity.reciprocity.value
    if reciprocity is not None and reciprocity <= profile.facts.rubric.dependence.one_way:
        yield Lead(Rank.ONE_WAY, "one-way street: we give and they take")


def _standing(profile: Profile, voice: Voice) -> str:
    named = {str(key): label for key, label in profile.facts.settings.labels.standings.items()}
    return named.get(str(voice.said), str(voice.said).replace("_", " "))


def _gaps(profile: Profile) -> Iterator[Lead]:
    if profile.facts.account.status == "former":
        return
    gaps = {
        MISSING: "no {} known",
        PLACEHOLDER: "the {} is a seat without a name",
        NOT_LIVE: "no live touch with the {}",
    }
    if profile.facts.people:
        for state in profile.roles:
            if state.state in gaps:
                yield Lead(Rank.ROLE, gaps[state.state].format(role_name(state.role)))
                break
    if not profile.facts.people:
        yield Lead(Rank.UNKNOWN, "ask who the people are and who decides")
    for unknown in profile.health.narrowing[:1]:
        yield Lead(Rank.UNKNOWN, f"ask: {unknown.question}")
    if profile.stage.missing:
        stage = profile.stage.next_stage
        named = profile.facts.settings.labels.stages.get(stage, stage) if stage else ""
        yield Lead(Rank.NEXT, f"for {named}: {profile.stage.missing[0].label}")


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def member_label(profile: Profile, member: str) -> str:
    """Return a team member's name, or the id where none is given."""
    entry = profile.facts.settings.team.get(member)
    return (entry.name if entry else None) or member


def contact_label(profile: Profile, contact_id: str) -> str:
    """Return a contact's name, title or id."""
    contact = profile.facts.account.contacts.get(contact_id)
    return (contact.name or contact.title if contact else None) or contact_id
