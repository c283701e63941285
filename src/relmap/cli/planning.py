"""What `relmap plan` does between its options and its answer. Loaded only when a plan is made."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from relmap.assess.assessment import Assessment
from relmap.cli.running import OpenedBook, make_card
from relmap.map.build import LineOf
from relmap.plan.make import make_plan
from relmap.plan.values import AccountPlan
from relmap.render.json_plan import plan_document
from relmap.render.plan_markdown import Written, plan_markdown, source_link
from relmap.render.plan_page import plan_sections, plan_title
from relmap.render.plan_template import PlanTemplate
from relmap.why.places import Places


class Planned(NamedTuple):
    """One account's plan, and where in its file everything stands."""

    plan: AccountPlan
    line_of: LineOf


def make_planned(opened: OpenedBook, run: Assessment, account: str) -> Planned:
    """Make the plan of one account of a book that was assessed."""
    card = make_card(opened, run, account)
    places = Places(opened.root, card.assessed.row.path, account)
    return Planned(make_plan(run, card, places.line), places.written_line)


def render_plans(
    run: Assessment,
    planned: Sequence[Planned],
    wanted: Collection[str],
    form: str,
    template: PlanTemplate | None = None,
) -> str:
    """Render plans one after the other, in one format or in a team's own layout."""
    if template:
        return "\n".join(fill_template(template, run, entry, wanted) for entry in planned)
    if form == "json":
        from relmap.render.json_plan import plans_json

        return plans_json(run, [(entry.plan, entry.line_of) for entry in planned], wanted)
    if form == "html":
        from relmap.render.plan_html import plans_html

        return plans_html(run, [(entry.plan, entry.line_of) for entry in planned], wanted)
    texts = [part.text for entry in planned for part in write_sections(run, entry, wanted)]
    return "\n".join(texts)


def write_sections(run: Assessment, planned: Planned, wanted: Collection[str], to_book: str = "") -> Sequence[Written]:
    """Return one plan as Markdown, section by section. `to_book` leads from the plan's folder to the book's."""
    link = source_link(f"{to_book}{planned.plan.card.assessed.row.path}", planned.line_of)
    return plan_markdown(plan_title(planned.plan), plan_sections(run, planned.plan, wanted), link)


def fill_template(
    template: PlanTemplate, run: Assessment, planned: Planned, wanted: Collection[str], to_book: str = ""
) -> str:
    """Return one plan in a team's own layout."""
    path = f"{to_book}{planned.plan.card.assessed.row.path}"
    document = plan_document(run, planned.plan, planned.line_of, wanted)
    context = {"as_of": run.as_of.isoformat(), "currency": run.settings.currency, **document}
    return template.fill(context, write_sections(run, planned, wanted, to_book), path)
