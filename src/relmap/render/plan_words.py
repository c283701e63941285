"""Words of an account plan that more than one of its sections needs."""

from relmap.assess.leads import contact_label, member_label
from relmap.plan.values import AccountPlan, NextThing
from relmap.render import words

TITLES = {
    "situation": "Where we stand",
    "understanding": "1 Understanding: who covers whom",
    "identifying": "2 Identifying: who has which role",
    "analysing": "3 Analysing: issues, opportunities, risks",
    "determining": "4 Determining: goals by person",
    "implementing": "5 Implementing: who does what for which goal",
    "reviewing": "6 Reviewing: what has changed, and the next agenda",
    "strategy": "Out of deep dependence",
    "value": "Value statement",
    "runway": "Renewal runway",
    "questions": "What to find out",
}
DEADLINES = {"notice": "the last day for notice", "tender": "their tender", "end": "the end of the contract"}
_THINGS = {"promise": "keep the promise: {}", "initiative": "{}", "review": "review the account", "lead": "look at: {}"}


def contact(plan: AccountPlan, contact_id: str) -> str:
    """Return a contact's name."""
    return contact_label(plan.card.profile, contact_id)


def member(plan: AccountPlan, member_id: str) -> str:
    """Return a team member's name."""
    return member_label(plan.card.profile, member_id)


def contacts(plan: AccountPlan, ids: tuple[str, ...]) -> str:
    """Return the names of contacts as a sentence has them."""
    return words.listed([contact(plan, entry) for entry in ids])


def thing_text(thing: NextThing) -> str:
    """Say what is to be done."""
    if thing.kind == "deadline":
        return f"be ready for {DEADLINES[thing.what]}"
    return _THINGS[thing.kind].format(thing.what)


def in_days(days: int) -> str:
    """Say how far away a day is."""
    if not days:
        return "today"
    return f"in {words.count(days, 'day')}" if days > 0 else f"{words.count(-days, 'day')} ago"
