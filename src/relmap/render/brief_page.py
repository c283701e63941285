"""`relmap brief` as one screen: whom we meet, what is open at the account, and what to ask."""

from collections.abc import Iterator

from relmap.assess.leads import contact_label
from relmap.brief.asking import Ask
from relmap.brief.brief import Brief
from relmap.brief.person import PersonBrief
from relmap.brief.worth import Worth
from relmap.render import brief_words as said
from relmap.render import labels, words
from relmap.render.card_head import lead_cells
from relmap.render.page import (
    Bullets,
    Cell,
    Column,
    Fact,
    Facts,
    Grid,
    Page,
    Section,
    Tone,
    fact,
    prose,
)

MOST = 8
"""So many of those who are worth meeting are shown."""
SHOWN = 4
"""So many of one kind stand in a line; the others are counted."""
_WORTH = (
    Column("Who", wrap=True, widest=26),
    Column("Power", right=True),
    Column("Stance"),
    Column("Last contact"),
    Column("Why", wrap=True),
)
_SUPPORT_TONES = {"opponent": Tone.BAD, "skeptic": Tone.WATCH, "supporter": Tone.GOOD, "champion": Tone.GOOD}


def brief_page(brief: Brief) -> Page:
    """Return the page, before it is drawn. What has nothing to say is left out."""
    row, day = brief.card.assessed.row, words.day(brief.assessment.as_of)
    met = words.listed([entry.person.label for entry in brief.people])
    title = f"{met} at {row.name}, {day}" if met else f"{row.name}: who is worth meeting, {day}"
    return Page(title, lead_cells(brief.assessment, brief.card)[:3], tuple(_sections(brief)))


def _sections(brief: Brief) -> Iterator[Section]:
    for entry in brief.people:
        yield Section(_heading(entry), (Facts(tuple(_facts(brief, entry))),))
    if not brief.people:
        yield _worth(brief)
    if rows := tuple(_open(brief)):
        yield Section("Open at this account", (Facts(rows),))
    if brief.open.talks:
        profile = brief.card.profile
        talks = (fact(words.day(talk.date), said.talk_text(profile, talk, them=True)) for talk in brief.open.talks)
        yield Section("Last talks", (Facts(tuple(talks)),))
    if brief.asking.there:
        yield Section("What to ask", (_asks(brief.asking.there),))
    if brief.asking.at_home:
        yield Section("Look up before you go", (_asks(brief.asking.at_home),))


def _heading(entry: PersonBrief) -> str:
    contact = entry.person.contact
    about = [contact.title if contact.title != entry.person.label else None, contact.department]
    return ", ".join([entry.person.label, *(part for part in about if part)])


def _facts(brief: Brief, entry: PersonBrief) -> Iterator[Fact]:
    profile, contact = brief.card.profile, entry.person.contact
    kind = f"; {labels.CONTACT_TYPES[entry.type]}" if entry.type else ""
    tone = _SUPPORT_TONES.get(contact.support or "", Tone.PLAIN if contact.support else Tone.UNKNOWN)
    yield fact("To us", said.who_text(entry) + kind, tone)
    if circle := said.circle_text(profile, entry):
        yield fact("Circle", circle)
    if entry.ties:
        tone = Tone.GOOD if entry.person.live else Tone.UNKNOWN if entry.person.live is None else Tone.WATCH
        yield fact("Known by", said.named([said.tie_text(profile, tie) for tie in entry.ties]), tone)
    else:
        yield fact("Known by", "nobody of ours", Tone.WATCH)
    values = list(said.values_of(entry))
    yield fact("Values", said.named(values)) if values else fact("Values", "not known", Tone.UNKNOWN)
    yield fact("Says of us", said.saying_text(profile, entry), Tone.PLAIN if entry.sayings else Tone.UNKNOWN)
    for label, promises in (("We owe", entry.ours), ("They owe", entry.theirs)):
        if promises:
            tone = Tone.BAD if promises[0].state == "overdue" else Tone.PLAIN
            yield fact(label, _several([said.promise_text(profile, promise) for promise in promises]), tone)
    if not entry.ours and not entry.theirs:
        yield fact("Promises", "none open between us", Tone.MUTED)
    if entry.goals:
        yield fact("Our aim", _several([f"{goal.what}{_by(goal.due)}" for goal in entry.goals.values()]))
    if entry.opportunities:
        yield fact("Could buy", _several([_worth_of(brief, o.what, o.value) for o in entry.opportunities]))
    if entry.last is None:
        yield fact("Last contact", "not known", Tone.UNKNOWN)
    elif not entry.talks or entry.talks[0].date < entry.last:
        yield fact("Last contact", words.day(entry.last))
    for talk in entry.talks:
        yield fact(words.day(talk.date), said.talk_text(profile, talk))


