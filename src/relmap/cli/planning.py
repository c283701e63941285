"""What `relmap plan` does between its options and its answer. Loaded only when a plan is made."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from relmap.assess.assessment import Assessment
from relmap.assess.cards import card_of
from relmap.assess.figures import EVERYDAY
from relmap.assess.reader import Kept
from relmap.assess.run import read_card
from relmap.book.lines import Lines
from relmap.cli.running import OpenedBook, make_card
from relmap.errors import RelmapError
from relmap.map.build import LineOf
from relmap.plan.make import make_plan
from relmap.plan.shareable import SharedPlan, share
from relmap.plan.values import AccountPlan
from relmap.render.plan_file import with_notes
from relmap.render.plan_markdown import Written, plan_markdown, source_link
from relmap.render.plan_page import plan_sections, plan_title

if TYPE_CHECKING:
    from relmap.render.plan_template import PlanTemplate


FIGURES = EVERYDAY | {"goals"}
"""What a plan asks of the assessment: what every row has, and how far the goals have come."""


class Layout(NamedTuple):
    """How plans are laid out."""

    wanted: Collection[str]
    """The sections."""
    shareable: bool = False
    """Is it the version that the customer may see?"""
    template: "PlanTemplate | None" = None
    to_book: str | None = ""
    """The way from the plan's folder to the book's, for links; None where none leads there."""

    def way_to(self, path: str) -> str:
        """Return the way from the plan's folder to a file of the book; empty where none leads there."""
        return "" if self.to_book is None else f"{self.to_book}{path}"


class Planned(NamedTuple):
    """One account's plan, and where in its file everything stands."""

    plan: AccountPlan
    line_of: LineOf


def make_planned(opened: OpenedBook, run: Assessment, account: str, kept: Kept | None = None) -> Planned:
    """Make the plan of one account of a book that was assessed. Reads its file again where it was not kept."""
    if kept:
        return Planned(make_plan(run, card_of(run, run.account(account), kept.profile)), kept.lines.line)
    card, written = read_card(opened.book, opened.settings, run, account, FIGURES)
    lines = Lines(written.data, written.root)
    return Planned(make_plan(run, card), lines.line)


def make_shared(opened: OpenedBook, run: Assessment, account: str, kept: Kept | None = None) -> SharedPlan:
    """Make the version of one account's plan that the customer may see."""
    return share((kept or make_card(opened, run, account)).profile.facts)


def render_plans(opened: OpenedBook, run: Assessment, accounts: Sequence[str], layout: Layout, form: str) -> str:
    """Render plans one after the other, in one format."""
    if form == "markdown":
        return "\n".join(_markdown(opened, run, account, layout) for account in accounts)
    if layout.shareable:
        return _render_shared([make_shared(opened, run, account) for account in accounts], layout, form)
    planned = [make_planned(opened, run, account) for account in accounts]
    plans = [(entry.plan, entry.line_of) for entry in planned]
    if form == "json":
        from relmap.render.json_plan import plans_json

        return plans_json(run, plans, layout.wanted)
    from relmap.render.plan_html import plans_html

    return plans_html(run, plans, layout.wanted)


def not_planned(account: str, error: RelmapError) -> RelmapError:
    """Return what is said where no plan of an account can be made."""
    return RelmapError(f"{account} cannot be planned for: {error.message}", hint=error.hint)


def _markdown(opened: OpenedBook, run: Assessment, account: str, layout: Layout) -> str:
    try:
        return plan_text(opened, run, account, layout, notes=False)
    except RelmapError as error:
        raise not_planned(account, error) from error


def plan_text(
    opened: OpenedBook, run: Assessment, account: str, layout: Layout, kept: Kept | None = None, *, notes: bool
) -> str:
    """Return one plan as Markdown, by the template where there is one."""
    if layout.shareable:
        shared = make_shared(opened, run, account, kept)
        sections = _shared_sections(shared, layout.wanted)
    else:
        planned = make_planned(opened, run, account, kept)
        sections = _own_sections(run, planned, layout)
    if layout.template is None:
        return with_notes(sections) if notes else "\n".join(part.text for part in sections)
    if layout.shareable:
        from relmap.render.json_shared import shared_document

        return layout.template.fill(_context(run, shared_document(shared)), sections, "")
    from relmap.render.json_plan import plan_document

    document = plan_document(run, planned.plan, planned.line_of, layout.wanted)
    return layout.template.fill(_context(run, document), sections, layout.way_to(planned.plan.card.assessed.row.path))


def _context(run: Assessment, document: Mapping[str, object]) -> dict[str, object]:
    """Return what a template sees beside the plan as its JSON has it; see docs/plan-templates.md."""
    return {"as_of": run.as_of.isoformat(), "currency": run.settings.currency, **document}


def _render_shared(plans: Sequence[SharedPlan], layout: Layout, form: str) -> str:
    if form == "json":
        from relmap.render.json_shared import shared_json

        return shared_json(plans)
    from relmap.render.plan_html import html_document
    from relmap.render.plan_shared import shared_article, shared_title

    title = shared_title(plans[0]) if len(plans) == 1 else "Joint plans"
    return html_document(title, "\n".join(shared_article(plan, layout.wanted) for plan in plans))


def _shared_sections(plan: SharedPlan, wanted: Collection[str]) -> Sequence[Written]:
    from relmap.render.plan_shared import shared_markdown

    return shared_markdown(plan, wanted)


def _own_sections(run: Assessment, planned: Planned, layout: Layout) -> Sequence[Written]:
    path = planned.plan.card.assessed.row.path
    way = layout.way_to(path)
    sections = plan_sections(run, planned.plan, layout.wanted)
    return plan_markdown(plan_title(planned.plan), sections, source_link(way, planned.line_of), "" if way else path)
