"""An account plan as a page: its sections by name, each where the facts allow it, in their order."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from relmap.assess.assessment import Assessment
from relmap.plan.values import SECTIONS, AccountPlan
from relmap.render.page import Section
from relmap.render.plan_first import situation_section
from relmap.render.plan_people import identifying_section, understanding_section
from relmap.render.plan_review import questions_section, reviewing_section
from relmap.render.plan_runway import runway_section
from relmap.render.plan_steps import analysing_section, determining_section, implementing_section
from relmap.render.plan_strategy import strategy_section
from relmap.render.plan_value import value_section

_MAKERS: Mapping[str, Callable[[AccountPlan], Section | None]] = {
    "understanding": understanding_section,
    "identifying": identifying_section,
    "analysing": analysing_section,
    "determining": determining_section,
    "implementing": implementing_section,
    "reviewing": reviewing_section,
    "strategy": strategy_section,
    "value": value_section,
    "runway": runway_section,
    "questions": questions_section,
}


class PlanSection(NamedTuple):
    """A section of a plan, with the name by which it is asked for."""

    id: str
    section: Section


def plan_title(plan: AccountPlan) -> str:
    """Return the title of a plan."""
    return f"{plan.card.assessed.row.name}: account plan on {plan.card.profile.facts.as_of}"


def plan_sections(
    assessment: Assessment, plan: AccountPlan, wanted: Collection[str] = SECTIONS
) -> tuple[PlanSection, ...]:
    """Return the sections that are wanted and of which there is something to say, in their order."""
    made = []
    for name in SECTIONS:
        if name in wanted:
            section = situation_section(assessment, plan) if name == "situation" else _MAKERS[name](plan)
            if section:
                made.append(PlanSection(name, section))
    return tuple(made)
