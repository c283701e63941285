"""Each account is measured by the rubric of its tier, in both passes, in a row and on a card, in any process."""

from datetime import date
from pathlib import Path

import pytest

from relmap.assess.assessment import Assessment
from relmap.assess.questions import find_questions
from relmap.assess.run import make_card, run_book
from relmap.book.load import Book, open_book
from relmap.render.book_rows import health_cell
from relmap.render.card_screen import card_text

AS_OF = date(2026, 11, 15)
SETTINGS = """\
company: Northwind
tiers: {key: {}, core: {}}
team: {maria: {}}
signals: {uses_portal: {question: Do they use it?, good: true}}
rubric:
  live: {days: 30}
  tiers:
    key:
      live: {days: 10}
      health: {red_to: 90, amber_to: 95}
      dependence: {share_line: 1}
      stage: {tests: {basic: {uses_portal: must}}}
"""
ACCOUNT = """\
name: %s
owner: maria
tier: %s
financials: {2025: 100}
contacts: {jane: {power: 4, known_by: {maria: {level: credible_source, last_contact: 2026-11-01}}}}
dependence: {ours: {criticality: 2, alternatives: few}, theirs: {criticality: 2, alternatives: few, switching_cost: 2}}
"""


def book_at(root: Path) -> Book:
    (root / "accounts").mkdir()
    (root / "relmap.yaml").write_text(SETTINGS)
    for name, tier in (("acme", "key"), ("bolt", "core")):
        (root / "accounts" / f"{name}.yaml").write_text(ACCOUNT % (name, tier))
    return open_book(root)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_at(tmp_path)


@pytest.fixture
def run(book: Book) -> Assessment:
    assert book.settings is not None
    return run_book(book, book.settings, AS_OF)


def figures(run: Assessment, measure: str) -> list[object]:
    return [run.account(account).figures[measure].value for account in ("acme", "bolt")]


def test_the_first_pass_measures_by_the_tier(run: Assessment) -> None:
    assert figures(run, "threads") == [0, 1]


def test_the_second_pass_does_so_too_and_the_card_agrees(book: Book, run: Assessment) -> None:
    assert book.settings is not None
    stakes = [0.5 * 0.75, 1 * 0.75]  # half of the revenue is half of the key accounts' line, and beyond the book's
    assert figures(run, "dependence.ours") == stakes
    cards = [make_card(book, book.settings, run, account) for account in ("acme", "bolt")]
    assert [card.dependence.ours.value for card in cards] == stakes


def test_a_band_is_written_beside_the_lines_of_the_tier(run: Assessment) -> None:
    health = run.account("bolt").figures["health"]._replace(value=89.8, low=89.8, high=89.8)
    band = run.account("bolt").figures["health.band"]._replace(value="red")
    texts = [
        health_cell(entry._replace(figures=dict(entry.figures) | {"health": health, "health.band": band}), run.settings)
        for entry in run.accounts
    ]
    assert [cell.text for cell in texts] == ["89.8 red", "90 red"]


def test_a_signal_that_is_a_test_is_asked_for_and_shown(book: Book, run: Assessment) -> None:
    assert book.settings is not None
    acme, bolt = (make_card(book, book.settings, run, account) for account in ("acme", "bolt"))
    texts = [question.text for question in find_questions(acme.profile, run.account("acme"))]
    assert "Do they use it?" in texts
    assert "Do they use it?" not in [question.text for question in find_questions(bolt.profile, run.account("bolt"))]
    assert "a yes to “Do they use it?”" in card_text(run, acme)
    assert "Do they use it?" not in card_text(run, bolt)


def test_workers_answer_as_this_process_does(book: Book, run: Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relmap.assess.run.BATCH", 1)
    assert book.settings is not None
    spread = run_book(book, book.settings, AS_OF, jobs=2)
    assert [entry.figures for entry in spread.accounts] == [entry.figures for entry in run.accounts]
