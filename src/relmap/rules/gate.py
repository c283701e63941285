"""The gate: a book, a day and a plan become findings, each active, waived or known, and what goes wrong next."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relmap.assess.assessment import Assessment
from relmap.assess.figures import EVERYDAY
from relmap.assess.run import Progress, run_book
from relmap.book.discover import SETTINGS_FILE
from relmap.book.ignores import find_ignores
from relmap.book.load import Book, Written
from relmap.book.locate import Locator
from relmap.book.parse import parse
from relmap.book.read import read_bytes
from relmap.findings import Finding, State
from relmap.model.settings import Settings
from relmap.rules.baseline import Baseline, held_against, is_fixed, stale
from relmap.rules.codes import RULE_CRASHED
from relmap.rules.finding import Places, crashed, to_finding
from relmap.rules.inspect import Inspection
from relmap.rules.plan import Plan
from relmap.rules.quieten import Quietened
from relmap.rules.rule import BookCase


class Checked(NamedTuple):
    """What a check found."""

    as_of: date
    until: date
    accounts: int
    """How many accounts were looked at."""
    findings: tuple[Finding, ...]
    """What holds on the day, in every state, by place."""
    upcoming: tuple[Finding, ...]
    """What will hold by `until`, by day."""
    fixed: tuple[str, ...] = ()
    """What the baseline lists and is not there any more."""

    @property
    def active(self) -> tuple[Finding, ...]:
        """What asks for something."""
        return tuple(found for found in self.findings if found.state is State.ACTIVE)

    @property
    def crashed(self) -> bool:
        """Has a rule failed, so that something may be wrong of which nothing is said?"""
        return any(found.code == RULE_CRASHED.code for found in self.findings)


class Run(NamedTuple):
    """How a check is run."""

    as_of: date
    plan: Plan
    jobs: int | None = None
    """Processes to read with; None: as many as pay."""
    progress: Progress | None = None
    debug: bool = False
    """Let a rule that fails end the run with what it raised."""


def check_book(book: Book, settings: Settings, asked: Run, baseline: Baseline | None = None) -> Checked:
    """Check a book whose settings are sound."""
    plan = asked.plan
    inspection = Inspection(plan, asked.debug) if plan.for_accounts else None
    wanted, progress = figures_read(plan), asked.progress
    run = run_book(book, settings, asked.as_of, jobs=asked.jobs, progress=progress, wanted=wanted, inspect=inspection)
    return judge(book, run, asked, baseline)


def figures_read(plan: Plan) -> frozenset[str]:
    """Return the figures that a run must take for the rules of a plan."""
    return EVERYDAY.union(*(rule.reads for _, rule in plan.for_book()))


def judge(book: Book, run: Assessment, asked: Run, baseline: Baseline | None = None) -> Checked:
    """Return what a book that was assessed and inspected by the same plan has to answer for."""
    as_of, plan, _, _, debug = asked
    found = [*run.findings, *_book_findings(book, run, plan, debug=debug)]
    kept = [plan.weighed(entry) for entry in found if plan.keeps(entry, run.broken)]
    judged = _quietened(book, run, plan, kept)
    now = [entry for entry in judged if not _is_ahead(entry, as_of)]
    fixed: list[str] = []
    if baseline:
        now, left = held_against(now, baseline)
        fixed = [entry for entry in left.elements() if is_fixed(entry, plan, run.broken)]
        now += [entry for entry in stale(baseline, fixed) if plan.is_wanted(entry.code)]
    return Checked(
        as_of,
        plan.until,
        sum(map(plan.looks_at, book.account_ids)),
        tuple(sorted(now, key=lambda entry: entry.sort_key)),
        _upcoming(judged, now, as_of),
        tuple(sorted(fixed)),
    )


def _book_findings(book: Book, run: Assessment, plan: Plan, *, debug: bool) -> Iterator[Finding]:
    """Run the rules that need the whole book; the files they speak of are read again."""
    paths = {entry.row.id: entry.row.path for entry in run.accounts} | {"": SETTINGS_FILE}
    places: dict[str, Places] = {}
    for planned, rule in plan.for_book():
        try:
            for hit in rule.find(BookCase(planned.options, run)):
                if (hit.account and not plan.looks_at(hit.account)) or not plan.reaches(hit):
                    continue
                if hit.account not in places:
                    places[hit.account] = _places(book, paths[hit.account])
                yield to_finding(hit, planned, hit.account, places[hit.account])
        except Exception as error:  # (a rule is no reason to say nothing of the others)
            if debug:
                raise
            yield crashed(planned, "", SETTINGS_FILE, error)


def _places(book: Book, path: str) -> Places:
    data = read_bytes(book.root, path)
    if isinstance(data, Finding):
        data = b""
    parsed = parse(data, path)
    return Places(path, Written(data, parsed.document or {}, parsed.root))


def _quietened(book: Book, run: Assessment, plan: Plan, findings: Sequence[Finding]) -> list[Finding]:
    """Mark what is accepted, and add what was written in vain to quieten something."""
    data = read_bytes(book.root, SETTINGS_FILE) if book.has_settings else b""
    settings = b"" if isinstance(data, Finding) else data
    quietened = Quietened(findings, (*run.ignores, *find_ignores(settings, SETTINGS_FILE)), run, plan)
    found = list(quietened.useless_ignores({file.path: file.id for file in book.files}))
    found += quietened.useless_waivers(Locator(settings, SETTINGS_FILE))
    wanted = [plan.weighed(entry) for entry in found if plan.is_wanted(entry.code)]
    return quietened.findings + wanted


def _is_ahead(found: Finding, as_of: date) -> bool:
    return found.on is not None and found.on > as_of


def _upcoming(judged: Iterable[Finding], now: Iterable[Finding], as_of: date) -> tuple[Finding, ...]:
    """Return what is still to come, without what is there already."""
    there = {found.fingerprint for found in now}
    ahead = [
        found
        for found in judged
        if _is_ahead(found, as_of) and found.state is State.ACTIVE and found.fingerprint not in there
    ]
    return tuple(sorted(ahead, key=lambda found: (found.on or as_of, found.sort_key)))
