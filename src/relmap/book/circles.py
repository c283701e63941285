"""Circles in who reports to whom and which account belongs to which."""

from collections.abc import Collection, Iterator, Mapping

CIRCLE_SHOWN = 6
"""The most names of a circle that people are shown."""


def find_circles(graph: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Return circles that share no name, at least one for each tangle, each from its smallest name back to it.

    Every name is walked to once: a circle that is found is taken out, and the search goes on from what is left.
    """
    seen: set[str] = set()
    circles = []
    for start in graph:
        path: dict[str, Iterator[str]] = {}
        following: str | None = start if start not in seen else None
        while following or path:
            if following:
                seen.add(following)
                path[following] = iter(graph[following])
            following = None
            for other in path[next(reversed(path))]:
                if other in path:
                    circles.append(_cut_out(path, other))
                    break
                if other in graph and other not in seen:
                    following = other
                    break
            else:
                path.popitem()
    return sorted(circles)


def _cut_out(path: dict[str, Iterator[str]], first: str) -> list[str]:
    """Take the end of a path from `first` on, and turn it so that its smallest name begins and ends it."""
    circle: list[str] = []
    while not circle or circle[-1] != first:
        circle.append(path.popitem()[0])
    circle.reverse()
    start = circle.index(min(circle))
    return [*circle[start:], *circle[: start + 1]]


def circle_text(circle: list[str]) -> str:
    """Write a circle with arrows; of a long one only the beginning and the end."""
    names = circle if len(circle) <= CIRCLE_SHOWN else [*circle[: CIRCLE_SHOWN - 2], "…", circle[-1]]
    return " → ".join(names)
