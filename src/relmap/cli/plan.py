"""`relmap plan`: the account plan, made from the records."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from relmap.cli.accounts import complete_account, find_accounts
from relmap.cli.exits import COULD_NOT, DONE
from relmap.cli.options import (
    AsOfOption,
    BookOption,
    DebugOption,
    JobsOption,
    OutputOption,
    PeriodOption,
    QuietOption,
    VerboseOption,
    WhereOption,
    check_finished,
    choose,
    find_book,
    read_day,
    read_jobs,
    read_period,
)
from relmap.cli.output import Target, targets, write
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.assess.assessment import Assessment
    from relmap.assess.select import Condition
    from relmap.cli.planning import Layout
    from relmap.cli.running import OpenedBook
    from relmap.model.period import Period
    from relmap.render.plan_template import PlanTemplate

FORMATS = ("markdown", "html", "json")
CHECK_FORMATS = ("text", "json")

AccountsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ACCOUNT",
        help="The accounts: an id, a path, or a unique beginning.",
        autocompletion=complete_account,
        show_default=False,
    ),
]
AllOption = Annotated[bool, typer.Option("--all", help="Plans of all accounts.")]
SectionsOption = Annotated[
    str | None,
    typer.Option(
        "--sections",
        metavar="NAMES",
        help="Only these sections, with commas: situation, understanding, identifying, analysing, determining, "
        "implementing, reviewing, strategy, value, runway, questions; with --shareable people, goals, promises, "
        "value, meetings.",
    ),
]
PlanFormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        envvar="RELMAP_FORMAT",
        metavar="NAME",
        help="markdown (default), html or json; with --check text (default) or json.",
    ),
]
IntoOption = Annotated[
    Path | None,
    typer.Option(
        "--into",
        metavar="DIR",
        help="Write a Markdown file an account into this folder. Notes between their marks are kept; a file that was "
        "edited elsewhere is refused with the difference. Claims link to the book's files only from inside the book or "
        "its git repository.",
    ),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="With --into: print what would change, and write nothing.")
]
CheckOption = Annotated[
    bool,
    typer.Option("--check", help="With --into: say which files are not what would be written, and end with 1 then."),
]
ShareableOption = Annotated[
    bool, typer.Option("--shareable", help="The version that the customer may see: no ratings, stances or notes.")
]
TemplateOption = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FILE",
        help="A Jinja2 template for a layout of your own, as Markdown: see docs/plan-templates.md.",
    ),
]


class _Kept(NamedTuple):
    """What is asked of a folder of plans."""

    into: Path | None
    dry_run: bool
    check: bool


class _Asked(NamedTuple):
    """Of which book plans are asked for, for which day, and of whom."""

    opened: "OpenedBook"
    day: date
    period: "Period | None"
    named: Sequence[str]
    """Ids of accounts; none where conditions choose, or all are meant."""
    conditions: "Sequence[Condition]"
    jobs: int | None
    quiet: bool
    verbose: bool

    def choose(self, run: "Assessment") -> list[str]:
        """Tell what there is to tell of an assessment; return the ids of the accounts to plan for, as named or by id.

        Raises RelmapError where there is none.
        """
        from relmap.cli.running import select_and_tell, tell

        tell(run, quiet=self.quiet, verbose=self.verbose)
        if broken := [account for account in self.named if account in run.broken]:
            raise RelmapError(f"{', '.join(broken)} cannot be planned for: the file is broken")
        candidates = [run.account(account) for account in self.named] if self.named else list(run.accounts)
        chosen = select_and_tell(candidates, self.conditions, quiet=self.quiet)
        if not chosen:
            raise RelmapError("no account matched --where" if self.conditions else "no account could be read")
        return [entry.row.id for entry in chosen]


def plan(
    accounts: AccountsArgument = None,
    *,
    every: AllOption = False,
    where: WhereOption = None,
    sections: SectionsOption = None,
    book: BookOption = None,
    as_of: AsOfOption = None,
    period: PeriodOption = None,
    format_name: PlanFormatOption = None,
    output: OutputOption = None,
    into: IntoOption = None,
    dry_run: DryRunOption = False,
    check: CheckOption = False,
    shareable: ShareableOption = False,
    template: TemplateOption = None,
    jobs: JobsOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Write account plans from the records: where it stands, what matters next, and the six steps.

    For example: relmap plan acme, or relmap plan --all --into plans, and in CI relmap plan --all --into plans --check
    """
    from relmap.assess.select import parse_selector
    from relmap.cli.planning import FIGURES, Layout, render_plans
    from relmap.cli.running import is_partial, open_usable_book, run_with_progress

    del debug  # read where crashes end
    kept = _Kept(into, dry_run, check)
    wanted = _read_sections(sections, shareable=shareable)
    places = _places(format_name, output, kept, template)
    conditions, wanted_period = parse_selector(" ".join(where or [])), read_period(period)
    day = _read_day(as_of, kept, shareable=shareable)
    every = every or (check and not accounts and not conditions)
    if not accounts and not every and not conditions:
        raise UsageError("no account is named", hint="name accounts, or write --all, or choose with --where")
    if accounts and every:
        raise UsageError("--all stands beside named accounts", hint="leave one out")
    processes = read_jobs(jobs)
    opened = open_usable_book(find_book(book))
    check_finished(wanted_period, day, opened.settings.fiscal_year_starts)
    named = find_accounts(accounts or [], opened.files, opened.root)
    asked = _Asked(opened, day, wanted_period, named, conditions, processes, quiet=quiet, verbose=verbose)
    layout = Layout(wanted, shareable=shareable, template=_read_template(template))
    if into:
        return _keep(asked, layout, kept, places[0], whole=every and not conditions)
    run = run_with_progress(opened, day, wanted_period, processes, quiet=quiet, wanted=FIGURES)
    chosen = asked.choose(run)
    if shareable and len(chosen) > 1:
        hint = "name one account, or write a file each with --into"
        raise UsageError(f"{len(chosen)} customers would stand in one text that is meant for one", hint=hint)
    for place in places:
        write(render_plans(opened, run, chosen, layout, place.format), place.path)
    return COULD_NOT if is_partial(opened, run) else DONE


