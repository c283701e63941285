"""Equitability: what was given against what was got, and what is left after cost to serve."""

from collections import defaultdict
from math import fsum
from typing import NamedTuple

from relmap.measures.arithmetic import slope
from relmap.measures.facts import Facts
from relmap.measures.money import YearMoney, complete_quarters
from relmap.measures.result import Evidence, Input, Known, Part, Score, Unknown, not_scored
from relmap.model.money import Exchange, Financials
from relmap.model.period import Period

PRICE_KINDS = frozenset(("price", "rebate", "terms"))


class Margin(NamedTuple):
    """Margin over complete periods, percent of revenue, and its trend in points a year."""

    latest: float | None
    trend: float | None
    after_cost_to_serve: bool
    """False where cost to serve is not given for every period: then the margin is gross."""
    inputs: tuple[Input, ...]
    latest_year: int | None = None
    profit: float | None = None
    """The latest period's profit in the book's currency: gross profit, less cost to serve where that is given."""
    points: tuple[YearMoney, ...] = ()
    """The periods it is made of, oldest first."""
    line: tuple[tuple[float, float], ...] = ()
    """The same as places in time, in years, and margins."""


class Equity(NamedTuple):
    """Reciprocity, −1 (we give all) to +1 (they give all), with what stands behind it."""

    reciprocity: Score
    balanced: bool | None
    price_share: float | None
    """The share of what we gave that is price, rebate or terms, 0 to 1; None where we gave nothing of known value."""
    by_kind: tuple[tuple[str, float, float], ...]
    """Kind, what we gave, what we got."""
    margin: Margin
    days_beyond_terms: int | None


def measure_equity(facts: Facts) -> Equity:
    """Return r = (got − gave) / (got + gave) by value over four quarters; within ±0.25 balanced (ours).

    Fewer than two valued exchanges, or zero in all, is not scored. An exchange without a value leaves its side open.
    """
    window = [
        (position, exchange)
        for position, exchange in enumerate(facts.account.exchanges)
        if facts.window_start <= exchange.date <= facts.as_of
    ]
    score = _reciprocity(facts, window)
    balanced = None if score.value is None else abs(score.value) <= facts.rubric.equity.balanced
    by_kind = _by_kind([exchange for _, exchange in window])
    given = sum(gave for _, gave, _ in by_kind)
    price = sum(gave for kind, gave, _ in by_kind if kind in PRICE_KINDS)
    return Equity(
        score, balanced, price / given if given else None, by_kind, measure_margin(facts), _days_beyond_terms(facts)
    )


def _reciprocity(facts: Facts, window: list[tuple[int, Exchange]]) -> Score:
    gave = fsum(entry.value for _, entry in window if entry.value is not None and entry.gave == "us")
    got = fsum(entry.value for _, entry in window if entry.value is not None and entry.gave == "them")
    valued = sum(entry.value is not None for _, entry in window)
    total = gave + got
    least = facts.rubric.equity.least
    if valued < least or not total:
        few = f"{valued} valued exchanges in four quarters, {least} needed"
        return not_scored(few if valued < least else "worth zero in all", -1, 1, lambda: _evidence(window))
    value = (got - gave) / total
    unvalued = {entry.gave for _, entry in window if entry.value is None}
    low, high = (-1.0 if "us" in unvalued else value), (1.0 if "them" in unvalued else value)
    completeness = valued / len(window)
    if completeness < facts.rubric.completeness:
        reason = f"only {valued} of {len(window)} exchanges have a value"
        return Score(None, low, high, completeness, reason, find_evidence=lambda: _evidence(window))
    parts = (
        Part("got from them", got, got, got, 1.0, got / total),
        Part("gave to them", gave, gave, gave, 1.0, -gave / total),
    )
    return Score(value, low, high, completeness, "", 0.0, lambda: parts, lambda: _evidence(window))


def _evidence(window: list[tuple[int, Exchange]]) -> Evidence:
    inputs = tuple(
        Input(("exchanges", position), Known.UNKNOWN if entry.value is None else Known.FRESH, "ours", entry.date)
        for position, entry in window
    )
    unknowns = tuple(
        Unknown(("exchanges", position, "value"), f"What was “{entry.what or entry.kind}” worth?", 1.0)
        for position, entry in window
        if entry.value is None
    )
    return Evidence(inputs, unknowns)


def _by_kind(exchanges: list[Exchange]) -> tuple[tuple[str, float, float], ...]:
    gave: dict[str, float] = defaultdict(float)
    got: dict[str, float] = defaultdict(float)
    for exchange in exchanges:
        (gave if exchange.gave == "us" else got)[exchange.kind] += exchange.value or 0.0
    return tuple((kind, gave[kind], got[kind]) for kind in sorted({*gave, *got}))


def measure_margin(facts: Facts) -> Margin:
    """Return the margin of the latest complete period and its least-squares trend, points a year.

    After cost to serve where every period gives it, gross otherwise. The trend needs two complete years, or eight
    complete quarters.
    """
    financials = facts.account.financials
    years = [year for year in facts.years if _has(year)]
    if len(years) >= 2:
        points = [(float(year.year), year) for year in years]
    else:
        quarters = complete_quarters(financials, facts.as_of, facts.settings.fiscal_year_starts)
        found = [(period.ordinal / 4, _quarter(period.year, key, financials[key])) for period, key in quarters]
        found = [(x, quarter) for x, quarter in found if _has(quarter)]
        points = found if len(found) >= 8 else [(float(year.year), year) for year in years] or found
    if not points:
        return Margin(None, None, False, ())
    after = all(money.cost_to_serve is not None for _, money in points)
    margins = [(x, _percent(money, after=after)) for x, money in points]
    enough = len(years) >= 2 or len(points) >= 8
    inputs = tuple(Input(("financials", key), Known.FRESH, "document") for _, money in points for key in money.keys)
    latest = points[-1][1]
    profit = _profit(latest, after=after)
    return Margin(
        margins[-1][1],
        slope(margins) if enough else None,
        after,
        inputs,
        latest.year,
        profit,
        tuple(money for _, money in points),
        tuple(margins),
    )


def _has(money: YearMoney) -> bool:
    return bool(money.revenue) and money.gross_profit is not None


def _quarter(year: int, key: str, entry: Financials) -> YearMoney:
    return YearMoney(year, entry.revenue, entry.gross_profit, entry.cost_to_serve, entry.customer_spend, (key,))


def _percent(money: YearMoney, *, after: bool) -> float:
    return _profit(money, after=after) / (money.revenue or 0.0) * 100


def _profit(money: YearMoney, *, after: bool) -> float:
    return (money.gross_profit or 0.0) - ((money.cost_to_serve or 0.0) if after else 0.0)


def _days_beyond_terms(facts: Facts) -> int | None:
    """Return the days they took beyond the agreed terms in the latest complete period that says so."""
    terms = facts.account.contract.payment_terms_days if facts.account.contract else None
    if terms is None:
        return None
    starts, financials = facts.settings.fiscal_year_starts, facts.account.financials
    whole = [(Period(year.year, 4), True, year.keys[0]) for year in facts.years if len(year.keys) == 1]
    ended = whole + [(quarter, False, key) for quarter, key in complete_quarters(financials, facts.as_of, starts)]
    days = [entry for *_, key in sorted(ended) if (entry := financials[key].payment_days) is not None]
    return days[-1] - terms if days else None
