"""What cannot be edited without a guess: every case leaves the file alone and says why and where."""

import pytest

from relmap.book import edit as module
from relmap.book.edit import Append, EditRefusedError, edit
from relmap.book.layout import Splice
from relmap.findings import Route

VIEWS: Route = ("views",)
PLAN: Route = ("signals", "joint_plan")


def refusal(text: str, route: Route, entry: object = 6) -> str:
    with pytest.raises(EditRefusedError) as raised:
        edit(text.encode(), "acme.yaml", [Append(route, {"trust": entry})])
    return f"{raised.value.span} {raised.value}"


@pytest.mark.parametrize(
    ("text", "route", "said"),
    [
        ("views: text\n", VIEWS, "1:8 `views` is not a list"),
        ("views: true\n", VIEWS, "1:8 `views` is not a list"),
        ("views: {trust: 8}\n", VIEWS, "1:8 `views` is not a list"),
        ("signals: [a]\n", PLAN, "1:10 `signals` is not a mapping"),
        ("signals: []\n", PLAN, "1:10 `signals` is not a mapping"),
        ("signals:\n  joint_plan: 'true'\n", PLAN, "2:15 `signals.joint_plan` is not a list"),
        (
            "contacts:\n  ana: {roles: {holds: true}}\n",
            ("contacts", "ana", "roles"),
            "2:16 `contacts.ana.roles` is not a list",
        ),
        ("name: Acme\n", (), "1:1 the file is not a list"),
    ],
)
def test_what_is_no_list_gets_no_entry(text: str, route: Route, said: str) -> None:
    assert refusal(text, route) == f"acme.yaml:{said}"


@pytest.mark.parametrize(
    ("text", "route", "said"),
    [
        ("old: &v [{a: 1}]\nviews: *v\n", VIEWS, "2:1 `views` is an alias, so other places share it"),
        ("views: &v\n  - {a: 1}\nold: *v\n", VIEWS, "1:1 `views` has an anchor, so other places share it"),
        ("signals: &s {}\nold: *s\n", PLAN, "1:1 `signals` has an anchor, so other places share it"),
        ("old: &o {one_way: true}\nsignals:\n  <<: *o\n", PLAN, "3:3 `signals` merges other data in with `<<`"),
        ("old: &o {a: 1}\n<<: *o\n", VIEWS, "2:1 the file merges other data in with `<<`"),
        ("views: !!seq [{a: 1}]\n", VIEWS, "1:1 `views` has a tag"),
        ("old: &o {a: 1}\nviews:\n  - *o\n", VIEWS, "3:3 the last entry of `views` is an alias"),
        ("views:\n  - &o {a: 1}\n  - *o\n", VIEWS, "2:3 the last entry of `views` is an alias"),
        ("views: [&o {a: 1}, *o]\n", VIEWS, "1:8 the last entry of `views` is an alias"),
    ],
)  # fmt: skip
def test_what_stands_for_data_elsewhere_is_not_edited(text: str, route: Route, said: str) -> None:
    assert refusal(text, route) == f"acme.yaml:{said}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: Acme\nname: Acme\n", "2:1 the key 'name' stands here again; it is first on line 1"),
        ("views: [a\n", "1:8 the `[` is never closed"),
        ("# nothing\n", "1:1 the file contains only comments"),
        ("- a\n", "1:1 the file is a list; `key: value` lines were expected"),
    ],
)
def test_a_file_with_errors_is_not_edited(text: str, said: str) -> None:
    assert refusal(text, VIEWS) == f"acme.yaml:{said}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("views:\n  - note: |+\n      A\n\n\nname: Acme\n", id="text-that-keeps-the-blank-lines-below"),
        pytest.param("views:\n  - note: |\n      A", id="text-that-would-get-a-line-break"),
    ],
)
def test_an_edit_that_would_change_other_data_is_not_made(text: str) -> None:
    message = "acme.yaml:2:3 with an entry added to `views`, the file would not read as it should"
    assert refusal(text, VIEWS) == message


@pytest.mark.parametrize("entry", [10**18, float("inf"), "\ud800"], ids=["too-long", "infinite", "half-a-character"])
def test_an_entry_that_would_not_be_read_as_it_is_is_not_written(entry: object) -> None:
    assert refusal("views: []\n", VIEWS, entry).endswith("the file would not read as it should")


@pytest.mark.parametrize(
    "wrong", ["name: Acme 2\nviews: [{trust: 6}]\n", "name: Acme\nviews: [{trust: 6.0}]\n", "a: ["]
)
def test_whatever_goes_wrong_in_the_text_is_noticed(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setattr(module, "insert", lambda layout, *_: [Splice(0, len(layout.text), wrong)])
    assert "the file would not read as it should" in refusal("name: Acme\n", VIEWS)


def test_one_edit_that_is_refused_leaves_no_half() -> None:
    edits = [Append(VIEWS, {"trust": 6}), Append(("name",), {"trust": 6})]
    with pytest.raises(EditRefusedError, match="`name` is not a list"):
        edit(b"name: Acme\n", "acme.yaml", edits)
