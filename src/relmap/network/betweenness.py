"""Betweenness in small graphs: who stands between others.

Written here and not taken from networkx because a map has to be drawn at once, and importing networkx alone takes as
long as everything else together; networkx is the referee in the tests.
"""

from collections.abc import Collection, Mapping

Graph = Mapping[str, Collection[str]]


def betweenness(graph: Graph) -> dict[str, float]:
    """Return for each vertex the share of pairs of others whose shortest paths run through it, 0 to 1.

    `graph` holds every edge in both directions; edges have no weight. Several shortest paths of a pair count in equal
    parts, and a pair without a path counts as none. Freeman (1977), counted after Brandes (2001).
    """
    between = dict.fromkeys(sorted(graph), 0.0)
    for source in between:
        _count_from(graph, source, between)
    pairs = (len(between) - 1) * (len(between) - 2)  # each pair is met from both of its ends
    return {vertex: value / pairs if pairs else 0.0 for vertex, value in between.items()}


def _count_from(graph: Graph, source: str, between: dict[str, float]) -> None:
    """Add what the shortest paths from one vertex run through."""
    distance, paths, before = {source: 0}, {source: 1.0}, dict[str, list[str]]()
    queue = [source]
    for here in queue:
        for there in sorted(graph[here]):
            if there not in distance:
                distance[there] = distance[here] + 1
                queue.append(there)
            if distance[there] == distance[here] + 1:
                paths[there] = paths.get(there, 0.0) + paths[here]
                before.setdefault(there, []).append(here)
    through = dict.fromkeys(queue, 0.0)
    for there in reversed(queue[1:]):
        for here in before[there]:
            through[here] += paths[here] / paths[there] * (1 + through[there])
        between[there] += through[there]
