"""The worked arithmetic of the examples is arithmetic, and arrives at what must come out."""

import re
from collections.abc import Iterator
from math import log10

import pytest

from relmap.manual.page import Page
from relmap.manual.pages import PAGES
from relmap.render.explain_page import plain_value

EQUATION = re.compile(r"((?:log10|[\d\s.()+−×/])+)=\s*(−?\d+(?:\.(\d+))?)")
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)


def slips(line: str) -> Iterator[str]:
    """Yield every `calculation = result` of a line that is wrong at the decimals it is written with."""
    for left, right, decimals in EQUATION.findall(line):
        if not re.search(r"[+−×/]", left):
            continue
        plain = left.translate(str.maketrans("−×", "-*"))
        result = eval(plain, {"__builtins__": {}, "log10": log10})
        if abs(result - float(right.replace("−", "-"))) > 0.5 * 10 ** -len(decimals) + 1e-9:
            yield f"{left.strip()} is {result}, not {right}"


@EVERY_PAGE
def test_what_is_worked_out_is_right(page: Page) -> None:
    assert [slip for line in page.example.working for slip in slips(line)] == []


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("r: (4 − 2) / (4 + 2) = 0.33", True),
        ("r: (4 − 2) / (4 + 2) = 0.34", False),
        ("trend: (23 − 25) / 1 = −2 points a year", True),
        ("trend: (23 − 25) / 1 = 2 points a year", False),
        ("rosa: T = (8 + 7) / 2 = 7.5, and 5 × log10(10) = 6", False),
    ],
)
def test_a_slip_is_seen(line: str, right: bool) -> None:
    assert bool(list(slips(line))) is not right


def test_most_pages_work_something_out() -> None:
    lines = [line for page in PAGES for line in page.example.working if EQUATION.search(line)]
    assert len(lines) > 25


@EVERY_PAGE
def test_the_working_names_what_must_come_out(page: Page) -> None:
    text = "\n".join(page.example.working)
    for expected in page.example.expected:
        outcomes = (expected.value, expected.low, expected.high)
        for outcome in outcomes if expected.value is not None else ():
            assert outcome is None or names(text, outcome), outcome


def names(text: str, outcome: float | str) -> bool:
    """Say whether a text has a figure, or a word, standing by itself."""
    written = re.escape(plain_value(outcome).replace("\u202f", ""))
    return re.search(rf"(?<![\w.]){written}(?!\w)", text) is not None
