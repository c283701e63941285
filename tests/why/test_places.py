"""Places: from what a measure read to the line of the file, shorthands included."""

from datetime import date
from pathlib import Path

import pytest

from relmap.measures.result import Input, Known
from relmap.why.places import Places

AS_OF = date(2026, 11, 15)
FILE = """\
name: Acme
owner: maria
signals:
  joint_plan: true
contacts:
  jane: {power: 4, known_by: tom}
  bob:
    known_by: {tom: {level: vendor}}
promises:
  - {what: Report, by: tom, due: 2026-03-01}
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "acme.yaml").write_text(FILE)
    return Places(tmp_path, "acme.yaml", "acme")


@pytest.mark.parametrize(
    ("route", "where", "written"),
    [
        (("contacts", "jane", "power"), "acme.yaml:6:17", "4"),
        (("contacts", "bob", "known_by", "tom", "level"), "acme.yaml:8:29", "vendor"),
        (("signals", "joint_plan", 0), "acme.yaml:4:15", "true"),  # a bare yes is a list of one
        (("contacts", "jane", "known_by", "tom", "trust"), "acme.yaml:6:30", "tom"),  # what is left out is above
        (("promises", 0), "acme.yaml:10:5", "{what: Report, by: tom, due: 2026-03-01}"),
    ],
)
def test_a_route_is_found_as_the_file_writes_it(
    places: Places, route: tuple[str | int, ...], where: str, written: str
) -> None:
    (found,) = places.place([Input(route)], AS_OF)
    assert (str(found.span), found.written) == (where, written)


def test_age_is_counted_in_days_to_the_day_of_the_assessment(places: Places) -> None:
    dated, undated = Input(("promises", 0), Known.FRESH, "ours", date(2026, 11, 1)), Input(("name",))
    assert [entry.age for entry in places.place([dated, undated], AS_OF)] == [None, 14]


def test_only_what_has_no_day_counts_as_undated(places: Places) -> None:
    route = ("promises", 0)
    dated, undated = Input(route, day=date(2026, 3, 1)), Input(route)
    assert [entry.entry.known for entry in places.place([dated, undated], AS_OF)] == [Known.FRESH, Known.UNDATED]


def test_inputs_come_in_the_order_of_the_file_and_once(places: Places) -> None:
    found = places.place([Input(("promises", 0)), Input(("name",)), Input(("promises", 0))], AS_OF)
    assert [entry.span.line for entry in found] == [1, 10]


def test_a_file_that_is_gone_has_no_places(tmp_path: Path) -> None:
    (found,) = Places(tmp_path, "acme.yaml", "acme").place([Input(("name",))], AS_OF)
    assert (found.span.line, found.written) == (1, "")
