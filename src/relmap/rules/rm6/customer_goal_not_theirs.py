"""RM605: what we hold for a goal of theirs, where nobody of theirs has said so."""

from collections.abc import Iterator

from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
tier: key
customer_goals:
  less-waste: {what: A third less waste by 2027, source: SOURCE}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former" or not _matters(case):
        return
    for goal_id, goal in case.account.customer_goals.items():
        if goal.source != "ours" or (goal.due is not None and goal.due < case.as_of):
            continue
        contact = case.account.contacts.get(goal.contact or "")
        who = shorten(contact.name) if contact and contact.name else goal.contact or "nobody on their side"
        message = (
            f"“{shorten(goal.what)}” stands here as a goal of theirs on our word alone; {_asked(goal.contact, who)}"
        )
        yield Hit(("customer_goals", goal_id), goal_id, message)


def _asked(contact: str | None, who: str) -> str:
    return f"{who} has not said so" if contact else "nobody on their side is named for it"


def _matters(case: Case) -> bool:
    name = case.account.tier or ""
    tier = case.settings.tiers.get(name)
    return name in case.words("tiers") or bool(tier and tier.key)


RULE = AccountRule(
    code="RM605",
    name="customer-goal-not-theirs",
    severity=Severity.WARNING,
    profile="standard",
    summary="A goal of the customer's stands in the file of a key or core account on our word alone.",
    why="A partner serves goals that are the customer's own; a goal that we made up serves us.",
    sources=("Customers as Partners",),
    hint="ask them whether it is their goal; if it is, write `source: theirs`, else take it out",
    fires=Example(_ACCOUNT.replace("SOURCE", "ours")),
    clean=Example(_ACCOUNT.replace("SOURCE", "theirs")),
    options=(Option("tiers", ("key", "core"), "The tiers that it holds for, beside those marked as key."),),
    find=_find,
)
