"""What holds of the agenda and the brief of every account, random ones with holes in them included."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings

from relmap.agenda.account import find_todos
from relmap.assess.cards import card_with
from relmap.assess.profile import Profile
from relmap.assess.row import make_row
from relmap.assess.second_pass import assess_book
from relmap.brief.brief import make_brief
from relmap.render.agenda_words import KINDS
from relmap.render.brief_page import brief_page
from relmap.render.page_text import page_text

from ..measures.accounts import ACCOUNTS
from ..measures.build import AS_OF, facts_of, settings_of

UNTIL = date.fromisoformat(AS_OF) + timedelta(days=14)
SOON = {"promise", "their_promise", "initiative", "goal"}


@settings(max_examples=60, deadline=None)
@given(ACCOUNTS)
def test_each_thing_is_a_sentence_once_of_somebody_who_is_there_and_in_time(account: dict[str, Any]) -> None:
    profile = Profile(facts_of(account))
    found = find_todos(profile, UNTIL)
    assert len({(todo.kind, todo.subject) for todo in found}) == len(found)
    for todo in found:
        assert todo.kind in KINDS
        assert todo.what[0].isupper() or not todo.what[0].isalpha()
        assert todo.what.endswith(".")
        assert todo.kind.value not in SOON or todo.due is None or todo.due <= UNTIL
        assert todo.owner != "olaf", "he left"
        assert not todo.contact or todo.contact in profile.facts.account.contacts
    talked_of = [todo.contact for todo in found if todo.kind.value in ("key_player", "role") and todo.contact]
    assert len(set(talked_of)) == len(talked_of), "nobody is told twice"


@settings(max_examples=40, deadline=None)
@given(ACCOUNTS)
def test_nothing_told_within_less_time_is_missing_within_more(account: dict[str, Any]) -> None:
    profile = Profile(facts_of(account))
    near, far = (find_todos(profile, UNTIL + timedelta(days=days)) for days in (0, 60))
    dated = {(todo.kind, todo.subject) for todo in near if todo.due is not None and todo.kind.value in SOON - {"goal"}}
    assert dated <= {(todo.kind, todo.subject) for todo in far}


@settings(max_examples=30, deadline=None)
@given(ACCOUNTS)
def test_everybody_can_be_met(account: dict[str, Any]) -> None:
    day, known = date.fromisoformat(AS_OF), settings_of()
    profile = Profile(facts_of(account))
    book = assess_book([make_row(profile, "accounts/acme.yaml")], known, day)
    card = card_with(book, book.account("acme"), profile.facts.account)
    for people in ((), card.profile.facts.people):
        brief = make_brief(book, card, people)
        assert page_text(brief_page(brief)).startswith(("Acme", *(person.label for person in people)))
        asked = [ask.text for ask in (*brief.asking.there, *brief.asking.at_home)]
        assert len(set(asked)) == len(asked)
