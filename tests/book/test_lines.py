"""The lines of keys and items without the parse tree: they are those that a locator says."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.book.lines import Lines
from relmap.book.locate import Locator
from relmap.book.parse import parse
from relmap.book.problem import written_route
from relmap.findings import Route

ACME = """\
name: Acme
contacts:
  jane: {name: Jane, roles: [user,
    budget]}
  tom:
    name: Tom
    conflicts_with:
      - jane
      - olaf
promises: [{what: a}, {what: b}]
views:
  - side: ours
    trust: 7
  - {side: theirs, trust: 6}
"""
ALIASES = """\
base: &base
  level: vendor
  trust:
    4
known_by:
  maria: {<<: *base, level: advisor}
  tom: *base
  <<: {olaf: {level: none}}
"""
MIXED_BREAKS = "name: Acme\r\nnote: 'a\rb'\ncontacts:\r\n  jane: {}\r\n"


def lines_of(text: str) -> Lines:
    data = text.encode()
    return Lines(data, parse(data, "acme.yaml").root)


@pytest.mark.parametrize(
    ("route", "line"),
    [
        (("name",), 1),
        (("contacts", "jane"), 3),
        (("contacts", "jane", "roles", 1), 4),
        (("contacts", "jane", "roles", "budget"), 4),
        (("contacts", "tom", "conflicts_with", "olaf"), 9),
        (("contacts", "tom", "conflicts_with", 0), 8),
        (("promises", 1, "what"), 10),
        (("views", 0, "trust"), 13),
        (("views", 1, "trust"), 14),
        (("views", 7), 11),
        (("contacts", "tom", "support"), 5),
        (("contacts", "tom", 0, "name"), 6),
        (("financials",), None),
        ((), None),
    ],
)
def test_a_route_ends_at_its_key_or_at_its_nearest_ancestor(route: Route, line: int | None) -> None:
    assert lines_of(ACME).line(route) == line


@pytest.mark.parametrize(
    ("route", "line"),
    [
        (("known_by", "maria", "level"), 6),
        (("known_by", "maria", "trust"), 3),
        (("known_by", "tom"), 7),
        (("known_by", "tom", "level"), 2),
        (("known_by", "olaf", "level"), 8),
    ],
)
def test_what_is_shared_or_merged_in_stands_where_it_is_written(route: Route, line: int) -> None:
    assert lines_of(ALIASES).line(route) == line


def test_lines_are_counted_as_editors_count_them() -> None:
    assert lines_of(MIXED_BREAKS).line(("contacts", "jane")) == 5


def test_an_empty_file_has_no_lines() -> None:
    assert lines_of("").line(("name",)) is None


def routes(document: object, above: Route = ()) -> Iterator[Route]:
    """Yield every route of a document, and some that go past its end."""
    yield from (above, (*above, "nowhere"), (*above, 3))
    if isinstance(document, dict):
        for key, value in document.items():
            yield from routes(value, (*above, key))
    if isinstance(document, list):
        for place, value in enumerate(document):
            yield from routes(value, (*above, place))
            if isinstance(value, str):
                yield (*above, value)


@settings(deadline=None)
@given(st.text(alphabet=" \n-?:,[]{}&*|>'\"ab1<.~\r", max_size=80))
def test_they_are_those_of_the_locator(text: str) -> None:
    assert differing(text) == []


@pytest.mark.parametrize(
    "text",
    [ACME, ALIASES, MIXED_BREAKS, "a: &x {b: 1}\nc: [*x, {d: *x}]\n", "k:\n  <<:\n    x: 1\n  y: 2\n"],
)
def test_they_are_those_of_the_locator_in_written_files(text: str) -> None:
    assert parse(text.encode(), "acme.yaml").findings == ()
    assert differing(text) == []


def differing(text: str) -> list[Route]:
    """Return the routes of a file of which its lines and a locator say different things; of a broken file none."""
    data = text.encode()
    parsed = parse(data, "acme.yaml")
    if parsed.document is None or parsed.findings:
        return []
    lines, locator = Lines(data, parsed.root), Locator(data, "acme.yaml", parsed.root)

    def told(route: Route) -> int | None:
        written = written_route(route, parsed.document)[0]
        return locator.line(written) if written else None

    return [route for route in routes(parsed.document) if lines.line(route) != told(route)]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Blocks and flows, with and without anchors, over one line and more."""
    words = st.sampled_from(["a", "b", "c", "'d e'", "1", "~"])
    flows = st.recursive(
        words,
        lambda inner: (
            st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
            | st.lists(st.tuples(st.sampled_from("abc"), inner), max_size=3, unique_by=lambda pair: pair[0]).map(
                lambda pairs: "{" + draw(st.sampled_from([", ", ",\n      "])).join(f"{k}: {v}" for k, v in pairs) + "}"
            )
        ),
        max_leaves=6,
    )
    lines = [f"k{place}: {draw(flows)}" for place in range(draw(st.integers(1, 4)))]
    lines += [f"shared: &s\n  x: {draw(flows)}\n  y: {draw(flows)}"] if draw(st.booleans()) else ["shared: {x: 1}"]
    if "&s" in lines[-1]:
        lines += ["same: *s", "merged: {<<: *s, x: 2}", "within:\n  - *s\n  - <<: *s"]
    return "\n".join(lines) + "\n"


@settings(deadline=None)
@given(documents())
def test_they_are_those_of_the_locator_with_flows_and_anchors(text: str) -> None:
    assert differing(text) == []
