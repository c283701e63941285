"""What stands first on a card: who they are, what to look at first, and the figures at a glance."""

from collections.abc import Iterator

from relmap.assess.assessment import AssessedAccount, Assessment, Card
from relmap.assess.leads import NOTHING, member_label
from relmap.measures.concentration import Concentration
from relmap.render import labels, words
from relmap.render.book_rows import dependence_tone, health_cell
from relmap.render.page import Cell, Fact, Facts, Section, Tone, fact


def lead_cells(assessment: Assessment, card: Card) -> tuple[Cell, ...]:
    """Return the sentences that come first."""
    first, *others = card.leads
    look = "Nothing pressing." if first == NOTHING else words.sentence(f"look at this first: {first.text}")
    cells = [Cell(who_text(assessment, card)), Cell(worth_text(assessment, card)), Cell(look, Tone.STRONG)]
    if others:
        cells.append(Cell(words.sentence("then: " + "; ".join(lead.text for lead in others))))
    return tuple(cells)


def who_text(assessment: Assessment, card: Card) -> str:
    """Say what they are to us, since when, and who owns the account."""
    row, profile = card.assessed.row, card.profile
    tier = assessment.settings.tiers.get(row.tier or "")
    key = bool(tier and tier.key)
    since = f"{', customer from' if row.status == 'former' else ' since'} {words.day(row.since)}" if row.since else ""
    text = f"{'key account, ' if key else ''}{labels.STATUSES[row.status]}{since}"
    if row.tier and not key:
        text += f", tier {row.tier}"
    owner = profile.facts.member(row.owner)
    title = f" ({owner.title})" if owner and owner.title else ""
    return words.sentence(f"{text}, owned by {member_label(profile, row.owner)}{title}")


def worth_text(assessment: Assessment, card: Card) -> str:
    """Say what they bring, which part of the book that is, and where they stand among the others."""
    entry, period = card.assessed, assessment.revenue.period
    if not period:
        return "Revenue is not known: no complete year of this book has figures."
    text = _revenue(assessment, entry)
    group, rank = entry.figures["share.group"], _rank(assessment.revenue, entry.group)
    whole = words.ranged(group, words.percent)
    if entry.group != entry.row.id:
        makes = f", which makes {whole} altogether{rank}" if group.value is not None else ""
        return f"{text}. Part of {entry.group_name}{makes}."
    if card.divisions and group.value is not None:
        return f"{text}. With its {words.count(len(card.divisions), 'division')} it makes {whole}{rank}."
    return f"{text}{rank}."


def _revenue(assessment: Assessment, entry: AssessedAccount) -> str:
    period = assessment.revenue.period
    if entry.revenue is None:
        return f"Revenue in {period} is not known" if entry.row.status == "customer" else f"No revenue in {period}"
    amount = words.money(entry.revenue, assessment.settings.currency)
    return f"{amount} in {period}, {words.ranged(entry.figures['share'], words.percent)} of the book's revenue"


def _rank(revenue: Concentration, group: str) -> str:
    """Say where a customer, which is a whole group, stands among those with figures; empty where it has none."""
    rank = revenue.rank(group)
    if rank is None:
        return ""
    if len(revenue.customers) == 1:
        return ", the only customer with figures"
    place = "the largest" if rank == 1 else _ordinal(rank)
    return f", {place} of {words.count(len(revenue.customers), 'customer')}"


def _ordinal(rank: int) -> str:
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{words.number(rank)}{ending}"


def glance_section(assessment: Assessment, card: Card) -> Section:
    """Return the figures at a glance."""
    return Section("At a glance", (Facts(tuple(_glance(assessment, card))),))


def _glance(assessment: Assessment, card: Card) -> Iterator[Fact]:
    health = health_cell(card.assessed, assessment.settings)
    unscored = card.profile.health.score.reason
    yield fact("Health", health.text, health.tone, f"0–100{f'; not scored: {unscored}' if unscored else ''}")
    yield fact("Stage", _stage(assessment, card))
    yield _dependence(card)
    yield _contacts(card)
    yield _promises(card)
    yield review_fact(card, "Review")
    exposure = card.assessed.figures["exposure"]
    text = words.ranged(exposure, words.percent)
    if text != words.UNKNOWN:
        yield fact("Exposure", f"{text} of the book's revenue", note="its share, times what its health lacks of 100")


def _stage(assessment: Assessment, card: Card) -> str:
    stage, own = card.profile.stage, assessment.settings
    text = labels.stage(own, stage.headline.value)
    ours = f"we say {labels.stage(own, stage.ours.said)}" if stage.ours.said else "we have not said"
    theirs = (
        f"they say {labels.stage(own, stage.theirs.said)}"
        if stage.theirs.said
        else "one-sided: no fresh word of theirs"
    )
    return f"{text}; {ours}{',' if stage.theirs.said else ';'} {theirs}"


DIRECTIONS = {
    "ours": "they hold the power: we depend on them more",
    "theirs": "we hold the power: they depend on us more",
    "even": "neither side depends on the other",
    None: "who depends more is open",
}


def _dependence(card: Card) -> Fact:
    dependence = card.dependence
    tone = dependence_tone(dependence)
    if dependence.pattern.value is None:
        possible = [labels.PATTERNS[word] for word in dependence.pattern.possible]
        text = words.UNKNOWN if len(possible) == len(labels.PATTERNS) else words.either(possible)
    else:
        text = labels.PATTERNS[dependence.pattern.value]
    if text == words.UNKNOWN and dependence.direction is None:
        return fact("Dependence", words.UNKNOWN, tone)
    return fact("Dependence", f"{text}; {DIRECTIONS[dependence.direction]}", tone)


def _contacts(card: Card) -> Fact:
    people, threads = card.profile.facts.people, card.profile.threads
    if not people:
        return fact("Live contacts", words.UNKNOWN, Tone.UNKNOWN, "no active contact is in the file")
    text = f"{words.ranged(threads, words.number, None)} of {words.number(len(people))}"
    tone = Tone.BAD if threads.high == 0 else Tone.WATCH if threads.high == 1 else Tone.PLAIN
    return fact("Live contacts", text, tone, live_means(card))


def live_means(card: Card) -> str:
    """Say what makes a contact live, with the days of the rubric that holds."""
    live = card.profile.facts.rubric.live
    return f"live: in touch both ways within {live.days} days ({live.days_power_5} at power 5), as more than a vendor"


def _promises(card: Card) -> Fact:
    score = card.profile.promises.ours
    text = words.ranged(score, lambda value: f"{words.settled(value)} %")
    tone = {"good": Tone.GOOD, "watch": Tone.WATCH, "serious": Tone.BAD, None: Tone.UNKNOWN}[
        card.profile.promises.verdict
    ]
    return fact(
        "Promises kept", text, tone, f"not scored: {score.reason}" if score.value is None else "on or before the day"
    )


def review_fact(card: Card, label: str) -> Fact:
    """Say where the review stands and by when the next is needed."""
    review = card.profile.review
    by = words.day(review.due_by)
    match review.state:
        case "current":
            return fact(label, f"current; the next one by {by}", Tone.GOOD)
        case "due":
            return fact(label, f"due by {by}", Tone.WATCH)
        case "overdue":
            return fact(label, f"overdue since {by}", Tone.BAD)
        case "never":
            return fact(label, "never reviewed" + (f"; it was due by {by}" if review.due_by else ""), Tone.BAD)
        case "waived":
            return fact(label, f"waived; it was due by {by}" if review.due_by else "waived", Tone.WATCH)
    return fact(label, "none is asked for", Tone.MUTED)
