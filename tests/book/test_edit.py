"""What an edit writes, style by style: the text before, the text after."""

from datetime import date

import pytest

from relmap.book.edit import Append, edit, unified_diff
from relmap.findings import Route

VIEWS: Route = ("views",)
PLAN: Route = ("signals", "joint_plan")
ENTRY = {"side": "theirs", "trust": 6}


def appended(text: str, route: Route) -> str:
    return edit(text.encode(), "acme.yaml", [Append(route, ENTRY)]).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "views:\n  - {trust: 8}   # said\n\nsignals: {}\n",
            "views:\n  - {trust: 8}   # said\n  - {side: theirs, trust: 6}\n\nsignals: {}\n",
            id="block",
        ),
        pytest.param(
            "views:\n- trust: 8\n  note: |\n    Two\n\n    lines\n\n# next\nname: Acme\n",
            "views:\n- trust: 8\n  note: |\n    Two\n\n    lines\n- {side: theirs, trust: 6}\n\n# next\nname: Acme\n",
            id="not-indented-with-block-text",
        ),
        pytest.param(
            "views:\n    - {trust: 8}\n      # until March\n    # end\n",
            "views:\n    - {trust: 8}\n      # until March\n    - {side: theirs, trust: 6}\n    # end\n",
            id="comment-of-the-last-entry",
        ),
        pytest.param("views:\n  - \n", "views:\n  - \n  - {side: theirs, trust: 6}\n", id="entry-of-nothing"),
        pytest.param("views: []   # none\n", "views:   # none\n  - {side: theirs, trust: 6}\n", id="empty-brackets"),
        pytest.param("views: [ ]\n", "views:\n  - {side: theirs, trust: 6}\n", id="brackets-with-a-space"),
        pytest.param("views: ~\n", "views:\n  - {side: theirs, trust: 6}\n", id="null"),
        pytest.param("views:", "views:\n  - {side: theirs, trust: 6}", id="nothing-and-no-last-line-break"),
        pytest.param(
            "views:  # newest last\n  # from here on\n\nname: Acme\n",
            "views:  # newest last\n  # from here on\n  - {side: theirs, trust: 6}\n\nname: Acme\n",
            id="nothing-but-comments",
        ),
        pytest.param(
            "views: [{trust: 8}]  # said\n", "views: [{trust: 8}, {side: theirs, trust: 6}]  # said\n", id="flow"
        ),
        pytest.param(
            "views: [ {trust: 8}, ]\n", "views: [ {trust: 8}, {side: theirs, trust: 6} ]\n", id="flow-after-comma"
        ),
        pytest.param(
            "views: [\n  {trust: 8},\n  {trust: 7}  # said, once\n]\n",
            "views: [\n  {trust: 8},\n  {trust: 7},  # said, once\n  {side: theirs, trust: 6}\n]\n",
            id="flow-in-lines",
        ),
        pytest.param(
            "views: [\n  {trust: 8}  # one, two\n  , # three\n]\n",
            "views: [\n  {trust: 8}  # one, two\n  , # three\n  {side: theirs, trust: 6},\n]\n",
            id="flow-in-lines-after-comma",
        ),
        pytest.param(
            "views: [{trust: 8},\n        {trust: 7}]\n",
            "views: [{trust: 8},\n        {trust: 7}, {side: theirs, trust: 6}]\n",
            id="flow-closed-on-its-last-line",
        ),
        pytest.param(
            "views: [\n  # none\n]\n",
            "views: [\n  # none\n  {side: theirs, trust: 6}\n]\n",
            id="brackets-with-a-comment",
        ),
        pytest.param(
            "{name: Acme, views: , owner: maria}\n",
            "{name: Acme, views: [{side: theirs, trust: 6}], owner: maria}\n",
            id="nothing-in-braces",
        ),
        pytest.param(
            '{"name": "Acme", "views": []}', '{"name": "Acme", "views": [{side: theirs, trust: 6}]}', id="json"
        ),
    ],
)
def test_an_entry_is_added_to_a_list(before: str, after: str) -> None:
    assert appended(before, VIEWS) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("name: Acme", "name: Acme\nviews:\n  - {side: theirs, trust: 6}", id="at-the-end"),
        pytest.param(
            "name: Acme\n\nfinancials: {2025: 1}\n\n# yes or no\nsignals:\n  one_way: true\n",
            "name: Acme\n\nfinancials: {2025: 1}\n\nviews:\n  - {side: theirs, trust: 6}\n\n"
            "# yes or no\nsignals:\n  one_way: true\n",
            id="between-others-as-far-apart",
        ),
        pytest.param(
            "name: Acme\nowner: maria\npromises:\n- {what: Visit}\n",
            "name: Acme\nowner: maria\nviews:\n- {side: theirs, trust: 6}\npromises:\n- {what: Visit}\n",
            id="between-others-as-close",
        ),
        pytest.param(
            "name: Acme\n\n# money\ncontract:\n  tender: 2027-03-01\n  # by Bram\n",
            "name: Acme\n\n# money\ncontract:\n  tender: 2027-03-01\n  # by Bram\n\n"
            "views:\n  - {side: theirs, trust: 6}\n",
            id="at-the-end-as-far-apart",
        ),
        pytest.param(
            "  name: Acme\n\n  tags: [a]\n\n",
            "  name: Acme\n\n  tags: [a]\n\n  views:\n    - {side: theirs, trust: 6}\n\n",
            id="all-indented",
        ),
        pytest.param(
            "---\nname: Acme\n...\n", "---\nname: Acme\nviews:\n  - {side: theirs, trust: 6}\n...\n", id="marked"
        ),
        pytest.param("{name: Acme}\n", "{name: Acme, views: [{side: theirs, trust: 6}]}\n", id="in-braces"),
        pytest.param(
            "{\n  name: Acme  # ours\n}\n",
            "{\n  name: Acme,  # ours\n  views: [{side: theirs, trust: 6}]\n}\n",
            id="in-braces-in-lines",
        ),
        pytest.param("{}", "{views: [{side: theirs, trust: 6}]}", id="in-empty-braces"),
    ],
)
def test_a_list_that_is_missing_is_made(before: str, after: str) -> None:
    assert appended(before, VIEWS) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "signals:\n  joint_plan: true   # said\n  one_way: false\n",
            "signals:\n  joint_plan:\n    - {holds: true}   # said\n    - {side: theirs, trust: 6}\n  one_way: false\n",
            id="true",
        ),
        pytest.param(
            "signals:\n    joint_plan: False",
            "signals:\n    joint_plan:\n      - {holds: False}\n      - {side: theirs, trust: 6}",
            id="false",
        ),
        pytest.param(
            "signals:\n  joint_plan:\n    # said\n    true\n",
            "signals:\n  joint_plan:\n    # said\n    - {holds: true}\n    - {side: theirs, trust: 6}\n",
            id="true-on-its-own-line",
        ),
        pytest.param(
            "signals:\n  joint_plan: {holds: true, date: 2026-01-01}  # said\n",
            "signals:\n  joint_plan:\n    - {holds: true, date: 2026-01-01}  # said\n    - {side: theirs, trust: 6}\n",
            id="flow-entry",
        ),
        pytest.param(
            "signals:\n  joint_plan: {holds: true,\n    date: 2026-01-01}\n",
            "signals:\n  joint_plan:\n    - {holds: true,\n      date: 2026-01-01}\n    - {side: theirs, trust: 6}\n",
            id="flow-entry-in-lines",
        ),
        pytest.param(
            "signals:\n  joint_plan:\n    holds: true  # said\n\n    # once\n    ref: |\n      A\n       B\n"
            "  one_way: true\n",
            "signals:\n  joint_plan:\n    - holds: true  # said\n\n      # once\n      ref: |\n        A\n         B\n"
            "    - {side: theirs, trust: 6}\n  one_way: true\n",
            id="block-entry",
        ),
        pytest.param(
            "signals:\n  joint_plan:\n      holds: true\n      by: ana\n",
            "signals:\n  joint_plan:\n    - holds: true\n      by: ana\n    - {side: theirs, trust: 6}\n",
            id="block-entry-indented-far",
        ),
        pytest.param(
            "views:\n- trust: 8\nsignals:\n  joint_plan:\n    holds: true\n    by: ana\n",
            "views:\n- trust: 8\nsignals:\n  joint_plan:\n  - holds: true\n    by: ana\n  - {side: theirs, trust: 6}\n",
            id="block-entry-where-lists-are-not-indented",
        ),
        pytest.param(
            "signals:\n  joint_plan:\n    - {holds: true}\n  one_way: true\n",
            "signals:\n  joint_plan:\n    - {holds: true}\n    - {side: theirs, trust: 6}\n  one_way: true\n",
            id="list",
        ),
        pytest.param(
            "signals: {joint_plan: true, one_way: {holds: true}}\n",
            "signals: {joint_plan: [{holds: true}, {side: theirs, trust: 6}], one_way: {holds: true}}\n",
            id="true-in-braces",
        ),
        pytest.param(
            "signals: {joint_plan: {holds: true}}\n",
            "signals: {joint_plan: [{holds: true}, {side: theirs, trust: 6}]}\n",
            id="entry-in-braces",
        ),
        pytest.param(
            "signals:\n  one_way: true\n\nname: Acme\n",
            "signals:\n  one_way: true\n  joint_plan: {side: theirs, trust: 6}\n\nname: Acme\n",
            id="missing",
        ),
        pytest.param(
            "signals: {one_way: true}\n",
            "signals: {one_way: true, joint_plan: {side: theirs, trust: 6}}\n",
            id="missing-in-braces",
        ),
        pytest.param(
            "signals: {}  # none\n",
            "signals:  # none\n  joint_plan: {side: theirs, trust: 6}\n",
            id="no-signals",
        ),
        pytest.param(
            "name: Acme\ncontacts:\n    ana:\n        name: Ana\n",
            "name: Acme\nsignals:\n    joint_plan: {side: theirs, trust: 6}\ncontacts:\n    ana:\n        name: Ana\n",
            id="missing-with-its-mapping",
        ),
    ],
)
def test_a_signal_stands_alone_until_there_is_a_second_entry(before: str, after: str) -> None:
    assert appended(before, PLAN) == after


