"""Vertex-disjoint paths and cuts, against published graphs, networkx and brute force."""

from itertools import combinations, pairwise
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.network.paths import cut_vertices, disjoint_paths, disjoint_ways

Edges = list[tuple[str, str]]
Graph = dict[str, set[str]]

# Krackhardt (1990), the kite, numbered from 0 as networkx does
KITE = "0-1 0-2 0-3 0-5 1-3 1-4 1-6 2-3 2-5 3-4 3-5 3-6 4-6 5-6 5-7 6-7 7-8 8-9"


def undirected(edges: Edges) -> Graph:
    graph: Graph = {}
    for one, other in edges:
        graph.setdefault(one, set()).add(other)
        graph.setdefault(other, set()).add(one)
    return graph


def lines(text: str) -> Graph:
    """Read `a-b b-c` as an undirected graph."""
    return undirected([(one, other) for one, _, other in (line.partition("-") for line in text.split())])


@st.composite
def random_graphs(draw: st.DrawFn, most: int) -> tuple[Graph, list[str], str]:
    """Draw an undirected graph, some sources, and a target that is none of them."""
    vertices = [f"v{number}" for number in range(draw(st.integers(3, most)))]
    edges = draw(st.lists(st.sampled_from(list(combinations(vertices, 2))), unique=True, max_size=4 * most))
    count = draw(st.integers(1, min(4, len(vertices) - 1)))
    return {vertex: set() for vertex in vertices} | undirected(edges), vertices[1 : 1 + count], vertices[0]


def test_the_kite_hangs_on_nodes_seven_and_eight_though_three_has_most_links() -> None:
    kite = lines(KITE)
    between = {
        node
        for one in kite
        for other in kite
        if one != other
        for node in cut_vertices(kite, [one], other)
        if node != one
    }
    assert between == {"7", "8"}
    assert max(kite, key=lambda node: len(kite[node])) == "3"
    assert sorted(map(str, nx.articulation_points(nx.krackhardt_kite_graph()))) == ["7", "8"]


@pytest.mark.parametrize(
    ("edges", "sources", "count"),
    [
        ("a-t", "a", 1),
        ("a-t b-t", "ab", 2),
        ("a-m b-m m-t", "ab", 1),
        ("a-x a-y x-t y-t", "a", 1),  # both ways begin with a
        ("a-x b-y x-t y-t x-y", "ab", 2),
        ("a-x b-x b-y x-t y-t", "ab", 2),  # the first path must be taken back
        ("a-b t-u", "a", 0),
        ("a-b b-t", "ab", 1),  # through another of ours is no second way
    ],
)
def test_disjoint_paths(edges: str, sources: str, count: int) -> None:
    assert disjoint_paths(lines(edges), sources, "t") == count


def test_nobody_of_ours_reaches_nobody() -> None:
    assert disjoint_paths({}, [], "t") == 0
    assert disjoint_paths(lines("x-t"), ["a"], "t") == 0


@given(random_graphs(most=9))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_as_many_paths_as_networkx_finds(drawn: tuple[Graph, list[str], str]) -> None:
    graph, sources, target = drawn
    referee: nx.Graph[str] = nx.Graph([(one, other) for one, others in graph.items() for other in others])
    referee.add_node(target)
    referee.add_edges_from(("team", source) for source in sources)
    split = nx.algorithms.connectivity.build_auxiliary_node_connectivity(referee)
    # the flow from the team's way out to the target's way in, so that direct neighbours count too
    expected = nx.maximum_flow_value(split, f"{split.graph['mapping']['team']}B", f"{split.graph['mapping'][target]}A")
    assert disjoint_paths(graph, sources, target) == expected


@given(random_graphs(most=6))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_paths_are_as_many_as_people_must_go(drawn: tuple[Graph, list[str], str]) -> None:
    graph, sources, target = drawn
    assert disjoint_paths(graph, sources, target) == smallest_cut(graph, sources, target)


def smallest_cut(graph: Graph, sources: list[str], target: str) -> int:
    """Try every set of people, smallest first: Menger's other side."""
    others = sorted(set(graph) - {target})
    sizes = (
        size
        for size in range(len(others) + 1)
        for gone in combinations(others, size)
        if cuts(graph, sources, target, gone)
    )
    return next(sizes)


def cuts(graph: Graph, sources: list[str], target: str, gone: tuple[str, ...]) -> bool:
    """Say whether the target is out of reach when these people are gone."""
    rest: nx.Graph[str] = nx.Graph([(one, other) for one, others in graph.items() for other in others])
    rest.add_nodes_from(graph)
    rest.remove_nodes_from(gone)
    return not any(nx.has_path(rest, source, target) for source in sources if source not in gone)


@given(random_graphs(most=8))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_the_cut_vertices_are_those_whose_loss_cuts(drawn: tuple[Graph, list[str], str]) -> None:
    graph, sources, target = drawn
    reached = not cuts(graph, sources, target, ())
    alone = {vertex for vertex in graph if vertex != target and cuts(graph, sources, target, (vertex,))}
    assert set(cut_vertices(graph, sources, target)) == (alone if reached else set())
    assert bool(alone) is (disjoint_paths(graph, sources, target) == 1) or not reached


@pytest.mark.parametrize(
    ("edges", "sources", "expected"),
    [
        ("a-t", "a", ["a"]),
        ("a-x x-y y-t", "a", ["a", "x", "y"]),
        ("a-x b-x x-t", "ab", ["x"]),
        ("a-t b-t", "ab", []),
        ("a-b x-t", "ab", []),  # out of reach already
    ],
)
def test_the_cut_stands_in_the_order_of_the_path(edges: str, sources: str, expected: list[str]) -> None:
    assert cut_vertices(lines(edges), sources, "t") == expected


@given(st.integers(0, 10**6))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_the_ways_are_as_many_as_counted_and_share_nobody(seed: int) -> None:
    random = Random(seed)
    people = [str(number) for number in range(random.randint(2, 8))]
    graph = {one: {other for other in people if other != one and random.random() < 0.35} for one in people}
    sources, target = people[: random.randint(1, 3)], people[-1]
    ways = disjoint_ways(graph, sources, target)
    assert len(ways) == disjoint_paths(graph, sources, target) or target in sources
    for way in ways:
        assert way[0] in sources
        assert way[-1] == target
        assert all(there in graph[here] for here, there in pairwise(way))
    between = [person for way in ways for person in way[:-1]]
    assert len(between) == len(set(between))
