"""Vertex-disjoint paths in small graphs: how many people would have to go before somebody is out of reach.

Written here and not taken from networkx because every account of a book needs it, and importing networkx alone costs
more than assessing a hundred accounts; networkx is the referee in the tests.
"""

from collections.abc import Collection, Iterable, Mapping, Set
from itertools import pairwise
from typing import NamedTuple, TypeVar

Graph = Mapping[str, Collection[str]]
_Vertex = tuple[str, bool]  # a person split in two: where paths come in (False) and where they go out (True)
_SOURCE: _Vertex = ("", True)
_Node = TypeVar("_Node", str, _Vertex)
_Residual = dict[_Vertex, dict[_Vertex, None]]
"""What is left of the edges; sets that keep their order, so that the same graph gives the same paths."""


def disjoint_paths(graph: Graph, sources: Iterable[str], target: str) -> int:
    """Return the largest number of paths from `sources` to `target` that share no vertex but the target.

    By Menger's theorem this is the smallest number of vertices, sources included and the target not, whose loss cuts
    the target off. Found by augmenting unit flows (Ford & Fulkerson 1956) through vertices split in two.
    """
    starts = set(sources)
    direct = {source for source in starts if target in graph.get(source, ())}
    others = starts - direct
    entrances = [vertex for vertex, following in graph.items() if target in following and vertex not in direct]
    if not others or not entrances or target in starts:
        return len(direct)
    if len(others) == 1 or len(entrances) == 1:
        return len(direct) + _reaches(graph, others, target, without=direct)
    return len(direct) + _flow(graph, others, target, without=direct)


def _reaches(graph: Graph, sources: Set[str], target: str, without: Set[str]) -> bool:
    seen, queue = set(without), list(sources)
    for here in queue:
        for there in graph.get(here, ()):
            if there == target:
                return True
            if there not in seen:
                seen.add(there)
                queue.append(there)
    return False


def disjoint_ways(graph: Graph, sources: Iterable[str], target: str) -> list[list[str]]:
    """Return as many paths as `disjoint_paths` counts, each from a source to the target, the direct ones first.

    Of several answers it is the same one whatever order the graph's vertices come in.
    """
    starts = set(sources) - {target}
    direct = {source for source in starts if target in graph.get(source, ())}
    ordered = {vertex: sorted(graph[vertex]) for vertex in sorted(graph)}
    residual, _ = _augmented(ordered, sorted(starts - direct), target, without=direct)
    ways = [[source, target] for source in sorted(direct)]
    for source in sorted(source for source in starts - direct if (source, False) not in residual[_SOURCE]):
        way = [source]
        while way[-1] != target:
            taken = residual[way[-1], True]  # an edge that carries flow is missing from what is left
            way.append(next(v for v in graph[way[-1]] if v not in direct and (v, False) not in taken))
        ways.append(way)
    return ways


def _flow(graph: Graph, sources: Set[str], target: str, without: Set[str]) -> int:
    return _augmented(graph, sources, target, without)[1]


def has_ways(graph: Graph, sources: Iterable[str], target: str, ways: int) -> bool:
    """Say whether `disjoint_paths` would count so many; quicker, since it stops there. The target must be no source."""
    starts = set(sources)
    direct = {source for source in starts if target in graph.get(source, ())}
    wanted = ways - len(direct)
    if wanted <= 0:
        return True
    before = _before(graph, target)
    return _augmented(before, sorted((starts - direct) & before.keys()), target, direct, wanted)[1] == wanted


def _before(graph: Graph, target: str) -> Graph:
    """Return the part of a graph from which the target can be reached: nobody else stands on a way."""
    kept = _reaching(graph, target, frozenset())
    return {vertex: [other for other in others if other in kept] for vertex, others in graph.items() if vertex in kept}


def _augmented(
    graph: Graph, sources: Iterable[str], target: str, without: Set[str], most: int | None = None
) -> tuple[_Residual, int]:
    """Augment until no path is left, or `most` are found.

    Sources next to the target are `without`: their shortest way is never worse.
    """
    residual: _Residual = {_SOURCE: dict.fromkeys((source, False) for source in sources)}
    for vertex, others in graph.items():
        if vertex not in without:
            residual.setdefault((vertex, False), {})[vertex, True] = None
            residual[vertex, True] = dict.fromkeys((other, False) for other in others if other not in without)
    count = 0
    while count != most and (path := _shortest(residual, (target, False))):
        for here, there in pairwise(path):
            del residual[here][there]
            residual.setdefault(there, {})[here] = None
        count += 1
    return residual, count


