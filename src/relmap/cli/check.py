"""`relmap check`: the rules, as a gate."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from relmap.cli.accounts import complete_account
from relmap.cli.exits import COULD_NOT, DONE, FINDINGS
from relmap.cli.options import (
    AsOfOption,
    BookOption,
    ColorOption,
    DebugOption,
    JobsOption,
    OutputOption,
    QuietOption,
    VerboseOption,
    find_book,
    read_day,
    read_jobs,
)
from relmap.cli.output import is_coloured, targets, write

FORMATS = ("rich", "text", "markdown", "github", "gitlab", "sarif", "junit", "json", "jsonl")


def complete_code(incomplete: str) -> list[str]:
    """Return the codes that begin so, and their ranges."""
    from relmap.manual.find import known_codes

    codes = known_codes()
    ranges = sorted({code[:3] for code in codes})
    return [code for code in (*ranges, *codes) if code.startswith(incomplete.upper())]


PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]",
        help="Accounts by id, path or unique beginning, or folders of accounts. None: the whole book.",
        autocompletion=complete_account,
        show_default=False,
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="Only these codes, or beginnings of codes: RM3,RM204.",
        autocompletion=complete_code,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODES",
        help="Not these, beside those that relmap.yaml ignores.",
        autocompletion=complete_code,
    ),
]
ProfileOption = Annotated[
    str | None,
    typer.Option("--profile", metavar="NAME", help="starter, standard or strict. Default: as relmap.yaml says."),
]
FailOnOption = Annotated[
    str,
    typer.Option("--fail-on", metavar="SEVERITY", help="The least that fails the check: error, warning or info."),
]
SinceOption = Annotated[
    str | None,
    typer.Option("--changed-since", metavar="REV", help="Only accounts changed since this branch parted from REV."),
]
WithinOption = Annotated[
    str,
    typer.Option("--within", metavar="TIME", help="How far to look for what goes red next: 14d, 6w; 0d: not at all."),
]
ExitZeroOption = Annotated[bool, typer.Option("--exit-zero", help="End with 0 also where findings fail the check.")]
CurrentOption = Annotated[bool, typer.Option("--require-current", help="Reviews that are due fail, not only overdue.")]
BaselineOption = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="What this file lists does not fail the check.")
]
WriteBaselineOption = Annotated[
    Path | None, typer.Option("--write-baseline", metavar="FILE", help="Write everything that is found to this file.")
]
PruneOption = Annotated[bool, typer.Option("--prune-baseline", help="Take out of the baseline what is fixed.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")]
CheckFormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        envvar="RELMAP_FORMAT",
        metavar="NAME",
        help=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}. Default: rich on a terminal, else text.",
    ),
]


def check(
    paths: PathsArgument = None,
    *,
    book: BookOption = None,
    as_of: AsOfOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    profile: ProfileOption = None,
    fail_on: FailOnOption = "error",
    changed_since: SinceOption = None,
    within: WithinOption = "14d",
    exit_zero: ExitZeroOption = False,
    require_current: CurrentOption = False,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    prune_baseline: PruneOption = False,
    dry_run: DryRunOption = False,
    format_name: CheckFormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Hold the book against the rules, as a gate: was everything reviewed, and is the map fit to rely on?

    Ends with 1 where findings fail the check, with 2 where it could not be done. `relmap rules` lists the rules.
    """
    from relmap.cli import baselines, checking
    from relmap.render.check_report import Report

    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    choice = checking.read_choice(select, ignore, profile, require_current=require_current)
    asked = checking.Asked(
        choice, read_day(as_of), checking.read_days(within), checking.read_severity(fail_on), read_jobs(jobs)
    )
    files = baselines.Files(baseline, write_baseline, prune=prune_baseline, dry_run=dry_run)
    opened = checking.open_checkable_book(find_book(book))
    scope = checking.find_scope(opened, paths or [], changed_since)
    checked = checking.check_opened(opened, asked, scope, files.known, quiet=quiet, debug=debug)
    if files.are_written:
        return baselines.keep(files, checked, quiet=quiet)
    report = Report(checked, asked.fail_on)
    for place in places:
        write(checking.render_check(report, place, opened, coloured=coloured), place.path)
    checking.tell_check(report, scope, quiet=quiet, verbose=verbose)
    if checked.crashed:
        return COULD_NOT
    return FINDINGS if report.failing and not exit_zero else DONE
