"""Where to invest, and where to move back: one rule over ambition, earned stage, potential and profit.

The four things are those of the sources: serve each stage as it needs, basic suits most customers for life, and who is
collaborative at a loss has to advance or move back (Bacon's four relationship stages); stay and maximise, or climb (the
Trust Ladder). How they go together is ours:

    we chose to leave                                            leave
    we chose to move back, or aim below the earned stage         move back
    nothing left after cost to serve, no more within reach       move back
    nothing left after cost to serve, more within reach          advance or move back: decide
    profit, more within reach, and we aim above the earned stage invest
    profit otherwise                                             hold

What is not known takes each of its values; where the answers differ, the rule answers with all that are possible.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from relmap.assess.assessment import AssessedAccount
from relmap.measures.logic import Truth
from relmap.model.words import STAGES, Stage
from relmap.portfolio.values import Advice, Case, Move

ROOM = 0.10
"""More is within reach where the potential is above the revenue by at least this part of it. Ours."""
AIMS = ("up", "stay", "down", "leave")


def advise_all(
    accounts: Sequence[AssessedAccount], cases: Mapping[str, Case], key_tiers: frozenset[str]
) -> tuple[Advice, ...]:
    """Return the advice for the customers among the accounts, in their order."""
    customers = [entry for entry in accounts if entry.row.status == "customer" and entry.row.id in cases]
    return tuple(advise(entry, cases[entry.row.id], is_key=entry.row.tier in key_tiers) for entry in customers)


def advise(account: AssessedAccount, case: Case, *, is_key: bool) -> Advice:
    """Hold one customer against the rule."""
    aim, room = aim_of(case, account.figures["stage.earned"].value), room_of(case, is_key=is_key)
    profit, pays = profit_of(case)
    possible = possible_moves(aim, room, pays)
    move = possible[0] if len(possible) == 1 else None
    missing = () if move else tuple(_missing(case, aim, room, pays))
    return Advice(account, case, move, possible, aim, room, profit, pays, missing)


def aim_of(case: Case, earned: object) -> str | None:
    """Say whether we aim above, at or below the earned stage; None where no ambition is given."""
    if case.choice == "exit":
        return "leave"
    if case.choice == "move_back":
        return "down"
    if case.aimed is not None:
        apart = STAGES.index(case.aimed) - STAGES.index(_stage(earned))
        return "up" if apart > 0 else "down" if apart < 0 else "stay"
    return {"climb": "up", "maximise": "stay"}.get(case.choice or "")


def _stage(word: object) -> Stage:
    return next(stage for stage in STAGES if stage == word)


def room_of(case: Case, *, is_key: bool) -> Truth:
    """Say whether more revenue is within reach: by the potential, else where they could become a key account."""
    if case.potential is not None and case.revenue is not None:
        return case.potential >= case.revenue * (1 + ROOM) and case.potential > case.revenue
    return True if case.could_be_key and not is_key else None


def profit_of(case: Case) -> tuple[float | None, Truth]:
    """Return the profit after cost to serve, and whether there is any: no gross profit is none at whatever cost."""
    if case.gross_profit is None:
        return None, None
    if case.cost_to_serve is None:
        return None, False if case.gross_profit <= 0 else None
    profit = case.gross_profit - case.cost_to_serve
    return profit, profit > 0


def possible_moves(aim: str | None, room: Truth, pays: Truth) -> tuple[Move, ...]:
    """Return every answer that the unknowns allow, in the order of `Move`."""
    aims = AIMS[:3] if aim is None else (aim,)  # nobody leaves a customer without saying so
    both = (True, False)
    found = {
        rule(*each) for each in product(aims, both if room is None else (room,), both if pays is None else (pays,))
    }
    return tuple(move for move in Move if move in found)


def rule(aim: str, room: bool, pays: bool) -> Move:  # the table of the rule, row by row
    """Answer where everything is known."""
    if aim == "leave":
        return Move.LEAVE
    if aim == "down":
        return Move.MOVE_BACK
    if not pays:
        return Move.DECIDE if room else Move.MOVE_BACK
    return Move.INVEST if room and aim == "up" else Move.HOLD


def _missing(case: Case, aim: str | None, room: Truth, pays: Truth) -> Iterator[str]:
    """Name what is not known and could change the answer."""
    answers = possible_moves(aim, room, pays)
    if aim is None and any(possible_moves(each, room, pays) != answers for each in AIMS[:3]):
        yield "ambition"
    if room is None and any(possible_moves(aim, each, pays) != answers for each in (True, False)):
        if case.potential is None:
            yield "potential"
        if case.revenue is None:
            yield "revenue"
    if pays is None and any(possible_moves(aim, room, each) != answers for each in (True, False)):
        if case.gross_profit is None:
            yield "gross_profit"
        if case.cost_to_serve is None:
            yield "cost_to_serve"
