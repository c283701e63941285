"""Resilience: how many people would have to go before a key player is out of our reach, and who they are."""

from collections.abc import Iterable
from typing import NamedTuple

from relmap.measures.facts import Facts, Link, Person
from relmap.measures.result import Evidence, Score, Unknown, not_scored
from relmap.network.paths import cut_vertices, disjoint_paths


class SinglePoint(NamedTuple):
    """Somebody whose departure alone cuts us off from key players."""

    person: str
    side: str
    """ours or theirs"""
    cut_off: tuple[str, ...]


class Resilience(NamedTuple):
    """The smallest number of departures that cut a key player off, and the single points of failure."""

    score: Score
    single_points: tuple[SinglePoint, ...]
    unreached: tuple[str, ...]
    """Key players whom no live relationship reaches."""


class _Network(NamedTuple):
    """Who can be reached from whom, and our people in it. Prefixes keep a member and a contact of one id apart."""

    graph: dict[str, set[str]]
    team: list[str]


def measure_resilience(facts: Facts) -> Resilience:
    """Return the least number of vertex-disjoint paths from our team to an active key player.

    Paths run over live relationships and, in both directions, over the customer's `influences` lines; reporting lines
    are not access. The player itself is never the cut; unreached is 0. Menger's theorem. The value counts what is known
    to be live; the bounds range over relationships not known to be live and over unknown power.
    """
    keys = [person for person in facts.people if person.key]
    maybe_keys = [person for person in facts.people if person.key is None]
    if not keys and not maybe_keys:
        return Resilience(not_scored("no known key player", 0, 0, lambda: Evidence(facts.link_inputs)), (), ())
    sure = _network(facts, [link for link in facts.links if link.live])
    counts = {person.id: _paths(sure, person) for person in keys}
    low = min([*counts.values(), *(_paths(sure, person) for person in maybe_keys)])
    best = list(counts.values())
    if not keys or any(link.live is None for link in facts.links):
        hopeful = _network(facts, [link for link in facts.links if link.live is not False])
        best = [_paths(hopeful, person) for person in keys or maybe_keys]
    if not keys:
        return Resilience(_score(facts, None, low, max(best), "no known key player"), (), ())
    score = _score(facts, min(counts.values()), low, min(best), "")
    unreached = tuple(person for person, count in counts.items() if not count)
    return Resilience(score, _single_points(sure, [p for p, count in counts.items() if count == 1]), unreached)


def _score(facts: Facts, value: int | None, low: int, high: int, reason: str) -> Score:
    """Score it where enough of the relationships and powers is known."""
    total = len(facts.links) + len(facts.people)
    unsure = sum(link.live is None for link in facts.links) + sum(person.key is None for person in facts.people)
    completeness = 1 - unsure / total if total else 1.0
    if value is not None and completeness < facts.rubric.completeness:
        value, reason = None, f"{unsure} of {total} relationships and powers are not known"

    def evidence() -> Evidence:
        unknowns = (
            Unknown(("contacts", person.id, "power"), f"How much does {person.label} decide, 1 to 5?", high - low)
            for person in facts.people
            if person.key is None
        )
        return Evidence(facts.link_inputs, tuple(unknowns))

    return Score(value, low, high, completeness, reason, find_evidence=evidence)


def _network(facts: Facts, links: Iterable[Link]) -> _Network:
    graph: dict[str, set[str]] = {}
    for link in links:
        graph.setdefault("ours:" + link.member, set()).add("theirs:" + link.contact)
    team = sorted(graph)
    here = {person.id for person in facts.people}
    for person in facts.people:
        for other in person.contact.influences:
            if other in here and other != person.id:
                graph.setdefault("theirs:" + person.id, set()).add("theirs:" + other)
                graph.setdefault("theirs:" + other, set()).add("theirs:" + person.id)
    return _Network(graph, team)


def _paths(network: _Network, person: Person) -> int:
    return disjoint_paths(network.graph, network.team, "theirs:" + person.id)


def _single_points(network: _Network, players: list[str]) -> tuple[SinglePoint, ...]:
    cut: dict[str, list[str]] = {}
    for player in players:
        for vertex in cut_vertices(network.graph, network.team, "theirs:" + player):
            cut.setdefault(vertex, []).append(player)
    split = (vertex.partition(":") for vertex in sorted(cut))
    return tuple(SinglePoint(person, side, tuple(cut[f"{side}:{person}"])) for side, _, person in split)
