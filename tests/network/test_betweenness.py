"""Betweenness against networkx on published networks and on random ones."""

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.network.betweenness import betweenness


def ours(graph: "nx.Graph[Any]") -> dict[str, float]:
    return betweenness({vertex: set(graph[vertex]) for vertex in graph})


def named(graph: "nx.Graph[Any]") -> "nx.Graph[Any]":
    return nx.relabel_nodes(graph, {vertex: str(vertex) for vertex in graph})


def test_a_path_of_three_has_one_in_the_middle() -> None:
    assert betweenness({"a": ["b"], "b": ["a", "c"], "c": ["b"]}) == {"a": 0, "b": 1, "c": 0}


@pytest.mark.parametrize("vertices", [[], ["a"], ["a", "b"]])
def test_where_there_are_no_others_it_is_zero(vertices: list[str]) -> None:
    assert betweenness({vertex: [] for vertex in vertices}) == dict.fromkeys(vertices, 0)


@pytest.mark.parametrize("name", ["krackhardt_kite_graph", "florentine_families_graph", "karate_club_graph"])
def test_it_agrees_with_networkx_on_published_networks(name: str) -> None:
    graph = named(getattr(nx, name)())
    assert ours(graph) == pytest.approx(nx.betweenness_centrality(nx.Graph(graph.edges())))


def test_the_published_values_of_the_kite_and_of_the_medici() -> None:
    kite, florence = ours(named(nx.krackhardt_kite_graph())), ours(nx.florentine_families_graph())
    assert round(kite["7"], 3) == 0.389, "Heather, although Diane has most contacts"
    assert max(florence, key=lambda family: florence[family]) == "Medici"
    assert round(florence["Medici"], 3) == 0.522


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])))
def test_it_agrees_with_networkx_on_random_networks(edges: set[tuple[int, int]]) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(map(str, range(10)))
    graph.add_edges_from((str(here), str(there)) for here, there in edges)
    assert ours(graph) == pytest.approx(nx.betweenness_centrality(graph))
