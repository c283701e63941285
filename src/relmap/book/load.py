"""Load a book: settings first, then account by account. Bad data is returned as findings, never raised."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from relmap.book.consistency import check_consistency
from relmap.book.discover import SETTINGS_FILE, AccountFile, list_account_files
from relmap.book.parse import parse
from relmap.book.problem import Problem, locate_problems
from relmap.book.read import read_bytes
from relmap.book.references import check_references, check_settings
from relmap.book.validate import AnyNoun, validate
from relmap.findings import Finding
from relmap.model.account import Account
from relmap.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Book:
    """What is known of a book before its accounts are read. `settings` is None where relmap.yaml is broken."""

    root: Path
    settings: Settings | None
    has_settings: bool
    files: tuple[AccountFile, ...]
    findings: tuple[Finding, ...]

    @property
    def account_ids(self) -> frozenset[str]:
        """The ids of all accounts, whether or not their files can be read."""
        return frozenset(file.id for file in self.files)


@dataclass(frozen=True, slots=True)
class LoadedAccount:
    """An account, or None where its file is broken, and everything its file has wrong."""

    id: str
    path: str
    account: Account | None
    findings: tuple[Finding, ...]


def open_book(root: Path) -> Book:
    """Read the settings and list the account files of the book at `root`."""
    if not (root / SETTINGS_FILE).exists():
        files, found = list_account_files(root)
        return Book(root, Settings(company=root.resolve().name or "This book"), False, tuple(files), tuple(found))
    settings, data, problems = _load_settings(root)
    if settings is None:
        return Book(root, None, True, (), tuple(problems))
    files, found = list_account_files(root, settings.accounts)
    found += problems
    found += locate_problems(check_settings(settings, {file.id for file in files}), data, SETTINGS_FILE)
    return Book(root, settings, True, tuple(files), tuple(found))


def _load_settings(root: Path) -> tuple[Settings | None, bytes, list[Finding]]:
    data = read_bytes(root, SETTINGS_FILE)
    if isinstance(data, Finding):
        return None, b"", [data]
    settings, findings = _read(data, SETTINGS_FILE, "", Settings)
    return settings, data, findings


def load_account(
    root: Path, file: AccountFile, settings: Settings, account_ids: Collection[str], as_of: date
) -> LoadedAccount:
    """Read one account file, hold it against the model, and check its references and dates."""
    data = read_bytes(root, file.path, file.id)
    if isinstance(data, Finding):
        return LoadedAccount(file.id, file.path, None, (data,))
    account, findings = _read(data, file.path, file.id, Account)
    if account is not None:
        problems = check_references(account, settings, account_ids) + check_consistency(account, as_of)
        if problems:
            findings += locate_problems(problems, data, file.path, file.id)
    return LoadedAccount(file.id, file.path, account, tuple(sorted(findings, key=lambda found: found.sort_key)))


def _read(data: bytes, path: str, account: str, model: type[AnyNoun]) -> tuple[AnyNoun | None, list[Finding]]:
    """Parse and validate; a document with findings of its own is still validated, to tell all of them at once."""
    parsed = parse(data, path, account)
    findings = list(parsed.findings)
    if parsed.document is None:
        return None, findings
    noun, problems = validate(parsed.document, model)
    findings += locate_problems(problems, data, path, account) if problems else []
    return (None if parsed.findings else noun), findings


def locate(problem: Problem, root: Path, file: AccountFile) -> list[Finding]:
    """Find the place of a problem in an account file that was read before."""
    data = read_bytes(root, file.path, file.id)
    return [data] if isinstance(data, Finding) else locate_problems([problem], data, file.path, file.id)
