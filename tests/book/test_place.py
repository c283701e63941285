"""Where a reader looks for a finding: at the value, or at its key where the value is not all on the key's line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.book.locate import Locator
from relmap.findings import Route

TEXT = """\
name: Acme
reviews:
  - {date: 2026-01-01}
contacts: {jane: {power: 5}}
potential:
  needs: >-
    two
    lines
base: &base {power: 4}
other: *base
crlf: {a: 1,\r
  b: 2}
"""


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("name",), "a.yaml:1:7"),
        (("reviews",), "a.yaml:2:1"),
        (("reviews", 0), "a.yaml:3:5"),
        (("contacts",), "a.yaml:4:11"),
        (("contacts", "jane", "power"), "a.yaml:4:26"),
        (("potential", "needs"), "a.yaml:6:3"),
        (("other",), "a.yaml:10:1"),
        (("crlf",), "a.yaml:11:1"),
        (("nowhere",), "a.yaml:1:1"),
    ],
)
def test_the_place_of_a_route(route: Route, place: str) -> None:
    assert str(Locator(TEXT.encode(), "a.yaml").place(route)) == place


PARTS = st.sampled_from(["a", "é", "𝛼", " ", "x y", "\x85", "\u2028", "'", "#", "ä: b"])


@given(st.lists(st.lists(PARTS, max_size=4).map("".join), max_size=5), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=150)
def test_places_by_the_parsers_lines_are_those_by_counting(values: list[str], newline: str) -> None:
    lines = [f"k{number}: {value}" for number, value in enumerate(values)]
    lines += ["list: [1, {b: '2", "  3'}]", "map:", "  deep: é # end", "  block: |", "    one", "    two"]
    text = newline.join(lines)
    by_lines, by_counting = (Locator(text.encode(), "a.yaml") for _ in range(2))
    by_counting._source.__dict__["counts_lines_alike"] = False
    routes: list[Route] = [(f"k{number}",) for number in range(len(values))]
    routes += [("list",), ("list", 0), ("list", 1, "b"), ("map",), ("map", "deep"), ("map", "block")]
    for route in routes:
        assert by_lines.place(route) == by_counting.place(route)
        assert by_lines.value(route) == by_counting.value(route)
        assert by_lines.key(route) == by_counting.key(route)
