"""`relmap agenda --format ics`: a calendar that calendars accept (RFC 5545).

Each thing with a day is an all-day event (VEVENT): many calendars leave tasks (VTODO) out when they import a file. What
is overdue stands on the day of the agenda, since nobody looks at a day that is over. An event keeps its UID from one
agenda to the next, so that a calendar moves it and shows it once. All is made from the book and its day: the same
agenda has the same bytes.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from relmap.agenda.agenda import Agenda, Item
from relmap.render import labels, words
from relmap.render.agenda_words import KINDS, stake, when_note
from relmap.render.clean import clean

OCTETS = 75
"""A line may have so many octets before its end, and the first of each further one is a space."""
_EPOCH = date(1970, 1, 1)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_NO_EVENT = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "TZNAME:UTC",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""A calendar must hold something; where nothing has a day it is this."""


def agenda_ics(agenda: Agenda) -> str:
    """Return the calendar. Lines end with CRLF; none is longer than 75 octets."""
    return "".join(folded(line) for line in _lines(agenda))


def _lines(agenda: Agenda) -> Iterator[str]:
    name = clean(f"{agenda.assessment.settings.company}: agenda")
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//relmap//relmap agenda//EN", "CALSCALE:GREGORIAN")
    yield f"NAME:{escaped(name)}"
    yield f"X-WR-CALNAME:{escaped(name)}"
    for item in agenda.dated:
        yield from _event(agenda, item)
    if not agenda.dated:
        yield from _NO_EVENT
    yield "END:VCALENDAR"


def _event(agenda: Agenda, item: Item) -> Iterator[str]:
    as_of = agenda.assessment.as_of
    due = item.todo.due or as_of
    day = max(due, as_of)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(agenda, item)}"
    yield f"DTSTAMP:{_basic(as_of)}T000000Z"
    yield f"SEQUENCE:{max(0, (as_of - _EPOCH).days)}"
    yield f"DTSTART;VALUE=DATE:{_basic(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(day + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(_title(item))}"
    yield f"DESCRIPTION:{escaped(_description(agenda, item))}"
    yield f"CATEGORIES:{escaped(KINDS[item.todo.kind][0])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def uid(agenda: Agenda, item: Item) -> str:
    """Return the event's identity: of the company, the account, the kind and the subject; no day and no line."""
    key = "\n".join((agenda.assessment.settings.company, item.account.row.id, item.todo.kind, item.todo.subject))
    return f"{sha256(key.encode('utf-8', 'replace')).hexdigest()[:32]}@relmap"


def _title(item: Item) -> str:
    note = when_note(item)
    return f"{clean(item.account.row.name)}: {clean(item.todo.what)}{f' ({note})' if note else ''}"


def _description(agenda: Agenda, item: Item) -> str:
    """Return the lines below the title. Each is cleaned alone, so that no text makes a line of its own."""
    todo, row = item.todo, item.account.row
    owner = labels.members(agenda.assessment.settings).get(todo.owner, todo.owner)
    lines = [f"Whose: {owner}", f"For: {todo.person}" if todo.person else "", f"Due: {words.day(todo.due)}"]
    lines += [f"At stake: {stake(item.account)}", f"Source: {row.path}:{todo.line}"]
    return "\n".join(clean(line) for line in lines if line)


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """Escape a cleaned text for the value of a property."""
    return text.translate(_ESCAPED)


def folded(line: str) -> str:
    """End a line, and break it where it is longer than 75 octets: between signs, never inside one."""
    pieces, piece, room = [], "", OCTETS
    for sign in line:
        size = len(sign.encode("utf-8", "replace"))
        if size > room:
            pieces.append(piece)
            piece, room = "", OCTETS - 1
        piece += sign
        room -= size
    return "\r\n ".join([*pieces, piece]) + "\r\n"
