"""What a file lacks that one answer fills: where it would stand, what it can be, and how much hangs on it."""

from datetime import date
from pathlib import Path

import pytest

from relmap.assess.run import make_card, run_book
from relmap.errors import UsageError
from relmap.review.gaps import Gap, find_gaps

from ..book.books import write_book

PEOPLE = """\
name: Acme
owner: maria
financials: {2025: 300}
contacts:
  jane: {name: Jane Doe, known_by: {tom: {level: credible_source, last_contact: 2026-11-01}}}
  bob: {power: 5, support: neutral}
  carl: {status: left, left: 2026-01-01}
"""


def gaps(root: Path, account: str) -> dict[str, Gap]:
    book = write_book(root, "company: Northwind\nteam: {maria: {}, tom: {}}\n", acme=account)
    assert book.settings is not None
    run = run_book(book, book.settings, date(2026, 11, 15), jobs=1)
    found = find_gaps(make_card(book, book.settings, run, "acme"))
    assert list(found) == sorted(found, key=lambda gap: -gap.weight)
    assert all(gap.weight > 0 for gap in found)
    return {".".join(map(str, gap.route)): gap for gap in found}


def test_ratings_of_those_who_are_there_and_both_sides_dependence_are_asked_for(tmp_path: Path) -> None:
    found = gaps(tmp_path, PEOPLE)
    ours = {"dependence.ours.criticality", "dependence.ours.alternatives"}
    theirs = {f"dependence.theirs.{field}" for field in ("criticality", "alternatives", "switching_cost")}
    assert set(found) - ours == {"contacts.jane.power", "contacts.jane.support", *theirs}
    assert "dependence.ours.alternatives" in found
    assert found["contacts.jane.power"].text == "How much does Jane Doe decide, 1 to 5?"


def test_what_is_there_is_not_asked_for(tmp_path: Path) -> None:
    ours, theirs = "{criticality: 3, alternatives: few}", "{criticality: 2, alternatives: many, switching_cost: 1}"
    known = f"dependence: {{ours: {ours}, theirs: {theirs}}}\n"
    assert set(gaps(tmp_path, PEOPLE.replace("Doe,", "Doe, power: 4, support: champion,") + known)) == set()


def test_nobody_asks_how_a_prospect_depends(tmp_path: Path) -> None:
    assert not any(route.startswith("dependence") for route in gaps(tmp_path, f"{PEOPLE}status: prospect\n"))


def test_an_answer_becomes_what_the_file_says(tmp_path: Path) -> None:
    found = gaps(tmp_path, PEOPLE)
    assert found["contacts.jane.power"].value(" 4 ") == 4
    assert found["contacts.jane.support"].value("Champion.") == "champion"
    for wrong in ("0", "6", "4.5", "high", "champion"):
        with pytest.raises(UsageError, match="is no answer to this"):
            found["contacts.jane.power"].value(wrong)
