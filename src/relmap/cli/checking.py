"""What `relmap check` does between its options and its answer. Loaded only when a check is made."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from relmap.book.discover import SETTINGS_FILE
from relmap.book.git import find_repository, open_repository
from relmap.book.problem import locate_problems
from relmap.book.read import read_bytes
from relmap.book.source import Source, without_bom
from relmap.cli.accounts import find_accounts
from relmap.cli.options import choose
from relmap.cli.output import PIPED_WIDTH, Target, rich_text, width
from relmap.cli.progress import ProgressBar
from relmap.cli.running import OpenedBook, note, open_sound_book, open_usable_book, tell_findings
from relmap.errors import RelmapError, UsageError
from relmap.findings import Finding, Severity, Span
from relmap.model.words import RULE_PROFILES
from relmap.render.check_report import Report, summary
from relmap.render.check_text import upcoming_text
from relmap.rules.baseline import Baseline
from relmap.rules.gate import Checked, Run, check_book
from relmap.rules.plan import Choice, Scope, make_plan, upper
from relmap.rules.settings_checks import check_rules, unknown_code

FARTHEST = 3650
"""The most days that are looked ahead."""
IN_REPOSITORY = ("github", "gitlab", "sarif")
"""The formats whose readers know files by their paths in the repository."""


class Asked(NamedTuple):
    """What one run asks for, read and found possible."""

    choice: Choice
    as_of: date
    days: int
    """How far to look ahead."""
    fail_on: Severity
    jobs: int | None


def read_choice(
    select: Sequence[str] | None, ignore: Sequence[str] | None, profile: str | None, *, require_current: bool
) -> Choice:
    """Return which rules run. Raises UsageError for a code that nothing begins with, and for an unknown profile."""
    chosen = None if select is None else _codes("--select", select)
    if profile is not None:
        choose(profile, RULE_PROFILES, "--profile")
    level = next((known for known in RULE_PROFILES if known == profile), None)
    return Choice(chosen, _codes("--ignore", ignore or []), level, require_current)


def read_severity(word: str) -> Severity:
    """Return the severity that `--fail-on` names."""
    return Severity(choose(word, tuple(map(str, Severity)), "--fail-on"))


def _codes(option: str, given: Sequence[str]) -> tuple[str, ...]:
    codes = upper(code for word in given for code in word.split(",") if code.strip())
    if not codes and given:
        raise UsageError(f"{option} names no code", hint="for example RM3 or RM301,RM302")
    for code in codes:
        if hint := unknown_code(code):
            raise UsageError(f"{option}: no code begins with {code!r}", hint=hint)
    return codes


def read_days(text: str) -> int:
    """Return the days that `--within` names."""
    match = re.fullmatch(r"(\d{1,4})([dw])", text.strip().lower(), re.ASCII)
    days = int(match[1]) * (7 if match[2] == "w" else 1) if match else -1
    if not 0 <= days <= FARTHEST:
        raise UsageError(f"--within {text!r} is no time", hint=f"write days or weeks, 14d or 6w, up to {FARTHEST}d")
    return days


def open_checkable_book(root: Path, *, with_accounts: bool = True) -> OpenedBook:
    """Open a book. Raises RelmapError, after telling the findings, where its settings or their rules are broken."""
    opened = open_usable_book(root) if with_accounts else open_sound_book(root)
    problems = check_rules(opened.settings)
    if problems:
        data = read_bytes(root, SETTINGS_FILE)
        tell_findings(locate_problems(problems, b"" if isinstance(data, Finding) else data, SETTINGS_FILE))
        raise RelmapError("relmap.yaml names rules or options that there are not, so nothing is checked")
    return opened


def find_scope(opened: OpenedBook, words: Sequence[str], since: str | None) -> Scope | None:
    """Return the part of the book that is asked for, None for all of it. Raises RelmapError as git and accounts do."""
    named = _named(opened, words) if words else None
    if since is None:
        return named
    changed = open_repository(opened.root, "--changed-since").changed_since(since)
    touched = _scope(opened, changed)
    if named is None:
        return touched
    return Scope(named.accounts & touched.accounts, named.paths & touched.paths)


def _named(opened: OpenedBook, words: Sequence[str]) -> Scope:
    paths = [path for word in words for path in _paths(opened, word)]
    return _scope(opened, paths)


def _paths(opened: OpenedBook, word: str) -> list[str]:
    """Return the files that a word means: those below a folder, relmap.yaml itself, or the file of an account."""
    place = Path(word) if Path(word).exists() else opened.root / word
    here, root = place.resolve(), opened.root.resolve()
    if here == root / SETTINGS_FILE:
        return [SETTINGS_FILE]
    if here.is_dir() and word not in opened.book.account_ids:
        below = [file.path for file in opened.files if here in (root / file.path).parents]
        if not below:
            raise UsageError(f"no account lies in {word}", hint="name a folder of the book, or an account")
        return below
    wanted = set(find_accounts([word], opened.files, opened.root))
    return [file.path for file in opened.files if file.id in wanted]


def _scope(opened: OpenedBook, paths: Iterable[str]) -> Scope:
    """Return the accounts of some files; relmap.yaml speaks of no account, so it stands for the empty id."""
    found = frozenset(paths)
    accounts = {file.id for file in opened.files if file.path in found}
    return Scope(frozenset(accounts | ({""} if SETTINGS_FILE in found else set())), found)


def check_opened(
    opened: OpenedBook, asked: Asked, scope: Scope | None, baseline: Baseline | None, *, quiet: bool, debug: bool
) -> Checked:
    """Check a book, with a progress bar when it takes long."""
    plan = make_plan(opened.settings, asked.choice, asked.as_of + timedelta(days=asked.days), scope)
    with ProgressBar("Checking accounts", wanted=not quiet) as progress:
        run = Run(asked.as_of, plan, asked.jobs, progress, debug=debug)
        return check_book(opened.book, opened.settings, run, baseline)


def _lines(root: Path, spans: Iterable[Span]) -> Mapping[Span, str]:
    sources: dict[str, Source] = {}
    for span in spans:
        if span.path not in sources:
            data = read_bytes(root, span.path)
            sources[span.path] = Source(b"" if isinstance(data, Finding) else without_bom(data), span.path)
    return {span: sources[span.path].line_text(span.line) for span in spans}


def folder_in_repository(root: Path) -> str:
    """Return the way from the top of the repository to the book, with a slash; empty without git or repository."""
    try:
        found = find_repository(root)
    except RelmapError:
        return ""
    return found.prefix if found else ""


def render_check(report: Report, place: Target, opened: OpenedBook, *, coloured: bool) -> str:
    """Render a check in the format of one place. Loads that format's code only."""
    if place.format == "rich":
        from relmap.render.check_rich import SHOWN, check_rich

        lines = _lines(opened.root, [found.span for found in report.checked.active[:SHOWN]])
        columns = width() if place.path is None else PIPED_WIDTH
        text = check_rich(report._replace(excerpts=lines), columns)
        return "" if not text else rich_text(text, coloured=coloured and place.path is None, columns=columns)
    if place.format == "markdown":
        from relmap.render.check_page import check_page
        from relmap.render.page_markdown import page_markdown

        return page_markdown(check_page(report, opened.settings.company))
    if place.format in IN_REPOSITORY:
        report = report.below(folder_in_repository(opened.root))
    return _machine(report, place.format)


def _machine(report: Report, form: str) -> str:
    if form in ("json", "jsonl"):
        from relmap.render.check_json import check_json, check_jsonl

        return check_json(report) if form == "json" else check_jsonl(report)
    if form == "sarif":
        from relmap.render.check_sarif import check_sarif

        return check_sarif(report)
    if form == "junit":
        from relmap.render.check_junit import check_junit

        return check_junit(report)
    if form == "gitlab":
        from relmap.render.check_gitlab import check_gitlab

        return check_gitlab(report)
    if form == "github":
        from relmap.render.check_github import check_github

        return check_github(report)
    from relmap.render.check_text import check_text

    return check_text(report)


def tell_check(report: Report, scope: Scope | None, *, quiet: bool, verbose: bool) -> None:
    """Tell on stderr what was found in sum, and what goes red next."""
    if quiet:
        return
    if scope is not None and not scope.accounts:
        note("no account is among what was changed")
    sys.stderr.write(upcoming_text(report))
    if verbose:
        codes = Counter(found.code for found in report.checked.active)
        note(", ".join(f"{count} × {code}" for code, count in sorted(codes.items())) or "no findings")
    note(summary(report.checked))
