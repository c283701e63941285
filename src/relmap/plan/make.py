"""Make the plan of one account from its card."""

from relmap.assess.assessment import Assessment, Card
from relmap.assess.questions import find_questions
from relmap.map.build import make_map
from relmap.plan.links import rate_links
from relmap.plan.runway import find_runway
from relmap.plan.since import find_since
from relmap.plan.strategy import find_approaches
from relmap.plan.things import find_things
from relmap.plan.trace import make_trace
from relmap.plan.values import AccountPlan
from relmap.plan.worth import find_value


def make_plan(assessment: Assessment, card: Card) -> AccountPlan:
    """Return the plan of a card."""
    facts = card.profile.facts
    return AccountPlan(
        card,
        make_map(card),
        assessment.settings.currency,
        assessment.period,
        find_things(card),
        rate_links(facts),
        make_trace(facts),
        find_approaches(card),
        find_since(card),
        find_value(facts),
        find_runway(card),
        find_questions(card.profile, card.assessed),
    )
