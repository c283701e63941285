"""Load a book: settings first, then account by account. Bad data is returned as findings, never raised."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Generic, NamedTuple

from relmap.book.compose import Node
from relmap.book.consistency import check_consistency
from relmap.book.discover import SETTINGS_FILE, AccountFile, list_account_files
from relmap.book.ignores import Ignore, find_ignores
from relmap.book.parse import Document, parse
from relmap.book.problem import PROBLEM_LIMIT, Problem, as_written, locate_problems
from relmap.book.read import read_bytes
from relmap.book.references import check_references, check_settings
from relmap.book.remainder import Remainder
from relmap.book.rubric_checks import check_rubric
from relmap.book.validate import AnyNoun, validate
from relmap.findings import Finding, Route
from relmap.model.account import Account
from relmap.model.settings import Settings


@dataclass(frozen=True)
class Book:
    """What is known of a book before its accounts are read. `settings` is None where relmap.yaml is broken."""

    root: Path
    settings: Settings | None
    has_settings: bool
    files: tuple[AccountFile, ...]
    findings: tuple[Finding, ...]

    @cached_property
    def account_ids(self) -> frozenset[str]:
        """The ids of all accounts, whether or not their files can be read."""
        return frozenset(file.id for file in self.files)


class Written(NamedTuple):
    """An account file as it is written: for whoever has to say where in it something stands."""

    data: bytes
    document: Document
    root: Node | None


@dataclass(frozen=True, slots=True)
class LoadedAccount:
    """An account, or None where its file is broken, and everything its file has wrong."""

    id: str
    path: str
    account: Account | None
    findings: tuple[Finding, ...]
    ignores: tuple[Ignore, ...] = ()
    """The comments of the file that ask to ignore a finding."""
    written: Written | None = None
    """Only where it is to be kept, and there is an account."""


def open_book(root: Path) -> Book:
    """Read the settings and list the account files of the book at `root`."""
    if not (root / SETTINGS_FILE).exists():
        files, found = list_account_files(root)
        return Book(root, Settings(company=root.resolve().name or "This book"), False, tuple(files), tuple(found))
    data = read_bytes(root, SETTINGS_FILE)
    if isinstance(data, Finding):
        return Book(root, None, True, (), (data,))
    read = _read(data, SETTINGS_FILE, "", Settings)
    if read.noun is None:
        return Book(root, None, True, (), _sorted(read.findings))
    files, found = list_account_files(root, read.noun.accounts)
    senseless = check_rubric(read.noun)
    problems = check_settings(read.noun, {file.id for file in files}) + senseless
    found += [*read.findings, *_located(problems, read, data, SETTINGS_FILE, "")]
    return Book(root, None if senseless else read.noun, True, tuple(files), _sorted(found))


def load_account(
    root: Path,
    file: AccountFile,
    settings: Settings,
    account_ids: Collection[str],
    as_of: date,
    *,
    keep: bool = False,
) -> LoadedAccount:
    """Read one account file and check it. What it was made of is large, and kept only where that is asked for."""
    data = read_bytes(root, file.path, file.id)
    if isinstance(data, Finding):
        return LoadedAccount(file.id, file.path, None, (data,))
    return check_account(data, file, settings, account_ids, as_of, keep=keep)


def check_account(
    data: bytes,
    file: AccountFile,
    settings: Settings,
    account_ids: Collection[str],
    as_of: date,
    *,
    keep: bool = False,
) -> LoadedAccount:
    """Hold the bytes of an account file against the model, and check its references and dates."""
    read = _read(data, file.path, file.id, Account)
    if read.noun is not None:
        problems = check_references(read.noun, settings, account_ids) + check_consistency(read.noun, as_of)
    else:
        problems = _references_of_the_rest(read, settings, account_ids)
    findings = read.findings + _located(problems, read, data, file.path, file.id)
    written = Written(data, read.document, read.root) if keep and read.noun and read.document else None
    return LoadedAccount(file.id, file.path, read.noun, _sorted(findings), find_ignores(data, file.path), written)


ROUNDS = 4
"""How often an entry around a fault may turn out to be at fault itself: the nouns nest no deeper."""


class _Read(NamedTuple, Generic[AnyNoun]):
    """What a file says, as the model has it and as the parser found it, and what is wrong with it."""

    noun: AnyNoun | None
    document: Document | None
    findings: list[Finding]
    faults: tuple[Route, ...] = ()
    root: Node | None = None


def _read(data: bytes, path: str, account: str, model: type[AnyNoun]) -> _Read[AnyNoun]:
    """Parse and validate; a document with findings of its own is still validated, to tell all of them at once."""
    parsed = parse(data, path, account)
    findings = list(parsed.findings)
    if parsed.document is None:
        return _Read(None, None, findings)
    noun, problems = validate(parsed.document, model)
    faults = tuple(problem.route for problem in problems)
    findings += locate_problems(problems, data, path, account) if problems else []
    return _Read(None if parsed.findings else noun, parsed.document, findings, faults, parsed.root)


def _references_of_the_rest(read: _Read[Account], settings: Settings, account_ids: Collection[str]) -> list[Problem]:
    """Look for dangling references in what is sound of a broken file, so that all is told in one run."""
    if read.document is None or len(read.faults) >= PROBLEM_LIMIT:
        return []
    account, rest = _rest_of(read.document, read.faults)
    problems = check_references(account, settings, account_ids) if account else []
    return [
        problem._replace(
            route=rest.original(problem.route),
            related=tuple((rest.original(route), message) for route, message in problem.related),
        )
        for problem in problems
        if problem.route != ("owner",) or read.document.get("owner")
    ]


def _rest_of(document: Document, faults: Collection[Route]) -> tuple[Account | None, Remainder]:
    """Return the account that is left without the faults. An entry that lost what it must have goes as a whole."""
    found = set(faults)
    for _ in range(ROUNDS):
        rest = Remainder(document, found)
        account, problems = validate(rest.document, Account)
        if account:
            break
        found |= {rest.original(problem.route) for problem in problems}
    return account, rest


def _located(problems: list[Problem], read: _Read[AnyNoun], data: bytes, path: str, account: str) -> list[Finding]:
    if not problems:
        return []
    return locate_problems([as_written(problem, read.document) for problem in problems], data, path, account)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda found: found.sort_key))


def locate(problem: Problem, root: Path, file: AccountFile) -> list[Finding]:
    """Find the place of a problem in an account file that was read before."""
    data = read_bytes(root, file.path, file.id)
    return [data] if isinstance(data, Finding) else locate_problems([problem], data, file.path, file.id)
