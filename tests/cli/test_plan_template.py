"""`relmap plan --template`: a layout of one's own, in a sandbox, with every error at its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .running import AS_OF, MERIDIAN, ROOT, Ending, write_book
from .test_hostile import HOSTILE, account, settings, unsafe
from .test_plan import words_of

Run = Callable[..., Ending]


@pytest.fixture
def filled(relmap: Run, book: Path, tmp_path: Path) -> Callable[[str], Ending]:
    """Fill a template with the plan of boreal."""

    def run(text: str, *words: str) -> Ending:
        (tmp_path / "own.md.j2").write_text(text)
        template = ("--template", str(tmp_path / "own.md.j2"))
        return relmap("plan", "boreal", *template, "-C", str(book), "--as-of", AS_OF, *words)

    return run


def test_a_template_prints_what_the_json_has_and_sections_as_they_are_written(filled: Run) -> None:
    text = "{{ name }} ({{ id }}), {{ as_of }}\n\n{{ section('identifying') }}{{ notes('mine') }}"
    ending = filled(text)
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith("Boreal Pumps (boreal), 2026-11-15\n\n## 2 Identifying: who has which role\n")
    assert ending.out.endswith("<!-- relmap:notes mine -->\n<!-- relmap:end -->\n")


@pytest.mark.parametrize("joined", ["section('questions') ~ bad", "section('questions') + bad", "bad | safe"])
def test_markdown_joined_with_a_text_is_a_text(filled: Run, joined: str) -> None:
    out = filled("{% set bad = '[x](http://evil.example)' %}{{ " + joined + " }}").out
    assert "link_open" not in words_of(out)[1]


def test_cells_come_with_their_lines(filled: Run) -> None:
    text = "{% for fact in sections[0].blocks[3].facts %}{{ fact.label }}: {{ cell(fact.cell) }}\n{% endfor %}"
    assert "FY2025: revenue EUR 300 [L4](accounts/north/boreal.yaml#L4)\n" in filled(text).out


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("one\n{% if %}", "own.md.j2:2: ", "expected an expression"),
        ("one\n\n{{ nome }}", "own.md.j2:3: ", "'nome' is undefined"),
        ("{{ ''.__class__ }}", "own.md.j2:1: ", "unsafe"),
        ("{{ name.clear() }}", "own.md.j2:1: ", "no attribute 'clear'"),
        ("{% set x = next.append(1) %}", "own.md.j2:1: ", "'append' of 'list' object is unsafe"),
        ("{% include '/etc/passwd' %}", "own.md.j2:1: ", "/etc/passwd"),
        ("{% include '../../secret' %}", "own.md.j2:1: ", "../../secret"),
        ("{{ notes('a --> b') }}", "own.md.j2:1: ", "'a --> b' is no name for notes"),
        ("{{ 1 / 0 }}", "own.md.j2:1: ", "division by zero"),
    ],
)
def test_what_is_wrong_with_a_template_is_told_at_its_line(filled: Run, text: str, place: str, message: str) -> None:
    ending = filled(text)
    assert (ending.code, ending.out) == (2, "")
    assert place in ending.err
    assert message in ending.err


def test_a_template_that_is_not_there(relmap: Run, book: Path) -> None:
    ending = relmap("plan", "boreal", "--template", "gone.j2", "-C", str(book), "--as-of", AS_OF)
    assert (ending.code, ending.out) == (2, "")
    assert "there is no template gone.j2" in ending.err


def test_a_template_that_is_no_text(relmap: Run, book: Path, tmp_path: Path) -> None:
    (tmp_path / "own.j2").write_bytes(b"\xff\xfe")
    ending = relmap("plan", "boreal", "--template", str(tmp_path / "own.j2"), "-C", str(book), "--as-of", AS_OF)
    assert (ending.code, ending.out) == (2, "")
    assert "is not UTF-8 text" in ending.err


def test_a_fault_in_an_included_template_is_told_there_and_no_link_leads_out(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "part.j2").write_text("\n{{ nmae }}")
    assert "part.j2:2: 'nmae' is undefined" in filled("{% include 'part.j2' %}").err
    (tmp_path / "link.j2").symlink_to("/etc/passwd")
    assert "own.md.j2:1: there is no template link.j2 beside it" in filled("{% include 'link.j2' %}").err
    assert "it includes itself without an end" in filled("{% include 'own.md.j2' %}").err


def test_only_markdown_has_a_template(filled: Run) -> None:
    ending = filled("x", "--format", "json")
    assert (ending.code, ending.out) == (2, "")
    assert "--template writes Markdown alone" in ending.err


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_text_in_a_layout_of_ones_own(relmap: Run, tmp_path: Path, text: str) -> None:
    book = write_book(tmp_path / "book", {"relmap.yaml": settings(text), "accounts/a.yaml": account(text)})
    layout = tmp_path / "own.md.j2"
    layout.write_text("# {{ name }}\n\n{% for i in initiatives %}\n- {{ i.what | upper }}\n{% endfor %}\n")
    ending = relmap("plan", "a", "--template", str(layout), "-C", str(book), "--as-of", AS_OF)
    assert ending.code == 0
    assert not unsafe(ending.out)
    assert words_of(ending.out)[1] <= {
        *("heading_open", "heading_close", "bullet_list_open", "bullet_list_close", "list_item_open"),
        *("list_item_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special", "code_inline"),
    }


def test_the_example_template_fills_for_every_account_of_the_example_book(relmap: Run) -> None:
    template = str(ROOT / "examples" / "plan-template.md.j2")
    ending = relmap("plan", "--all", "--template", template, "-C", str(MERIDIAN), "--as-of", AS_OF)
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.count("\n\nOwned by ") == 16
