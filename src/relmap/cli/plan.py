"""`relmap plan`: the account plan, made from the records."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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

FORMATS = ("markdown", "html", "json")

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
        "implementing, reviewing, strategy, value, runway, questions.",
    ),
]
TemplateOption = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FILE",
        help="A Jinja2 template for a layout of your own, as Markdown: see docs/plan-templates.md.",
    ),
]
PlanFormatOption = Annotated[
    str | None,
    typer.Option("--format", envvar="RELMAP_FORMAT", metavar="NAME", help="markdown (default), html or json."),
]


def plan(
    accounts: AccountsArgument = None,
    *,
    every: AllOption = False,
    where: WhereOption = None,
    sections: SectionsOption = None,
    template: TemplateOption = None,
    book: BookOption = None,
    as_of: AsOfOption = None,
    period: PeriodOption = None,
    format_name: PlanFormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Write account plans from the records: where it stands, what matters next, and the six steps."""
    from relmap.assess.figures import ALL
    from relmap.assess.select import parse_selector
    from relmap.cli.planning import make_planned, render_plans
    from relmap.cli.running import is_partial, open_usable_book, run_with_progress, tell
    from relmap.render.plan_template import PlanTemplate

    del debug  # read where crashes end
    wanted, places = _read_sections(sections), _places(format_name, output)
    conditions, day, wanted_period = parse_selector(" ".join(where or [])), read_day(as_of), read_period(period)
    if not accounts and not every and not conditions:
        raise UsageError("no account is named", hint="name accounts, or write --all, or choose with --where")
    if accounts and every:
        raise UsageError("--all stands beside named accounts", hint="leave one out")
    if template and any(place.format != "markdown" for place in places):
        raise UsageError("--template writes Markdown alone", hint="leave --format and the formats of -o out")
    processes, layout = read_jobs(jobs), PlanTemplate(template) if template else None
    opened = open_usable_book(find_book(book))
    check_finished(wanted_period, day, opened.settings.fiscal_year_starts)
    named = find_accounts(accounts or [], opened.files, opened.root)
    run = run_with_progress(opened, day, wanted_period, processes, quiet=quiet, wanted=ALL)
    tell(run, quiet=quiet, verbose=verbose)
    planned = [make_planned(opened, run, account) for account in _choose(run, named, conditions, quiet=quiet)]
    for place in places:
        write(render_plans(run, planned, wanted, place.format, layout), place.path)
    return COULD_NOT if is_partial(opened, run) else DONE


def _places(format_name: str | None, output: list[str] | None) -> list[Target]:
    """Return where to write: Markdown where no format is named, as nothing else is read by people and by code hosts."""
    return targets(format_name or "markdown", output or [], FORMATS)


def _read_sections(text: str | None) -> frozenset[str]:
    """Return the sections that are asked for, all where none are named. Raises UsageError, with the nearest name."""
    from relmap.plan.values import SECTIONS

    if text is None:
        return frozenset(SECTIONS)
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise UsageError("--sections names no section", hint=f"known: {', '.join(SECTIONS)}")
    return frozenset(choose(name, SECTIONS, "--sections") for name in names)


def _choose(run: "Assessment", named: Sequence[str], conditions: "Sequence[Condition]", *, quiet: bool) -> list[str]:
    """Return the ids of the accounts to plan for, as named or by id."""
    from relmap.assess.select import select
    from relmap.cli.running import note

    if broken := [account for account in named if account in run.broken]:
        raise RelmapError(f"{', '.join(broken)} cannot be planned for: the file is broken")
    candidates = [run.account(account) for account in named] if named else list(run.accounts)
    chosen, unknown = select(candidates, conditions)
    if unknown and not quiet:
        note(f"{unknown} more could match: what the conditions ask of them is not known")
    if not chosen:
        raise RelmapError("no account matched --where" if conditions else "no account could be read")
    return [entry.row.id for entry in chosen]
