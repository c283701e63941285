import subprocess
import sys
from dataclasses import replace
from time import process_time

import pytest
from markdown_it import MarkdownIt

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.render.book_screen import RICH_ROWS, book_markdown, book_rich, book_text
from relmap.render.card_screen import card_markdown, card_rich, card_text

from .screens import card, example, meridian, on_screen

EVIL = "\x1b[31m[red]|`x`\u202e<b>@all</b>\nnext | 株式"


def _renamed(name: str) -> tuple[Assessment, tuple[AssessedAccount, ...]]:
    assessment, accounts = meridian()
    renamed = tuple(entry._replace(row=entry.row._replace(name=name)) for entry in accounts)
    return replace(assessment, accounts=renamed), renamed


def test_text_has_one_line_an_account_and_cuts_nothing() -> None:
    long = "A very long name " * 20
    assessment, accounts = _renamed(long)
    lines = [line for line in book_text(assessment, accounts).splitlines() if line.startswith(long)]
    assert len(lines) == len(accounts)


def test_a_hostile_name_stays_in_its_place_everywhere() -> None:
    assessment, accounts = _renamed(EVIL)
    text = book_text(assessment, accounts)
    assert "\x1b" not in text
    assert sum("[red]|`x`<b>@all</b> next | 株式" in line for line in text.splitlines()) >= len(accounts)
    for width in (80, 120, 200):
        drawn = on_screen(book_rich(assessment, accounts, width), width)
        assert "\x1b" not in drawn
        assert "[red]|`x`" in drawn


def test_a_hostile_name_stays_one_cell_of_the_markdown_table() -> None:
    assessment, accounts = _renamed(EVIL)
    tokens = MarkdownIt("commonmark").enable("table").parse(book_markdown(assessment, accounts))
    rows = sum(token.type == "tr_open" for token in tokens)
    cells = sum(token.type == "td_open" for token in tokens)
    columns = sum(token.type == "th_open" for token in tokens)
    assert (rows, cells) == (len(accounts) + 1, len(accounts) * columns)
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special", "strong_open", "strong_close"}
    names = [child.content.replace("\u2060", "") for child in inline if child.content]
    assert names.count("␛[31m[red]|`x`<b>@all</b> next | 株式") >= len(accounts)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 111, 120, 150, 180, 200, 300])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    for drawn in (book_rich(*meridian(), width), card_rich(*card("haldermark-marine"), width)):
        assert max(len(line) for line in on_screen(drawn, width).splitlines()) <= width


def test_a_screen_shows_fifty_rows_and_counts_the_rest() -> None:
    assessment, accounts = meridian()
    drawn = on_screen(book_rich(assessment, accounts * 4, 120), 120)
    assert f"… and {len(accounts) * 4 - RICH_ROWS} more; --format text shows all" in drawn


def test_the_words_alone_say_it_where_there_is_no_colour() -> None:
    drawn = on_screen(book_rich(*meridian(), 200), 200, no_color=True)
    for word in ("47 (45–49) red", "88 green", "overdue", "never"):
        assert word in drawn


def test_no_account_is_no_empty_table() -> None:
    assessment, _ = meridian()
    for text in (book_text(assessment, ()), book_markdown(assessment, ())):
        assert "No account." in text


def test_what_is_unknown_is_asked_and_never_shown_as_a_figure() -> None:
    text = card_text(*card("sundvik-cranes"))
    assert "Health         ?" in text
    assert "Money" not in text
    assert "- Who are the people there, and who decides?" in text


def test_a_book_without_settings_says_so() -> None:
    assessment, accounts = meridian()
    assert "There is no relmap.yaml" in book_text(replace(assessment, has_settings=False), accounts)


def test_an_unfinished_period_says_so() -> None:
    assessment, accounts = meridian()
    assert "FY2026 is not over yet" in book_text(replace(assessment, period="2026"), accounts)


def test_no_internal_id_is_shown() -> None:
    ids = ("some_cover", "shallow_", "deep_", "supplier_of", "manage_closely", "trusted_advisor", "move_back")
    for name in ("meridian", "minimal"):
        for entry in example(name)[1].accounts:
            text = card_text(*card(entry.row.id, name)) + card_markdown(*card(entry.row.id, name))
            for word in ids:
                assert word not in text


def test_plain_text_needs_no_rich() -> None:
    modules = "relmap.render.book_screen, relmap.render.card_screen, relmap.render.findings_text"
    code = f"import sys, {modules}; print('rich' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_ten_thousand_rows_take_as_long_as_a_few_plain_loops() -> None:
    assessment, accounts = meridian()
    many = accounts * 625
    large = replace(assessment, accounts=many)
    began = process_time()
    for _ in range(5):
        "".join([f"{number} %" for number in range(100_000)])
    unit = process_time() - began
    began = process_time()
    book_text(large, many)
    assert process_time() - began < 20 * unit
