"""The sentences and short forms of a brief: promises, talks, ties, views."""

from collections.abc import Iterator, Sequence

from relmap.assess.leads import contact_label, member_label
from relmap.assess.profile import Profile
from relmap.brief.asking import Ask
from relmap.brief.person import PersonBrief, Tie
from relmap.brief.worth import Reason
from relmap.measures.promises import PromiseState, is_ours
from relmap.model.plans import Touchpoint
from relmap.render import labels, words

_LIVE = {True: "live", False: "not live", None: "live or not is unknown"}
_SOURCES = {"theirs": "their word", "document": "as a document says", "ours": "our estimate"}

REASONS: dict[Reason, str] = {
    "unknown_to_us": "nobody of ours knows them",
    "not_live": "not live",
    "unclear": "live or not is unknown",
    "we_owe": "we owe a promise",
    "they_owe": "owes us a promise",
    "against_us": "stands against us",
    "support_unknown": "stance not known",
    "no_word": "has not said how they see us",
    "champion": "speaks for us",
    "goal": "our goal",
}


def who_text(brief: PersonBrief) -> str:
    """Write what a person is to us: roles, power, interest, stance and kind."""
    contact = brief.person.contact
    roles = words.listed([labels.role(role) for role in contact.roles]) if contact.roles else "role not known"
    power = "power not known" if contact.power is None else f"power {contact.power} of 5"
    interest = "" if contact.interest is None else f"interest {contact.interest} of 5"
    parts = [roles, power, interest, contact.support or "stance not known"]
    return ", ".join(part for part in parts if part)


def tie_text(profile: Profile, tie: Tie) -> str:
    """Write how one of ours stands with a person: as what, whether live, the last contact, and trust."""
    level = labels.LEVELS[tie.level] if tie.level else "level not known"
    if tie.desired and tie.desired != tie.level:
        level += f" (should be {labels.LEVELS[tie.desired]})"
    last = f"last contact {words.day(tie.contacted)}" if tie.contacted else "last contact not known"
    parts = [level, _LIVE[tie.live], last]
    if tie.trust is not None:
        rated = f" of {words.day(tie.rated)}" if tie.rated else ", undated"
        old = "" if tie.trust_counts else ", too old to count"
        parts.append(f"trusts us {words.plain(tie.trust)} of 10 ({_SOURCES[tie.source]}{rated}{old})")
    return f"{member_label(profile, tie.member)}: {', '.join(parts)}"


def saying_text(profile: Profile, brief: PersonBrief) -> str:
    """Write what a person says of us, with its days; that nothing counts where nothing does."""
    if not brief.sayings:
        return "nothing that still counts"
    settings, told = profile.facts.settings, []
    for field, said in brief.sayings.items():
        if field == "stage":
            text = f"stage {labels.stage(settings, said.said)}"
        elif field == "standing":
            text = f"sees us as {labels.standing(settings, said.said).lower()}"
        else:
            text = f"trust {words.plain(float(said.said))} of 10"
        told.append((text, said.day))
    days = sorted({day for _, day in told})
    if len(days) == 1:
        return f"{', '.join(text for text, _ in told)} ({words.day(days[0])})"
    return ", ".join(f"{text} ({words.day(day)})" for text, day in told)


def circle_text(profile: Profile, brief: PersonBrief) -> str:
    """Write whom a person reports to, sways, listens to and is at odds with."""
    contact = brief.person.contact
    circle = (
        ("reports to", contact.reports_to),
        ("sways", contact.influences),
        ("listens to", brief.swayed_by),
        ("is at odds with", contact.conflicts_with),
    )
    parts = [
        f"{verb} {words.listed([contact_label(profile, who) for who in people])}" for verb, people in circle if people
    ]
    if brief.favours:
        parts.append(f"favours {words.listed(list(brief.favours))}")
    return "; ".join(parts)


def promise_text(profile: Profile, entry: PromiseState, *, whose: bool = False) -> str:
    """Write one promise: what, by or to whom, and its day."""
    promise, facts = entry.promise, profile.facts
    ours = is_ours(facts, promise)
    by = (member_label if ours else contact_label)(profile, promise.by)
    to = ""
    if whose and promise.to:
        label = contact_label if promise.to in facts.account.contacts else member_label
        to = f" to {label(profile, promise.to)}"
    return f"{promise.what} ({by}{to}, {due_text(profile, entry)})"


def due_text(profile: Profile, entry: PromiseState) -> str:
    """Write when a promise is due, and how long ago that was."""
    due = entry.promise.due
    if due is None:
        return "no day agreed"
    late = (profile.facts.as_of - due).days
    if entry.state == "overdue" and late > 0:
        return f"due {words.day(due)}, {words.count(late, 'day')} overdue"
    return f"due {words.day(due)}"


def talk_text(profile: Profile, talk: Touchpoint, *, them: bool = False) -> str:
    """Write one touchpoint without its day: `visit, Jonas Lind: Sea trial of firmware 7`."""
    people = [member_label(profile, member) for member in talk.us]
    people += [contact_label(profile, contact) for contact in talk.them] if them else []
    head = ", ".join(part for part in (talk.kind or "talk", words.listed(people) if people else "") if part)
    return f"{head}: {talk.note}" if talk.note else head


def asked_why(ask: Ask) -> str:
    """Say in a few words what an answer can change."""
    points = round(ask.health)
    moves = f"moves health by up to {words.count(points, 'point')}" if points else ""
    return "; ".join(part for part in (moves, ask.why) if part)


def values_of(brief: PersonBrief) -> Iterator[str]:
    """Yield what a person values: in their words, as goals, and what we said it would be worth."""
    if brief.person.contact.cares_about:
        yield f"“{brief.person.contact.cares_about}”"
    for goal in brief.customer_goals.values():
        target = words.exact(goal.target) if isinstance(goal.target, float | int) else goal.target
        measured = f" ({goal.measure}: {target})" if goal.measure and target is not None else ""
        by = f" by {words.day(goal.due)}" if goal.due else ""
        yield f"their goal: {goal.what}{measured}{by}"
    for entry in brief.value:
        parts = [
            f"promised {entry.promised}" if entry.promised else "",
            f"came {entry.delivered}" if entry.delivered else "",
        ]
        told = words.listed([part for part in parts if part]) if any(parts) else "nothing measured yet"
        yield f"worth: {entry.what} ({told})"


def named(texts: Sequence[str]) -> str:
    """Join what stands in one line of facts."""
    return "; ".join(texts)
