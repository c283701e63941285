"""The smallest edits: an entry more, and every other byte as it was."""

from datetime import date
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from relmap.book.edit import Append, EditRefusedError, edit, unified_diff
from relmap.book.entry_text import entry_text, scalar_text
from relmap.book.parse import parse

VIEW = Append(("views",), {"date": date(2026, 11, 1), "side": "theirs", "trust": 7.0})
ANSWER = Append(("signals", "joint_plan"), {"holds": False, "date": date(2026, 11, 1)})
HEAD = "name: Acme\nowner: maria\n"


def edited(text: str, *edits: Append) -> str:
    return edit(text.encode(), "acme.yaml", edits).decode()


CASES = {
    "a list of lines": (
        "views:\n  - {date: 2026-01-01, side: ours}  # ours\n\ncontacts: {}\n",
        VIEW,
        "views:\n  - {date: 2026-01-01, side: ours}  # ours\n"
        "  - {date: 2026-11-01, side: theirs, trust: 7}\n\ncontacts: {}\n",
    ),
    "a list that is not set in": (
        "views:\n- date: 2026-01-01\n  side: ours\n# end\n",
        VIEW,
        "views:\n- date: 2026-01-01\n  side: ours\n- {date: 2026-11-01, side: theirs, trust: 7}\n# end\n",
    ),
    "a list in brackets": (
        "views: [{date: 2026-01-01, side: ours}]\n",
        VIEW,
        "views: [{date: 2026-01-01, side: ours}, {date: 2026-11-01, side: theirs, trust: 7}]\n",
    ),
    "brackets over several lines": (
        "views: [\n  {date: 2026-01-01, side: ours},\n]\n",
        VIEW,
        "views: [\n  {date: 2026-01-01, side: ours},\n  {date: 2026-11-01, side: theirs, trust: 7},\n]\n",
    ),
    "an empty list": ("views: []\n", VIEW, "views:\n  - {date: 2026-11-01, side: theirs, trust: 7}\n"),
    "a key with nothing behind it": ("views:\n", VIEW, "views:\n  - {date: 2026-11-01, side: theirs, trust: 7}\n"),
    "no key": (
        "contract: {ends: 2027-01-01}\ncontacts: {}\n",
        VIEW,
        "contract: {ends: 2027-01-01}\nviews:\n  - {date: 2026-11-01, side: theirs, trust: 7}\ncontacts: {}\n",
    ),
    "no signals": ("", ANSWER, "signals:\n  joint_plan: {holds: false, date: 2026-11-01}\n"),
    "another signal": (
        "signals:\n    one_way: true\n",
        ANSWER,
        "signals:\n    one_way: true\n    joint_plan: {holds: false, date: 2026-11-01}\n",
    ),
    "signals in brackets": (
        "signals: {one_way: true}\n",
        ANSWER,
        "signals: {one_way: true, joint_plan: {holds: false, date: 2026-11-01}}\n",
    ),
    "a bare yes": (
        "signals:\n  joint_plan: true  # so we think\n  one_way: false\n",
        ANSWER,
        "signals:\n  joint_plan:\n    - {holds: true}  # so we think\n    - {holds: false, date: 2026-11-01}\n"
        "  one_way: false\n",
    ),
    "one entry on a line": (
        "signals:\n  joint_plan: {holds: true, source: ours}\n",
        ANSWER,
        "signals:\n  joint_plan:\n    - {holds: true, source: ours}\n    - {holds: false, date: 2026-11-01}\n",
    ),
    "one entry on lines": (
        "signals:\n  joint_plan:\n    holds: true  # yes\n\n    source: ours\n",
        ANSWER,
        "signals:\n  joint_plan:\n    - holds: true  # yes\n\n      source: ours\n"
        "    - {holds: false, date: 2026-11-01}\n",
    ),
    "a bare yes in brackets": (
        "signals: {joint_plan: true}\n",
        ANSWER,
        "signals: {joint_plan: [{holds: true}, {holds: false, date: 2026-11-01}]}\n",
    ),
}


@pytest.mark.parametrize(("before", "change", "after"), CASES.values(), ids=CASES)
def test_an_entry_goes_where_a_person_would_put_it(before: str, change: Append, after: str) -> None:
    assert edited(HEAD + before, change) == HEAD + after


@pytest.mark.parametrize(("before", "change", "after"), CASES.values(), ids=CASES)
def test_line_ends_of_windows_stay(before: str, change: Append, after: str) -> None:
    assert edited((HEAD + before).replace("\n", "\r\n"), change) == (HEAD + after).replace("\n", "\r\n")


def test_a_byte_order_mark_and_a_missing_last_line_end_stay() -> None:
    assert edited("\ufeffname: Acme\nowner: maria", VIEW).startswith("\ufeffname: Acme\nowner: maria\nviews:\n")


