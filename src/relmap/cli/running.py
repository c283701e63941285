"""Run an assessment for a command: open the book, show progress, and tell on stderr what people should know."""

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relmap.assess.assessment import Assessment, Card
from relmap.assess.run import make_card as make_card_of
from relmap.assess.run import run_book
from relmap.book.codes import FILE_CODES
from relmap.book.discover import AccountFile
from relmap.book.load import Book, open_book
from relmap.book.schema_codes import FACT_IN_FUTURE
from relmap.cli.progress import ProgressBar
from relmap.errors import RelmapError
from relmap.findings import Severity
from relmap.model.period import Period
from relmap.model.settings import Settings
from relmap.render.clean import clean
from relmap.render.findings_text import findings_text


class OpenedBook(NamedTuple):
    """A book that can be assessed: its settings are sound and it has account files."""

    book: Book
    settings: Settings

    @property
    def files(self) -> tuple[AccountFile, ...]:
        """The account files."""
        return self.book.files

    @property
    def root(self) -> Path:
        """The book's folder."""
        return self.book.root


def open_usable_book(root: Path) -> OpenedBook:
    """Open a book. Raises RelmapError, after telling the findings, where nothing in it can be assessed."""
    book = open_book(root)
    if book.settings is None:
        _write(findings_text(book.findings))
        raise RelmapError("relmap.yaml is broken, so nothing can be assessed")
    if not book.files:
        _write(findings_text(book.findings))
        where = ", ".join(book.settings.accounts) if book.has_settings else "accounts/ and the top of the folder"
        raise RelmapError(f"no account file in {root}", hint=f"looked in {where}")
    return OpenedBook(book, book.settings)


def run_with_progress(
    opened: OpenedBook, as_of: date, period: Period | None, jobs: int | None, *, quiet: bool
) -> Assessment:
    """Assess the whole book, with a progress bar when it takes long."""
    with ProgressBar("Assessing accounts", wanted=not quiet) as progress:
        return run_book(opened.book, opened.settings, as_of, period=period, jobs=jobs, progress=progress)


def make_card(opened: OpenedBook, assessment: Assessment, account: str) -> Card:
    """Return one account with its evidence."""
    return make_card_of(opened.book, opened.settings, assessment, account)


def is_partial(opened: OpenedBook, run: Assessment) -> bool:
    """Say whether accounts are missing from the answer: a broken file, or one that was not even opened."""
    about_files = {code.code for code in FILE_CODES}
    return bool(run.broken) or any(
        found.severity is Severity.ERROR and found.code in about_files for found in opened.book.findings
    )


def tell(run: Assessment, *, quiet: bool, verbose: bool) -> None:
    """Tell findings and notes. Facts dated after the day are only counted, unless more is wanted."""
    findings = run.findings
    future = [found for found in findings if found.code == FACT_IN_FUTURE.code]
    shown = findings if verbose else [found for found in findings if found.code != FACT_IN_FUTURE.code]
    if quiet:
        shown = [found for found in shown if found.severity is Severity.ERROR]
    if shown:
        _write(findings_text(shown))
    if run.broken:
        total = len(run.broken) + len(run.accounts)
        note(f"{len(run.broken)} of {total} accounts cannot be read and are missing from what follows")
    if quiet:
        return
    if not run.has_settings:
        note("no relmap.yaml here: defaults are used, and owners are not checked against a team")
    if future and not verbose:
        note(f"{_facts(len(future))} dated after {run.as_of} and not counted; the first is at {future[0].span}")
    if verbose:
        counts = Counter(str(found.severity) for found in findings)
        note(f"{len(run.accounts)} accounts read, {_counted(counts)}")


def _facts(count: int) -> str:
    return "1 fact is" if count == 1 else f"{count} facts are"


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {severity}s" for severity, count in sorted(counts.items())) or "no findings"


def note(message: str) -> None:
    """Write one line for people to stderr."""
    _write(f"note: {clean(message)}\n")


def _write(text: str) -> None:
    sys.stderr.write(text)
