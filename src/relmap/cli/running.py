"""Run an assessment for a command: open the book, show progress, and tell on stderr what people should know."""

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount, Assessment, Card
from relmap.assess.figures import EVERYDAY
from relmap.assess.run import Gather, Gathered, Inspect, gather_book, run_book
from relmap.assess.run import make_card as make_card_of
from relmap.assess.select import Condition, select
from relmap.book.codes import FILE_CODES
from relmap.book.discover import AccountFile
from relmap.book.load import Book, open_book
from relmap.book.schema_codes import FACT_IN_FUTURE
from relmap.cli.progress import ProgressBar
from relmap.errors import RelmapError
from relmap.findings import Finding, Severity
from relmap.model.period import Period
from relmap.model.settings import Settings
from relmap.render.clean import clean
from relmap.render.findings_text import findings_text


class OpenedBook(NamedTuple):
    """A book whose settings are sound."""

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
    opened = open_sound_book(root)
    if not opened.files:
        tell_findings(opened.book.findings)
        patterns = opened.settings.accounts
        where = ", ".join(patterns) if opened.book.has_settings else "accounts/ and the top of the folder"
        raise RelmapError(f"no account file in {root}", hint=f"looked in {where}")
    return opened


def open_sound_book(root: Path) -> OpenedBook:
    """Open a book, with or without accounts. Raises RelmapError, after its findings, where relmap.yaml is broken."""
    book = open_book(root)
    if book.settings is None:
        tell_findings(book.findings)
        raise RelmapError("relmap.yaml is broken, so nothing can be assessed")
    return OpenedBook(book, book.settings)


def tell_findings(findings: Sequence[Finding]) -> None:
    """Write findings to stderr, a line each."""
    _write(findings_text(findings))


def run_with_progress(
    opened: OpenedBook,
    as_of: date,
    period: Period | None,
    jobs: int | None,
    *,
    quiet: bool,
    wanted: frozenset[str] = EVERYDAY,
    inspect: Inspect | None = None,
) -> Assessment:
    """Assess the whole book, with the figures that are wanted, and with a progress bar when it takes long."""
    with ProgressBar("Assessing accounts", wanted=not quiet) as progress:
        return run_book(
            opened.book,
            opened.settings,
            as_of,
            period=period,
            jobs=jobs,
            wanted=wanted,
            progress=progress,
            inspect=inspect,
        )


def gather_with_progress(
    opened: OpenedBook,
    as_of: date,
    period: Period | None,
    jobs: int | None,
    gather: Gather[Gathered],
    *,
    quiet: bool,
    wanted: frozenset[str] = EVERYDAY,
) -> tuple[Assessment, dict[str, Gathered]]:
    """Assess the whole book as `run_with_progress` does, and return with it what `gather` takes of each account."""
    with ProgressBar("Assessing accounts", wanted=not quiet) as progress:
        return gather_book(
            opened.book, opened.settings, as_of, gather, period=period, jobs=jobs, wanted=wanted, progress=progress
        )


def select_and_tell(
    candidates: Sequence[AssessedAccount], conditions: Sequence[Condition], *, quiet: bool
) -> Sequence[AssessedAccount]:
    """Return the accounts that meet all conditions, and say how many more could: what is not known never matches."""
    chosen, unknown = select(candidates, conditions)
    if unknown and not quiet:
        note(f"{unknown} more could match: what the conditions ask of them is not known")
    return chosen


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
    tell_findings(shown)
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
