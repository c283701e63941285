"""What the portfolio's rule answers, in sentences: the answer, why, and what to find out where it is not known."""

from collections.abc import Iterator

from relmap.model.settings import Settings
from relmap.portfolio.values import Advice, Effort, Move
from relmap.render import labels, words

MOVES = {
    Move.INVEST: "invest",
    Move.DECIDE: "advance or move back",
    Move.MOVE_BACK: "move back",
    Move.LEAVE: "leave",
    Move.HOLD: "hold",
}
ASKS = {
    "ambition": "what do we want: to climb, stay, move back or leave, and which stage",
    "potential": "how much revenue a year is within reach",
    "revenue": "what do they buy a year",
    "gross_profit": "what gross profit do they leave",
    "cost_to_serve": "what does serving them cost",
}


def question(missing: str) -> str:
    """Return what to find out, as a question."""
    return words.sentence(f"{ASKS[missing]}?")


def closed(text: str) -> str:
    """End a sentence that begins with a name: names keep the letter they begin with."""
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."


def move_text(advice: Advice) -> str:
    """Return the answer: one word, or `not known` where several are possible."""
    return MOVES[advice.move] if advice.move else "not known"


def possible_text(advice: Advice) -> str:
    """Return what is possible where the answer is not known."""
    return f"it could be: {words.either([MOVES[move] for move in advice.possible])}"


def why_text(advice: Advice, settings: Settings) -> str:
    """Return what says so, in one sentence: aim, room, profit, and what is to be minded."""
    return words.sentence("; ".join(_reasons(advice, settings)))


def _reasons(advice: Advice, settings: Settings) -> Iterator[str]:
    yield from _aim(advice, settings)
    if advice.move is Move.LEAVE:
        return
    yield from _room(advice, settings)
    yield _profit(advice, settings)
    yield from _caution(advice)


def _aim(advice: Advice, settings: Settings) -> Iterator[str]:
    case, earned = advice.case, labels.stage(settings, advice.account.figures["stage.earned"].value)
    if advice.aim == "leave":
        yield "we have chosen to leave"
    elif case.choice == "move_back":
        yield f"we have chosen to move back from {earned}"
    elif case.aimed is not None:
        aimed = labels.stage(settings, case.aimed)
        told = {
            "up": f"we aim at {aimed} and have earned {earned}",
            "stay": f"we aim at {aimed}, which is earned",
            "down": f"we aim at {aimed}, below the {earned} that is earned",
        }
        yield told[advice.aim or "stay"]
    elif case.choice:
        yield f"we have chosen to {labels.CHOICES[case.choice]}, and have earned {earned}"


def _room(advice: Advice, settings: Settings) -> Iterator[str]:
    case = advice.case
    if advice.room is None:
        return
    if case.potential is None or case.revenue is None:
        yield "they could become a key account"
        return
    within = words.money(case.potential, settings.currency)
    now = words.money(case.revenue, settings.currency)
    if advice.room:
        yield f"{within} a year is within reach, and they buy {now}"
    else:
        more = "hardly more" if case.potential > case.revenue else "no more"
        yield f"{more} is within reach: {within} a year against the {now} that they buy"


def _profit(advice: Advice, settings: Settings) -> str:
    case, year = advice.case, f"in FY{advice.case.year}"
    if advice.profit is not None:
        amount = words.money(abs(advice.profit), settings.currency)
        if advice.profit == 0:
            return f"nothing is left after cost to serve {year}"
        left = f"{amount} is left" if advice.profit > 0 else f"{amount} is lost"
        return f"{left} after cost to serve {year}"
    if case.gross_profit is None:
        return "what gross profit they leave is not known"
    gross = words.money(case.gross_profit, settings.currency)
    if advice.pays is False:
        return f"gross profit is {gross} {year}, so nothing is left whatever serving them costs"
    return f"gross profit is {gross} {year}, and what serving them costs is not known"


def _caution(advice: Advice) -> Iterator[str]:
    dependence = advice.account.dependence
    if advice.move not in (Move.INVEST, Move.DECIDE):
        return
    if dependence.suffering:
        yield "we suffer deep dependence here, so invest in making it mutual"
    elif dependence.pattern.value == "deep_dependence" and dependence.direction == "ours":
        yield "we depend on them deeply, so invest in making it mutual"


def effort_text(effort: Effort, settings: Settings) -> str:
    """Return why the effort does not fit its stage, in one sentence."""
    stage = labels.stage(settings, effort.aim)
    if effort.fit == "under":
        had = words.count(effort.touchpoints or 0, "touchpoint")
        return f"{had} in four quarters, and {stage} needs at least {words.number(effort.least)}"
    return words.listed(list(_too_much(effort, stage)))


def _too_much(effort: Effort, stage: str) -> Iterator[str]:
    if effort.touchpoints is not None and effort.touchpoints > effort.most:
        had = words.count(effort.touchpoints, "touchpoint")
        yield f"{had} in four quarters, and {stage} is worth at most {words.number(effort.most)}"
    if effort.cost is None or effort.cost <= effort.cost_most:
        return
    if effort.cost == float("inf"):
        yield "serving them costs something and they leave no gross profit"
        return
    cost, most = (words.settled(each, (effort.cost_most,)) for each in (effort.cost, effort.cost_most))
    yield f"serving them takes {cost} % of the gross profit, and {stage} is worth at most {most} %"
