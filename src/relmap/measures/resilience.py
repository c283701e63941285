"""Resilience: how many people would have to go before a key player is out of our reach, and who they are."""

from collections.abc import Iterable
from typing import NamedTuple

from relmap.measures.facts import Facts, Link, Person
from relmap.measures.result import Input, Known, Score, Unknown, not_scored
from relmap.network.paths import disjoint_paths, reachable


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


Graph = dict[str, set[str]]


def measure_resilience(facts: Facts) -> Resilience:
    """Return the least number of vertex-disjoint paths from our team to an active key player.

    Paths run over live relationships and, in both directions, over the customer's `influences` lines; reporting lines
    are not access. The player itself is never the cut; unreached is 0. Menger's theorem. The value counts what is known
    to be live; the bounds range over relationships not known to be live and over unknown power.
    """
    keys = [person for person in facts.people if person.key]
    maybe_keys = [person for person in facts.people if person.key is None]
    sure = _graph(facts, [link for link in facts.links if link.live])
    inputs = tuple(Input(link.route, _known(link), "ours", link.contacted) for link in facts.links)
    if not keys and not maybe_keys:
        return Resilience(not_scored("no known key player", 0, 0, inputs), (), ())
    hopeful = _graph(facts, [link for link in facts.links if link.live is not False])
    low = min(_paths(sure, person) for person in keys + maybe_keys)
    best = [_paths(hopeful, person) for person in keys or maybe_keys]
    high = min(best) if keys else max(best)
    if not keys:
        return Resilience(_open(facts, None, low, high, inputs, "no known key player"), (), ())
    counts = {person.id: _paths(sure, person) for person in keys}
    score = _open(facts, min(counts.values()), low, high, inputs, "")
    unreached = tuple(person for person, count in counts.items() if not count)
    return Resilience(score, _single_points(sure, [p for p, count in counts.items() if count == 1]), unreached)


def _known(link: Link) -> Known:
    return Known.UNKNOWN if link.live is None else Known.FRESH


def _open(facts: Facts, value: int | None, low: int, high: int, inputs: tuple[Input, ...], reason: str) -> Score:
    """Score it where enough of the relationships and powers is known."""
    total = len(facts.links) + len(facts.people)
    unsure = sum(link.live is None for link in facts.links) + sum(person.key is None for person in facts.people)
    completeness = 1 - unsure / total if total else 1.0
    if value is not None and completeness < facts.rubric.completeness:
        value, reason = None, f"{unsure} of {total} relationships and powers are not known"
    unknowns = tuple(
        Unknown(("contacts", person.id, "power"), f"How much does {person.label} decide, 1 to 5?", high - low)
        for person in facts.people
        if person.key is None
    )
    return Score(value, low, high, completeness, reason, (), inputs, unknowns)


def _graph(facts: Facts, links: Iterable[Link]) -> Graph:
    """Our people and theirs; prefixes keep a member and a contact of one id apart."""
    graph: Graph = {}
    for link in links:
        graph.setdefault("ours:" + link.member, set()).add("theirs:" + link.contact)
    here = {person.id for person in facts.people}
    for person in facts.people:
        for other in person.contact.influences:
            if other in here and other != person.id:
                graph.setdefault("theirs:" + person.id, set()).add("theirs:" + other)
                graph.setdefault("theirs:" + other, set()).add("theirs:" + person.id)
    return graph


def _team(graph: Graph) -> list[str]:
    return sorted(vertex for vertex in graph if vertex.startswith("ours:"))


def _paths(graph: Graph, person: Person) -> int:
    target = "theirs:" + person.id
    if target not in graph:  # nobody sways or is swayed by this person: only direct relationships reach
        return sum(target in graph[member] for member in _team(graph))
    return disjoint_paths(graph, _team(graph), target)


def _single_points(graph: Graph, players: list[str]) -> tuple[SinglePoint, ...]:
    cut: dict[str, list[str]] = {}
    team = _team(graph)
    vertices = sorted(set(graph) | {other for others in graph.values() for other in others})
    for vertex in vertices if players else ():
        left = reachable(graph, team, without=vertex)
        for player in players:
            if vertex != "theirs:" + player and "theirs:" + player not in left:
                cut.setdefault(vertex, []).append(player)
    return tuple(
        SinglePoint(vertex.partition(":")[2], vertex.partition(":")[0], tuple(lost)) for vertex, lost in cut.items()
    )
