"""`relmap assess --format csv`: the book as a table, one account a line, for spreadsheets and scripts.

Lines end with LF: RFC 4180 says CRLF, but every reader takes LF, and with CRLF the last column carries a stray CR
through `cut`, `sort` and `git diff`. Quoting is RFC 4180's.
"""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from math import isfinite

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.assess.figures import MEASURES
from relmap.model.rubric_stamp import stamp_rubric
from relmap.render.json_account import in_numbers, is_number

Cell = str | float | None

_FORMULA_BEGINS = frozenset("=+-@\t\r\n")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_FACTS: dict[str, Callable[[AssessedAccount], Cell]] = {
    "id": lambda entry: entry.row.id,
    "name": lambda entry: entry.row.name,
    "owner": lambda entry: entry.row.owner,
    "tier": lambda entry: entry.row.tier,
    "status": lambda entry: entry.row.status,
    "group": lambda entry: entry.group,
    "revenue": lambda entry: entry.revenue,
}


class _Lines(list[str]):
    """Takes the rows that the csv module writes, each without the line end it needs for its quoting."""

    def write(self, row: str) -> None:
        """Keep one row."""
        self.append(row.removesuffix("\r\n"))


def book_csv(assessment: Assessment, accounts: Sequence[AssessedAccount]) -> str:
    """Return a header and a line for each account, in the given order; ends with a newline.

    Numbers are unrounded and never altered; what is not known is empty. Shares and other percentages are 0–100.
    """
    rubric = str(stamp_rubric(assessment.settings))
    return csv_text(chain([header()], ([*_row(entry), rubric] for entry in accounts)))


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows as CSV, every text made harmless; ends with a newline."""
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(list(map(cell, row)) for row in rows)
    return "\n".join(lines) + "\n"


def header() -> list[str]:
    """Return the names of the columns: facts, measures by id with their bounds, the first lead, and the rubric."""
    names = list(_FACTS)
    for measure in MEASURES:
        bounds = (f"{measure.id}_low", f"{measure.id}_high") if is_number(measure) else ()
        names += (measure.id, *bounds)
    return [*names, "lead", "rubric"]


def _row(entry: AssessedAccount) -> list[Cell]:
    cells = [fact(entry) for fact in _FACTS.values()]
    for measure in MEASURES:
        figure = entry.figures[measure.id]
        if not is_number(measure):
            cells.append(figure.value)
        else:
            cells += (in_numbers(figure) if measure.words else figure)[:3]
    return [*cells, entry.first_lead.text]


def cell(value: Cell) -> Cell:
    """Return what to write for a value: text that no spreadsheet runs, numbers as they are.

    A `'` before `= + - @`, tab and line ends keeps text from being read as a formula. Control characters, marks that
    turn text round and halves of surrogate pairs become U+FFFD.
    """
    if isinstance(value, str):
        text = _CONTROLS.sub("\ufffd", value)
        return f"'{text}" if text[:1] in _FORMULA_BEGINS else text
    return value if value is None or isfinite(value) else None
