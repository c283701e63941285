"""The laws that hold for every measure, on random accounts with holes in them."""

import os
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.assess.figures import MEASURES
from relmap.measures.facts import Facts
from relmap.measures.result import Score, exactly
from relmap.model.words import (
    ALTERNATIVES,
    DISSOLUTIONS,
    LEVELS,
    PHASES,
    STAGES,
    STANDINGS,
    SUPPORTS,
    TRUST_TYPES,
)

from .accounts import (
    ACCOUNTS,
    BAD_SIGNALS,
    DAYS,
    DEPARTMENTS,
    GOOD_SIGNALS,
    SHARES,
    Author,
    Data,
    Measured,
    measure_all,
)
from .build import AS_OF, facts_of

SCALES = {
    "support": (-2, 2),
    "threads": (0, 5),
    "resilience": (0, 4),
    "equity": (-1, 1),
    "equity.margin": (-1e12, 1e12),
    "equity.trend": (-1e12, 1e12),
    "equity.profit": (-1e12, 1e12),
    "perception.stage": (-3, 3),
    "perception.standing": (-2, 2),
    "perception.trust": (-10, 10),
    "perception.optimism": (-3, 3),
    "breakdown": (0, 5),
    "checklist": (0, 5),
    "crp": (0, 6),
    "dependence.ours": (0, 1),
    "dependence.theirs": (0, 1),
    "dependence.mutual": (0, 2),
    "dependence.imbalance": (-1, 1),
}
PARTS = (
    "trust.personal",
    "promises",
    "coverage",
    "support",
    "equity",
    "dependence.ours",
    "dependence.theirs",
    "health",
)
HAIR = 1e-9
RANDOM = st.builds(Random, st.integers(0, 9999))


def lawful(examples: int) -> settings:
    return settings(
        deadline=None,
        derandomize=True,
        max_examples=examples,
    )


Sampled = TypeVar("Sampled")
TRIED = 8
"""How many changes of one account are tried, drawn among all: the accounts are many. RELMAP_DEEP=1 tries every one."""


def some(changes: Iterator[Sampled], random: Random) -> list[Sampled]:
    found = list(changes)
    return found if os.environ.get("RELMAP_DEEP") else random.sample(found, min(TRIED, len(found)))


def measured(account: Data, share: Score) -> Measured:
    return measure_all(facts_of(account), share)


@given(ACCOUNTS, SHARES)
@lawful(600)
def test_every_figure_lies_within_its_bounds_and_its_bounds_within_its_scale(account: Data, share: Score) -> None:
    for name, score in measured(account, share).scores.items():
        least, most = SCALES.get(name, (0, 100))
        assert least - HAIR <= score.low <= score.high <= most + HAIR, name
        assert score.value is None or score.low <= score.value <= score.high, name
        assert 0 <= score.completeness <= 1, name
        assert score.confirmed is None or 0 <= score.confirmed <= 1, name
        assert bool(score.reason) is (score.value is None), name


@given(ACCOUNTS, SHARES)
@lawful(600)
def test_parts_add_up(account: Data, share: Score) -> None:
    scores = measured(account, share).scores
    for name in PARTS:
        if scores[name].value is not None:
            assert sum(part.share for part in scores[name].parts) == pytest.approx(scores[name].value), name


@given(ACCOUNTS, SHARES, RANDOM)
@lawful(600)
def test_the_order_in_the_file_changes_nothing(account: Data, share: Score, random: Random) -> None:
    before, after = measured(account, share), measured(shuffled(account, random), share)
    for name, score in before.scores.items():
        assert score[:4] == after.scores[name][:4], name
        assert score.confirmed == after.scores[name].confirmed, name
    assert before.words == after.words


def shuffled(value: Any, random: Random) -> Any:
    """Shuffle every list and every mapping; no list of an account has a meaning in its order."""
    if isinstance(value, dict):
        return {key: shuffled(entry, random) for key, entry in random.sample(list(value.items()), len(value))}
    if isinstance(value, list):
        return [shuffled(entry, random) for entry in random.sample(value, len(value))]
    return value


Change = tuple[str, Data]
"""What was changed, and the account with the change."""


def changed(account: Data, route: tuple[Any, ...], value: object) -> Data:
    """Return a copy of the account with another value at a route."""
    copy = deepcopy(account)
    node = copy
    for step in route[:-1]:
        node = node[step]
    node[route[-1]] = value
    return copy


