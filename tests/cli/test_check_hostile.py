"""A check of a book that says hostile things wherever text may stand: every format stays what it is."""

import json
from collections.abc import Callable
from pathlib import Path
from unicodedata import category
from xml.etree import ElementTree

import pytest

from ..render.github_runner import commands
from .running import AS_OF, Ending, write_book
from .test_hostile import HOSTILE, quoted, unsafe

Run = Callable[..., Ending]


def account(text: str) -> str:
    """An account that dangles, is never reviewed, and says the same hostile thing in what findings quote."""
    said = quoted(text)
    return f"""\
name: {said}
owner: {said}
since: 2020-01-01
tags: [{said}]
contacts: {{jane: {{name: {said}, reports_to: {said}}}}}
"""


@pytest.fixture
def check(relmap: Run, tmp_path: Path) -> Callable[..., Ending]:
    def run(text: str, *words: str) -> Ending:
        settings = f"company: {quoted(text)}\nteam: {{maria: {{name: {quoted(text)}}}}}\n"
        book = write_book(tmp_path, {"relmap.yaml": settings, "accounts/acme.yaml": account(text)})
        return relmap("check", "-C", str(book), "--as-of", AS_OF, *words)

    return run


@pytest.mark.parametrize("name", HOSTILE)
def test_every_format_stays_what_it_is(check: Run, name: str) -> None:
    text = HOSTILE[name]
    outs = {}
    for form in ("text", "rich", "markdown", "github", "gitlab", "sarif", "junit", "json", "jsonl"):
        code, outs[form], err = check(text, "--format", form)
        assert code == 1
        assert unsafe(err) == set()
        raw = form in ("json", "jsonl")  # what a program reads is what the file says; nothing in it acts
        assert {sign for sign in unsafe(outs[form]) if not raw or category(sign) != "Cf"} == set(), form
        assert commands(err) == []
    assert {command.name for command in commands(outs["github"])} <= {"error", "warning", "notice"}
    assert len(commands(outs["github"])) == len(outs["github"].splitlines())
    assert commands(outs["text"]) == []
    assert json.loads(outs["gitlab"])
    assert json.loads(outs["sarif"])["runs"][0]["results"]
    assert json.loads(outs["json"])["findings"]
    assert ElementTree.fromstring(outs["junit"]).attrib["failures"] != "0"
