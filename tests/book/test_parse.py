import resource
import time
from math import isnan

import pytest

from relmap.book import construct
from relmap.book.codes import CODES
from relmap.book.parse import Parsed, parse
from relmap.findings import Finding, Span


def read(text: str | bytes) -> Parsed:
    return parse(text.encode() if isinstance(text, str) else text, "acme.yaml", "acme")


def data(text: str | bytes) -> dict[str, object] | None:
    parsed = read(text)
    assert parsed.findings == ()
    return parsed.document


def only(text: str | bytes) -> Finding:
    (found,) = read(text).findings
    assert found.account == "acme"
    return found


def place(found: Finding) -> str:
    return f"{found.span.line}:{found.span.column}-{found.span.end_line}:{found.span.end_column}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Acme GmbH", "Acme GmbH"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("y", "y"),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("+12", 12),
        ("-0", 0),
        ("01234", 1234),
        ("0x1F", 31),
        ("0o17", 15),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1.10", 1.1),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("1.2.3", "1.2.3"),
        ("-x", "-x"),
        ("+49 211 5550", "+49 211 5550"),
        ("-.inf", float("-inf")),
        (".Inf", float("inf")),
        ("2026-01-01", "2026-01-01"),
        ("2026-02-30", "2026-02-30"),
        ("2025-Q1", "2025-Q1"),
        ("'12'", "12"),
        ('"null"', "null"),
        ("=", "="),
        ("https://acme.example/a?b=c#d", "https://acme.example/a?b=c#d"),
        ("١٢", "١٢"),
    ],
)
def test_a_value_means_what_the_core_schema_of_yaml_1_2_says(text: str, value: object) -> None:
    document = data(f"key: {text}\n")
    assert document == {"key": value}
    assert type(document["key"]) is type(value)


def test_nan_is_a_float() -> None:
    document = data("key: .nan\n")
    assert document is not None
    assert isinstance(document["key"], float)
    assert isnan(document["key"])


def test_keys_are_text_exactly_as_written() -> None:
    text = '2025: 1\n"no": 2\nyes: 3\n01: 4\n1.10: 5\ntrue: 6\n2026-01-01: 7\n"null": 8\n"": 9\n'
    document = data(text)
    assert document is not None
    assert list(document) == ["2025", "no", "yes", "01", "1.10", "true", "2026-01-01", "null", ""]


def test_flow_mappings_take_addresses_and_questions() -> None:
    text = "view: {ref: https://acme.example/x, what: who decides?}\n"
    assert data(text) == {"view": {"ref": "https://acme.example/x", "what": "who decides?"}}


@pytest.mark.parametrize(
    "text", ["a: 1\r\nb: [x,\r\n  y]\r\n", "\ufeffa: 1\nb: [x, y]\n", "---\na: 1\nb: [x, y]\n...\n"]
)
def test_line_ends_and_marks_at_both_ends_change_nothing(text: str) -> None:
    assert data(text) == {"a": 1, "b": ["x", "y"]}


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("", "RM022", "the file is empty"),
        (" \n\n", "RM022", "the file is empty"),
        ("# nothing yet\n", "RM022", "the file contains only comments"),
        ("- a\n- b\n", "RM023", "the file is a list; `key: value` lines were expected"),
        ("Acme", "RM023", "the file is a single value; `key: value` lines were expected"),
        ("a:b\n", "RM023", "the file is a single value; `key: value` lines were expected"),
    ],
)
def test_a_file_without_a_mapping_is_refused(text: str, code: str, message: str) -> None:
    found = only(text)
    assert (found.code, found.message, found.span.line, found.span.column) == (code, message, 1, 1)
    assert read(text).document is None


@pytest.mark.parametrize(
    ("separator", "where"), [("---\n", "2:1-2:2"), ("...\n", "3:1-3:2"), ("...\n---\n", "3:1-3:2")]
)
def test_a_second_document_is_refused_where_it_begins(separator: str, where: str) -> None:
    found = only(f"a: 1\n{separator}b: 2\n")
    assert (found.code, place(found)) == ("RM024", where)


def test_all_duplicate_keys_are_reported_with_both_places() -> None:
    parsed = read('2025: 1\nx:\n  "a": 1\n  a: 2\n"2025": 3\n')
    assert [(found.code, place(found), found.route) for found in parsed.findings] == [
        ("RM025", "4:3-4:4", ("x", "a")),
        ("RM025", "5:1-5:7", ("2025",)),
    ]
    assert [str(found.related[0].span) for found in parsed.findings] == ["acme.yaml:3:3", "acme.yaml:1:1"]
    assert parsed.document == {"2025": 1, "x": {"a": 1}}


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("? [a, b]\n: 1\n", "1:3-1:9", "a key must be text, and this one is a list"),
        ("{a: 1}: 2\n", "1:1-1:7", "a key must be text, and this one is a mapping"),
        ("a: {null: 1}\n", "1:5-1:9", "a key must be text, and null is null"),
        ("~: 1\n", "1:1-1:2", "a key must be text, and ~ is null"),
        (": 1\n", "1:1-1:2", "there is no key before the colon"),
        ("? \n: 1\n", "1:2-1:2", "there is no key before the colon"),
    ],
)
def test_a_key_that_is_no_text_is_refused(text: str, where: str, message: str) -> None:
    found = only(text)
    assert (found.code, place(found), found.message) == ("RM026", where, message)


