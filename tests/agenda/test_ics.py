"""The calendar: read back by a calendar library, and by the letter of RFC 5545."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from relmap.render.agenda_ics import agenda_ics, escaped, folded
from relmap.render.clean import clean

from ..cli.test_hostile import HOSTILE
from .test_agenda import BOOK, CARE, DAY, agenda

WHAT = "Spares, screws; and more\\less"
OVERDUE = f"{CARE}promises: [{{what: Spares, by: maria, due: 2026-10-31}}, {{what: Undated, by: maria}}]\n"
LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=[A-Za-z-]+)*:[^\x00-\x08\x0a-\x1f\x7f]*")


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def content_lines(text: str) -> list[str]:
    """Hold a calendar against the letter: line ends, lengths, what a line may look like, and what must be there."""
    data = text.encode()
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 75
    assert b"\r\n".join(lines).decode() == "\r\n".join(line.decode() for line in lines), "no sign is broken in two"
    unfolded = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert [line for line in unfolded if not LINE.fullmatch(line)] == []
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded[-1] == "END:VCALENDAR"
    for required in ("VERSION:2.0", "PRODID:-//relmap//relmap agenda//EN"):
        assert unfolded.count(required) == 1
    begun: list[str] = []
    for line in unfolded:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            begun.append(value)
        elif name == "END":
            assert begun.pop() == value
    assert begun == []
    return unfolded


def test_each_dated_thing_is_an_event_of_a_day() -> None:
    first, *_ = events(agenda_ics(agenda(BOOK)))
    assert first["SUMMARY"] == "Unheard: Keep the promise: “Spares”."
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2026, 11, 20), date(2026, 11, 21))
    assert first["TRANSP"] == "TRANSPARENT"
    assert "Whose: maria" in first["DESCRIPTION"]
    assert "Source: unheard.yaml:" in first["DESCRIPTION"]
    assert first["DTSTAMP"].dt.date() == DAY


def test_what_is_overdue_stands_on_the_day_and_what_has_no_day_nowhere() -> None:
    (event,) = events(agenda_ics(agenda({"acme": OVERDUE})))
    assert event["DTSTART"].dt == DAY
    assert event["SUMMARY"].endswith("“Spares”. (15 days overdue)")
    assert "Due: 2026-10-31" in event["DESCRIPTION"]


def test_identities_are_unique_and_stay_when_the_day_or_the_line_changes() -> None:
    now = agenda_ics(agenda(BOOK))
    moved = {key: text.replace("2026-11-20", "2026-11-25") for key, text in BOOK.items()}
    later = agenda_ics(agenda({key: f"tags: [a]\n{text}" for key, text in moved.items()}))
    uids = [event["UID"] for event in events(now)]
    assert len(set(uids)) == len(uids) == 4
    assert [event["UID"] for event in events(later)] == uids
    assert now != later


def test_the_same_agenda_has_the_same_bytes() -> None:
    assert agenda_ics(agenda(BOOK)) == agenda_ics(agenda(BOOK))


def test_a_calendar_of_nothing_is_a_calendar() -> None:
    text = agenda_ics(agenda({"acme": CARE}))
    content_lines(text)
    assert events(text) == []
    assert len(Calendar.from_ical(text).subcomponents) == 1


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    found = agenda({"acme": OVERDUE})
    item = found.items[0]
    last = item._replace(todo=item.todo._replace(due=date.max), overdue=0)
    (event,) = events(agenda_ics(found._replace(items=(last,))))
    assert event["DTSTART"].dt == date.max
    assert "DTEND" not in event


@pytest.mark.parametrize("text", [WHAT, *HOSTILE.values()], ids=["signs", *HOSTILE])
def test_hostile_text_is_read_back_as_it_stood_without_what_cannot_be_seen(text: str) -> None:
    found = agenda({"acme": OVERDUE})
    items = [item._replace(todo=item.todo._replace(what=text, person=text)) for item in found.items]
    written = agenda_ics(found._replace(items=tuple(items)))
    content_lines(written)
    (event,) = events(written)
    assert event["SUMMARY"] == f"Acme: {clean(text)} (15 days overdue)"
    assert f"\nFor: {clean(text)}\n" in event["DESCRIPTION"]
    assert event["DESCRIPTION"].count("\n") == 4, "a text makes no line of its own"


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_folding_and_escaping_lose_nothing(text: str) -> None:
    line = folded(f"SUMMARY:{escaped(clean(text))}")
    pieces = line.encode().split(b"\r\n")
    assert max(map(len, pieces)) <= 75
    assert b"".join(piece.removeprefix(b" ") if at else piece for at, piece in enumerate(pieces)).decode() == (
        f"SUMMARY:{escaped(clean(text))}"
    )


@given(st.text(st.sampled_from("é漢👩\\;, n"), max_size=200))
def test_a_calendar_library_reads_back_every_text(text: str) -> None:
    event = f"BEGIN:VEVENT\r\nUID:1\r\n{folded(f'SUMMARY:{escaped(text)}')}END:VEVENT\r\n"
    (read,) = events(f"BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n")
    assert read["SUMMARY"] == text


def test_an_agenda_of_years_stays_within_its_lines() -> None:
    until = agenda(BOOK)._replace(until=DAY + timedelta(days=3650))
    assert len(content_lines(agenda_ics(until))) > 20
