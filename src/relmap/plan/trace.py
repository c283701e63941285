"""The trace: which initiative serves which goal, and which person that goal is about."""

from relmap.measures.facts import Facts
from relmap.measures.goals import find_loose_ends
from relmap.plan.values import Trace, Traced


def make_trace(facts: Facts) -> Trace:
    """Return initiatives that are not dropped against goals and people, and what of either stands alone."""
    account, loose = facts.account, find_loose_ends(facts)
    rows = []
    for key, entry in account.initiatives.items():
        if entry.status != "dropped":
            ours = tuple(goal for goal in entry.goals if goal in account.goals)
            theirs = tuple(goal for goal in entry.customer_goals if goal in account.customer_goals)
            people = [account.goals[goal].contact for goal in ours] + [
                account.customer_goals[goal].contact for goal in theirs
            ]
            rows.append(Traced(key, ours, theirs, tuple(dict.fromkeys(person for person in people if person))))
    nobody = tuple(key for key, goal in account.goals.items() if goal.contact is None)
    return Trace(tuple(rows), loose.goals, loose.initiatives, nobody)
