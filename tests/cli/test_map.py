"""`relmap map` in every ending and format."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from relmap.book import load
from relmap.book.read import read_bytes
from relmap.findings import Finding
from relmap.render.json_schema import map_book_schema, map_schema

from ..map.maps import ACME as MAPPED
from ..map.maps import SETTINGS as TEAM
from .running import AS_OF, MERIDIAN, Ending, write_book
from .test_hostile import HOSTILE, account, settings, unsafe

Run = Callable[..., Ending]
MOVED = """\
name: Boreal Pumps
owner: tom
financials: {2025: 300}
contacts:
  gil: {name: Gil Noon, email: Gil.Noon@mail.example, power: 5,
    known_by: {tom: {level: credible_source, last_contact: 2026-11-01}}}
"""
FILES = {
    "relmap.yaml": TEAM,
    "accounts/acme.yaml": MAPPED.replace(
        "gone: {name: Gil Noon", "gone: {name: Gil Noon, email: gil.noon@mail.example"
    ),
    "accounts/boreal.yaml": MOVED,
    "accounts/acre.yaml": "name: Acre Mills\nowner: maria\n",
}


@pytest.fixture
def draw(relmap: Run, tmp_path: Path) -> Run:
    book = write_book(tmp_path / "book", FILES)
    return lambda *words: relmap("map", *words, "-C", str(book), "--as-of", AS_OF)


def test_a_map_is_drawn_on_stdout(draw: Run) -> None:
    ending = draw("acme")
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith("Acme Foods: stakeholder map on 2026-11-15\n")
    assert "├─ ★ Jane Doe" in ending.out
    assert "│  └─ ○ Gil Noon (left 2026-08-01)" in ending.out
    assert "Finance director (seat without a name)" in ending.out
    assert "Without Maria López (ours), Carl Berg and Jane Doe are out of reach." in ending.out


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("rich", "Acme Foods: stakeholder map"),
        ("text", "Acme Foods: stakeholder map"),
        ("markdown", "# Acme Foods: stakeholder map"),
        ("json", '{\n"schema":'),
        ("svg", "<?xml"),
        ("html", "<!DOCTYPE html>"),
        ("mermaid", "flowchart TB\n"),
        ("dot", "digraph relmap {\n"),
        ("graphml", "<?xml"),
    ],
)
def test_each_format_begins_as_it_should_and_is_the_same_again(draw: Run, form: str, begins: str) -> None:
    ending = draw("acme", "--format", form)
    assert ending.code == 0
    assert ending.out.startswith(begins)
    assert draw("acme", "--format", form) == ending


@pytest.mark.parametrize("form", ["rich", "text", "markdown", "json", "svg", "html", "mermaid", "dot", "graphml"])
def test_an_account_without_contacts_has_an_empty_map(draw: Run, form: str) -> None:
    ending = draw("acre", "--format", form)
    assert (ending.code, ending.err) == (0, "")
    assert "Acre Mills" in ending.out or form in ("mermaid", "graphml")


def test_markdown_holds_the_flowchart_and_the_tables(draw: Run) -> None:
    out = draw("acme", "--format", "markdown").out
    assert out.count("```mermaid\nflowchart TB\n") == 1
    assert "## Who of ours knows whom" in out


@pytest.mark.parametrize("words", [(), ("--focus", "tom"), ("--view", "org")])
def test_json_keeps_to_its_schema(draw: Run, words: tuple[str, ...]) -> None:
    document = json.loads(draw("acme", "--format", "json", *words).out)
    jsonschema.validate(document, map_schema())
    assert document["coverage"]["value"] is not None


def test_json_names_places_and_measures(draw: Run) -> None:
    document = json.loads(draw("acme", "--format", "json").out)
    jane = next(node for node in document["nodes"] if node["id"] == "jane")
    assert (jane["line"], jane["trust"], jane["cuts_off"], jane["betweenness"] > 0) == (5, 8, ["ceo"], True)
    maria = next(edge for edge in document["edges"] if edge["source"] == "ours:maria")
    assert (maria["live"], maria["age"], maria["line"]) == (True, 10, 17)


def test_several_files_in_one_run(draw: Run, tmp_path: Path) -> None:
    ending = draw("acme", "-o", f"svg:{tmp_path / 'a.svg'}", "-o", f"html:{tmp_path / 'a.html'}")
    assert ending == (0, "", "")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").endswith("</svg>\n")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").endswith("</html>\n")


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("acme", "--color-by", "suport"), "--color-by 'suport' is not possible", "did you mean support?"),
        (("acme", "--view", "orgs"), "--view 'orgs' is not possible", "did you mean org?"),
        (("acme", "--format", "svgg"), "--format 'svgg' is not possible", "did you mean svg?"),
        (("acme", "--focus", "jnae"), "nobody 'jnae' on this map", "did you mean jane?"),
        (("acme", "--focus", "c"), "--focus 'c' could be ceo, cfo", "write more of it"),
        (("acme", "--depth", "2"), "--depth needs --focus", "name the person with --focus PERSON"),
        (
            ("acme", "--focus", "tom", "--depth", "-1"),
            "--depth -1 is not possible",
            "0 or more lines away from the focus",
        ),
        (("--focus", "tom"), "--focus needs an account", "name the account whose map it is"),
        (("--format", "svg"), "--format 'svg' is not possible", "one of rich, text, markdown, json"),
        (("acmee",), "no account 'acmee'", "did you mean acme?"),
    ],
)
def test_wrong_words_are_told_with_what_is_right(draw: Run, words: tuple[str, ...], message: str, hint: str) -> None:
    assert draw(*words) == (2, "", f"relmap: {message}\n  hint: {hint}\n")


def test_a_focus_says_what_it_leaves_out(draw: Run) -> None:
    out = draw("acme", "--focus", "tom").out
    assert "6 people are further away and left out." in out
    assert "Bo Ek" in out
    assert "Finance director" not in out


def test_a_focus_with_none_of_theirs_near_says_so(draw: Run) -> None:
    assert "None of their people is this near to the focus" in draw("acme", "--focus", "tom", "--depth", "0").out


@pytest.mark.parametrize("form", ["text", "rich", "markdown"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_controls_no_terminal_and_no_page(relmap: Run, tmp_path: Path, text: str, form: str) -> None:
    files = {"relmap.yaml": settings(text), "accounts/acme.yaml": account(text)}
    book = str(write_book(tmp_path / "hostile", files))
    for words in (("map", "acme"), ("map",)):
        code, out, _ = relmap(*words, "-C", book, "--as-of", AS_OF, "--format", form)
        assert (code, unsafe(out)) == (0, set())
        if form == "markdown":
            assert "<script>" not in out
            assert out.count("```") == 2 * (len(words) - 1), "only the flowchart's own fence"


def test_a_broken_account_has_no_map(relmap: Run, tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", FILES | {"accounts/bad.yaml": "name: Bad\nowner: maria\nteir: key\n"})
    code, out, err = relmap("map", "bad", "-C", str(book), "--as-of", AS_OF)
    assert (code, out) == (2, "")
    assert err.endswith("relmap: bad cannot be mapped: the file is broken\n")
    code, out, err = relmap("map", "-C", str(book), "--as-of", AS_OF)
    assert (code, "Acme Foods" in out) == (2, True), "a partial answer never looks whole"


def test_the_whole_book_shows_threads_and_who_moved(draw: Run) -> None:
    ending = draw()
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith("Northwind: our people across 3 accounts on 2026-11-15\n")
    assert "Acme Foods    1/1!" in ending.out
    assert "- Gil Noon: moved: left acme on 2026-08-01 and at boreal\n" in ending.out
    rows = ending.out.partition("The only thread\n")[2].splitlines()
    assert [row.split("  ")[0] for row in rows[2:4]] == ["Tom Hansen", "Maria López"]
    assert "EUR 300" in rows[2]


def test_the_whole_book_names_where_nobody_is_known(draw: Run) -> None:
    out = draw().out
    assert "Nobody of ours knows anybody at Acre Mills.\n" in out
    assert "\nAcre Mills " not in out


def test_the_whole_book_is_read_once(draw: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def count(root: Path, path: str, account: str = "") -> bytes | Finding:
        asked.append(path)
        return read_bytes(root, path, account)

    monkeypatch.setattr(load, "read_bytes", count)
    assert draw().code == 0
    assert sorted(asked) == ["accounts/acme.yaml", "accounts/acre.yaml", "accounts/boreal.yaml", "relmap.yaml"]


@pytest.mark.parametrize(
    ("beside", "alone"),
    [
        ("", True),
        ("tom: {level: vendor}", True),
        ("tom: {level: credible_source, last_contact: 2026-11-01}", False),
        ("tom: {level: credible_source}", False),
    ],
    ids=["nobody", "not-live", "live", "perhaps-live"],
)
def test_the_only_thread_is_one_that_nobody_else_may_hold(
    relmap: Run, tmp_path: Path, beside: str, alone: bool
) -> None:
    known = f"maria: {{level: credible_source, last_contact: 2026-11-01}}, {beside}"
    files = {
        "relmap.yaml": TEAM,
        "accounts/acme.yaml": f"name: A\nowner: maria\ncontacts: {{j: {{known_by: {{{known}}}}}}}\n",
    }
    out = relmap("map", "-C", str(write_book(tmp_path, files)), "--as-of", AS_OF, "--format", "json").out
    assert [thread["member"] for thread in json.loads(out)["threads"]] == (["maria"] if alone else [])


def test_what_is_not_known_of_our_touch_is_a_range_and_no_zero(relmap: Run, tmp_path: Path) -> None:
    files = {
        "relmap.yaml": TEAM,
        "accounts/acme.yaml": "name: A\nowner: maria\ncontacts: {j: {power: 4, known_by: {maria: {level: vendor}, "
        "tom: {level: credible_source}}}, k: {known_by: {tom: {last_contact: 2026-11-01, level: credible_source}}}}\n",
    }
    book = ("-C", str(write_book(tmp_path, files)), "--as-of", AS_OF)
    assert "A        0/1    1–2/2!\n" in relmap("map", *book).out
    (hold,) = [h for h in json.loads(relmap("map", *book, "--format", "json").out)["holds"] if h["member"] == "tom"]
    assert (hold["live"], hold["unclear"], hold["relationships"]) == (1, 1, 2)
    assert "2 contacts · 1 of them live (1 not known) · " in relmap("map", "acme", *book).out


def test_a_thread_whose_revenue_is_not_known_is_worth_no_zero(relmap: Run, tmp_path: Path) -> None:
    known = "contacts: {j: {known_by: {tom: {last_contact: 2026-11-01, level: credible_source}}}}"
    files = {"relmap.yaml": TEAM, "accounts/acme.yaml": f"name: A\nowner: maria\n{known}\n"}
    book = ("-C", str(write_book(tmp_path, files)), "--as-of", AS_OF)
    (thread,) = json.loads(relmap("map", *book, "--format", "json").out)["threads"]
    assert (thread["revenue"], thread["unknown"]) == (None, 1)
    assert "Tom Hansen        ?  A\n" in relmap("map", *book).out


def test_json_of_the_book_keeps_to_its_schema_and_tells_no_address(draw: Run) -> None:
    out = draw("--format", "json").out
    document = json.loads(out)
    jsonschema.validate(document, map_book_schema())
    assert document["threads"][0] == {"member": "tom", "accounts": ["boreal"], "revenue": 300, "unknown": 0}
    assert document["threads"][1]["unknown"] == 1
    assert [seat["account"] for seat in document["people"][0]["seats"]] == ["acme", "boreal"]
    assert "mail.example" not in out


@pytest.mark.parametrize("account", sorted(path.stem for path in (MERIDIAN / "accounts").rglob("*.yaml")))
@pytest.mark.parametrize("form", ["rich", "svg", "html"])
def test_every_example_is_drawn(relmap: Run, account: str, form: str) -> None:
    assert relmap("map", account, "-C", str(MERIDIAN), "--as-of", AS_OF, "--format", form).code == 0


@pytest.mark.parametrize("words", [("acme",), ()])
def test_a_map_fits_80_columns(draw: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = draw(*words, "--format", "rich", "--color", "never").out
    assert max(len(line.rstrip()) for line in out.splitlines()) <= 80
