"""A key that a file lacks is written where it belongs; what is there is never changed."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.book.edit import EditRefusedError, Fill, edit
from relmap.book.parse import parse
from relmap.findings import Route

from .test_edit_properties import accounts, read_by_ruamel

HEAD = "name: A\nowner: m\n"
JANE: Route = ("contacts", "jane", "power")
OURS: Route = ("dependence", "ours", "alternatives")


@pytest.mark.parametrize(
    ("before", "route", "after"),
    [
        ("contacts:\n  jane: {name: J}  # c\n", JANE, "contacts:\n  jane: {name: J, power: 4}  # c\n"),
        ("contacts: {jane: {}}\n", JANE, "contacts: {jane: {power: 4}}\n"),
        ("contacts:\n  jane:\n  bob: {}\n", JANE, "contacts:\n  jane:\n    power: 4\n  bob: {}\n"),
        (
            "contacts:\n  jane:\n    name: J  # c\n  # d\n",
            JANE,
            "contacts:\n  jane:\n    name: J  # c\n    power: 4\n  # d\n",
        ),
        (
            "contacts:\n  jane: {name: J,\n   title: x}\n",
            JANE,
            "contacts:\n  jane: {name: J,\n   title: x, power: 4}\n",
        ),
        ("\npromises: []\n", OURS, "\ndependence:\n  ours:\n    alternatives: 4\n\npromises: []\n"),
        (
            "dependence:\n    theirs: {criticality: 3}\n",
            OURS,
            "dependence:\n    theirs: {criticality: 3}\n    ours:\n        alternatives: 4\n",
        ),
        ("dependence: {}\r\n", OURS, "dependence:\r\n  ours:\r\n    alternatives: 4\r\n"),
    ],
)
def test_it_is_written_in_the_style_of_the_file(before: str, route: Route, after: str) -> None:
    edited = edit(f"{HEAD}{before}".encode(), "a.yaml", [Fill(route, 4)])
    assert edited.decode() == f"{HEAD}{after}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("contacts: {jane: {power: 3}}\n", "`contacts.jane.power` is there already"),
        ("contacts: {jane: {power: }}\n", "`contacts.jane.power` is there already"),
        ("contacts: [jane]\n", "`contacts` is not a mapping"),
        ("custom: {c: &c {name: J}}\ncontacts: {jane: *c}\n", "`contacts.jane` is an alias, so other places share it"),
        ("contacts: {jane: &j {name: J}}\n", "`contacts.jane` has an anchor, so other places share it"),
        ("custom: {c: &c {name: J}}\ncontacts: {jane: {<<: *c}}\n", "`contacts.jane` merges other data in with `<<`"),
    ],
)
def test_what_would_change_something_else_is_refused(text: str, message: str) -> None:
    with pytest.raises(EditRefusedError) as refused:
        edit(f"{HEAD}{text}".encode(), "a.yaml", [Fill(JANE, 4)])
    assert refused.value.message == message


@settings(deadline=None)
@given(accounts(), st.sampled_from([JANE, OURS, ("tier",)]), st.integers(1, 5) | st.text(" #:,{}'\"aé0", max_size=6))
def test_in_any_file_the_data_is_what_was_wanted_and_every_line_stays(
    data: bytes, route: Route, value: str | int
) -> None:
    edited = edit(data, "acme.yaml", [Fill(route, value)])
    wanted: object = value
    for step in reversed(route):
        wanted = {step: wanted}
    before = parse(data, "acme.yaml").document
    assert before is not None
    assert isinstance(wanted, dict)
    assert parse(edited, "acme.yaml").document == before | wanted
    assert read_by_ruamel(edited) == read_by_ruamel(data) | wanted  # type: ignore[operator]
    assert not Counter(data.split()) - Counter(edited.split())