def test_merge_keys_follow_yaml_1_1() -> None:
    text = """
base: &base {x: 1, y: 2}
other: &other {y: 5, z: 6}
one: {y: 3, <<: *base}
two: {<<: [*base, *other, {w: 7}]}
nested: {<<: &inner {<<: *base, v: 8}}
quoted: {"<<": text}
"""
    document = data(text)
    assert document is not None
    assert document["one"] == {"x": 1, "y": 3}
    assert document["two"] == {"x": 1, "y": 2, "z": 6, "w": 7}
    assert document["nested"] == {"x": 1, "y": 2, "v": 8}
    assert document["quoted"] == {"<<": "text"}


def test_a_merge_key_before_something_else_is_refused() -> None:
    found = only("a:\n  <<: 3\n")
    assert (found.code, place(found), found.route) == ("RM028", "2:7-2:8", ("a", "<<"))


def test_an_alias_repeats_its_anchor() -> None:
    assert data("a: &x [1, 2]\nb: *x\n") == {"a": [1, 2], "b": [1, 2]}


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("a: *gone\n", "RM021", "1:4-1:5"),
        ("a: &x 1\nb: &x 2\n", "RM029", "2:4-2:5"),
        ("a: &x [1, *x]\n", "RM030", "1:4-1:6"),
        ("a: &x {<<: *x}\n", "RM030", "1:4-1:6"),
    ],
)
def test_anchors_that_do_not_work_out_are_refused(text: str, code: str, where: str) -> None:
    found = read(text).findings[0]
    assert (found.code, place(found)) == (code, where)


def test_core_tags_decide_what_a_value_is() -> None:
    text = "a: !!str 12\nb: !!int '12'\nc: !!float 1\nd: !!null ''\ne: !!bool true\nf: !!seq [1]\ng: !!map {x: 1}\n"
    assert data(text) == {"a": "12", "b": 12, "c": 1.0, "d": None, "e": True, "f": [1], "g": {"x": 1}}


def test_all_other_and_contradicting_tags_are_refused() -> None:
    text = "a: !custom b\nc: !!int x\nd: ! 12\ne: !!timestamp 2026-01-01\nf: !!map [a]\n!k g: !p {h: 1}\n"
    assert [(place(found), found.message) for found in read(text).findings] == [
        ("1:4-1:11", "the tag !custom is none of YAML's core tags"),
        ("2:4-2:9", "'x' is not what the tag !!int says"),
        ("3:4-3:5", "the tag ! is none of YAML's core tags"),
        ("4:4-4:15", "the tag !!timestamp is none of YAML's core tags"),
        ("5:4-5:9", "a list is not what the tag !!map says"),
        ("6:1-6:3", "the tag !k is none of YAML's core tags"),
        ("6:7-6:9", "the tag !p is none of YAML's core tags"),
    ]


@pytest.mark.parametrize("number", ["9" * 19, "9" * 5000, "-" + "1" * 19, "0x" + "f" * 20, "1e999"])
def test_a_number_that_cannot_be_kept_is_refused_and_stays_text(number: str) -> None:
    parsed = read(f"a: {number}\n")
    assert [(found.code, found.route) for found in parsed.findings] == [("RM033", ("a",))]
    assert parsed.document == {"a": number}


def test_eighteen_digits_are_kept() -> None:
    assert data("a: 123456789012345678\n") == {"a": 123456789012345678}


