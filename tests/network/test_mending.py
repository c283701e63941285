"""The fewest new relationships, against brute force and against networkx on published networks."""

from itertools import combinations, product
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.network import mending
from relmap.network.mending import Link, Mended, Wanted, mend
from relmap.network.paths import cut_vertices, disjoint_paths, find_bottleneck, has_ways

Graph = dict[str, set[str]]


def network(text: str) -> Graph:
    """Read `M-a a-b`: a capital is one of ours, who is only ever known from; theirs know each other both ways."""
    graph: Graph = {}
    for one, _, other in (line.partition("-") for line in text.split()):
        graph.setdefault(one, set()).add(other)
        graph.setdefault(other, set())
        if one.islower():
            graph[other].add(one)
    return graph


def with_links(graph: Graph, links: tuple[Link, ...]) -> Graph:
    made = {vertex: set(others) for vertex, others in graph.items()}
    for member, person in links:
        made.setdefault(member, set()).add(person)
    return made


def holds(graph: Graph, ours: list[str], wanted: Wanted) -> bool:
    known = {person for member in ours for person in graph.get(member, ())}
    return all(disjoint_paths(graph, ours, target) >= ways for target, ways in wanted.ways.items()) and not any(
        known.isdisjoint(group) for group in wanted.known
    )


def fewest(graph: Graph, ours: list[str], theirs: list[str], wanted: Wanted) -> int:
    """Try every set of new relationships, smallest first."""
    new = [link for link in product(ours, theirs) if link[1] not in graph.get(link[0], ())]
    return next(
        size
        for size in range(len(new) + 1)
        for links in combinations(new, size)
        if holds(with_links(graph, links), ours, wanted)
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Graph, list[str], list[str], Wanted]:
    random = Random(draw(st.integers(0, 10**6)))
    ours, theirs = list("ABC")[: random.randint(2, 3)], list("abcde")[: random.randint(1, 5)]
    graph: Graph = {vertex: set() for vertex in (*ours, *theirs)}
    for member, person in product(ours, theirs):
        if random.random() < 0.2:
            graph[member].add(person)
    for one, other in combinations(theirs, 2):
        if random.random() < 0.35:
            graph[one].add(other)
            graph[other].add(one)
    ways = {person: random.randint(1, 2) for person in theirs if random.random() < 0.5}
    known = tuple(frozenset(random.sample(theirs, random.randint(1, len(theirs)))) for _ in range(random.randint(0, 2)))
    return graph, ours, theirs, Wanted(ways, known)


def mended(graph: Graph, ours: list[str], theirs: list[str], wanted: Wanted, effort: int = 10**6) -> Mended:
    return mend(graph, dict.fromkeys(theirs, ours), wanted, effort)


@given(cases())
@settings(deadline=None, derandomize=True, max_examples=300)
def test_no_smaller_set_is_enough(case: tuple[Graph, list[str], list[str], Wanted]) -> None:
    graph, ours, theirs, wanted = case
    found = mended(graph, ours, theirs, wanted)
    assert holds(with_links(graph, found.links), ours, wanted)
    assert found.is_smallest
    assert len(found.links) == fewest(graph, ours, theirs, wanted)


@given(cases())
@settings(deadline=None, derandomize=True, max_examples=300)
def test_without_time_to_search_the_answer_is_enough_and_the_bound_is_true(
    case: tuple[Graph, list[str], list[str], Wanted],
) -> None:
    graph, ours, theirs, wanted = case
    found = mended(graph, ours, theirs, wanted, effort=0)
    assert holds(with_links(graph, found.links), ours, wanted)
    least = fewest(graph, ours, theirs, wanted)
    assert found.least <= least <= len(found.links) <= least + 1, "measured on these cases: never more than one over"


@given(cases())
@settings(deadline=None, derandomize=True, max_examples=300)
def test_the_bottleneck_is_as_small_as_there_are_ways_and_cuts(
    case: tuple[Graph, list[str], list[str], Wanted],
) -> None:
    graph, ours, theirs, _ = case
    for target in theirs:
        people, beyond = find_bottleneck(graph, ours, target)
        count = disjoint_paths(graph, ours, target)
        assert len(people) == count
        assert [has_ways(graph, ours, target, ways) for ways in range(4)] == [ways <= count for ways in range(4)]
        rest = {one: others - people for one, others in graph.items() if one not in people}
        assert disjoint_paths(rest, [member for member in ours if member in rest], target) == 0
        reaching = {one for one in rest if disjoint_paths(rest, [one], target)} | {target}
        assert beyond == reaching