def pairs(account: Data) -> Iterator[tuple[str, str, Data]]:
    for contact, entry in account["contacts"].items():
        for member, pair in entry["known_by"].items():
            yield contact, member, pair


# Law 9, first half: better is never worse


def improvements(account: Data, random: Random) -> Iterator[tuple[tuple[str, ...], Data]]:
    """Raise each known rating in its good direction, with the measures that must not fall."""
    reach = ("coverage", "threads", "resilience", "stage.earned")
    for contact, member, pair in pairs(account):
        route = ("contacts", contact, "known_by", member)
        if "level" in pair and pair["level"] != LEVELS[-1]:
            yield reach, changed(account, (*route, "level"), LEVELS[LEVELS.index(pair["level"]) + 1])
        if "last_contact" in pair and pair["last_contact"] < AS_OF:
            later = random.choice([day for day in DAYS if pair["last_contact"] < day <= AS_OF])
            yield reach, changed(account, (*route, "last_contact"), later)
        if pair.get("two_way") is False:
            yield reach, changed(account, (*route, "two_way"), True)
        if isinstance(pair.get("trust"), float):
            yield ("trust.personal",), changed(account, (*route, "trust"), random.uniform(pair["trust"], 10))
    for contact, entry in account["contacts"].items():
        if entry.get("support", SUPPORTS[-1]) != SUPPORTS[-1]:
            better = SUPPORTS[SUPPORTS.index(entry["support"]) + 1]
            yield ("support", "map", "map.colour"), changed(account, ("contacts", contact, "support"), better)
    yield from _more_improvements(account, random)
    yield from _money_improvements(account)


def _more_improvements(account: Data, random: Random) -> Iterator[tuple[tuple[str, ...], Data]]:
    for position, promise in enumerate(account["promises"]):
        if promise.get("kept") is False and "due" in promise:
            ours = ("promises", "standing.earned", "ladder.trust", "phase")
            measures = ("promises.theirs",) if promise["by"] == "ann" else ours
            yield measures, changed(account, ("promises", position, "kept"), promise["due"])
    for position, exchange in enumerate(account["exchanges"]):
        if exchange["gave"] == "them" and "value" in exchange:
            more = exchange["value"] + random.uniform(0, 1000)
            yield ("equity",), changed(account, ("exchanges", position, "value"), more)
    for position, view in enumerate(account["views"]):
        if view["side"] == "theirs" and "trust" in view:
            yield (
                ("trust.organisation",),
                changed(account, ("views", position, "trust"), random.uniform(view["trust"], 10)),
            )
        if view["side"] == "theirs" and view.get("stage", STAGES[-1]) != STAGES[-1]:
            better = STAGES[STAGES.index(view["stage"]) + 1]
            yield ("stage",), changed(account, ("views", position, "stage"), better)
        if view["side"] == "theirs" and view.get("standing", STANDINGS[-1]) != STANDINGS[-1]:
            higher = STANDINGS[STANDINGS.index(view["standing"]) + 1]
            yield ("standing", "ladder.trust"), changed(account, ("views", position, "standing"), higher)
    for name, entries in account["signals"].items():
        for position, entry in enumerate(entries):
            if name in GOOD_SIGNALS and not entry["holds"]:
                raised = ("stage.earned", "stage", "standing.earned", "ladder.trust", "phase")
                yield raised, changed(account, ("signals", name, position, "holds"), True)
            if name in BAD_SIGNALS and entry["holds"]:
                calmed = ("phase.dissolution", "breakdown", "dependence.suffering")
                yield calmed, changed(account, ("signals", name, position, "holds"), False)
    for side in ("ours", "theirs"):
        ratings = account["dependence"][side]
        for field in ("criticality", "switching_cost"):
            if ratings.get(field, 5) < 5:
                route = ("dependence", side, field)
                yield (f"dependence.{side}", "dependence.mutual"), changed(account, route, ratings[field] + 1)
        if ratings.get("alternatives", "none") != "none":
            fewer = ALTERNATIVES[ALTERNATIVES.index(ratings["alternatives"]) - 1]
            route = ("dependence", side, "alternatives")
            yield (f"dependence.{side}", "dependence.mutual"), changed(account, route, fewer)