@pytest.mark.parametrize(
    ("text", "where", "message", "opened"),
    [
        ('a: "b\nc: d\n', "1:4", "the quote is never closed", None),
        ("a: 'b\n---\n", "1:4", "the quote is never closed", None),
        ("a: 'it's'\n", "1:8", "there is more text after the closing quote", None),
        ("a: [b, c\n", "1:4", "the `[` is never closed", None),
        ("a: {b: 1\n", "1:4", "the `{` is never closed", None),
        ("a: {b: 1\nc: d\n", "2:2", "a comma or `}` was expected here", "1:4"),
        ("a: [b]]\n", "1:7", "']' does not belong here", None),
        ("{a: b}}\n", "1:7", "'}' stands after the end of the data", None),
        ("a: b: c\n", "1:5", "there is a second `: ` in this line", None),
        ("a: b\n  c: d\n", "2:4", "a key cannot begin here: the line above it already has a value", None),
        ("a:b\nc: d\n", "2:2", "a key cannot begin here: the line above is no `key: value`", None),
        ("a:\n  b: c\n d: e\n", "3:2", "this line's indentation fits nothing above it", "1:1"),
        ("a: b\n- c\n", "2:1", "a list item stands where a key of the mapping around it was expected", "1:1"),
        ("- a\nb: c\n", "2:1", "a list item (`- `) was expected here", "1:1"),
        ("a: - b\n", "1:4", "a list item cannot begin in this place", None),
        ("a: b\nfoo\nc: d\n", "2:1", "this line is neither `key: value` nor a list item", None),
        ("a:\n\tb: c\n", "2:1", "a tab stands where YAML wants spaces", None),
        ("a: |\n\tb\n", "2:1", "a tab stands where YAML wants spaces", None),
        ("%YAML 1.2\na: b\n", "2:1", "a line `---` must follow the lines that begin with %", None),
        ("%FOO\n", "1:5", "this is not well-formed YAML: the parser found unknown directive name", None),
        ("a: @b\n", "1:4", "a value cannot begin with '@'", None),
        ("a: %b\n", "1:4", "a value cannot begin with '%'", None),
        ("a: ]\n", "1:4", "a value cannot begin with ']'", None),
        ("a: **b**\n", "1:4", "`*` begins an alias, whose name must follow", None),
        ("a: & b\n", "1:4", "`&` begins an anchor, whose name must follow", None),
        ("a: !b!c d\n", "1:4", "`!` begins a tag, and this is none", None),
        ('a: "\\ud800"\n', "1:7", "this escape stands for half a character or none", None),
        ('a: "C:\\qa"\n', "1:7", "\\qa is no escape that YAML knows", None),
        ("a: |b\n", "1:5", "only a comment may follow `|` or `>` on its line", None),
        ("ü: 日本\r\nb: c: d\r\n", "2:5", "there is a second `: ` in this line", None),
    ],
)
def test_a_syntax_error_is_explained_where_it_stands(text: str, where: str, message: str, opened: str | None) -> None:
    found = only(text)
    assert (found.code, f"{found.span.line}:{found.span.column}", found.message) == ("RM020", where, message)
    assert [str(related.span) for related in found.related] == ([f"acme.yaml:{opened}"] if opened else [])


def test_what_the_guard_refuses_is_the_only_finding() -> None:
    assert only("a: b\0\nc: d: e\n").code == "RM011"


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20)
)
HOSTILE = {
    "10,000 brackets": ("[" * 10_000, "RM031"),
    "10,000 brackets on lines": ("[\n" * 10_000, "RM031"),
    "10,000 brackets, disguised": ('["]",' * 10_000, "RM031"),
    "30,000 mappings in a line": ("{a: " * 30_000, "RM031"),
    "30,000 lists in a line": ("- " * 30_000, "RM031"),
    "30,000 explicit keys in a line": ("? " * 30_000, "RM031"),
    "30,000 keys and lists in turn": ("- ? " * 15_000, "RM031"),
    "2,000 levels of indentation": ("".join(" " * n + "a:\n" for n in range(2_000)), "RM031"),
    "2,000 lists by indentation": ("\r".join(" " * n + "-" for n in range(2_000)), "RM031"),
    "65 levels": ("a: " + "[" * 64 + "]" * 64, "RM031"),
    "aliases of aliases": (BOMB, "RM032"),
    "a chain of 3,000 aliases": (
        "a0: &a0 []\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 3_000)),
        "RM031",
    ),
    "a mapping merged 200,000 times": ("a: &a {x: 1}\nb: {<<: [" + "*a, " * 200_000 + "]}", "RM032"),
    "2,000,000 values": ("{a: [" + "b," * 1_999_990 + "]}", "RM032"),
    "1,000,000 lines": ("- a\n" * 1_000_000, "RM032"),
    "4 MB of line breaks": ("\n" * 4_000_000, "RM022"),
    "4 MB of comment": ("#" * 4_000_000, "RM022"),
    "4 MB of text": ("a" * 4_000_000, "RM023"),
    "a tag of 1 MB": ("a: " + "!" * 1_000_000, "RM027"),
    "20,000 duplicates": ("a: b\n" * 20_000, "RM025"),
}


@pytest.mark.parametrize(("text", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_quickly_and_in_little_memory(text: str, code: str) -> None:
    content = text.encode()
    begun = time.process_time()
    findings = parse(content, "acme.yaml").findings
    assert time.process_time() - begun < 5
    assert findings[0].code == code
    assert all(len(found.message) < 200 for found in findings)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 500 * 1024


def test_sixty_four_levels_are_read() -> None:
    assert data("a: " + "[" * 63 + "]" * 63) is not None
    assert data("a: &a " + "[" * 63 + "]" * 63) is not None


def test_a_failure_inside_the_parser_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr("relmap.book.parse.compose", fail)
    found = only("a: 1\n")
    assert (found.code, found.span) == ("RM039", Span("acme.yaml"))


def test_meanings_are_remembered_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relmap.book.construct._REMEMBERED", 3)
    text = "a: [one, 2, three, 4.5, two, 2, one]\n"
    assert data(text) == {"a": ["one", 2, "three", 4.5, "two", 2, "one"]}
    assert len(construct._meanings) <= 3


def test_codes_and_names_are_unique_and_in_order() -> None:
    assert [code.code for code in CODES] == sorted({code.code for code in CODES})
    assert len({code.name for code in CODES}) == len(CODES)
