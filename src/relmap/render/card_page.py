"""The card of one account: what stands first, and the sections in the order in which they are read."""

from relmap.assess.assessment import Assessment, Card
from relmap.render.card_dependence import dependence_section
from relmap.render.card_head import glance_section, lead_cells
from relmap.render.card_health import health_section
from relmap.render.card_ladder import ladder_section
from relmap.render.card_money import money_section
from relmap.render.card_people import people_section
from relmap.render.card_phase import breakdown_section, phase_section
from relmap.render.card_plan import checklist_section, plan_section, work_section
from relmap.render.card_questions import questions_section
from relmap.render.card_stage import tests_section, voices_section
from relmap.render.card_work import divisions_section, promises_section, review_section
from relmap.render.page import Page
from relmap.render.rubric_line import rubric_section


def card_page(assessment: Assessment, card: Card) -> Page:
    """Return the card, before it is drawn. A section of which nothing is known is left out: it turns into questions."""
    sections = (
        glance_section(assessment, card),
        health_section(card),
        voices_section(card),
        tests_section(card),
        people_section(card),
        dependence_section(card),
        ladder_section(card),
        phase_section(card),
        breakdown_section(card),
        money_section(assessment, card),
        promises_section(card),
        plan_section(card),
        work_section(assessment, card),
        checklist_section(card),
        review_section(card),
        divisions_section(assessment, card),
        questions_section(card),
        rubric_section(assessment.settings),
    )
    title = f"{card.assessed.row.name} on {assessment.as_of.isoformat()}"
    return Page(title, lead_cells(assessment, card), tuple(section for section in sections if section))
