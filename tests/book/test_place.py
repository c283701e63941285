"""Where a reader looks for a finding: at the value, or at its key where the value is not all on the key's line."""

import pytest

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
