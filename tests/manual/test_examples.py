"""The examples of the manual are tests: each book is read, assessed, and gives the figures its page says."""

from collections.abc import Mapping
from math import isclose
from pathlib import Path

import pytest

from relmap.assess.assessment import Assessment, Card
from relmap.assess.run import make_card, run_book
from relmap.book.load import open_book
from relmap.manual.page import ACCOUNT, Example, Page
from relmap.manual.pages import PAGES
from relmap.render.words import listed

PAGES_WITH_EXAMPLES = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
Triple = tuple[object, object, object]


def assess(example: Example, folder: Path) -> tuple[Assessment, Card]:
    """Write the example's book, read it as any other, and assess it."""
    for path, text in example.files().items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    book = open_book(folder)
    assert book.settings is not None
    assessment = run_book(book, book.settings, example.as_of, jobs=1)
    assert [str(found) for found in assessment.findings] == []
    return assessment, make_card(book, book.settings, assessment, ACCOUNT)


def outcomes(assessment: Assessment, card: Card) -> Mapping[str, Triple]:
    """Every figure by its id, and by the name of its page what has no id: value, low and high."""
    found: dict[str, Triple] = {
        measure: (figure.value, figure.low, figure.high) for measure, figure in card.assessed.figures.items()
    }
    found |= {f"roles.{role.role}": (role.state,) * 3 for role in card.profile.roles}
    book = assessment.revenue
    named = {"hhi": book.hhi, "effective_number": book.effective_number, "core": listed(sorted(book.core))}
    named |= {f"top_{count}": share for count, share in book.top.items()}
    found |= {f"concentration.{name}": (value,) * 3 for name, value in named.items()}
    fragility = assessment.fragility
    return found | {"exposure.fragility": (fragility.value, fragility.low, fragility.high)}


def same(found: object, expected: object) -> bool:
    if isinstance(found, int | float) and isinstance(expected, int | float):
        return isclose(found, expected, rel_tol=1e-12, abs_tol=1e-12)
    return found == expected


@PAGES_WITH_EXAMPLES
def test_the_example_gives_what_its_page_says(page: Page, tmp_path: Path) -> None:
    found = outcomes(*assess(page.example, tmp_path))
    for entry in page.example.expected:
        expected = (entry.value, *entry.bounds)
        assert all(map(same, found[entry.figure], expected)), (entry.figure, found[entry.figure], expected)
