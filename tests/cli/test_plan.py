"""`relmap plan` in every ending and format, with names that would do harm."""

import json
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from relmap.plan.values import SECTIONS
from relmap.render.clean import clean
from relmap.render.json_schema import plan_schema

from .running import AS_OF, MERIDIAN, Ending, write_book
from .test_hostile import HOSTILE, account, settings, unsafe

Run = Callable[..., Ending]


@pytest.fixture
def plan(relmap: Run, book: Path) -> Run:
    return lambda *words: relmap("plan", *words, "-C", str(book), "--as-of", AS_OF)


def test_a_plan_begins_with_the_situation_in_three_sentences(plan: Run) -> None:
    ending = plan("boreal")
    assert (ending.code, ending.err) == (0, "")
    title, _, heading, _, who, _, stands, _, needs, *_ = ending.out.splitlines()
    assert (title, heading) == ("# Boreal Pumps: account plan on 2026-11-15", "## Where we stand")
    assert who.startswith("Boreal Pumps is a customer, owned by Tom Hansen. EUR 300 in FY2025, 33 % of the book's")
    assert who.endswith("[L1](accounts/north/boreal.yaml#L1) [L4](accounts/north/boreal.yaml#L4)")
    assert stands.startswith("We have not said what we call it, they have not been asked lately, and the evidence")
    assert "Without them the book loses EUR 300 of revenue" in needs


def test_sections_are_chosen_by_name(plan: Run) -> None:
    out = plan("boreal", "--sections", "identifying,questions").out
    assert [line for line in out.splitlines() if line.startswith("#")] == [
        "# Boreal Pumps: account plan on 2026-11-15",
        "## 2 Identifying: who has which role",
        "## What to find out",
    ]


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ((), "no account is named", "name accounts, or write --all, or choose with --where"),
        (("acme", "--all"), "--all stands beside named accounts", "leave one out"),
        (("acme", "--sections", "identifyin"), "--sections", "identifying"),
        (("acme", "--sections", ","), "--sections names no section", "known: situation"),
        (("acne",), "acne", "acre"),
        (("acme", "--format", "csv"), "--format", "markdown"),
    ],
)
def test_what_cannot_be_answered_is_said(plan: Run, words: tuple[str, ...], message: str, hint: str) -> None:
    ending = plan(*words)
    assert (ending.code, ending.out) == (2, "")
    assert message in ending.err
    assert hint in ending.err


def test_all_accounts_and_those_that_match(plan: Run) -> None:
    assert plan("--all").out.count(": account plan on 2026-11-15") == 3
    assert plan("--where", "owner=tom").out.count(": account plan on 2026-11-15") == 1
    nobody = plan("--where", "owner=olaf")
    assert (nobody.code, nobody.out) == (2, "")
    assert "no account matched --where" in nobody.err


def test_a_broken_file_is_told_and_the_others_are_planned(relmap: Run, tmp_path: Path) -> None:
    book = write_book(tmp_path, {"accounts/a.yaml": "name: A\nowner: maria\n", "accounts/b.yaml": "name: ["})
    ending = relmap("plan", "--all", "-C", str(book), "--as-of", AS_OF)
    assert ending.code == 2
    assert ending.out.startswith("# A: account plan")
    assert "accounts/b.yaml:1" in ending.err
    alone = relmap("plan", "b", "-C", str(book), "--as-of", AS_OF)
    assert (alone.code, alone.out) == (2, "")
    assert "b cannot be planned for: the file is broken" in alone.err


def test_several_formats_in_one_run(plan: Run, tmp_path: Path) -> None:
    page, data = tmp_path / "plan.html", tmp_path / "plan.json"
    ending = plan("boreal", "-o", f"html:{page}", "-o", f"json:{data}", "-o", str(tmp_path / "plan.md"))
    assert (ending.code, ending.out) == (0, "")
    assert page.read_text().startswith("<!DOCTYPE html>")
    assert json.loads(data.read_text())["plans"][0]["id"] == "boreal"
    assert (tmp_path / "plan.md").read_text().startswith("# Boreal Pumps")


def test_json_is_as_its_schema_says(relmap: Run) -> None:
    out = relmap("plan", "--all", "-C", str(MERIDIAN), "--as-of", AS_OF, "--format", "json").out
    document = json.loads(out)
    Draft202012Validator(plan_schema()).validate(document)
    hostage = next(entry for entry in document["plans"] if entry["id"] == "haldermark-marine")
    assert [section["id"] for section in hostage["sections"]] == [name for name in SECTIONS if name != "value"]
    assert [(entry["name"], entry["days"]) for entry in hostage["deadlines"]] == [
        ("notice", 46),
        ("tender", 106),
        ("end", 136),
    ]


def test_every_line_that_a_plan_names_is_one_of_the_file(relmap: Run) -> None:
    out = relmap("plan", "--all", "-C", str(MERIDIAN), "--as-of", AS_OF, "--format", "json").out
    for entry in json.loads(out)["plans"]:
        lines = (MERIDIAN / entry["path"]).read_text().count("\n")
        named = [
            source["line"]
            for section in entry["sections"]
            for block in section["blocks"]
            for cell in [*block["cells"], *(fact["cell"] for fact in block["facts"]), *chain(*block["rows"])]
            for source in cell["sources"]
        ]
        written = [line for line in named if line is not None]
        assert written
        assert all(1 <= line <= lines for line in written)


def words_of(markdown: str) -> tuple[str, set[str]]:
    """Read Markdown back: all its text, and the kinds of things in it."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    inside = [child for token in tokens for child in token.children or ()]
    text = "\n".join(child.content for child in inside if child.type in ("text", "code_inline", "text_special"))
    return text, {token.type for token in [*tokens, *inside]}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_text_in_markdown(relmap: Run, tmp_path: Path, text: str) -> None:
    book = write_book(tmp_path, {"relmap.yaml": settings(text), "accounts/a.yaml": account(text)})
    ending = relmap("plan", "a", "-C", str(book), "--as-of", AS_OF)
    assert ending.code == 0
    assert not unsafe(ending.out)
    read, kinds = words_of(ending.out)
    assert not kinds & {"html_block", "html_inline", "image", "code_block", "hr", "blockquote_open"}
    links = [token for token in MarkdownIt("commonmark").enable("table").parse(ending.out) if token.children]
    targets = {child.attrs["href"] for token in links for child in token.children or () if child.type == "link_open"}
    assert all(str(target).startswith("accounts/a.yaml#L") for target in targets)
    seen = "".join(sign for sign in read if not sign.isspace() and sign != "\u2060")
    assert "".join(clean(text).split())[:12] in seen


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        self.addresses |= {str(value) for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_text_in_html(relmap: Run, tmp_path: Path, text: str) -> None:
    book = write_book(tmp_path, {"relmap.yaml": settings(text), "accounts/a.yaml": account(text)})
    page = _Page()
    page.feed(relmap("plan", "a", "-C", str(book), "--as-of", AS_OF, "--format", "html").out)
    assert "script" not in page.tags
    assert all(entry.startswith(("accounts/a.yaml#L", "data:image/svg+xml;base64,")) for entry in page.addresses)
    assert clean(text).strip() in "".join(page.text)


def test_the_same_book_gives_the_same_bytes(plan: Run) -> None:
    assert plan("--all").out == plan("--all").out
