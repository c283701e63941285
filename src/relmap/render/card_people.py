"""The people on a card: who they are, who of ours knows them, which roles are open, and on whom it hangs."""

from collections.abc import Iterator

from relmap.assess.assessment import Card
from relmap.assess.leads import contact_label, member_label
from relmap.assess.profile import Profile
from relmap.measures.facts import Link, Person
from relmap.measures.resilience import SinglePoint
from relmap.measures.roles import COVERED, MISSING, NOT_LIVE, PLACEHOLDER, RoleState
from relmap.measures.stakeholders import MappedContact
from relmap.model.contacts import Contact
from relmap.render import labels, words
from relmap.render.page import Block, Cell, Column, Fact, Facts, Grid, Section, Tone, bullets, fact

_COLUMNS = (
    Column("Who", wrap=True),
    Column("Roles", fold=110, wrap=True, widest=18),
    Column("Power, 1–5", right=True),
    Column("Support"),
    Column("On the map", wrap=True, widest=24),
    Column("What to do", fold=110, wrap=True, widest=14),
    Column("Who of ours knows them", fold=110, wrap=True),
)
_TYPE_TONES = {"supportive": Tone.GOOD, "no_cover": Tone.BAD, "some_cover": Tone.WATCH}
_SUPPORT_TONES = {"opponent": Tone.BAD, "skeptic": Tone.WATCH, "supporter": Tone.GOOD, "champion": Tone.GOOD}


def people_section(card: Card) -> Section | None:
    """Return the map of the people, or None where the file has none."""
    profile = card.profile
    facts = profile.facts
    rows = [_row(profile, entry) for entry in _by_power(profile.map.contacts)]
    rows += [_seat(contact_id, contact) for contact_id, contact in facts.placeholders]
    rows += [_leaver(contact_id, contact) for contact_id, contact in facts.left]
    if not rows:
        return None
    blocks: list[Block] = [Grid(_COLUMNS, tuple(rows))]
    if points := [_point(profile, point) for point in profile.resilience.single_points]:
        blocks.append(bullets(points, Tone.WATCH))
    if facts.people:
        blocks.append(Facts(tuple(_facts(profile))))
    return Section("People: who decides, and who of ours knows them", tuple(blocks))


def _by_power(contacts: tuple[MappedContact, ...]) -> list[MappedContact]:
    return sorted(contacts, key=lambda entry: -(entry.person.contact.power or 0))


def _row(profile: Profile, entry: MappedContact) -> tuple[Cell, ...]:
    person, contact = entry.person, entry.person.contact
    known = [_link(profile, link) for link in person.links]
    nobody = Cell("nobody", Tone.WATCH, below="nobody of ours knows them")
    return (
        Cell(person.label, Tone.STRONG, _place(contact)),
        Cell(", ".join(labels.role(role) for role in contact.roles)),
        _or_unknown(None if contact.power is None else str(contact.power)),
        _or_unknown(contact.support, _SUPPORT_TONES.get(contact.support or "", Tone.PLAIN)),
        _or_unknown(
            labels.CONTACT_TYPES[entry.type] if entry.type else None, _TYPE_TONES.get(entry.type or "", Tone.PLAIN)
        ),
        _or_unknown(labels.QUADRANTS[entry.quadrant] if entry.quadrant else None)._replace(
            below=labels.QUADRANTS.get(entry.quadrant or "", "")
        ),
        Cell("; ".join(known), _live_tone(person)) if known else nobody,
    )


def _place(contact: Contact) -> str:
    parts = [contact.title if contact.name else None, contact.department]
    return ", ".join(part for part in parts if part)


def _or_unknown(text: str | None, tone: Tone = Tone.PLAIN) -> Cell:
    return Cell(words.UNKNOWN, Tone.UNKNOWN) if text is None else Cell(text, tone)


def _live_tone(person: Person) -> Tone:
    return Tone.GOOD if person.live else Tone.UNKNOWN if person.live is None else Tone.PLAIN


def _link(profile: Profile, link: Link) -> str:
    """Write who of ours, as what, whether it is live, and the last contact."""
    live = {True: "live", False: "not live", None: "live or not is unknown"}[link.live]
    level = link.relationship.level
    parts = [labels.LEVELS[level] if level else "", live, f"last {link.contacted}" if link.contacted else ""]
    return f"{member_label(profile, link.member)}: {', '.join(part for part in parts if part)}"