@pytest.mark.parametrize(
    ("edges", "ways", "known", "links"),
    [
        ("A-a B-a", {"a": 2}, "", ()),
        ("A-a", {"a": 2}, "", (("B", "a"),)),
        ("A-a a-b a-c", {"b": 1, "c": 1}, "", ()),
        ("a-b a-c", {"b": 1, "c": 1}, "", (("A", "b"),)),  # b knows a and c, so one is enough
        ("", {"a": 1}, "a", (("A", "a"),)),  # one relationship serves both
        ("A-a a-b", {"b": 1}, "b", (("A", "b"),)),  # a way is no acquaintance
    ],
)
def test_what_is_added(edges: str, ways: dict[str, int], known: str, links: tuple[Link, ...]) -> None:
    theirs = sorted({sign for sign in edges if sign.islower()} | set(ways) | set(known))
    graph = {sign: set[str]() for sign in ("A", "B", *theirs)} | network(edges)
    groups = (frozenset(known),) if known else ()
    found = mended(graph, ["A", "B"], theirs, Wanted(ways, groups))
    assert len(found.links) == len(links)
    assert found.is_smallest
    if len(theirs) == 1:
        assert found.links == links


def test_the_search_beats_the_greedy_answer_where_that_asks_for_too_much() -> None:
    graph = {"A": set[str](), "B": set[str]()} | network("a-e a-d b-d b-c")  # a chain: e a d b c
    wanted = Wanted({"a": 2, "b": 1, "c": 2, "d": 2}, tuple(map(frozenset, ("bde", "acde", "abde"))))
    found, rough = (mended(graph, ["A", "B"], list("abcde"), wanted, effort) for effort in (10**6, 0))
    assert (found.links, found.is_smallest) == ((("A", "e"), ("B", "c")), True), "from both ends"
    assert (len(rough.links), rough.least, rough.is_smallest) == (3, 2, False)


def test_whom_we_would_rather_send_goes() -> None:
    assert mend({"a": set()}, {"a": ["B", "A"]}, Wanted({"a": 1})).links == (("B", "a"),)


PUBLISHED = {
    "krackhardt": nx.krackhardt_kite_graph(),
    "florentine": nx.florentine_families_graph(),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_on_published_networks_every_pair_s_ways_and_cuts_are_those_of_networkx(name: str) -> None:
    published = nx.relabel_nodes(PUBLISHED[name], str)
    graph = {vertex: set(published[vertex]) for vertex in published}
    for one, other in combinations(sorted(graph), 2):
        expected = _ways_between(published, one, other)
        assert disjoint_paths({**graph, "us": graph[one]}, ["us"], other) <= 1  # from one source there is one way out
        entrances = sorted(graph[one] - {other})
        rest = {vertex: others - {one} for vertex, others in graph.items() if vertex != one}
        assert disjoint_paths(rest, entrances, other) + (other in graph[one]) == expected
        cuts = set(cut_vertices(graph, [one], other)) - {one}
        assert cuts == _cuts_between(published, one, other)


def _ways_between(graph: "nx.Graph[str]", one: str, other: str) -> int:
    return len(list(nx.node_disjoint_paths(graph, one, other)))


def _cuts_between(graph: "nx.Graph[str]", one: str, other: str) -> set[str]:
    return {
        vertex
        for vertex in set(graph) - {one, other}
        if not nx.has_path(graph.subgraph(set(graph) - {vertex}), one, other)
    }


def test_the_medici_are_the_cut_of_florence() -> None:
    families = nx.florentine_families_graph()
    graph = {family: set(families[family]) for family in families}
    between = {
        family for one, other in combinations(sorted(graph), 2) for family in cut_vertices(graph, [one], other)[1:]
    }
    assert between == set(nx.articulation_points(families))
    assert "Medici" in between
    one_more = mend({**graph, "us": {"Ridolfi"}}, {family: ["us", "we"] for family in graph}, Wanted({"Pazzi": 2}))
    assert (len(one_more.links), one_more.is_smallest) == (1, True), "a second way has to go round Salviati"
    assert one_more.links == (("we", "Pazzi"),)


def test_a_new_relationship_has_only_those_looked_at_anew_whom_it_leads_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without that, forty islands would be looked at forty times over for each try."""
    asked: list[str] = []

    def count(graph: Graph, ours: list[str], target: str, ways: int) -> bool:
        asked.append(target)
        return has_ways(graph, ours, target, ways)

    monkeypatch.setattr(mending, "has_ways", count)
    islands = [f"p{number}" for number in range(40)]
    alone: dict[str, set[str]] = {person: set() for person in ("A", *islands)}
    found = mended(alone, ["A"], islands, Wanted(dict.fromkeys(islands, 1)))
    assert (len(found.links), found.is_smallest) == (40, True)
    assert len(asked) <= 4 * 40
