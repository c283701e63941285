import pytest

from relmap.book.locate import Locator
from relmap.findings import Route, Span

ACCOUNT = """\
# a comment
name: Acme Robotics   # the end
2025: {revenue: 500000}
contacts:
  jane-doe:
    name: "Jane Doe"
    roles: [budget, sponsor]
    note: |
      Two lines
      of text

    empty:
  'ana':
    roles:
    - user
    - legal
# the last line
"""


def text_at(text: str, span: Span) -> str:
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: span.line - 1])) + span.column - 1
    end = sum(map(len, lines[: span.end_line - 1])) + span.end_column - 1
    return text[start:end]


def locator(text: str) -> Locator:
    return Locator(text.encode(), "acme.yaml")


@pytest.mark.parametrize(
    ("route", "key", "value"),
    [
        (("name",), "name", "Acme Robotics"),
        (("2025", "revenue"), "revenue", "500000"),
        (("2025",), "2025", "{revenue: 500000}"),
        (("contacts", "jane-doe", "name"), "name", '"Jane Doe"'),
        (("contacts", "jane-doe", "roles", 1), "sponsor", "sponsor"),
        (("contacts", "jane-doe", "note"), "note", "|\n      Two lines\n      of text"),
        (("contacts", "jane-doe", "empty"), "empty", ""),
        (("contacts", "ana"), "'ana'", "roles:\n    - user\n    - legal"),
        (("contacts", "ana", "roles"), "roles", "- user\n    - legal"),
        (("contacts", "ana", "roles", 1), "legal", "legal"),
    ],
)
def test_keys_and_values_are_found_exactly(route: Route, key: str, value: str) -> None:
    places = locator(ACCOUNT)
    assert text_at(ACCOUNT, places.key(route)) == key
    assert text_at(ACCOUNT, places.value(route)) == value


def test_places_count_lines_and_columns_from_one() -> None:
    places = locator(ACCOUNT)
    assert places.value(("name",)) == Span("acme.yaml", 2, 7, 2, 20)
    assert places.value(("contacts", "jane-doe", "empty")) == Span("acme.yaml", 12, 11, 12, 11)


def test_the_empty_route_is_the_whole_document() -> None:
    assert locator(ACCOUNT).value(()) == Span("acme.yaml", 2, 1, 16, 12)


@pytest.mark.parametrize(
    ("route", "key", "value"),
    [
        (("contacts", "jane-doe", "power"), "jane-doe", None),
        (("contacts", "jane-doe", "roles", 7), "roles", "[budget, sponsor]"),
        (("contacts", "jane-doe", "roles", "budget"), "roles", "[budget, sponsor]"),
        (("name", "first", "letter"), "name", "Acme Robotics"),
    ],
)
def test_a_route_that_is_not_there_is_answered_with_its_nearest_ancestor(
    route: Route, key: str, value: str | None
) -> None:
    places = locator(ACCOUNT)
    assert text_at(ACCOUNT, places.key(route)) == key
    if value:
        assert text_at(ACCOUNT, places.value(route)) == value


@pytest.mark.parametrize(
    "text", ["\ufeffü: é\r\nb:\r\n  日本: 😀x\r\n", "ü: é\nb:\n  日本: 😀x\n", "ü: é\rb:\r  日本: 😀x\r"]
)
def test_columns_count_characters_whatever_the_line_ends(text: str) -> None:
    places = locator(text)
    assert places.key(("ü",)) == Span("acme.yaml", 1, 1, 1, 2)
    assert places.key(("b", "日本")) == Span("acme.yaml", 3, 3, 3, 5)
    assert places.value(("b", "日本")) == Span("acme.yaml", 3, 7, 3, 9)


def test_an_alias_and_a_merge_point_to_where_the_text_is_written() -> None:
    text = "base: &b {x: 1, y: 2}\na: *b\nc: {<<: *b, y: 3}\nd: {<<: [{z: 4}, *b]}\n"
    places = locator(text)
    assert str(places.value(("a", "x"))) == "acme.yaml:1:14"
    assert str(places.value(("c", "x"))) == "acme.yaml:1:14"
    assert str(places.value(("c", "y"))) == "acme.yaml:3:16"
    assert str(places.key(("d", "z"))) == "acme.yaml:4:11"
    assert str(places.key(("d", "y"))) == "acme.yaml:1:17"


def test_a_block_that_ends_in_an_alias_ends_there() -> None:
    text = "a: &x [1]\nb:\n  c: *x\n\n# end\nd: 1\n"
    assert text_at(text, locator(text).value(("b",))) == "c: *x"


def test_of_duplicate_keys_the_first_is_meant() -> None:
    assert str(locator("a: 1\na: 2\n").key(("a",))) == "acme.yaml:1:1"


@pytest.mark.parametrize("text", ["", "a: [", "a: *b\n", "a: \0\n", "[" * 20_000])
def test_a_file_that_cannot_be_parsed_has_one_place(text: str) -> None:
    places = locator(text)
    assert places.key(("a", "b")) == Span("acme.yaml")
    assert places.value(("a", "b")) == Span("acme.yaml")


@pytest.mark.parametrize("text", ["a: &x {<<: *x, b: 1}\n", "a: &x {<<: [{<<: *x}], b: 1}\n", "a: &x\n  - *x\n"])
def test_a_loop_of_aliases_ends(text: str) -> None:
    places = locator(text)
    assert str(places.value(("a", "c"))) == "acme.yaml:1:4"
    assert str(places.value(("a", 0, 0, 0))) == "acme.yaml:1:4"


@pytest.mark.parametrize(("line", "expected"), [(1, "ü: 1"), (2, ""), (3, "b: 2"), (0, ""), (9, "")])
def test_a_line_is_given_without_its_end(line: int, expected: str) -> None:
    assert locator("ü: 1\r\n\r\nb: 2").line_text(line) == expected