def _money_improvements(account: Data) -> Iterator[tuple[tuple[str, ...], Data]]:
    contract = account.get("contract", {})
    if contract.get("starts", "9") <= AS_OF <= contract.get("ends", "0"):
        yield ("ladder.trust", "phase", "phase.confirmed"), changed(account, ("contract", "renewed"), ["2025-01-01"])
        yield ("ladder.trust", "phase"), changed(account, ("contract", "ends"), "2031-12-31")
    for period, record in account.get("delivery", {}).items():
        for name in ("on_time", "on_budget", "to_standard"):
            if name in record:
                yield ("standing.earned",), changed(account, ("delivery", period, name), 100.0)
    for position, issue in enumerate(account["issues"]):
        if "closed" not in issue and issue.get("status") != "closed":
            yield ("ladder.trust",), changed(account, ("issues", position, "status"), "closed")


ORDERS: dict[str, tuple[object, ...]] = {
    "map": ("0", "1", "2", "3"),
    "map.colour": ("red", "amber", "green"),
    "stage": STAGES,
    "stage.earned": STAGES,
    "standing": STANDINGS,
    "standing.earned": STANDINGS,
    "ladder.trust": TRUST_TYPES,
    "phase": PHASES,
    "phase.confirmed": PHASES,
    "phase.dissolution": DISSOLUTIONS[::-1],
    "dependence.suffering": (True, False),
}
"""The words of each measure from bad to good."""
LESS_IS_BETTER = ("breakdown",)


@given(ACCOUNTS, SHARES, RANDOM)
@lawful(250)
def test_improving_a_known_rating_never_lowers_its_own_measure(account: Data, share: Score, random: Random) -> None:
    before = measured(account, share)
    for names, better in some(improvements(account, random), random):
        after = measured(better, share)
        for name in names:
            if name in ORDERS:
                old, new = (sorted(map(ORDERS[name].index, of.words[name])) for of in (before, after))
                if old:  # a standing can be none at all
                    assert new, (name, better)
                    assert new[0] >= old[0], (name, better)
                    assert new[-1] >= old[-1], (name, better)
                continue
            old_score, new_score = before.scores[name], after.scores[name]
            if name in LESS_IS_BETTER:
                old_score, new_score = new_score, old_score
            assert new_score.low >= old_score.low - HAIR, (name, better)
            assert new_score.high >= old_score.high - HAIR, (name, better)
            if old_score.value is not None and new_score.value is not None:
                assert new_score.value >= old_score.value - HAIR, (name, better)


# Law 9, second half: what is learned lies within what was possible


def fillings(account: Data, random: Random) -> Iterator[Data]:
    """Fill each unknown of the account, one at a time, with a valid value."""
    for contact, entry in account["contacts"].items():
        holes: dict[str, list[object]] = {
            "power": [1, 2, 3, 4, 5],
            "support": list(SUPPORTS),
            "department": [*DEPARTMENTS, "Legal"],
            "since": [day for day in DAYS if day <= AS_OF],
        }
        if entry.get("status") == "left":
            holes["left"] = [day for day in DAYS if day <= AS_OF]
        for field, values in holes.items():
            if field not in entry:
                yield changed(account, ("contacts", contact, field), random.choice(values))
    for contact, member, pair in pairs(account):
        for learned in learnable(account, contact, member, pair, random):
            yield changed(account, ("contacts", contact, "known_by", member), {**pair, **learned})
    for position, exchange in enumerate(account["exchanges"]):
        if "value" not in exchange:
            yield changed(account, ("exchanges", position, "value"), random.choice([0, 0.1, 50, 1e6]))
    for position, promise in enumerate(account["promises"]):
        if promise.get("kept") is True:
            yield changed(account, ("promises", position, "kept"), random.choice(DAYS))
    for offering, use in account.get("offerings", {}).items():
        if "since" not in use:
            yield changed(account, ("offerings", offering, "since"), random.choice([d for d in DAYS if d <= AS_OF]))
    for name, initiative in account["initiatives"].items():
        if initiative["status"] == "done" and "done" not in initiative:
            yield changed(account, ("initiatives", name, "done"), random.choice(_days_since(initiative)))
    for period, record in account.get("delivery", {}).items():
        for name in ("on_time", "on_budget", "to_standard"):
            if name not in record:
                yield changed(account, ("delivery", period, name), random.choice([50.0, 95.0, 100.0]))
    for side, fields in (("ours", 2), ("theirs", 3)):
        for field in ("criticality", "alternatives", "switching_cost")[:fields]:
            if field not in account["dependence"][side]:
                values = list(ALTERNATIVES) if field == "alternatives" else [1, 2, 3, 4, 5]
                yield changed(account, ("dependence", side, field), random.choice(values))


def _days_since(initiative: Data) -> list[str]:
    """The days on which work that is done may have been done: none before it began."""
    return [day for day in DAYS if initiative.get("started", "") <= day <= AS_OF] or [AS_OF]


