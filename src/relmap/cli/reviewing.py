"""`relmap review ACCOUNT`: show what has changed, ask what only people know, and record the review."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import typer

from relmap.cli import talk
from relmap.cli.output import write
from relmap.cli.recording import preview, read_subject, refuse
from relmap.cli.review_talk import Given, given_people, hear_answers, hear_people, hear_verdict, read_outcome
from relmap.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from relmap.assess.assessment import Assessment, Card
    from relmap.book.edit import Edit
    from relmap.cli.running import OpenedBook
    from relmap.findings import Finding, Route
    from relmap.interview.respondents import Respondent
    from relmap.interview.update import Reader, Subject, Update
    from relmap.review.people import People
    from relmap.review.report import Report
    from relmap.rules.plan import Plan


SETTLED = ("RM301", "RM302")
"""What the review that is being made settles: it is no news to whoever makes it."""


class Reviewed(NamedTuple):
    """The account that is reviewed, and the rules that speak of it."""

    account: str
    plan: "Plan"


class Screen(NamedTuple):
    """How a review is shown."""

    show: "Callable[[Report, bool], None]"
    """Shows the account; told whether somebody is about to be asked."""
    machine: bool
    """Does stdout belong to a document for a machine? Then nothing else is written there."""


class Recorded(NamedTuple):
    """A review that was made: what was to be seen, what the file gets, and whether it was written."""

    report: "Report"
    made: "Update"
    written: bool


class Session(NamedTuple):
    """One account under review, in its book."""

    opened: "OpenedBook"
    run: "Assessment"
    subject: "Subject"
    reader: "Reader"
    plan: "Plan"

    def card(self, data: bytes) -> "Card":
        """Return the account's card as it is with a file that says this."""
        from relmap.assess.cards import card_with

        account = self.reader.load(data, self.subject.file).account
        assert account is not None  # noqa: S101  (what is read, and what is edited, was held to that)
        return card_with(self.run, self.run.account(self.subject.file.id), account)


def record_review(
    opened: "OpenedBook", run: "Assessment", reviewed: Reviewed, given: Given, screen: Screen
) -> Recorded:
    """Show the account, ask, and append the review to its file; or show what would be written."""
    from relmap.review.people import People
    from relmap.review.report import make_report

    asks = talk.can_talk() and not given.yes
    _check(given, asks=asks)
    session = _begin(opened, run, reviewed)
    people = People(session.subject.facts)
    given_people(given, people)  # a slip there is told before anything is shown
    card = session.card(session.subject.data)
    report = make_report(card, opened.root, open_findings(session))
    if asks or not given.dry_run:
        screen.show(report, asks)
    try:
        made = _hear(session, card, given, people, asks=asks)
        if given.dry_run and not screen.machine:
            preview(made, quiet=True)
        elif asks and not given.dry_run and made.entries and not _is_confirmed(made):
            raise typer.Abort
    except (typer.Abort, KeyboardInterrupt):
        talk.tell("note: nothing was recorded")
        raise
    if not given.dry_run:
        _write(session, made, machine=screen.machine)
    return Recorded(report, made, written=bool(made.entries) and not given.dry_run)


def open_findings(session: Session) -> "Sequence[Finding]":
    """Return what is open about the account, in its file and by the rules, without what the review settles."""
    from relmap.rules.gate import Run, judge

    checked = judge(session.opened.book, session.run, Run(session.run.as_of, session.plan))
    account = session.subject.file.id
    return [found for found in checked.active if found.account == account and found.code not in SETTLED]


def rules_of(opened: "OpenedBook", account: str, as_of: "date") -> "Plan":
    """Return the rules that run for an account, as relmap.yaml has them; none where what it says of them is wrong."""
    from relmap.cli.running import note
    from relmap.rules.plan import NO_CHOICE, Choice, Scope, make_plan
    from relmap.rules.settings_checks import check_rules

    wrong = check_rules(opened.settings)
    if wrong:
        note("relmap.yaml names rules or options that there are not: `relmap check` says where, and none is held here")
    paths = frozenset(file.path for file in opened.files if file.id == account)
    return make_plan(
        opened.settings, Choice(select=()) if wrong else NO_CHOICE, as_of, Scope(frozenset([account]), paths)
    )


def file_findings(run: "Assessment") -> "tuple[Finding, ...]":
    """Return what is wrong with the files of a book that was inspected as well."""
    from relmap.rules.rules import ALL

    of_rules = {rule.code for rule in ALL}
    return tuple(found for found in run.findings if found.code not in of_rules)