def test_edits_follow_each_other() -> None:
    found = edited(HEAD + "signals: {joint_plan: true}\n", ANSWER, VIEW, ANSWER)
    assert found.count("{holds: false, date: 2026-11-01}") == 2
    assert "views:\n" in found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("views: &v\n  - {date: 2026-01-01, side: ours}\ncustom: {x: *v}\n", "`views` has an anchor"),
        ("custom: &v []\nviews: *v\n", "`views` is an alias"),
        ("views: [\n", "the file is broken"),
        ("views: {a: b}\nviews: []\n", "the file is broken"),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text: str, said: str) -> None:
    with pytest.raises(EditRefusedError) as refused:
        edited(HEAD + text, VIEW)
    assert said in refused.value.message


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (7.0, "7"),
        (6.5, "6.5"),
        (date(2026, 11, 1), "2026-11-01"),
        ("jane-doe", "jane-doe"),
        ("supplier_of_choice", "supplier_of_choice"),
        ("no", '"no"'),
        ("1e3", '"1e3"'),
        ("2026-11-01", '"2026-11-01"'),
        ("a: b", '"a: b"'),
        ("a, b", '"a, b"'),
        ("#1", '"#1"'),
        ("x\u2028y", '"x\\u2028y"'),
        ("", '""'),
    ],
)
def test_text_is_quoted_where_it_would_be_read_otherwise(value: object, written: str) -> None:
    assert scalar_text(value) == written


@given(st.text(max_size=30).filter(lambda text: "\r" not in text and max(text, default="") < "\ud800"))
@settings(deadline=None, derandomize=True)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    line = f"x: {entry_text({'what': text})}\n"
    found = parse(line.encode(), "a.yaml")
    assert found.document == {"x": {"what": text}}, found.findings
    assert YAML(typ="safe", pure=True).load(StringIO(line))["x"]["what"] == text


COMMENTS = st.sampled_from(("", "  # seen", "  # [a, {b: c}"))
GAPS = st.sampled_from(("", "\n", "# a line of its own\n", "\n\n"))
LISTS = st.sampled_from(
    (
        "views: []",
        "views: [{date: 2026-01-01, side: ours}]",
        "views:\n  - {date: 2026-01-01, side: ours}",
        "views:\n- date: 2026-01-01\n  side: ours",
        "views:\n    -   date: 2026-01-01\n        side: ours",
        "views:",
        "tags: [a]",
    )
)
SIGNALS = st.sampled_from(
    (
        "signals: {joint_plan: true}",
        "signals:\n  joint_plan: true",
        "signals:\n  joint_plan: {holds: true}",
        "signals:\n  joint_plan:\n    holds: true",
        "signals:\n  joint_plan:\n  - holds: true",
        "signals: {}",
        "signals:",
        "since: 2020-01-01",
    )
)


@given(LISTS, SIGNALS, COMMENTS, GAPS, st.lists(st.sampled_from((VIEW, ANSWER)), max_size=4), st.booleans())
@settings(deadline=None, derandomize=True, max_examples=400)
def test_every_line_stays_and_the_data_is_what_was_wanted(
    views: str, signals: str, comment: str, gap: str, edits: list[Append], windows: bool
) -> None:
    text = f"{HEAD}{views}{comment}\n{gap}{signals}{comment}\n{gap}custom: {{a: 1}}{comment}\n"
    text = text.replace("\n", "\r\n") if windows else text
    after = edited(text, *edits)
    kept = [line.strip() for line in after.splitlines()]
    for line in text.splitlines():
        if line.startswith(("name", "owner", "custom", "#")):
            assert line.strip() in kept
    assert after.count("# seen") == text.count("# seen")
    assert ("\r\n" in after) is windows
    assert "\n" not in after.replace("\r\n", "") or not windows
    document: Any = YAML(typ="safe", pure=True).load(StringIO(after))
    told = document.get("views") or []
    assert sum(view["side"] == "theirs" for view in told) == edits.count(VIEW)


def test_a_diff_shows_what_would_change() -> None:
    before = f"{HEAD}views: []".encode()
    assert unified_diff(before, edit(before, "acme.yaml", [VIEW]), "accounts/acme.yaml") == (
        "--- a/accounts/acme.yaml\n+++ b/accounts/acme.yaml\n@@ -1,3 +1,4 @@\n name: Acme\n owner: maria\n-views: []\n"
        "\\ No newline at end of file\n+views:\n+  - {date: 2026-11-01, side: theirs, trust: 7}\n"
        "\\ No newline at end of file\n"
    )
    assert unified_diff(before, before, "acme.yaml") == ""