def _read_day(as_of: str | None, kept: _Kept, *, shareable: bool) -> date:
    """Return the day to plan for. A check without one asks for the day that the folder's plans were made for.

    A plan counts days, so on any other day it would be another one though nobody changed anything.
    """
    if as_of is None and kept.check and kept.into:
        from relmap.plan.folder import Folder

        if day := Folder(kept.into, "shared" if shareable else "plan").newest_day():
            return day
    return read_day(as_of)


def _keep(asked: _Asked, layout: "Layout", kept: _Kept, place: Target, *, whole: bool) -> int:
    """Write the plans into their folder, or say which of them are not current."""
    from relmap.assess.readers import Readers
    from relmap.cli.plan_folder import Keeper, check_plans, tell_plans, way_to_book
    from relmap.cli.planning import FIGURES
    from relmap.cli.progress import ProgressBar
    from relmap.cli.running import is_partial
    from relmap.plan.folder import Folder

    assert kept.into is not None  # noqa: S101  (asked for only then)
    opened = asked.opened
    folder = Folder(kept.into, "shared" if layout.shareable else "plan", asked.day)
    writes = not (kept.check or kept.dry_run)
    layout = layout._replace(to_book=way_to_book(kept.into, opened))
    settle = Keeper(opened, layout, folder, writes=writes, shows=not kept.check).settle
    with Readers(
        opened.book, opened.settings, asked.day, settle, keep=asked.named, jobs=asked.jobs, wanted=FIGURES
    ) as readers:
        with ProgressBar("Assessing accounts", wanted=not asked.quiet) as progress:
            run = readers.assess(asked.period, progress)
        outcomes = readers.answers(asked.choose(run))
        orphans = folder.orphans(opened.book.account_ids) if whole else []
        code = check_plans(run, outcomes, orphans, place) if kept.check else tell_plans(outcomes, orphans, wrote=writes)
    return COULD_NOT if is_partial(opened, run) else code


def _places(
    format_name: str | None, output: list[str] | None, kept: _Kept, template: Path | None
) -> "Sequence[Target]":
    """Return where to write. Raises UsageError where options do not go together."""
    if kept.into is None and (kept.check or kept.dry_run):
        raise UsageError(
            f"{'--check' if kept.check else '--dry-run'} goes with --into", hint="name the folder of plans"
        )
    if kept.check and kept.dry_run:
        raise UsageError("--check writes nothing, so --dry-run has nothing to say", hint="leave one out")
    if kept.check:
        return targets(format_name or "text", output or [], CHECK_FORMATS)
    formats = ("markdown",) if kept.into else FORMATS
    if kept.into and output:
        raise UsageError("--into names where to write, and -o does as well", hint="leave one out")
    # Markdown where no format is named, as nothing else is read by people and by code hosts
    places = targets(format_name or "markdown", output or [], formats)
    if template and any(place.format != "markdown" for place in places):
        raise UsageError("--template writes Markdown alone", hint="leave --format and the formats of -o out")
    return places


def _read_sections(text: str | None, *, shareable: bool) -> frozenset[str]:
    """Return the sections that are asked for, all where none are named. Raises UsageError, with the nearest name."""
    from relmap.plan.values import SECTIONS, SHARED_SECTIONS

    known = SHARED_SECTIONS if shareable else SECTIONS
    if text is None:
        return frozenset(known)
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise UsageError("--sections names no section", hint=f"known: {', '.join(known)}")
    return frozenset(choose(name, known, "--sections") for name in names)


def _read_template(path: Path | None) -> "PlanTemplate | None":
    """Read a template. Raises RelmapError where Jinja2 is not installed, or the template is no good."""
    if path is None:
        return None
    try:
        from relmap.render.plan_template import PlanTemplate
    except ModuleNotFoundError as error:
        if error.name != "jinja2":
            raise
        hint = 'install it with: pip install "relmap[template]"'
        raise RelmapError("--template needs Jinja2, which is not installed", hint=hint) from error
    return PlanTemplate(path)