@pytest.mark.parametrize("text", ["views:\n- &a {trust: 8}\nowner: *a\n", "name: &n Acme\nviews: [{x: *n}]\n"])
def test_anchors_elsewhere_are_no_hindrance(text: str) -> None:
    assert "{side: theirs, trust: 6}" in appended(text, VIEWS)


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbfname: Acme\r\nsignals:\r\n  joint_plan: true\r\nowner: maria"
    edits = [Append(VIEWS, ENTRY), Append(PLAN, ENTRY)]
    assert edit(data, "acme.yaml", edits) == (
        b"\xef\xbb\xbfname: Acme\r\nsignals:\r\n  joint_plan:\r\n    - {holds: true}\r\n"
        b"    - {side: theirs, trust: 6}\r\nowner: maria\r\nviews:\r\n  - {side: theirs, trust: 6}"
    )


def test_several_edits_are_made_in_their_order() -> None:
    first, second = {"date": date(2026, 9, 12)}, {"date": "2026-09-12"}
    done = edit(b"name: Acme\n", "acme.yaml", [Append(VIEWS, first), Append(VIEWS, second)])
    assert done == b'name: Acme\nviews:\n  - {date: 2026-09-12}\n  - {date: "2026-09-12"}\n'


def test_an_entry_may_have_lists_and_mappings_with_dates() -> None:
    entry = {"with": ["jane-doe"], "found": {"stage": "basic", "since": date(2026, 9, 12)}}
    done = edit(b"name: Acme\n", "acme.yaml", [Append(("reviews",), entry)])
    assert done == b"name: Acme\nreviews:\n  - {with: [jane-doe], found: {stage: basic, since: 2026-09-12}}\n"


def test_no_edits_change_nothing() -> None:
    assert edit(b"\xef\xbb\xbf name :  Acme", "acme.yaml", []) == b"\xef\xbb\xbf name :  Acme"


def test_a_diff_reads_as_that_of_git() -> None:
    before, after = (
        b"name: Acme\r\nviews:\r\n  - {trust: 8}",
        b"name: Acme\r\nviews:\r\n  - {trust: 8}\r\n  - {trust: 6}",
    )
    assert unified_diff(before, after, "accounts/acme.yaml") == (
        "--- a/accounts/acme.yaml\n+++ b/accounts/acme.yaml\n@@ -1,3 +1,4 @@\n name: Acme\r\n views:\r\n"
        "-  - {trust: 8}\n\\ No newline at end of file\n"
        "+  - {trust: 8}\r\n+  - {trust: 6}\n\\ No newline at end of file\n"
    )


def test_the_same_bytes_have_no_diff() -> None:
    assert unified_diff(b"name: Acme", b"name: Acme", "acme.yaml") == ""
