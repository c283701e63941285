"""Resilience: how many people would have to go before a key player is out of our reach, and who they are."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from relmap.measures.facts import Facts, Link, Person
from relmap.measures.result import Evidence, Score, Unknown, not_scored
from relmap.network.paths import cut_vertices, disjoint_paths, disjoint_ways


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
    find_ways: Callable[[], tuple[str, ...]] = tuple
    find_counts: Callable[[], Mapping[str, int]] = dict
    """How many ways that share nobody lead to each key player, by id."""

    @property
    def weakest_ways(self) -> tuple[str, ...]:
        """The ways to the key player with the fewest, which share nobody, as people would say them."""
        return self.find_ways()


@dataclass(frozen=True, slots=True)
class _Network:
    """Who can be reached from whom, and our people in it. Prefixes keep a member and a contact of one id apart."""

    graph: dict[str, set[str]]
    team: list[str]
    counted: dict[str, int] = field(default_factory=dict)
    """The ways to those who have been asked for, by id: counting them is the dear part."""

    def direct(self, person: Person) -> int:
        """Count our people who reach the person themselves."""
        return sum("theirs:" + person.id in self.graph[member] for member in self.team)

    def paths(self, person: Person) -> int:
        """Count the ways to the person that share nobody."""
        if person.id not in self.counted:
            self.counted[person.id] = disjoint_paths(self.graph, self.team, "theirs:" + person.id)
        return self.counted[person.id]

    def ways(self, person: Person) -> list[list[str]]:
        """Return the ways themselves."""
        return disjoint_ways(self.graph, self.team, "theirs:" + person.id)

    def least(self, people: Iterable[Person]) -> int:
        """Return the least number of ways to any of the people; who has more direct ones is not looked at."""
        best: int | None = None
        for direct, person in sorted(((self.direct(person), person) for person in people), key=itemgetter(0)):
            if best is not None and direct >= best:
                break
            ways = self.paths(person)
            best = ways if best is None else min(best, ways)
        return best or 0


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
    hopeful = sure
    if any(link.live is None for link in facts.links):
        hopeful = _network(facts, [link for link in facts.links if link.live is not False])
    if not keys:
        most = max(hopeful.paths(person) for person in maybe_keys)
        return Resilience(_score(facts, None, sure.least(maybe_keys), most, "no known key player"), (), ())
    value = sure.least(keys)
    low = min(value, sure.least(maybe_keys)) if maybe_keys else value
    score = _score(facts, value, low, hopeful.least(keys) if hopeful is not sure else value, "")
    counts = {person.id: sure.paths(person) for person in keys if sure.direct(person) <= 1}
    unreached = tuple(person for person, count in counts.items() if not count)
    single = _single_points(sure, [p for p, count in counts.items() if count == 1])
    return Resilience(
        score,
        single,
        unreached,
        lambda: _weakest_ways(facts, sure, keys),
        lambda: {person.id: sure.paths(person) for person in keys},
    )


def _weakest_ways(facts: Facts, network: _Network, keys: Iterable[Person]) -> tuple[str, ...]:
    """Write the ways to the key player with the fewest, by id the first: `Tom Hansen → Jane Doe → Carl Berg`."""
    weakest = min(keys, key=lambda person: (network.paths(person), person.id))
    people = {"theirs:" + person.id: person.label for person in facts.people}
    team = {f"ours:{member}": entry.name or member for member, entry in facts.settings.team.items()}
    names = people | team
    return tuple(
        " → ".join(names.get(vertex, vertex.partition(":")[2]) for vertex in way) for way in network.ways(weakest)
    )


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


def access_network(facts: Facts) -> Mapping[str, Set[str]]:
    """Return who is known to reach whom: `ours:ID` to `theirs:ID` where live, both ways along influence."""
    return _network(facts, [link for link in facts.links if link.live]).graph


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


def _single_points(network: _Network, players: list[str]) -> tuple[SinglePoint, ...]:
    cut: dict[str, list[str]] = {}
    for player in players:
        for vertex in cut_vertices(network.graph, network.team, "theirs:" + player):
            cut.setdefault(vertex, []).append(player)
    split = (vertex.partition(":") for vertex in sorted(cut))
    return tuple(SinglePoint(person, side, tuple(cut[f"{side}:{person}"])) for side, _, person in split)