def _shortest(residual: _Residual, goal: _Vertex) -> list[_Vertex]:
    came_from: dict[_Vertex, _Vertex] = {_SOURCE: _SOURCE}
    queue = [_SOURCE]
    for here in queue:
        for there in residual.get(here, ()):
            if there not in came_from:
                came_from[there] = here
                if there == goal:
                    return _walk_back(came_from, goal)
                queue.append(there)
    return []


class Bottleneck(NamedTuple):
    """A smallest set of people whose loss cuts a target off, the one nearest to it, and who stands beyond them."""

    people: frozenset[str]
    """As many as there are ways that share nobody (Menger)."""
    beyond: frozenset[str]
    """The target, and whoever still reaches it when those people are gone."""


def find_bottleneck(graph: Graph, sources: Iterable[str], target: str) -> Bottleneck:
    """Return where the ways from `sources` to `target` are narrowest. The target must be no source."""
    graph = _before(graph, target)
    starts = set(sources) & graph.keys()
    direct = {source for source in starts if target in graph.get(source, ())}
    residual, _ = _augmented(graph, sorted(starts - direct), target, without=direct)
    near = _leading_to(residual, (target, False))
    people = direct | {source for source in starts - direct if (source, False) in near}
    for vertex, others in graph.items():
        if (vertex, True) in near or vertex in direct:
            people |= {vertex} if (vertex, False) not in near and vertex not in direct and vertex != target else set()
            continue
        entered = {other for other in others if other not in direct and (other, False) in near}
        people |= {vertex if other == target else other for other in entered}
    return Bottleneck(frozenset(people), frozenset(_reaching(graph, target, people)))


def _leading_to(residual: _Residual, goal: _Vertex) -> set[_Vertex]:
    """Return from where flow could still be pushed to the goal."""
    entrances: dict[_Vertex, list[_Vertex]] = {}
    for here, following in residual.items():
        for there in following:
            entrances.setdefault(there, []).append(here)
    return _closure(entrances, goal)


def _reaching(graph: Graph, target: str, without: Set[str]) -> set[str]:
    """Return the target and every vertex that reaches it when some are gone."""
    entrances: dict[str, list[str]] = {}
    for here, following in graph.items():
        if here not in without:
            for there in following:
                entrances.setdefault(there, []).append(here)
    return _closure(entrances, target)


def _closure(following: Mapping[_Node, Iterable[_Node]], start: _Node) -> set[_Node]:
    seen, queue = {start}, [start]
    for here in queue:
        for there in following.get(here, ()):
            if there not in seen:
                seen.add(there)
                queue.append(there)
    return seen


def _walk_back(came_from: Mapping[_Vertex, _Vertex], end: _Vertex) -> list[_Vertex]:
    path = [end]
    while path[-1] != _SOURCE:
        path.append(came_from[path[-1]])
    return path[::-1]


def cut_vertices(graph: Graph, sources: Iterable[str], target: str) -> list[str]:
    """Return every vertex, but the target, whose loss alone cuts the target off from the sources; in a path's order."""
    starts = list(sources)
    came_from = _search(graph, starts)
    path, here = list[str](), came_from.get(target)
    while here is not None:  # whoever cuts the target off stands on every path, so on this one
        path.append(here)
        here = came_from[here]
    return [vertex for vertex in reversed(path) if target not in _search(graph, starts, without=vertex)]


def _search(graph: Graph, sources: Iterable[str], without: str | None = None) -> dict[str, str | None]:
    """Return every vertex in reach, breadth first, each with the one it was reached from."""
    came_from: dict[str, str | None] = {source: None for source in sources if source != without}
    queue = list(came_from)
    for here in queue:
        for there in graph.get(here, ()):
            if there not in came_from and there != without:
                came_from[there] = here
                queue.append(there)
    return came_from


def reachable(graph: Graph, sources: Iterable[str], without: str | None = None) -> set[str]:
    """Return every vertex that can be reached from `sources`, the sources included, when `without` is gone."""
    return set(_search(graph, sources, without))
