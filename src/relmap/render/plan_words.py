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
_THINGS = {"promise": "keep the promise: {}", "initiative": "{}", "review": "review the account"}


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
    if thing.kind == "lead":
        return _lead_text(thing.what)
    return _THINGS[thing.kind].format(thing.what)


def _lead_text(text: str) -> str:
    """Say what to look at: a question is asked as it is, and what the next stage takes is still missing."""
    if text.startswith("ask"):
        return text.removeprefix("ask: ")
    return f"missing {text}" if text.startswith("for ") else f"look at: {text}"


def in_days(days: int) -> str:
    """Say how far away a day is."""
    if not days:
        return "today"
    return f"in {words.count(days, 'day')}" if days > 0 else f"{words.count(-days, 'day')} ago"