def learnable(account: Data, contact: str, member: str, pair: Data, random: Random) -> Iterator[Data]:
    """What can be learned of a pair: a contact that a touchpoint already tells is known."""
    level, day = random.choice(LEVELS), random.choice([day for day in DAYS if day <= AS_OF])
    met = any(
        member in talk["us"] and contact in talk["them"] and talk["date"] <= AS_OF
        for talk in account.get("touchpoints", [])
    )
    if "trust" not in pair:
        yield {"trust": random.uniform(0, 10)}
    if "level" not in pair:
        yield {"level": level}
    if not met and pair.get("last_contact", "9") > AS_OF:
        yield {"last_contact": day}
        if "level" not in pair:
            yield {"last_contact": day, "level": level}


@given(ACCOUNTS, SHARES, RANDOM)
@lawful(400)
def test_learning_an_unknown_stays_inside_the_old_bounds(account: Data, share: Score, random: Random) -> None:
    old_facts = facts_of(account)
    old = measure_all(old_facts, share)
    for learned in some(fillings(account, random), random):
        new_facts = facts_of(learned)
        new = measure_all(new_facts, share)
        excepted = exceptions(new_facts)
        for name, score in new.scores.items():
            bounds = old.scores[name]
            if name not in excepted:
                assert bounds.low - HAIR <= score.low <= score.high <= bounds.high + HAIR, (name, learned)
        for name, words in new.words.items():
            if name not in excepted:
                assert words <= old.words[name], (name, learned)


ABOUT_THE_FILE = (
    "crp",
    "checklist",
    "stage.confirmed",
    "standing.confirmed",
    "phase.confirmed",
)
"""Measures of what the file has: steps that are written down, and what is confirmed by now. Learning adds to them."""


def exceptions(new_facts: Facts) -> set[str]:
    """The measures that change what they are about: nothing bounds one by the other."""
    excepted = set(ABOUT_THE_FILE)
    if not any(person.key is not False for person in new_facts.people):
        excepted.add("resilience")  # whoever might have been a key player is none: there is nothing to reach
    return excepted


# What has not happened yet does not count


TOMORROW = "2026-11-16"
TO_COME: dict[str, Data] = {
    "touchpoints": {"date": TOMORROW, "us": ["maria", "tom"], "them": ["ann", "bob"]},
    "exchanges": {"date": TOMORROW, "gave": "us", "kind": "price", "value": 1e6},
    "views": {"date": TOMORROW, "side": "theirs", "source": "said", "stage": "exploratory", "trust": 0, "by": "ann"},
    "issues": {"what": "i", "since": TOMORROW},
    "opportunities": {"what": "o", "since": TOMORROW},
    "reviews": {"date": TOMORROW, "by": "maria", "quarter": "2026-Q4", "found": {"stage": "basic"}},
    "value": {"what": "v", "date": TOMORROW, "confirmed_by": "ann"},
}


def later(account: Data) -> Iterator[Data]:
    """Add to each list something dated after the day."""
    for name, entry in TO_COME.items():
        yield {**account, name: [*account.get(name, []), entry]}
    yield {**account, "offerings": {**account.get("offerings", {}), "new": {"since": TOMORROW}}}
    for name in ("joint_plan", "notice_given", "talking_past_each_other"):
        entries = [*account["signals"].get(name, []), {"holds": True, "date": TOMORROW}]
        yield {**account, "signals": {**account["signals"], name: entries}}
    yield {**account, "contacts": {**account["contacts"], "new": {"power": 5, "since": TOMORROW}}}


@given(ACCOUNTS, SHARES, RANDOM)
@lawful(150)
def test_what_is_dated_after_the_day_changes_nothing(account: Data, share: Score, random: Random) -> None:
    old = measured(account, share)
    for more in some(later(account), random):
        new = measured(more, share)
        for name, score in new.scores.items():
            assert score[:4] == old.scores[name][:4], (name, more)
        assert new.words == old.words, more


def test_every_measure_is_held_to_the_laws() -> None:
    found = measured(Author(7).account(), exactly(0.2))
    unbounded = {measure.id for measure in MEASURES} - {*found.scores, *found.words}
    assert unbounded <= {measure.id for measure in MEASURES if measure.id.startswith(("perception", "equity."))}


def test_the_day_of_these_tests_is_among_their_days() -> None:
    assert AS_OF in DAYS
    assert any(date.fromisoformat(day) > date.fromisoformat(AS_OF) for day in DAYS)