def _check(given: Given, *, asks: bool) -> None:
    """Raise UsageError where something is missing and nobody is there to say it."""
    if given.outcome is not None:
        read_outcome(given.outcome)
    if asks:
        return
    missing = [name for name, value in (("--by", given.by), ("--outcome", given.outcome)) if value is None]
    if not (given.yes or given.dry_run):
        missing.append("--yes")
    if missing:
        why = "--yes asks nothing" if given.yes else "nobody is at a terminal to answer"
        raise UsageError(f"{' and '.join(missing)} must be given: {why}", hint="see `relmap review --help`")


def _begin(opened: "OpenedBook", run: "Assessment", reviewed: Reviewed) -> Session:
    """Read the account. Raises RelmapError where its file cannot take a review, before anybody is asked anything."""
    from relmap.book.edit import Append
    from relmap.interview.update import Reader, update
    from relmap.review.entry import ROUTE

    reader = Reader(opened.book, opened.settings, run.as_of)
    subject = read_subject(reviewed.account, reader)
    trial = {"date": run.as_of, "by": subject.facts.account.owner, "quarter": str(subject.facts.quarter)}
    update(subject, [Append(ROUTE, trial)], reader)
    return Session(opened, run, subject, reader, reviewed.plan)


def _hear(session: Session, card: "Card", given: Given, people: "People", *, asks: bool) -> "Update":
    """Ask what the command line left open, and return the file with the answers and the review in it."""
    from relmap.book.edit import Append
    from relmap.cli.running import is_partial, note
    from relmap.interview.update import update
    from relmap.review.entry import ROUTE, is_recorded, make_entry

    by, others = hear_people(given, people, session.subject.facts.account.owner, asks=asks)
    edits = _interview(session, card, by, others) if asks else ()
    verdict = hear_verdict(given, by, others, asks=asks)
    whole = not is_partial(session.opened, session.run)
    if not whole:
        note("the dependence pattern is not recorded: it hangs on the whole book, of which some cannot be read")
    reviewed = session.card(update(session.subject, edits, session.reader).after)
    entry = make_entry(reviewed, verdict, whole_book=whole)
    new = [] if is_recorded(entry, reviewed) else [Append(ROUTE, entry)]
    return update(session.subject, [*edits, *new], session.reader)


def _interview(session: Session, card: "Card", by: "Respondent", others: "Sequence[Respondent]") -> "Sequence[Edit]":
    """Ask what decides most, and return what the answers add to the file."""
    from relmap.book.locate import Locator
    from relmap.interview.recording import record
    from relmap.review.interview import choose_questions

    subject = session.subject
    asked = choose_questions(card, by, others, partial(_can_fill, subject))
    heard = hear_answers(subject.facts, asked)
    recording = record(heard.answers, subject.facts.account, subject.file.id, Locator(subject.data, subject.file.path))
    refuse(recording.findings)
    return [*recording.edits, *heard.fills]


def _can_fill(subject: "Subject", route: "Route") -> bool:
    """Tell whether the file has a place for a key that it lacks: not where shorthand or an alias stands."""
    from relmap.book.edit import EditRefusedError, Fill, edit

    try:
        edit(subject.data, subject.file.path, [Fill(route, 1)])
    except EditRefusedError:
        return False
    return True


def _is_confirmed(made: "Update") -> bool:
    """Show the lines that change, and ask whether they may."""
    from relmap.book.edit import unified_diff

    diff = unified_diff(made.before, made.after, made.path).splitlines()
    talk.tell("\n".join(["", *(line for line in diff[2:] if line.startswith(("+", "-")))]))
    return talk.confirm(f"Write this to {made.path}?")


def _write(session: Session, made: "Update", *, machine: bool) -> None:
    """Put the new file in the place of the one that was read, and say what was recorded."""
    from relmap.book.write import replace_file
    from relmap.render.ask_record import record_text
    from relmap.render.clean import clean

    if made.entries:
        replace_file(session.opened.root, made.path, made.before, made.after)
    if machine:
        return
    if not made.entries:
        write(f"\n{clean(made.path)} has this review already; nothing was written.\n", None)
        return
    has_answers = len(made.entries) > 1
    write(f"\n{record_text(made if has_answers else made._replace(disagreements=()))}", None)
