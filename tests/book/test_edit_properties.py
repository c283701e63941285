"""What holds for any edit of any file: the data is as wanted, and all that need not change stays."""

import re
from collections import Counter
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from relmap.book.edit import Append, edit, unified_diff
from relmap.book.parse import parse
from relmap.book.source import BOM
from relmap.findings import Route

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/accounts/**/*.yaml"))
TEXTS = st.text(" #:,-[]{}&'\"\\aé0", max_size=8)
ENTRIES = st.dictionaries(
    st.sampled_from(["date", "side", "by", "with", "holds", "trust", "found", "note"]),
    st.booleans()
    | st.integers(0, 10)
    | st.dates(date(2000, 1, 1))
    | st.floats(0, 10)
    | TEXTS
    | st.lists(TEXTS, max_size=2)
    | st.dictionaries(TEXTS, TEXTS | st.floats(0, 100), max_size=2),
    min_size=1,
)
ROUTES = st.sampled_from([("views",), ("promises",), ("reviews",), ("signals", "one_way"), ("signals", "joint_plan")])


BLOCK_ENTRIES = [  # with ~ for the indentation of the list
    "- {trust: 8}",
    "-   trust: 8  # said\n~    by: ana",
    '- note: "two\n~    lines"',
    "- note: |-\n~    A # b\n\n~     C",
    "- {trust: 8,\n~  by: ana}",
    "-\n~  trust: 8",
    "- # nothing\n~  # at all",
]


@st.composite
def block_lists(draw: st.DrawFn, indent: str) -> str:
    """The value of a key as a list in block style; every entry is written in a style of its own."""
    lines = draw(st.lists(st.sampled_from(BLOCK_ENTRIES), min_size=1, max_size=3))
    return "".join(f"\n{indent}{line.replace('~', indent)}{draw(st.sampled_from(['', '  # c']))}" for line in lines)


@st.composite
def lists(draw: st.DrawFn, indent: str) -> str:
    """The value of a key that is a list, or none yet."""
    flow = st.sampled_from(
        [
            *("", " []", " ~", " [ ]  # none", "  # none", " [{trust: 8}]", " [{trust: 8}, ]"),
            " [\n  {trust: 8},  # a, b\n  {by: ana}\n  ]",
            " [\n  {trust: 8},\n  {by: ana}  # a, b\n  # , c\n  ]",
            " [\n  {trust: 8},\n  {by: ana}  # a, b\n  ,\n  ]",
        ]
    )
    return draw(flow | block_lists(indent))


SIGNALS = st.sampled_from(
    [
        "signals:",
        "signals: {}  # none",
        "signals: {one_way: true, joint_plan: {holds: false}}",
        "signals: {\n  one_way: [{holds: true}],\n  # b, c\n  easy_exit: false  # d, e\n  }",
        "signals:\n  one_way: true  # said\n  joint_plan: {holds: false, by: ana}  # c",
        "signals:\n    one_way:\n        holds: true # said\n\n        by: ana\n    joint_plan: [ {holds: true} ]",
        "signals:\n  joint_plan:\n    # d\n    - {holds: true}\n    # e\n  one_way:\n      true",
    ]
)


@st.composite
def accounts(draw: st.DrawFn) -> bytes:
    """A small account file: keys in any order, lists in any style, with comments, blank lines and any line ends."""
    keys = ["name: Acme  # the customer", "owner: 'maria'", "custom: {old: &o [1, 2], new: *o}"]
    keys += [
        f"{key}:{draw(lists(draw(st.sampled_from(['', '  ', '    ']))))}" for key in ("views", "promises", "reviews")
    ]
    keys.append(draw(SIGNALS))
    chosen = draw(st.lists(st.sampled_from(keys), min_size=1, unique_by=lambda key: key.partition(":")[0]))
    between = draw(st.sampled_from(["\n", "\n\n", "\n# about what follows\n", "\n\n  # in between\n\n"]))
    text = between.join(chosen) + draw(st.sampled_from(["", "\n", "\n# the end\n", "\n\n\n"]))
    line_break = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from([b"", BOM])) + text.replace("\n", line_break).encode()


def read_by_ruamel(data: bytes) -> object:
    return YAML(typ="safe", pure=True).load(data)


def wanted(document: object, route: Route, entry: object) -> object:
    """The data with one entry more, by the plainest means."""
    data = deepcopy(document)
    assert isinstance(data, dict)
    holder = data
    for step in route[:-1]:
        holder[step] = holder.get(step) or {}
        holder = holder[step]
    there = holder.get(route[-1])
    if isinstance(there, bool):
        there = {"holds": there}
    if isinstance(there, dict):
        there = [there]
    stands_alone = len(route) == 2 and route[-1] not in holder
    holder[route[-1]] = entry if stands_alone else [*(there or []), entry]
    return data


@settings(deadline=None)
@given(accounts(), ROUTES, ENTRIES)
def test_the_data_is_what_was_wanted_for_us_and_for_an_independent_reader(
    data: bytes, route: Route, entry: dict[str, object]
) -> None:
    edited = edit(data, "acme.yaml", [Append(route, entry)])
    as_text = {key: str(value) if isinstance(value, date) else value for key, value in entry.items()}
    assert parse(edited, "acme.yaml").document == wanted(parse(data, "acme.yaml").document, route, as_text)
    assert read_by_ruamel(edited) == wanted(read_by_ruamel(data), route, entry)


@settings(deadline=None)
@given(accounts(), ROUTES, ENTRIES)
def test_at_most_one_line_is_written_anew_and_every_comment_stays(
    data: bytes, route: Route, entry: dict[str, object]
) -> None:
    before, after = data.decode(), edit(data, "acme.yaml", [Append(route, entry)]).decode()
    lost = Counter(map(str.strip, before.splitlines())) - Counter(map(str.strip, after.splitlines()))
    assert lost.total() <= 1
    assert not Counter(re.findall("#[^\r\n]*", before)) - Counter(re.findall("#[^\r\n]*", after))


@settings(deadline=None)
@given(accounts(), ROUTES, ENTRIES)
def test_line_ends_and_what_the_file_begins_and_ends_with_stay(
    data: bytes, route: Route, entry: dict[str, object]
) -> None:
    edited = edit(data, "acme.yaml", [Append(route, entry)])
    unix_breaks = edited.count(b"\n") - edited.count(b"\r\n")
    assert unix_breaks == 0 or b"\r\n" not in data
    assert b"\r\n" not in edited or b"\r\n" in data
    assert edited.startswith(BOM) == data.startswith(BOM)
    assert edited.endswith(b"\n") == data.endswith(b"\n")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "route", [("views",), ("promises",), ("touchpoints",), ("issues",)], ids=lambda route: route[0]
)
def test_an_example_gets_lines_and_loses_none(path: Path, route: Route) -> None:
    data = path.read_bytes()
    edited = edit(data, path.name, [Append(route, {"date": date(2026, 9, 12)})])
    changes = [line for line in unified_diff(data, edited, path.name).splitlines()[2:] if line[0] in "+-"]
    entry = "+  - {date: 2026-09-12}"
    assert changes in ([entry], [f"+{route[0]}:", entry], [f"+{route[0]}:", entry, "+"], ["+", f"+{route[0]}:", entry])
