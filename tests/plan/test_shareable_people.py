"""Whom the version for the customer may name: people who are there on the day, and no text that stands for nobody."""

from typing import Any

import pytest

from relmap.plan.shareable import share
from relmap.render.json_shared import shared_json

from .test_shareable import facts

CONTACTS = {
    "jane": {"name": "Jane"},
    "gone": {"name": "Hidden Gone", "status": "left"},
    "seat": {"name": "Hidden Seat", "placeholder": True},
    "later": {"name": "Hidden Later", "since": "2026-12-01"},
}
HIDDEN = {"gone": "Hidden Gone", "seat": "Hidden Seat", "later": "Hidden Later", "Hidden Rival": "Hidden Rival"}
PLACES: dict[str, Any] = {
    "goal": lambda who: {"customer_goals": {"g": {"what": "G", "source": "theirs", "contact": who}}},
    "promise to": lambda who: {"promises": [{"what": "P", "by": "maria" if who in CONTACTS else "jane", "to": who}]},
    "promise by": lambda who: {
        "promises": [{"what": "P", "by": who, "to": "jane" if who not in CONTACTS else "maria"}]
    },
    "value to": lambda who: {"value": [{"what": "V", "to": who}]},
    "value confirmed": lambda who: {"value": [{"what": "V", "confirmed_by": who}]},
    "meeting": lambda who: {"touchpoints": [{"date": "2026-11-01", "us": ["maria"], "them": ["jane", who]}]},
}


def named(place: str, who: str) -> str:
    return shared_json([share(facts({"contacts": CONTACTS} | PLACES[place](who)))])


@pytest.mark.parametrize("place", PLACES)
def test_somebody_who_is_there_is_named(place: str) -> None:
    assert '"Jane"' in named(place, "jane")


@pytest.mark.parametrize("who", HIDDEN)
@pytest.mark.parametrize("place", PLACES)
def test_nobody_is_named_who_left_is_a_seat_comes_later_or_is_unknown(place: str, who: str) -> None:
    assert HIDDEN[who] not in named(place, who)
