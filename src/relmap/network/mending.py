"""The fewest new relationships that give everybody who matters enough ways in.

An exact search by iterative deepening, in which every branch is one that no solution can do without: where there are
too few ways to somebody, a new relationship has to reach past the bottleneck (Menger). A bound from needs that no one
relationship can serve together cuts it short. Where the search would take too long, a greedy answer stands, with the
least number that is proven. The tests hold both against brute force.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from relmap.network.paths import Graph, find_bottleneck, has_ways, reachable

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
    target: str = ""
    """To whom there are too few ways; empty where one of the heads has to be known."""


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
    needs = search.needs()
    least = search.bound(needs)
    try:
        for size in range(least, len(rough)):
            if (found := search.within((), needs, size)) is not None:
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
        links, needs = (), self.needs()  # type: tuple[Link, ...], Sequence[_Need]
        while needs:
            tried = ((*links, link) for link in islice(self.links_for(_narrowest(needs), links), TRIED))
            left = [(some, self.needs_after(some, needs)) for some in tried]
            links, needs = min(left, key=lambda pair: sum(need.missing for need in pair[1]))
        for link in links:
            fewer = tuple(other for other in links if other != link)
            links = links if self.is_needed(link, fewer) else fewer
        return links

    def within(self, links: tuple[Link, ...], needs: Sequence[_Need], size: int) -> tuple[Link, ...] | None:
        """Return at most `size` links, those given included, that are enough; None where there are none.

        `needs` is what does not hold with the links that are given.
        """
        self.left -= 1 + len(self.graph) * len(self.wanted.ways)
        if self.left < 0:
            raise _TooLongError
        if not needs:
            return links
        if len(links) + self.bound(needs) > size or (state := (frozenset(links), size)) in self.seen:
            return None
        self.seen.add(state)
        tried = ((*links, link) for link in self.links_for(_narrowest(needs), links))
        answers = (self.within(some, self.needs_after(some, needs), size) for some in tried)
        return next((found for found in answers if found is not None), None)

    @staticmethod
    def bound(needs: Sequence[_Need]) -> int:
        """Return how many links are needed at least: needs that have no head in common cannot share a link."""
        taken, total = set[str](), 0
        for need in sorted(needs, key=lambda need: (len(need.heads), -need.missing)):
            if taken.isdisjoint(need.heads):
                taken |= need.heads
                total += need.missing
        return max([total, *(need.missing for need in needs)])

    def needs(self) -> Sequence[_Need]:
        """Return what does not hold yet."""
        ways = (self._need_of(target, self.graph) for target in self.wanted.ways)
        known = {person for member in self.ours for person in self.graph.get(member, ())}
        groups = (_Need(1, group, frozenset()) for group in self.wanted.known if known.isdisjoint(group))
        return [*(need for need in ways if need), *groups]

    def needs_after(self, links: Sequence[Link], needs: Sequence[_Need]) -> Sequence[_Need]:
        """Return what of the needs is left with the last of the links: it helps nobody but whom it leads to."""
        graph, (_, person) = self._with(links), links[-1]
        reached = reachable(graph, [person])
        left = []
        for need in needs:
            if not need.target:
                left += [] if person in need.heads else [need]
            elif need.target not in reached:
                left.append(need)
            elif more := self._need_of(need.target, graph):
                left.append(more)
        return left

    def is_needed(self, link: Link, rest: Sequence[Link]) -> bool:
        """Say whether something that held with a link and the rest does not hold with the rest alone."""
        graph = self._with(rest)
        known = {person for member in self.ours for person in graph.get(member, ())}
        if any(link[1] in group and known.isdisjoint(group) for group in self.wanted.known):
            return True
        reached = reachable(graph, [link[1]])
        return any(self._need_of(target, graph) for target in self.wanted.ways if target in reached)

    def _need_of(self, target: str, graph: Graph) -> _Need | None:
        ways = self.wanted.ways[target]
        if has_ways(graph, self.ours, target, ways):
            return None
        people, beyond = find_bottleneck(graph, self.ours, target)
        return _Need(ways - len(people), beyond & self.team.keys(), people, target)

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
