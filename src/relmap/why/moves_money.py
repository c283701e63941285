"""Moves about money and dependence: what was given, revenue and cost, contract, delivery, offerings, stakes."""

from collections.abc import Iterator
from math import fsum

from relmap.measures.facts import Facts
from relmap.measures.standing import RECORDS
from relmap.model.period import months_later, parse_period
from relmap.model.words import ALTERNATIVES
from relmap.why.moves import GONE, Kind, Move, add, along, on_scale, set_to
from relmap.why.moves_people import RATINGS

FIELDS = ("revenue", "gross_profit", "cost_to_serve", "customer_spend")
TENTH = 0.1
POINTS = 5.0
"""One step of a percentage."""


def of_money(facts: Facts) -> Iterator[Move]:
    """Yield every move about money and dependence."""
    yield from _dependence(facts)
    yield from _exchanges(facts)
    yield from _financials(facts)
    yield from _contract(facts)
    yield from _delivery(facts)
    yield from _offerings(facts)


def _dependence(facts: Facts) -> Iterator[Move]:
    ours, theirs = facts.account.dependence.ours, facts.account.dependence.theirs
    rated = (
        ("ours", "criticality", "how critical they are to us", ours.criticality),
        ("theirs", "criticality", "how critical our supply is to them", theirs.criticality),
        ("theirs", "switching_cost", "what changing supplier would cost them", theirs.switching_cost),
    )
    for side, field, what, now in rated:
        yield from along(Kind.ACT, what, ("dependence", side, field), now, RATINGS)
    loose = (("ours", "our alternatives to them", ours), ("theirs", "their alternatives to us", theirs))
    for side, what, stake in loose:
        yield from along(Kind.ACT, what, ("dependence", side, "alternatives"), stake.alternatives, ALTERNATIVES)


def _exchanges(facts: Facts) -> Iterator[Move]:
    exchanges = facts.account.exchanges
    recent = [entry for entry in exchanges if facts.window_start <= entry.date <= facts.as_of]
    for position, entry in enumerate(exchanges):
        what = f"worth of “{entry.what or entry.kind}”"
        if entry in recent and entry.value:
            route = ("exchanges", position, "value")
            yield from on_scale(Kind.PAST, what, route, entry.value, (0, float("inf"), entry.value * TENTH))
    gave, got = (fsum(entry.value or 0 for entry in recent if entry.gave == side) for side in ("us", "them"))
    if gave > got:
        given = {"date": facts.as_of.isoformat(), "gave": "them", "kind": "commitment", "value": gave - got}
        yield add(Kind.ACT, "they give as much as we did", (("exchanges", len(exchanges)), given))


def _financials(facts: Facts) -> Iterator[Move]:
    """Move the figures of the latest complete year, and of the one before, by a tenth."""
    keys = dict.fromkeys(key for year in facts.years[-2:] for key in year.keys)
    for key in keys:
        entry = facts.account.financials[key]
        for field in FIELDS:
            now = getattr(entry, field)
            if now:
                what = f"FY{parse_period(key)} {field.replace('_', ' ')}"
                yield from on_scale(Kind.PAST, what, ("financials", key, field), now, (-1e15, 1e15, abs(now) * TENTH))


def _contract(facts: Facts) -> Iterator[Move]:
    contract, today = facts.account.contract, facts.as_of
    if contract is None:
        signed = {"starts": today.isoformat(), "ends": months_later(today, 24).isoformat()}
        yield add(Kind.ACT, "sign a contract for two years", (("contract",), signed))
        return
    ends = months_later(max(contract.ends or today, today), 24).isoformat()
    renewed = (("contract", "renewed", len(contract.renewed)), today.isoformat())
    yield add(Kind.ACT, "renew the contract for two years", renewed, (("contract", "ends"), ends))
    if contract.ends is not None:
        for months in (-12, 12):
            other = months_later(contract.ends, months).isoformat()
            yield set_to(Kind.PAST, "the contract ends", ("contract", "ends"), contract.ends.isoformat(), other)
    if contract.tender is not None and contract.tender >= today:
        yield Move(Kind.ACT, "the tender", str(contract.tender), "called off", ((("contract", "tender"), GONE),))


def _delivery(facts: Facts) -> Iterator[Move]:
    records, line, quarter = facts.account.delivery, facts.rubric.standing.delivery, str(facts.quarter)
    if quarter not in records:
        whole = dict.fromkeys(RECORDS, line) | {"source": "theirs"}
        yield add(
            Kind.ACT, f"deliver at {line:g} % each in FY{quarter}, by their record", (("delivery", quarter), whole)
        )
    for key, record in records.items():
        for name in RECORDS:
            now, what = getattr(record, name), f"FY{key} delivery {name.replace('_', ' ')}"
            route = ("delivery", key, name)
            yield from on_scale(Kind.PAST, what, route, now, (0, 100, POINTS))
            if now is None:
                yield from (set_to(Kind.LEARN, what, route, None, value) for value in (line, line - POINTS))
        if record.source == "ours":
            yield add(Kind.ACT, f"they confirm our delivery in FY{key}", (("delivery", key, "source"), "theirs"))


def _offerings(facts: Facts) -> Iterator[Move]:
    used, known = facts.account.offerings, facts.settings.offerings
    for offering, use in used.items():
        if use.trial:
            name = (known[offering].name if offering in known else None) or offering
            yield set_to(Kind.ACT, f"{name}: only on trial", ("offerings", offering, "trial"), True, False)
    more = next((offering for offering in known if offering not in used), None)
    if more:
        new = (("offerings", more), {"since": facts.as_of.isoformat()})
        yield add(Kind.ACT, f"they also buy {known[more].name or more}", new)
