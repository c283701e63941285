"""A check as a page, for step summaries, issues and wikis: what to do, for whom, and what goes red next."""

from collections.abc import Sequence

from relmap.findings import Finding, State
from relmap.render.check_report import Report, summary, worst_first
from relmap.render.page import Block, Cell, Column, Grid, Page, Section, Tone, prose

SHOWN = 150
"""The most findings in one table: an issue on GitHub holds 65,536 characters."""
_TONES = {"error": Tone.BAD, "warning": Tone.WATCH, "info": Tone.PLAIN}


def check_page(report: Report, company: str) -> Page:
    """Return the page: what asks for something with the worst first, what comes next, and what is accepted."""
    checked = report.checked
    sections = [Section("Findings", (_findings(worst_first(checked.active)),))]
    if checked.until > checked.as_of:
        sections.append(Section(f"Goes red by {checked.until}", (_upcoming(checked.upcoming),)))
    accepted = [found for found in checked.findings if found.state is State.WAIVED]
    if accepted:
        sections.append(Section("Accepted", (_accepted(accepted),)))
    verdict = "fails" if report.failing else "passes"
    lead = Cell(f"{summary(checked)}. The check {verdict} at {report.fail_on}.", Tone.STRONG)
    return Page(f"{company}: check on {checked.as_of}", (lead,), tuple(sections))


def _findings(findings: Sequence[Finding]) -> Block:
    if not findings:
        return prose("Nothing asks for anything.")
    columns = (Column("severity"), Column("code"), Column("account"), Column("finding"), Column("place"))
    rows = tuple(
        (
            Cell(str(found.severity), _TONES[found.severity]),
            Cell(found.code),
            Cell(found.account),
            Cell(found.message, note=found.hint),
            Cell(str(found.span)),
        )
        for found in findings[:SHOWN]
    )
    return Grid(columns, rows, max(0, len(findings) - SHOWN))


def _upcoming(findings: Sequence[Finding]) -> Block:
    if not findings:
        return prose("Nothing more.")
    columns = (Column("from"), Column("code"), Column("account"), Column("finding"), Column("place"))
    rows = tuple(
        (Cell(str(found.on)), Cell(found.code), Cell(found.account), Cell(found.message), Cell(str(found.span)))
        for found in findings[:SHOWN]
    )
    return Grid(columns, rows, max(0, len(findings) - SHOWN))


def _accepted(findings: Sequence[Finding]) -> Block:
    columns = (Column("code"), Column("account"), Column("finding"), Column("why it is accepted"), Column("until"))
    rows = tuple(
        (
            Cell(found.code),
            Cell(found.account),
            Cell(found.message),
            Cell(found.accepted.reason if found.accepted else ""),
            Cell(str(found.accepted.until) if found.accepted and found.accepted.until else ""),
        )
        for found in findings[:SHOWN]
    )
    return Grid(columns, rows, max(0, len(findings) - SHOWN))
