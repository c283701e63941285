"""Text from a book is hostile: whatever stands in it, the output is text that fools nobody."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from unicodedata import category

import pytest

from .running import AS_OF, Ending, write_book

Run = Callable[..., Ending]

HOSTILE = {
    "markup": "[bold red]Acme[/] [link=http://evil.example]x[/link]",
    "ansi": "\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x9b31m",
    "lines": "one\ntwo\r\nthree\u2028four\x0bfive",
    "controls": "nul\x00 bell\x07 back\x08\x7f del",
    "bidi": "\u202egpj.exe\u202c \u2066isolate\u2069 zero\u200bwidth",
    "formula": '=HYPERLINK("http://evil.example")',
    "at": "@everyone +1 -1",
    "html": "<script>alert(1)</script> & <img src=x onerror=y>",
    "table": "a | b ``` # c\n| --- |",
    "emoji": ":smile: :boom: 👩‍👩‍👧",
    "workflow": "::error file=a::b ##vso[task]x",
}


def quoted(text: str) -> str:
    """A YAML text in double quotes, of harmless letters alone."""
    return '"' + "".join(sign if sign.isalnum() and sign.isascii() else f"\\U{ord(sign):08x}" for sign in text) + '"'


def account(text: str) -> str:
    """An account that says the same hostile thing wherever text may stand."""
    said = quoted(text)
    return f"""\
name: {said}
owner: maria
tags: [{said}]
financials: {{2025: 100}}
potential: {{key_account: true, revenue: 500, needs: {said}}}
ambition: {{choice: climb, why: {said}}}
competitors: [{{name: {said}, where: {said}}}]
contacts:
  jane: {{name: {said}, title: {said}, department: {said}, roles: budget, power: 5, support: champion,
    cares_about: {said}, known_by: {{maria: {{level: vendor, trust: 5, last_contact: 2026-10-01}}}}}}
views: [{{date: 2026-10-01, side: theirs, by: jane, stage: basic, trust: 5}}]
promises: [{{what: {said}, to: jane, by: maria, due: 2026-10-01}}]
exchanges: [{{date: 2026-10-01, gave: us, kind: price, what: {said}, value: 5}}]
issues: [{{what: {said}, about: product, since: 2026-10-01, status: open}}]
goals: {{g: {{what: {said}, contact: jane, priority: 1}}}}
initiatives: {{i: {{what: {said}, goals: [g], status: in_progress}}}}
customer_goals: {{c: {{what: {said}, contact: jane, measure: {said}, target: 1}}}}
"""


def settings(text: str) -> str:
    said = quoted(text)
    return f"""\
company: {said}
team: {{maria: {{name: {said}, title: {said}, department: {said}}}}}
labels: {{stages: {{basic: {said}, exploratory: {said}}}, standings: {{supplier: {said}}}}}
"""


@pytest.fixture
def hostile(relmap: Run, tmp_path: Path) -> Callable[..., Ending]:
    """Assess a book of hostile texts: written as YAML escapes, so that the bytes of its files are harmless."""

    def run(text: str, *words: str) -> Ending:
        book = write_book(tmp_path, {"relmap.yaml": settings(text), "accounts/acme.yaml": account(text)})
        return relmap("assess", "-C", str(book), "--as-of", AS_OF, *words)

    return run


def unsafe(text: str) -> set[str]:
    """Signs that control a terminal, turn the reading direction, or cannot be seen; `\\n` and joiners are ours."""
    return {sign for sign in text if sign not in "\n\u2060" and category(sign) in ("Cc", "Cf", "Zl", "Zp", "Cs")}


@pytest.mark.parametrize("words", [(), ("acme",)], ids=["book", "card"])
@pytest.mark.parametrize("name", ["text", "markdown", "rich"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_sign_that_controls_anything_comes_out(hostile: Run, text: str, name: str, words: tuple[str, ...]) -> None:
    code, out, err = hostile(text, "--format", name, *words)
    assert (code, err) == (0, "")
    assert unsafe(out) == set()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_colour_comes_from_us_alone(hostile: Run, text: str) -> None:
    code, out, _ = hostile(text, "--format", "rich", "--color", "always", "acme")
    assert code == 0
    assert "\x1b]" not in out, "no link"
    assert "\x9b" not in out
    assert all(part.partition("m")[0].replace(";", "").isdigit() for part in out.split("\x1b[")[1:])


def test_markup_and_emoji_stay_as_they_were_written(hostile: Run) -> None:
    assert "[bold red]Acme[/]" in hostile(HOSTILE["markup"], "--format", "rich").out
    assert ":smile: :boom:" in hostile(HOSTILE["emoji"], "--format", "rich").out


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_csv_is_a_row_a_spreadsheet_does_not_run(hostile: Run, text: str) -> None:
    code, out, err = hostile(text, "--format", "csv")
    assert (code, err) == (0, "")
    [row] = csv.DictReader(StringIO(out, newline=""))
    assert row["id"] == "acme"
    assert [row[key][:1] for key in ("name", "owner", "lead") if row[key][:1] in ("=", "+", "-", "@", "\t", "\r")] == []
    assert not {"\x1b", "\x00", "\x07", "\x9b", "\u202e", "\u2066"} & set(out)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_gives_back_what_stood_there(hostile: Run, text: str) -> None:
    code, out, err = hostile(text, "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["accounts"][0]["name"] == text
    assert not {"\x1b", "\x00", "\x07", "\x9b", "\u202e"} & set(out)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_findings_quote_it_on_one_line(relmap: Run, tmp_path: Path, text: str) -> None:
    files = {
        "relmap.yaml": "company: N\nteam: {maria: {}}\n",
        "accounts/acme.yaml": f"name: Acme\nowner: {quoted(text)}\n",
        "accounts/broken.yaml": f"name: Broken\nowner: maria\n{quoted(text)}: 1\n",
    }
    code, _, err = relmap("assess", "-C", str(write_book(tmp_path, files)), "--as-of", AS_OF)
    assert code == 2
    assert unsafe(err) == set()
    lines = err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["accounts/acme.yaml", "accounts/broken.yaml", "note"]
