"""Where to invest and where to move back: the rule row by row, and what it says where something is not known."""

from itertools import product

import pytest

from relmap.portfolio.moves import AIMS, possible_moves, rule
from relmap.portfolio.values import Move

from .books import advised

PAYS = "financials: {2025: {revenue: 1000, gross_profit: 300, cost_to_serve: 100}}"
LOSES = "financials: {2025: {revenue: 1000, gross_profit: 300, cost_to_serve: 400}}"
ROOM = "potential: {revenue: 2000}"
FULL = "potential: {revenue: 1050}"
UP = "ambition: {stage: collaborative}"
STAY = "ambition: {stage: exploratory}"


@pytest.mark.parametrize(
    ("account", "move"),
    [
        ((UP, ROOM, PAYS), Move.INVEST),
        ((UP, FULL, PAYS), Move.HOLD),
        ((STAY, ROOM, PAYS), Move.HOLD),
        ((UP, ROOM, LOSES), Move.DECIDE),
        ((UP, FULL, LOSES), Move.MOVE_BACK),
        (("ambition: {choice: climb}", ROOM, PAYS), Move.INVEST),
        (("ambition: {choice: maximise}", ROOM, PAYS), Move.HOLD),
        (("ambition: {choice: move_back, stage: basic}", ROOM, PAYS), Move.MOVE_BACK),
        (("ambition: {choice: exit}", ROOM, PAYS), Move.LEAVE),
        (("ambition: {choice: exit}",), Move.LEAVE),
    ],
)
def test_where_everything_that_matters_is_known(account: tuple[str, ...], move: Move) -> None:
    advice = advised("\n".join(account))
    assert (advice.move, advice.possible, advice.missing) == (move, (move,), ())


def test_what_is_not_known_leaves_every_answer_that_is_possible_and_says_what_to_find_out() -> None:
    advice = advised("\n".join((UP, ROOM, "financials: {2025: {revenue: 1000, gross_profit: 300}}")))
    assert (advice.move, advice.possible) == (None, (Move.INVEST, Move.DECIDE))
    assert (advice.profit, advice.pays, advice.missing) == (None, None, ("cost_to_serve",))


def test_an_empty_file_asks_for_everything() -> None:
    advice = advised("")
    assert advice.possible == (Move.INVEST, Move.DECIDE, Move.MOVE_BACK, Move.HOLD)
    assert advice.missing == ("ambition", "potential", "revenue", "gross_profit", "cost_to_serve")


def test_no_gross_profit_is_none_after_cost_to_serve_either() -> None:
    advice = advised("\n".join((UP, FULL, "financials: {2025: {revenue: 1000, gross_profit: -5}}")))
    assert (advice.move, advice.profit, advice.pays) == (Move.MOVE_BACK, None, False)


def test_who_could_become_a_key_account_has_room_until_they_are_one() -> None:
    account = "\n".join((UP, "potential: {key_account: true}", PAYS))
    tiers = "tiers: {key: {key: true}}"
    assert advised(account, tiers).room is True
    assert advised(f"{account}\ntier: key", tiers).room is None


@pytest.mark.parametrize(("potential", "room"), [(1099, False), (1100, True)])
def test_room_begins_at_a_tenth_more(potential: int, room: bool) -> None:
    assert advised(f"potential: {{revenue: {potential}}}\n{PAYS}").room is room


@pytest.mark.parametrize("status", ["prospect", "former"])
def test_only_customers_get_an_answer(status: str) -> None:
    from .books import portfolio

    assert portfolio({"acme": f"status: {status}"}).advice == ()


def test_learning_something_stays_within_what_was_possible() -> None:
    for aim, room, pays in product((None, *AIMS[:3]), (None, True, False), (None, True, False)):
        before = set(possible_moves(aim, room, pays))
        for known in product(
            AIMS[:3] if aim is None else (aim,),
            (True, False) if room is None else (room,),
            (True, False) if pays is None else (pays,),
        ):
            assert rule(*known) in before


def test_the_effort_is_held_against_the_stage_aimed_at() -> None:
    touched = "touchpoints: [{date: 2026-10-01}]"
    assert advised(f"ambition: {{stage: collaborative}}\n{PAYS}\n{touched}").case.effort.fit == "under"
    assert advised(f"ambition: {{stage: basic}}\n{LOSES}\n{touched}").case.effort.fit == "over"