def _seat(contact_id: str, contact: Contact) -> tuple[Cell, ...]:
    name = contact.title or contact.name or contact_id
    roles = ", ".join(labels.role(role) for role in contact.roles)
    empty = Cell("")
    return (
        Cell(name, Tone.UNKNOWN, "a seat without a name"),
        Cell(roles),
        Cell(str(contact.power or "")),
        empty,
        empty,
        empty,
        Cell("who sits there?", Tone.UNKNOWN),
    )


def _leaver(contact_id: str, contact: Contact) -> tuple[Cell, ...]:
    name = contact.name or contact.title or contact_id
    when = f"left {words.day(contact.left)}" if contact.left else "has left"
    empty = Cell("")
    support = Cell(f"was {contact.support}" if contact.support else "", Tone.MUTED)
    return Cell(name, Tone.MUTED, when), empty, Cell(str(contact.power or ""), Tone.MUTED), support, empty, empty, empty


def _point(profile: Profile, point: SinglePoint) -> str:
    who = (member_label if point.side == "ours" else contact_label)(profile, point.person)
    side = "" if point.side == "ours" else " on their side"
    lost = [contact_label(profile, person) for person in point.cut_off]
    return f"If {who}{side} leaves, {words.listed(lost)} {'is' if len(lost) == 1 else 'are'} out of reach."


_STATUSES = {
    "0": "no contact",
    "1": "no key player known",
    "2": "key players, but none supports us",
    "3": "at least one key player supports us",
}
_COLOURS = {
    "red": ("red: no key player supports us", Tone.BAD),
    "amber": ("amber: a key player supports us, but none who decides", Tone.WATCH),
    "green": ("green: a key player who decides supports us", Tone.GOOD),
}


def _facts(profile: Profile) -> Iterator[Fact]:
    yield _colour(profile)
    coverage = words.ranged(profile.coverage, words.percent)
    yield fact("Power we reach", f"{coverage} of their power to decide has a live relationship", _tone(coverage))
    support = words.ranged(profile.support, words.fraction, (-2, 2))
    yield fact("Support", support, _tone(support), "−2 all opponents, +2 all champions, weighted by power")
    yield _resilience(profile)
    if profile.resilience.unreached:
        names = [contact_label(profile, person) for person in profile.resilience.unreached]
        yield fact("No live way to", words.listed(names), Tone.BAD)
    for state in profile.roles:
        yield _role(profile, state)
    if profile.map.suspiciously_positive:
        yield fact("Too good?", "five or more contacts and no skeptic or opponent among them", Tone.WATCH)


def _tone(text: str) -> Tone:
    return Tone.UNKNOWN if text.startswith(words.UNKNOWN) else Tone.PLAIN


def _colour(profile: Profile) -> Fact:
    colour = profile.map.colour
    if colour.value is not None:
        return fact("Map", *_COLOURS[colour.value])
    status = profile.map.status.value
    known = f"; so far: {_STATUSES[status]}" if status else ""
    return fact("Map", f"{words.either(colour.possible)}: {colour.reason}{known}", Tone.UNKNOWN)


def _resilience(profile: Profile) -> Fact:
    score = profile.resilience.score
    text = words.ranged(score, words.number, None)
    if text == words.UNKNOWN:
        return fact("Resilience", text, Tone.UNKNOWN, score.reason)
    people = "departure is enough to cut" if text == "1" else "departures cut"
    tone = Tone.BAD if score.high < 1 else Tone.WATCH if score.high < 2 else Tone.PLAIN
    if score.value == 0 and score.high == 0:
        return fact("Resilience", "0: at least one key player is out of reach already", tone)
    return fact("Resilience", f"{text} {people} us off from a key player", tone)


_ROLE_STATES = {
    COVERED: ("{}", Tone.GOOD),
    NOT_LIVE: ("{}, but nobody of ours is in live touch", Tone.WATCH),
    PLACEHOLDER: ("a seat without a name", Tone.BAD),
    MISSING: ("nobody known", Tone.BAD),
}


def _role(profile: Profile, state: RoleState) -> Fact:
    text, tone = _ROLE_STATES.get(state.state, ("{}, whether live is not known", Tone.UNKNOWN))
    names = [contact_label(profile, person) for person in state.people]
    return fact(labels.role(state.role).capitalize(), text.format(words.listed(names) if names else ""), tone)
