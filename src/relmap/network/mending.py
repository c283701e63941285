"""The fewest new relationships that give everybody who matters enough ways in.

An exact search by iterative deepening, in which every branch is one that no solution can do without: where there are
too few ways to somebody, a new relationship has to reach past the bottleneck (Menger). A bound from needs that no one
relationship can serve together cuts it short. Where the search would take too long, a greedy answer stands, with the
least number that is proven. The tests hold both against brute force.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from relmap.network.paths import Graph, find_bottleneck

Link = tuple[str, str]
"""One of ours, one of theirs."""
EFFORT = 400_000
"""How many vertices a search may look at, for each way wanted in each state, before the greedy answer has to do."""

TRIED = 24
"""How many links the greedy answer weighs against each other at each step."""


class Wanted(NamedTuple):
    """What has to hold: so many ways that share nobody to each of these; and of each of these groups, one known."""

    ways: Mapping[str, int]
    known: tuple[frozenset[str], ...] = ()


class Mended(NamedTuple):
    """New relationships that are enough, and the number that is proven to be the least."""

    links: tuple[Link, ...]
    least: int

    @property
    def is_smallest(self) -> bool:
        """Is it proven that fewer are not enough?"""
        return len(self.links) == self.least


class _Need(NamedTuple):
    """Something that does not hold yet."""

    missing: int
    """At least so many new relationships have to lead to the `heads`."""
    heads: frozenset[str]
    blocked: frozenset[str]
    """Who of ours cannot be the one: the ways that go through them are counted already."""


class _TooLongError(Exception):
    """The search has used up its effort."""


def mend(graph: Graph, team: Mapping[str, Sequence[str]], wanted: Wanted, effort: int = EFFORT) -> Mended:
    """Return the fewest new relationships after which all that is wanted holds.

    `team` has for each of theirs who may become known all of ours, those whom we would rather send first. There must be
    at least as many of ours as there are ways wanted to anybody. Of answers of one size, any may come back; the same
    input gives the same answer.
    """
    search = _Search(graph, team, wanted, effort)
    rough = search.greedy()
    least = search.bound(search.needs(()))
    try:
        for size in range(least, len(rough)):
            if (found := search.within((), size)) is not None:
                return Mended(found, size)
            least = size + 1
    except _TooLongError:
        return Mended(rough, least)
    return Mended(rough, len(rough))


class _Search:
    def __init__(self, graph: Graph, team: Mapping[str, Sequence[str]], wanted: Wanted, effort: int) -> None:
        self.graph, self.team, self.wanted = graph, team, wanted
        self.ours = sorted({member for members in team.values() for member in members})
        self.left = effort
        self.seen = set[tuple[frozenset[Link], int]]()

    def greedy(self) -> tuple[Link, ...]:
        """Serve the narrowest need with what leaves the least to do, and so on; then take away what was needless."""
        links: tuple[Link, ...] = ()
        while needs := self.needs(links):
            tried = ((*links, link) for link in islice(self.links_for(_narrowest(needs), links), TRIED))
            links = min(tried, key=lambda some: sum(need.missing for need in self.needs(some)))
        for link in links:
            fewer = tuple(other for other in links if other != link)
            links = links if self.needs(fewer) else fewer
        return links

    def within(self, links: tuple[Link, ...], size: int) -> tuple[Link, ...] | None:
        """Return at most `size` links, those given included, that are enough; None where there are none."""
        self.left -= 1 + len(self.graph) * len(self.wanted.ways)
        if self.left < 0:
            raise _TooLongError
        needs = self.needs(links)
        if not needs:
            return links
        if len(links) + self.bound(needs) > size or (state := (frozenset(links), size)) in self.seen:
            return None
        self.seen.add(state)
        tried = (self.within((*links, link), size) for link in self.links_for(_narrowest(needs), links))
        return next((found for found in tried if found is not None), None)

    @staticmethod
    def bound(needs: Sequence[_Need]) -> int:
        """Return how many links are needed at least: needs that have no head in common cannot share a link."""
        taken, total = set[str](), 0
        for need in sorted(needs, key=lambda need: (len(need.heads), -need.missing)):
            if taken.isdisjoint(need.heads):
                taken |= need.heads
                total += need.missing
        return max([total, *(need.missing for need in needs)])

    def needs(self, links: Sequence[Link]) -> list[_Need]:
        """Return what does not hold yet with these links added."""
        graph = self._with(links)
        found = []
        for target, ways in self.wanted.ways.items():
            if sum(target in graph.get(member, ()) for member in self.ours) >= ways:
                continue  # known to enough of ours: no need to look for ways round
            people, beyond = find_bottleneck(graph, self.ours, target)
            if len(people) < ways:
                found.append(_Need(ways - len(people), beyond & self.team.keys(), people))
        known = {person for member in self.ours for person in graph.get(member, ())}
        found += [_Need(1, group, frozenset()) for group in self.wanted.known if known.isdisjoint(group)]
        return found

    def links_for(self, need: _Need, links: Sequence[Link]) -> Iterator[Link]:
        """Yield every link that could serve a need. Those of ours who know nobody yet are all alike: one is enough."""
        graph = self._with(links)
        for person in (person for person in self.team if person in need.heads):
            has_new = False
            for member in self.team[person]:
                is_new = not graph.get(member)
                if member in need.blocked or (is_new and has_new) or person in graph.get(member, ()):
                    continue
                has_new |= is_new
                yield member, person

    def _with(self, links: Sequence[Link]) -> Graph:
        added = {member: set(self.graph.get(member, ())) for member, _ in links}
        for member, person in links:
            added[member].add(person)
        return {**self.graph, **added}


def _narrowest(needs: Sequence[_Need]) -> _Need:
    return min(needs, key=lambda need: len(need.heads))