def _by(day: object) -> str:
    return f" by {day}" if day else ""


def _several(texts: list[str]) -> str:
    """Join some; count what is too much for a line."""
    more = f"; and {words.number(len(texts) - SHOWN)} more" if len(texts) > SHOWN else ""
    return said.named(texts[:SHOWN]) + more


def _worth_of(brief: Brief, what: str, value: float | None) -> str:
    return what if value is None else f"{what} ({words.money(value, brief.assessment.settings.currency)} a year)"


def _worth(brief: Brief) -> Section:
    title = "Who is worth meeting"
    if not brief.worth:
        none = "Nobody is on the map yet." if not brief.card.profile.facts.people else "Nobody in particular."
        return Section(title, (prose(none, Tone.MUTED),))
    rows = tuple(_worth_row(worth) for worth in brief.worth[:MOST])
    return Section(title, (Grid(_WORTH, rows, len(brief.worth) - len(rows)),))


def _worth_row(worth: Worth) -> tuple[Cell, ...]:
    person, last = worth.brief.person, worth.brief.last
    contact = person.contact
    title = contact.title if contact.title and contact.title != person.label else ""
    return (
        Cell(person.label, Tone.STRONG, title),
        Cell(words.UNKNOWN, Tone.UNKNOWN) if contact.power is None else Cell(str(contact.power)),
        Cell(contact.support or words.UNKNOWN, _SUPPORT_TONES.get(contact.support or "", Tone.PLAIN)),
        Cell(words.day(last), Tone.PLAIN if last else Tone.UNKNOWN),
        Cell("; ".join(said.REASONS[reason] for reason in worth.reasons)),
    )


def _open(brief: Brief) -> Iterator[Fact]:
    profile, matters = brief.card.profile, brief.open
    if matters.ends or matters.tender:
        yield fact("Contract", _contract(brief), Tone.WATCH if matters.tender else Tone.PLAIN)
    if matters.issues:
        texts = [f"{issue.what}{f', since {issue.since}' if issue.since else ''}" for issue in matters.issues]
        yield fact("Issues", _several(texts), Tone.WATCH)
    told = {entry.what for person in brief.people for entry in person.opportunities}
    deals = [entry for entry in matters.opportunities if entry.what not in told]
    if deals:
        yield fact("Opportunities", _several([_deal(brief, e.what, e.value, e.contact) for e in deals]))
    if matters.promises:
        texts = [said.promise_text(profile, entry, whose=True) for entry in matters.promises]
        late = any(entry.state == "overdue" for entry in matters.promises)
        yield fact("Other promises" if brief.people else "Promises", _several(texts), Tone.BAD if late else Tone.PLAIN)
    if matters.initiatives:
        yield fact("Initiatives", _several([f"{entry.what}{_by(entry.due)}" for _, entry in matters.initiatives]))
    rivals = profile.facts.account.competitors
    if rivals:
        texts = [f"{rival.name}{f' ({rival.where})' if rival.where else ''}" for rival in rivals]
        yield fact("Competitors", _several(texts))


def _deal(brief: Brief, what: str, value: float | None, contact: str | None) -> str:
    whose = f", {contact_label(brief.card.profile, contact)}" if contact else ""
    return _worth_of(brief, what, value) + whose


def _contract(brief: Brief) -> str:
    matters, as_of = brief.open, brief.assessment.as_of
    parts = []
    if matters.ends:
        parts.append(f"ends on {words.day(matters.ends)}")
    if matters.notice:
        parts.append(f"notice {'is' if matters.notice >= as_of else 'was'} possible until {words.day(matters.notice)}")
    if matters.tender:
        parts.append(f"put out to tender on {words.day(matters.tender)}")
    return ", ".join(parts)


def _asks(asks: tuple[Ask, ...]) -> Bullets:
    return Bullets(tuple(Cell(ask.text, note=said.asked_why(ask)) for ask in asks))
