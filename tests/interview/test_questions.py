"""The questionnaire: the same for everybody, what decides most first, and nothing of what we think ourselves."""

from relmap.interview.questions import VIEWS, make_questionnaire

from ..render.screens import card
from ..why.benches import bench

BASIC = """
financials: {2025: 100}
contacts: {jane: {power: 5, known_by: {maria: {level: credible_source, last_contact: 2026-11-01}}}}
"""


def ids(account: str = "", *, signals: int = 5, settings: str = "") -> list[str]:
    found = make_questionnaire(bench(account, settings=settings).card, signals)
    return [question.id for question in found.questions]


def test_the_views_come_first_and_then_so_many_signals() -> None:
    assert ids()[:3] == list(VIEWS)
    assert len(ids(signals=4)) == 7
    assert ids(signals=0) == list(VIEWS)


def test_what_decides_the_next_stage_is_asked_before_what_does_not() -> None:
    asked = ids(BASIC, signals=3)
    assert "shares_internal_problems" in asked, "a test of the next stage"
    assert {"held_to_ransom", "one_way"} <= set(asked), "signs of deep dependence that are open"


def test_what_was_answered_freshly_is_not_asked_again() -> None:
    fresh = "signals: {shares_internal_problems: {holds: true, date: 2026-11-01}}\n"
    assert "shares_internal_problems" not in ids(BASIC + fresh, signals=40)
    stale = fresh.replace("2026-11-01", "2020-01-01")
    assert "shares_internal_problems" in ids(BASIC + stale, signals=40)


def test_a_book_s_own_signals_are_asked_as_well() -> None:
    own = "signals: {orders_online: {question: Do they order online?, good: true}}"
    assert "orders_online" in ids(signals=40, settings=own)


def test_nothing_of_our_own_is_in_it() -> None:
    """Ratings, names of contacts, promises and money stay at home."""
    found = make_questionnaire(card("haldermark-marine")[1])
    text = str(found)
    for private in ("Karin", "Nils", "champion", "opponent", "3640000", "ransom", "deep dependence", "tender"):
        assert private not in text


def test_stages_bear_the_team_s_words_and_keep_their_ids() -> None:
    found = make_questionnaire(card("haldermark-marine")[1])
    stage = found.questions[0]
    assert [(option.id, option.label) for option in stage.options][2] == ("collaborative", "Cooperative")
    assert all(option.means for option in stage.options)
